"""One call from the client: handed on as it is, or translated both ways."""

import http.client
from collections.abc import Callable, Mapping
from typing import Any

import pyarrow as pa
from thrift.Thrift import TApplicationException

from tests.engines.shim import results, session, statements, wire
from tests.engines.shim.context import Context
from tests.engines.shim.tape import Tape

CALLS: Mapping[str, Callable[[Any, Context], Any]] = {
    "OpenSession": session.open_session,
    "CloseSession": session.close_session,
    "ExecuteStatement": statements.execute,
    "GetOperationStatus": statements.status,
    "CloseOperation": statements.close,
    "GetResultSetMetadata": results.metadata,
    "FetchResults": results.fetch,
}


def answer(raw: bytes, token: str, context: Context, tape: Tape) -> tuple[int, bytes]:
    """HTTP status and body for a client's message; raises what Upstream.send raises when Spark is gone."""
    name = wire.name_of(raw)
    if name not in CALLS:
        tape.record(name, token, None)
        return context.spark.send(raw)
    sequence, body = wire.read(raw, "args")
    tape.record(name, token, body.req)
    try:
        reply = wire.success(name, CALLS[name](body.req, context))
    except (pa.ArrowException, ValueError, KeyError) as error:  # for one a date before the year 1
        failed = TApplicationException(TApplicationException.INTERNAL_ERROR, f"shim: {error!r}")
        return http.client.OK, wire.write(name, wire.EXCEPTION, sequence, failed)
    return http.client.OK, wire.write(name, wire.REPLY, sequence, reply)
