"""GetResultSetMetadata and FetchResults: Arrow, and where a result ends."""

from typing import Any

from databricks.sql.thrift_api.TCLIService import ttypes

from tests.engines.shim import arrow
from tests.engines.shim.context import Context, Operation

_ROWS_A_FETCH = 100_000


def metadata(request: Any, context: Context) -> Any:
    return _described(request.operationHandle, context).described


def fetch(request: Any, context: Context) -> Any:
    operation = _described(request.operationHandle, context)
    if operation.schema is None:  # no result: the status tells why
        return ttypes.TFetchResultsResp(status=operation.described.status)
    response = context.spark.call(
        "FetchResults",
        ttypes.TFetchResultsReq(
            operationHandle=request.operationHandle,
            orientation=request.orientation or ttypes.TFetchOrientation.FETCH_NEXT,
            maxRows=request.maxRows or _ROWS_A_FETCH,
            fetchType=0,
        ),
    )
    if response.results is not None:
        _translate(response, operation)
    return response


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


def _translate(response: Any, operation: Operation) -> None:
    """Turn Spark's columns into one Arrow batch, and say whether there may be more.

    Spark always says that there is none, and the connector would stop at its first fetch.
    """
    first = response.results.startRowOffset
    batch = arrow.batch_of(response.results.columns or [], operation.schema)
    if operation.row_limit is not None:
        batch = batch.slice(0, max(0, operation.row_limit - first))
    sent = ttypes.TSparkArrowBatch(batch=batch.serialize().to_pybytes(), rowCount=batch.num_rows)
    response.results = ttypes.TRowSet(
        startRowOffset=first, rows=[], arrowBatches=[sent] if batch.num_rows else []
    )
    within = operation.row_limit is None or first + batch.num_rows < operation.row_limit
    response.hasMoreRows = batch.num_rows > 0 and within
    response.resultSetMetadata = operation.described
