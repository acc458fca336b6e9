"""Thrift messages as bytes: the binary protocol, one message per HTTP body.

The structures are the connector's own (databricks.sql.thrift_api.TCLIService); Spark's are the same but for the
fields Databricks added, which each side ignores in the other.
"""

from typing import Any, Literal

from databricks.sql.thrift_api.TCLIService import TCLIService
from thrift.protocol.TBinaryProtocol import TBinaryProtocolAccelerated
from thrift.Thrift import TMessageType
from thrift.transport.TTransport import TMemoryBuffer

CALL, REPLY, EXCEPTION = TMessageType.CALL, TMessageType.REPLY, TMessageType.EXCEPTION

# A strict binary message starts with its version and type, then the name's length: four bytes each.
_NAME_LENGTH, _NAME = slice(4, 8), 8


def name_of(raw: bytes) -> str:
    """Which call a message is, without reading the rest."""
    return raw[_NAME : _NAME + int.from_bytes(raw[_NAME_LENGTH], "big")].decode()


def read(raw: bytes, kind: Literal["args", "result"]) -> tuple[int, Any]:
    """A message's sequence number and body; raises what thrift raises on bytes that are no such message."""
    protocol = TBinaryProtocolAccelerated(
        TMemoryBuffer(raw), string_length_limit=None, container_length_limit=None
    )
    name, _, sequence = protocol.readMessageBegin()
    body = getattr(TCLIService, f"{name}_{kind}")()
    body.read(protocol)
    return sequence, body


def write(name: str, message_type: int, sequence: int, body: Any) -> bytes:
    buffer = TMemoryBuffer()
    protocol = TBinaryProtocolAccelerated(buffer)
    protocol.writeMessageBegin(name, message_type, sequence)
    body.write(protocol)
    protocol.writeMessageEnd()
    return bytes(buffer.getvalue())


def arguments(name: str, request: Any) -> Any:
    """A call's body that carries the request."""
    body = getattr(TCLIService, f"{name}_args")()
    body.req = request
    return body


def success(name: str, response: Any) -> Any:
    """A reply's body that carries the response."""
    body = getattr(TCLIService, f"{name}_result")()
    body.success = response
    return body
