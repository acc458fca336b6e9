"""GetResultSetMetadata and FetchResults: Arrow, and where a result ends."""

from typing import Any

from databricks.sql.thrift_api.TCLIService import ttypes

from tests.engines.shim import arrow
from tests.engines.shim.context import Context, Operation

_ROWS_A_FETCH = 100_000


def metadata(request: Any, context: Context) -> Any:
    return _described(request.operationHandle, context).described


def fetch(request: Any, context: Context) -> Any:
    """At most `maxBytes` in one reply, or one row: what did not fit is kept for the next."""
    operation = _described(request.operationHandle, context)
    if operation.schema is None:  # no result: the status tells why
        return ttypes.TFetchResultsResp(status=operation.described.status)
    if operation.kept is None:
        refused = _take_from_spark(request, operation, context)
        if refused is not None:
            return refused
    return _reply(operation, request.maxBytes)


def _take_from_spark(request: Any, operation: Operation, context: Context) -> Any:
    """Keeps Spark's next rows; gives Spark's own response where there are none to have."""
    response = context.spark.call(
        "FetchResults",
        ttypes.TFetchResultsReq(
            operationHandle=request.operationHandle,
            orientation=request.orientation or ttypes.TFetchOrientation.FETCH_NEXT,
            maxRows=request.maxRows or _ROWS_A_FETCH,
            fetchType=0,
        ),
    )
    if response.results is None:
        return response
    first = response.results.startRowOffset
    batch = arrow.batch_of(response.results.columns or [], operation.schema)
    if operation.row_limit is not None:
        batch = batch.slice(0, max(0, operation.row_limit - first))
    operation.kept, operation.kept_from = batch, first
    return None


def _described(handle: Any, context: Context) -> Operation:
    operation = context.operation(handle)
    if operation.described is None:
        described = context.spark.call(
            "GetResultSetMetadata", ttypes.TGetResultSetMetadataReq(operationHandle=handle)
        )
        if described.schema is not None:
            operation.schema = arrow.schema_of(described.schema.columns, operation.zone)
            described.resultFormat = ttypes.TSparkRowSetType.ARROW_BASED_SET
            described.lz4Compressed = False
            described.arrowSchema = operation.schema.serialize().to_pybytes()
            operation.described = described
        else:  # the statement still runs, or failed: ask again next time
            return Operation(zone=operation.zone, described=described)
    return operation


def _reply(operation: Operation, most_bytes: int | None) -> Any:
    """The kept rows as one Arrow batch, as far as they fit, and whether there may be more.

    Spark always says that there is none, and the connector would stop at its first fetch.
    """
    kept, first = operation.kept, operation.kept_from
    batch = kept.slice(0, _fitting(kept, most_bytes))
    left = kept.slice(batch.num_rows)
    operation.kept, operation.kept_from = left if left.num_rows else None, first + batch.num_rows
    sent = ttypes.TSparkArrowBatch(batch=batch.serialize().to_pybytes(), rowCount=batch.num_rows)
    within = operation.row_limit is None or first + batch.num_rows < operation.row_limit
    return ttypes.TFetchResultsResp(
        status=operation.described.status,
        hasMoreRows=batch.num_rows > 0 and within,
        results=ttypes.TRowSet(startRowOffset=first, rows=[], arrowBatches=[sent] if batch.num_rows else []),
        resultSetMetadata=operation.described,
    )


def _fitting(batch: Any, most_bytes: int | None) -> int:
    """How many rows from the front fit; one where not even one does."""
    rows: int = batch.num_rows
    if not most_bytes or batch.nbytes <= most_bytes:
        return rows
    fits = (count for count in range(rows, 1, -1) if batch.slice(0, count).nbytes <= most_bytes)
    return next(fits, 1)
