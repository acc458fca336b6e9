"""Rows chosen by the calendar, as the days they lie between: `YEAR(x) = 2025 AND MONTH(x) IN (10, 11)`.

Only where a row is let through: of an infinite time the year is NULL, and infinity lies between no days. A year that
PostgreSQL or Databricks shows as text is not followed, for 2025 before Christ is '2025' there too.
"""

import operator
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Final

from sqlgen.compiler.types import Family
from sqlgen.faithfulness.buckets import part_of
from sqlgen.faithfulness.comparing import Compare
from sqlgen.faithfulness.logic import clauses_of, conjunction, simplified
from sqlgen.faithfulness.terms import Clause, Clauses, Scan, Term, is_literal, literal, value_of
from sqlgen.faithfulness.values import add, literal_number, multiply

_MONTHS: Final = frozenset(range(1, 13))
_YEARS: Final = range(1000, 9999)
_WRITTEN: Final = {"%Y-%m": re.compile(r"(\d{4})-(\d{2})"), "%Y": re.compile(r"(\d{4})")}
_HOLDS: Final[dict[str, Callable[[Any, Any], bool]]] = {
    "eq": operator.eq,
    "ne": operator.ne,
    "lt": operator.lt,
    "le": operator.le,
    "gt": operator.gt,
    "ge": operator.ge,
}


@dataclass(frozen=True, slots=True)
class _Period:
    """Months of a year, and the clause that tells them."""

    clause: Clause
    time: Term
    year: int
    months: frozenset[int] = _MONTHS


def with_days(scan: Scan, compare: Compare) -> Scan:
    """The scan, a year and months of it told as the days between which they lie."""
    clauses = scan.clauses
    for period in [found for clause in clauses for found in _told(clause, compare)]:
        clauses = _between(clauses, period, compare)
    return scan if clauses == scan.clauses else replace(scan, clauses=simplified(clauses))


def _between(clauses: Clauses, period: _Period, compare: Compare) -> Clauses:
    of_months = {clause: months for clause in clauses if (months := _months(clause, period.time)) is not None}
    months = period.months.intersection(*of_months.values())
    if period.clause not in clauses or not months or len(months) != max(months) - min(months) + 1:
        return clauses
    first, after = date(period.year, min(months), 1), _first_after(period.year, max(months))
    days = conjunction(
        compare(op, period.time, literal("date", day, Family.DATE))
        for op, day in (("ge", first), ("lt", after))
    )
    return (clauses - {period.clause, *of_months}) | clauses_of(days)


def _first_after(year: int, month: int) -> date:
    return date(year + month // 12, month % 12 + 1, 1)


def _told(clause: Clause, compare: Compare) -> Iterator[_Period]:
    if len(clause) != 1:
        return
    (term,) = clause
    if term.op != "eq" or not is_literal(term.args[1]):
        return
    for time, year, months in _read(term.args[0], term.args[1], compare):
        if time.family in (Family.DATE, Family.LOCAL_TIME) and year in _YEARS and months <= _MONTHS:
            yield _Period(clause, time, year, months)


def _read(this: Term, constant: Term, compare: Compare) -> Iterator[tuple[Term, int, frozenset[int]]]:
    """The time, year and months that `YEAR(x)`, `YEAR(x) * 100 + MONTH(x)` or `STRFTIME(x, '%Y-%m')` tell."""
    written = _WRITTEN.get(this.value) if this.op == "format" and compare.dialect == "duckdb" else None
    if written is not None and is_literal(constant, "text"):
        found = written.fullmatch(value_of(constant))
        if found:
            year, *month = map(int, found.groups())
            yield part_of("year", this.args[0]).args[0], year, frozenset(month) or _MONTHS
    number = _whole(constant)
    if number is None:
        return
    if this.op == "part" and this.value == "year":
        yield this.args[0], number, _MONTHS
    for time in {one.args[0] for one in this.args if one.op == "part" and one.value == "month"}:
        if this == add(multiply(part_of("year", time), literal_number("100")), part_of("month", time)):
            yield time, number // 100, frozenset((number % 100,))


def _whole(constant: Term) -> int | None:
    number = value_of(constant) if is_literal(constant, "num") else -1
    return int(number) if 0 <= number < 1_000_000 and number == int(number) else None


def _months(clause: Clause, time: Term) -> frozenset[int] | None:
    """The months in which the clause holds; None where it asks about anything but months or quarters of `time`."""
    quarters = {part_of("month", time): 1, part_of("quarter", time): 3}
    if not clause or not all(
        one.op in _HOLDS and one.args[0] in quarters and is_literal(one.args[1], "num") for one in clause
    ):
        return None
    return frozenset(
        month
        for month in _MONTHS
        if any(
            _HOLDS[one.op]((month - 1) // quarters[one.args[0]] + 1, value_of(one.args[1])) for one in clause
        )
    )
