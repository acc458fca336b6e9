"""OpenSession and CloseSession: Databricks' settings and names in Spark's words."""

from collections.abc import Mapping
from typing import Any

from databricks.sql.thrift_api.TCLIService import ttypes

from tests.engines.shim.auth import SPARK_USER
from tests.engines.shim.context import Context

SPARK_NAMES = {
    "ansi_mode": "spark.sql.ansi.enabled",
    "timezone": "spark.sql.session.timeZone",
    "statement_timeout": "spark.sql.thriftServer.queryTimeout",
}
# A warehouse knows these and Spark does not; they change no answer.
_NOT_IN_SPARK = {
    "use_cached_result",
    "query_tags",
    "enable_photon",
    "max_file_partition_bytes",
    "read_only_external_metastore",
    "spark.thriftserver.arrowbasedrowset.timestampasstring",
    "spark.sql.thriftserver.metadata.metricview.enabled",
}
_SET = "set:hiveconf:"
_HIVE_V10 = 9  # the newest protocol Spark speaks; the connector asks for Databricks' own


def open_session(request: Any, context: Context) -> Any:
    settings = _settings(request.configuration or {})
    if database := _database(request.initialNamespace, context.options.aliases):
        settings["use:database"] = database
    response = context.spark.call(
        "OpenSession",
        ttypes.TOpenSessionReq(client_protocol=_HIVE_V10, username=SPARK_USER, configuration=settings),
    )
    if response.sessionHandle:
        zone = settings.get(_SET + SPARK_NAMES["timezone"], context.options.zone)
        context.memory.zones[response.sessionHandle.sessionId.guid] = zone
        # The connector refuses a server that does not claim a Databricks version.
        response.serverProtocolVersion = ttypes.TProtocolVersion.SPARK_CLI_SERVICE_PROTOCOL_V8
        response.canUseMultipleCatalogs = True
        response.initialNamespace = request.initialNamespace
    return response


def close_session(request: Any, context: Context) -> Any:
    context.memory.zones.pop(request.sessionHandle.sessionId.guid, None)
    return context.spark.call("CloseSession", request)


def _settings(asked: Mapping[str, str]) -> dict[str, str]:
    known = {name: value for name, value in asked.items() if name.lower() not in _NOT_IN_SPARK}
    return {_SET + SPARK_NAMES.get(name.lower(), name): value for name, value in known.items()}


def _database(namespace: Any, aliases: Mapping[str, str]) -> str:
    """The catalog and schema a session starts in, quoted; empty for the server's own."""
    if not namespace or not (namespace.catalogName or namespace.schemaName):
        return ""
    catalog = aliases.get((namespace.catalogName or "").lower(), namespace.catalogName)
    schema = namespace.schemaName or "default"
    return ".".join(f"`{part}`" for part in (catalog, schema) if part)
