"""ExecuteStatement and what is told of its state."""

import re
from typing import Any

from databricks.sql.thrift_api.TCLIService import ttypes

from tests.engines.shim import catalogs, parameters
from tests.engines.shim.context import Context, Operation
from tests.engines.shim.session import SPARK_NAMES

_SET = re.compile(r"\s*SET\s+(\w+)\s*=\s*(.+?)\s*;?\s*", re.IGNORECASE | re.DOTALL)
_SET_ZONE = re.compile(
    r"\s*SET\s+(?:TIME\s+ZONE\s+|(?:TIMEZONE|spark\.sql\.session\.timeZone)\s*=\s*)['\"]?([\w/+:-]+)['\"]?\s*;?\s*",
    re.IGNORECASE,
)
_STACK = "\n\tat "
_WRAPPING = re.compile(r"^.*?Error running query: (\[[\w.]+\] )?([\w.$]+(Exception|Error): )?\s*", re.DOTALL)


def execute(request: Any, context: Context) -> Any:
    statement = _in_sparks_words(request, context)
    response = context.spark.call(
        "ExecuteStatement",
        ttypes.TExecuteStatementReq(
            sessionHandle=request.sessionHandle,
            statement=statement,
            runAsync=True,
            confOverlay={},
            queryTimeout=request.queryTimeout,
        ),
    )
    if response.operationHandle:
        _remember(request, statement, response.operationHandle, context)
    return response


def status(request: Any, context: Context) -> Any:
    """GetOperationStatus; a warehouse tells an error in two fields of its own, without Spark's wrapping."""
    response = context.spark.call("GetOperationStatus", request)
    message = response.errorMessage
    if message and response.operationState == ttypes.TOperationState.ERROR_STATE:
        response.diagnosticInfo = message
        response.displayMessage = _WRAPPING.sub("", message.split(_STACK)[0])
    return response


def close(request: Any, context: Context) -> Any:
    context.memory.operations.pop(request.operationHandle.operationId.guid, None)
    return context.spark.call("CloseOperation", request)


def _in_sparks_words(request: Any, context: Context) -> str:
    statement = catalogs.renamed(request.statement, context.options.aliases)
    setting = _SET.fullmatch(statement)
    if setting and setting[1].lower() in SPARK_NAMES:
        statement = f"SET {SPARK_NAMES[setting[1].lower()]}={setting[2]}"
    return parameters.bound(statement, request.parameters) if request.parameters else statement


def _remember(request: Any, statement: str, handle: Any, context: Context) -> None:
    session = request.sessionHandle.sessionId.guid
    if zone := _SET_ZONE.fullmatch(statement):
        context.memory.zones[session] = zone[1]
    context.memory.operations[handle.operationId.guid] = Operation(
        zone=context.memory.zones.get(session, context.options.zone), row_limit=request.resultRowLimit or None
    )
