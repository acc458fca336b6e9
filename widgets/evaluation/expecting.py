"""The expected answer of a golden question, and another answer held against it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from catalog.contracts import GovernedMetric
from catalog.selectors import dictionary, governed_metric
from routing import backends
from routing.contracts import NoRoute, ResultSet
from sqlgen import guard
from sqlgen.contracts import CompiledQuery, Intent
from sqlgen.generation.contracts import Place
from sqlgen.generation.results import ResultComparison, Tolerance, compare_rows
from sqlgen.guard import GuardedQuery
from sqlgen.intent import IntentSpec
from sqlgen.resolve import resolve_intent
from widgets.selectors import question_of_metric
from widgets.written import compiled, place_at

_SHOWN_ROWS = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A golden question resolved at a moment, where it is answered, and its compiled SQL, guarded."""

    intent: Intent
    metric: GovernedMetric
    place: Place
    compiled: CompiledQuery
    guarded: GuardedQuery


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """Whether two answers are the same; if not, why, and rows of both with those that differ first."""

    same: bool
    words: str = ""
    expected: Sequence[Sequence[str]] = ()
    got: Sequence[Sequence[str]] = ()


def ask(spec: IntentSpec, *, at: datetime, backend: str = "") -> Asked:
    """The question on its metric's route, or on the named backend, over every row.

    Raises UnknownMetric, IntentRefused, NoRoute, NoSource and GuardViolation.
    """
    metric = governed_metric(spec.metric)
    place = place_at(backend or _routed(spec), dictionary())
    intent = resolve_intent(spec, metric, now=at, zone=place.zone, backend=place.backend)
    query = compiled(intent, metric, place)
    return Asked(intent=intent, metric=metric, place=place, compiled=query, guarded=guarded(query.sql, place))


def guarded(sql: str, place: Place) -> GuardedQuery:
    return guard.check(sql, dialect=place.dialect, policy=place.policy())


def run(query: GuardedQuery, place: Place) -> ResultSet:
    """Run on the place's backend, under its own deadline and slots; raises BackendError."""
    return backends.get(place.backend).execute(query, tags={"purpose": "evaluation"})


def judge(asked: Asked, other: GuardedQuery, tolerance: Tolerance | None = None) -> Judged:
    """Run the compiled SQL and another on the same engine and compare; raises BackendError.

    Data may be loaded between the two: what differs is compared once more with a fresh expected answer.
    """
    got = run(other, asked.place)
    for _ in range(2):
        expected = run(asked.guarded, asked.place)
        found = _compared(asked, expected, got, tolerance)
        if found.same:
            break
        got = run(other, asked.place)
    return found


def _compared(asked: Asked, expected: ResultSet, got: ResultSet, tolerance: Tolerance | None) -> Judged:
    shown = _rows_shown(expected.rows, got.rows), _rows_shown(got.rows, expected.rows)
    wanted, given = len(asked.compiled.columns), len(got.columns)
    if wanted != given:
        words = f"The answer has {given} columns, {wanted} were expected."
        return Judged(same=False, words=words, expected=shown[0], got=shown[1])
    parity = asked.metric.definition.parity
    allowed = tolerance or Tolerance(relative=parity.relative_tolerance, absolute=parity.absolute_tolerance)
    found = compare_rows(asked.compiled.columns, expected.rows, got.rows, allowed)
    same = found.verdict == "equal"
    return Judged(same=same, words="" if same else _words(found), expected=shown[0], got=shown[1])


def _words(found: ResultComparison) -> str:
    largest = found.largest_relative_difference
    apart = "" if largest is None else f"; the largest relative difference is {largest:.3g}"
    return (
        f"{found.different_rows:,} rows have another value, {found.only_compiled:,} are missing, "
        f"{found.only_written:,} should not be there ({found.compiled_rows:,} rows expected, "
        f"{found.written_rows:,} came{apart}). {found.words}"
    ).strip()


def _rows_shown(rows: Sequence[tuple[Any, ...]], others: Sequence[tuple[Any, ...]]) -> list[list[str]]:
    known = set(map(str, others))
    apart_first = sorted(rows, key=lambda row: str(row) in known)
    return [["–" if value is None else str(value) for value in row] for row in apart_first[:_SHOWN_ROWS]]


def _routed(spec: IntentSpec) -> str:
    route = question_of_metric(spec).route
    if route is None:
        raise NoRoute(f"{spec.metric} has no route to an engine that is configured here.", metric=spec.metric)
    return route.backend
