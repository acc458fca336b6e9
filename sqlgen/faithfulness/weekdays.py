"""Weekdays that are counted from Sunday, made the ISO weekday: Monday 1 to Sunday 7."""

from typing import TYPE_CHECKING, Final

from sqlglot import exp

from sqlgen.compiler.types import Family
from sqlgen.contracts import Dialect
from sqlgen.faithfulness.buckets import SUNDAYS, part_of
from sqlgen.faithfulness.errors import not_followed
from sqlgen.faithfulness.logic import clauses_of
from sqlgen.faithfulness.terms import Clauses, Term, is_literal, is_number, value_of
from sqlgen.faithfulness.values import literal_number, subtract

if TYPE_CHECKING:
    from sqlgen.faithfulness.comparing import Compare
    from sqlgen.faithfulness.reading import Reader

# Databricks counts from 1, the others from 0.
_NAMES: Final[dict[Dialect, str]] = {"databricks": "sunday_1", "duckdb": "sunday_0", "postgres": "sunday_0"}
_DAYS: Final = 7


def from_sunday(reader: "Reader", this: exp.Expr) -> Term:
    """`EXTRACT(DOW FROM x)`, `DAYOFWEEK(x)`."""
    return part_of(_NAMES[reader.dialect], reader.term(this))


def remainder(reader: "Reader", node: exp.Expr) -> Term:
    """`(dow + 6) % 7`: how many days since Monday, which is the ISO weekday less 1; no other remainder is followed."""
    above, below = reader.term(node.this), reader.term(node.expression)
    parts = above.args if above.op == "add" else ()
    sundays = [one for one in parts if _sunday_of(one) is not None]
    moved = [int(value_of(one)) for one in parts if is_literal(one, "num") and one.family is Family.INTEGER]
    if len(sundays) != 1 or len(moved) != len(parts) - 1 or not _is_seven(below):
        raise not_followed(node, reader.dialect)
    first = _sunday_of(sundays[0])
    if first is None or (first + sum(moved)) % _DAYS != _DAYS - 1:
        raise not_followed(node, reader.dialect)
    return subtract(part_of("weekday", sundays[0].args[0]), literal_number("1"))


def chosen_weekday(compare: "Compare", when: Clauses, then: Term, default: Term) -> Term | None:
    """`CASE WHEN dow = 0 THEN 7 ELSE dow END`, as a number or as text; None for any other choice."""
    text = default.op == "text" and is_literal(then, "text")
    number = default.args[0] if text else default
    seventh = value_of(then) == str(_DAYS) if text else _is_seven(then)
    sunday = number.args[0] if number.op == "sub" else number
    first = _sunday_of(sunday)
    if not seventh or first is None:
        return None
    if number != (subtract(sunday, literal_number("1")) if first else sunday):
        return None
    if when != clauses_of(compare("eq", sunday, literal_number(str(first)))):
        return None
    weekday = part_of("weekday", sunday.args[0])
    return Term("text", None, (weekday,), Family.TEXT) if text else weekday


def _is_seven(term: Term) -> bool:
    return is_number(term, _DAYS) and term.family is Family.INTEGER  # 7.0 makes fractions of all days


def _sunday_of(term: Term) -> int | None:
    """The number that the term has on Sundays; None where it is no such weekday."""
    return SUNDAYS.get(term.value) if term.op == "part" else None
