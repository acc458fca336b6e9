"""Faults by rule: which calls go wrong, and how."""

import re
import threading
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Drop(StrEnum):
    """When the connection is closed under the caller."""

    UNHEARD = "unheard"  # before the call is carried out
    UNANSWERED = "unanswered"  # it was carried out, its answer is lost
    HALFWAY = "halfway"  # in the middle of the answer's body


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """What goes wrong with the calls whose operation matches; later rules yield to earlier ones.

    `status` answers in the service's stead, so the call is not carried out. `delay_seconds` passes before the
    first byte, whatever follows it; `drip_seconds` after each tenth of the body. The first `after` matching calls go
    well, the next `times` do not (None: all).
    """

    operation: str = ""  # a regular expression, found anywhere in "POST /api/2.0/sql/statements"
    status: int | None = None
    body: bytes = b""
    headers: Mapping[str, str] = field(default_factory=dict)
    delay_seconds: float = 0.0
    drip_seconds: float = 0.0
    drop: Drop | None = None
    after: int = 0
    times: int | None = None

    def strikes(self, call: int) -> bool:
        """Whether the n-th matching call (from 1) goes wrong."""
        return call > self.after and (self.times is None or call <= self.after + self.times)


class FaultRules:
    """The faults in force; a test adds and clears them while calls come in."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._rules: list[tuple[Fault, list[int]]] = []
        self.struck = 0  # calls that came in and went wrong, or are about to

    def add(self, fault: Fault) -> None:
        with self._lock:
            self._rules.append((fault, [0]))

    def clear(self) -> None:
        with self._lock:
            self._rules.clear()

    def for_call(self, operation: str) -> Fault | None:
        """The first rule that strikes this call; every matching rule counts it."""
        struck: Fault | None = None
        with self._lock:
            for fault, count in self._rules:
                if not re.search(fault.operation, operation):
                    continue
                count[0] += 1
                if struck is None and fault.strikes(count[0]):
                    struck = fault
            self.struck += struck is not None
        return struck
