"""Expressions as small frozen terms: two texts that mean the same become equal terms.

A term is an operation, a value and arguments. Terms are built by the functions of this package only, which
bring equal meanings into one form; equality is then plain comparison. Sizes are bounded, because a short text
may unfold to a very large expression.

Operations: `col` (value: path, table, name), `lit` (value: kind, value), `key` (value: position among the
group's keys), `agg` (value: function, scan, details), `opt` (value: scans; its argument, or NULL where none
of the scans has a row), `and`, `or`, `not`, comparisons, `unknown` (value: why), and plain functions by name.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from sqlgen.compiler.types import Family
from sqlgen.faithfulness.errors import Unproven

MAX_SIZE = 2_500

Step = tuple[tuple[str, ...], str, tuple[str, ...]]  # left columns, right table, right columns
Path = tuple[Step, ...]
Clause = frozenset["Term"]  # any of these holds
Clauses = frozenset[Clause]  # all of these hold


@dataclass(frozen=True, slots=True, eq=False)
class Term:
    op: str
    value: Any = None  # hashable
    args: tuple["Term", ...] = ()
    family: Family = Family.OTHER
    size: int = field(init=False)
    _hash: int = field(init=False, repr=False)

    def __post_init__(self) -> None:
        size = 1 + sum(arg.size for arg in self.args)
        if size > MAX_SIZE:
            raise Unproven("The SQL unfolds to an expression that is too large to follow.")
        object.__setattr__(self, "size", size)
        object.__setattr__(self, "_hash", hash((self.op, self.value, self.args)))

    def __hash__(self) -> int:
        return self._hash

    def __eq__(self, other: object) -> bool:
        if self is other:
            return True
        return (
            isinstance(other, Term)
            and self._hash == other._hash
            and self.op == other.op
            and self.value == other.value
            and self.args == other.args
        )


@dataclass(frozen=True, slots=True)
class Scan:
    """Rows of a base table that hold all clauses, in groups of equal keys."""

    base: str
    clauses: Clauses
    keys: tuple[Term, ...]

    def implies(self, other: "Scan") -> bool:
        """Whether every group this scan has, the other has too."""
        return (
            self.base == other.base
            and self.keys == other.keys
            and all(any(own <= clause for own in self.clauses) for clause in other.clauses - self.clauses)
        )


Scans = frozenset[Scan]


def imply(these: Scans, others: Scans) -> bool:
    """Whether every group that one of these has, one of the others has too."""
    return all(any(one.implies(other) for other in others) for one in these)


def literal(kind: str, value: Any, family: Family) -> Term:
    return Term("lit", (kind, value), family=family)


NULL = literal("null", None, Family.OTHER)
TRUE = literal("bool", True, Family.BOOLEAN)
FALSE = literal("bool", False, Family.BOOLEAN)


def is_literal(term: Term, kind: str | None = None) -> bool:
    return term.op == "lit" and (kind is None or term.value[0] == kind)


def value_of(term: Term) -> Any:
    """The plain value of a literal."""
    return term.value[1]


def is_number(term: Term, number: int) -> bool:
    return is_literal(term, "num") and bool(value_of(term) == number)


def unordered(op: str, args: Iterable[Term], family: Family, value: Any = None) -> Term:
    """A term whose arguments have no order. Within one process, hashes give them one."""
    return Term(op, value, tuple(sorted(args, key=hash)), family)


def walk(term: Term) -> Iterator[Term]:
    """The term and all beneath it; not what is inside scans."""
    stack = [term]
    while stack:
        one = stack.pop()
        yield one
        stack.extend(one.args)


def with_family(term: Term, family: Family) -> Term:
    return term if term.family is family else Term(term.op, term.value, term.args, family)


def rebuilt(term: Term, replace: Callable[[Term], Term | None]) -> Term:
    """The term with parts replaced, seen from the outside in; None keeps a part and looks inside it."""
    found = replace(term)
    if found is not None:
        return found
    args = tuple(rebuilt(arg, replace) for arg in term.args)
    if args == term.args:
        return term
    if term.op in UNORDERED and not (term.op in ("eq", "ne") and is_literal(args[1])):
        return unordered(term.op, args, term.family, term.value)
    return Term(term.op, term.value, args, term.family)


UNORDERED = frozenset({"and", "or", "add", "mul", "eq", "ne", "same", "differ"})
