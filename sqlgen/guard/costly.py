"""Finds what is short and costs sqlglot much: places in lists, lists in lambdas, columns of PIVOTs.

All of it reads a text without its literals and comments, and tells where there is too much.
"""

import re
from dataclasses import dataclass
from typing import Final

# Before each place in a list (`(…)[1]`) sqlglot looks for the types of all that stands in the brackets, anew for each.
MAX_PLACED: Final = 10_000  # characters in all
_PLACE_COST: Final = 40

# sqlglot names all columns of PIVOTs as it reads them: one for each aggregate and each value of every IN together.
MAX_PIVOT_NAMES: Final = 2_000
# It names them after the aggregates, as it would write those: some functions are written twice, and all in them.
MAX_PIVOT_DEPTH: Final = 5

# sqlglot puts the values of a lambda in anew, each at the cost of the list it stands in.
MAX_LISTED_IN_LAMBDA: Final = 200

_LAMBDA_MARKS = re.compile(r"->(?!\s*+['0-9])|(?i:\bLAMBDA\b)|[(),]")
_PIVOT_MARKS = re.compile(r"(?i:\b(?:PIVOT|PIVOT_WIDER|IN)\s*+)?\(|[),]")
_ROUND_OR_SQUARE = re.compile(r"[()\[]")
_END = re.compile(r"(?i:\bEND)")


def too_many_places(text: str) -> int | None:
    """Where the places in lists have become too much work, in a text without its literals; None where they have not."""
    spent = before = 0
    opened: list[int] = []
    for found in _ROUND_OR_SQUARE.finditer(text) if "[" in text else ():
        at = found.start()
        if found.group() == "(":
            opened.append(at)
        elif found.group() == ")":
            before = opened.pop() if opened else 0
        else:
            spent += _PLACE_COST + at - _start_of_list(text[:at].rstrip(), at, before)
            if spent > MAX_PLACED:
                return at
    return None


def too_long_in_lambda(text: str) -> int | None:
    """Where a list in a lambda has become too long, in a text without its literals; None where none has."""
    opened = [(False, 0)]  # whether a lambda stands before, and how many commas
    for found in _LAMBDA_MARKS.finditer(text) if "->" in text or "LAMBDA" in text.upper() else ():
        mark = found.group()
        inside, commas = opened[-1]
        if mark == "(":
            opened.append((inside, 0))
        elif mark == ",":
            opened[-1] = inside, commas + 1
            if inside and commas + 1 >= MAX_LISTED_IN_LAMBDA:
                return found.start()
        elif mark == ")":
            if len(opened) > 1:
                opened.pop()
        else:
            opened[-1] = True, 0
    return None


@dataclass(slots=True)
class _Round:
    """A round bracket that is open."""

    kind: str  # PIVOT, IN, or neither
    parts: int = 1
    names: int = 1  # of a PIVOT, but for its aggregates
    inside: int = 0  # how deep it stands in a PIVOT; 0 outside


def too_many_names(text: str) -> int | None:
    """Where PIVOTs make too many columns, or columns whose names are too much work, in a text without its literals."""
    made = 0
    opened: list[_Round] = []
    for found in _PIVOT_MARKS.finditer(text) if "PIVOT" in text.upper() else ():
        mark = found.group()
        if mark.endswith("("):
            opened.append(_Round(mark[:-1].strip().upper()[:5], inside=_inside(mark, opened)))
            if opened[-1].inside > MAX_PIVOT_DEPTH:
                return found.start()
        elif opened and mark == ",":
            opened[-1].parts += 1
        elif opened:
            closed = opened.pop()
            if closed.kind == "PIVOT":
                made += closed.names * closed.parts
            elif closed.kind == "IN" and opened:
                opened[-1].names *= closed.parts
                if opened[-1].kind == "PIVOT" and opened[-1].names > MAX_PIVOT_NAMES:
                    return found.start()
            if made > MAX_PIVOT_NAMES:
                return found.start()
    return None


def _inside(mark: str, opened: list[_Round]) -> int:
    around = opened[-1].inside if opened else 0
    return around + 1 if around or mark[:5].upper() == "PIVOT" else 0


def _start_of_list(left: str, at: int, before: int) -> int:
    """Where the list that a place is taken in begins: a name, what stands in brackets, or a CASE from anywhere."""
    if left.endswith((")", "]")):
        return before
    return 0 if _END.match(left, max(0, len(left) - 3)) else at
