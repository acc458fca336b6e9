"""What is wrong in a file, where, and what to do. Rules collect findings, none raises at the first."""

import difflib
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from enum import StrEnum


class Severity(StrEnum):
    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """`line` counts from 1, 0 where the whole file is meant; `column` is a header or a member's path."""

    file: str
    line: int
    column: str
    message: str
    hint: str = ""
    severity: Severity = Severity.ERROR

    def __str__(self) -> str:
        place = ":".join(
            part for part in (self.file, str(self.line) if self.line else "", self.column) if part
        )
        hint = f" {self.hint}" if self.hint else ""
        return f"{self.severity.value} {place}: {self.message}{hint}"

    def as_dict(self) -> dict[str, str | int]:
        return asdict(self) | {"severity": self.severity.value}


def errors(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    return tuple(finding for finding in findings if finding.severity is Severity.ERROR)


def nearest(name: str, valid: Iterable[str]) -> str:
    """The valid name closest to `name`, or an empty string when none is close."""
    return next(iter(nearest_names(name, valid, most=1)), "")


def nearest_names(name: str, valid: Iterable[str], *, most: int) -> tuple[str, ...]:
    """The valid names close to `name`, the closest first."""
    names = {candidate.lower(): candidate for candidate in sorted(valid, reverse=True)}
    return tuple(names[close] for close in difflib.get_close_matches(name.lower(), names, n=most, cutoff=0.6))


def suggestion(name: str, valid: Iterable[str], *, shown: int = 8) -> str:
    """A hint for an unknown name: the nearest valid one, else the choices there are."""
    choices = sorted(set(valid))
    if close := nearest(name, choices):
        return f"Did you mean {close}?"
    listed = ", ".join(choices[:shown]) + (", …" if len(choices) > shown else "")
    return f"Choose one of: {listed}." if listed else ""
