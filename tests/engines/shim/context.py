"""What the shim must remember between calls, and what a call is answered with."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import pyarrow as pa

from tests.engines.shim.upstream import Upstream


@dataclass
class Operation:
    """A statement that Spark runs. `described` and `schema` are filled when its result is first asked for;
    `kept` are rows that Spark gave and that did not fit into the last reply, from row `kept_from` on."""

    zone: str
    row_limit: int | None = None
    described: Any = None
    schema: pa.Schema | None = None
    kept: pa.RecordBatch | None = None
    kept_from: int = 0


@dataclass
class Memory:
    """Of all connections: a session may be used from several. Keys are Thrift handles' guids."""

    zones: dict[bytes, str] = field(default_factory=dict)
    operations: dict[bytes, Operation] = field(default_factory=dict)


@dataclass(frozen=True)
class Options:
    """`aliases` are catalogs by the name statements use; `zone` is Spark's own session time zone."""

    aliases: Mapping[str, str]
    zone: str = "Etc/UTC"


@dataclass(frozen=True)
class Context:
    spark: Upstream
    memory: Memory
    options: Options

    def operation(self, handle: Any) -> Operation:
        guid = handle.operationId.guid
        return self.memory.operations.setdefault(guid, Operation(zone=self.options.zone))
