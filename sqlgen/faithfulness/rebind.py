"""Another window for SQL that was shown to be faithful: its bounds are replaced in the tree."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from sqlglot import exp

from catalog.dictionary.paths import find_time
from sqlgen.calendar import bucket_start
from sqlgen.compiler import nodes
from sqlgen.compiler.context import ask_of
from sqlgen.compiler.sources import choose_source
from sqlgen.compiler.types import Family
from sqlgen.contracts import Grain, Window
from sqlgen.faithfulness import times
from sqlgen.faithfulness.calendar_windows import write_out_bounds
from sqlgen.faithfulness.errors import UnfaithfulSql, Unproven
from sqlgen.faithfulness.question import Question
from sqlgen.faithfulness.reading import Reader
from sqlgen.faithfulness.terms import Clauses, Term, literal
from sqlgen.guard.meaning import keep_meaning
from sqlgen.guard.parse import parse, render
from sqlgen.guard.rewrite import quote_names, unwrapped
from sqlgen.guard.spines import SERIES
from sqlgen.shape import simple_parts
from sqlgen.windows import days_of, in_whole_days

_COMPARISONS = (exp.EQ, exp.GT, exp.GTE, exp.LT, exp.LTE, exp.Between)
_DAY = timedelta(days=1)
_MICROSECOND = timedelta(microseconds=1)


def rebind(sql: str, question: Question, new: Window) -> str:
    """The SQL of a question with its window's bounds replaced by those of `new`; raises UnfaithfulSql when they cannot
    be.

    Bounds are replaced where they are compared with a source's time column, under whatever name, or where they
    get the name that is compared with it; a series of buckets gets those of `new`. The caller checks the result
    like any other SQL: a replacement that meant something else is refused there.
    """
    dialect, intent = question.dialect, question.intent
    if intent.window is None:
        raise TypeError("A question without a window has no bounds.")
    tree = unwrapped(parse(sql, dialect))
    quote_names(tree, dialect)
    bounds = _Bounds(intent.window, new, Reader(dialect, question.zone, _NoNames()))
    names = _names_of(tree, _times_of(question))
    if in_whole_days(intent.window):
        write_out_bounds(tree, names, *days_of(intent.window))
    compared = {id(node): (node, likely) for node, likely in _compared_with(tree, names)}
    replaced = {bounds.replace(*one) for one in compared.values()}
    series = intent.grain is not None and _move_series(tree, intent.grain, new)
    if not series and not {"start", "end"} <= replaced:  # a series alone may bound what is laid beside it
        raise UnfaithfulSql(("The bounds of the window cannot be found in the SQL.",))
    keep_meaning(tree, dialect)
    return render(tree, dialect)


def _times_of(question: Question) -> set[str]:
    """The names of the columns that the window is told by."""
    ask = ask_of(question.intent, question.intent.window)
    sources = [choose_source(part, ask, question.backend) for part in simple_parts(question.metric)]
    return {find_time(question.dictionary, source).column.name.lower() for source in sources if source.time}


def _move_series(tree: exp.Expr, grain: Grain, new: Window) -> bool:
    """A series of buckets that was shown to be the old window's, from the first to the last of the new one; whether
    there is one."""
    start, end = days_of(new)
    every = list(tree.find_all(*SERIES))
    for series in every:
        last = bucket_start(end - _DAY, grain)
        series.set("start", nodes.day(bucket_start(start, grain)))
        series.set("end", nodes.day(last + _DAY if series.args.get("is_end_exclusive") else last))
    return bool(every)


class _NoNames:
    """Bounds are constants: whatever is none cannot be one."""

    def column(self, node: exp.Expr) -> Term:
        raise Unproven("A column is no bound.")

    def aggregate(self, node: exp.Expr, more: Clauses, reader: Reader) -> Term:
        raise Unproven("An aggregate is no bound.")

    def subquery(self, node: exp.Expr) -> Term:
        raise Unproven("A query is no bound.")


@dataclass(frozen=True, slots=True)
class _Bounds:
    old: Window
    new: Window
    reader: Reader

    def replace(self, node: exp.Expr, likely: str) -> str:
        """Replace one constant by the new bound, if it is an old one; says which: start, end or none.

        The first and last day of a window may be the same: then it is the `likely` bound.
        """
        try:
            term = self.reader.term(node)
        except Unproven:
            return "none"
        written = self._written()
        for name in sorted(written, key=lambda one: one != likely):
            for known, build in written[name]:
                if term == known or self._as_text(node, known):
                    node.replace(build())
                    return name
        return "none"

    def _as_text(self, node: exp.Expr, known: Term) -> bool:
        """Whether a bare text is the bound, as it would be read beside the column."""
        if not (isinstance(node, exp.Literal) and node.is_string):
            return False
        return self.reader.compare.fitted(literal("text", node.name, Family.TEXT), known.family) == known

    def _written(self) -> dict[str, list[tuple[Term, Callable[[], exp.Expr]]]]:
        old, new = self.old, self.new
        found: dict[str, list[tuple[Term, Callable[[], exp.Expr]]]] = {"start": [], "end": []}
        for name, was, becomes in (("start", old.start, new.start), ("end", old.end, new.end)):
            local = literal("local", was.replace(tzinfo=None), Family.LOCAL_TIME)
            found[name] = [
                (times.instant_of(was), lambda at=becomes: nodes.instant(at)),  # type: ignore[misc]
                (local, lambda at=becomes: nodes.local_time(at)),  # type: ignore[misc]
            ]
        last = times.instant_of(old.end - _MICROSECOND)  # which BETWEEN takes in
        found["end"].append((last, lambda: nodes.instant(new.end - _MICROSECOND)))
        if in_whole_days(old) and in_whole_days(new):
            found["start"] += _days(old.start.date(), new.start.date())
            found["end"] += _days(old.end.date(), new.end.date())
        return found


def _days(was: date, becomes: date) -> list[tuple[Term, Callable[[], exp.Expr]]]:
    """A bound as a day, or as the day before it where the comparison takes that in."""
    return [
        (literal("date", was, Family.DATE), lambda: nodes.day(becomes)),
        (literal("date", was - _DAY, Family.DATE), lambda: nodes.day(becomes - _DAY)),
    ]


def _names_of(tree: exp.Expr, names: set[str]) -> set[str]:
    """The names of the time columns and of everything selected from them."""
    known = set(names)
    while True:
        more = {
            alias.alias.lower()
            for alias in tree.find_all(exp.Alias)
            if any(column.name.lower() in known for column in alias.this.find_all(exp.Column))
        }
        if more <= known:
            return known
        known |= more


def _compared_with(tree: exp.Expr, names: set[str]) -> Iterator[tuple[exp.Expr, str]]:
    """What is compared with a column of these names, both sides of BETWEEN on their own, and which bound it
    is likely to be.
    """
    for node in list(tree.find_all(*_COMPARISONS)):
        sides = {key: value for key, value in node.args.items() if isinstance(value, exp.Expr)}
        held = {
            key
            for key, side in sides.items()
            if any(column.name.lower() in names for column in side.find_all(exp.Column))
        }
        for key, side in sides.items() if held else ():
            if key not in held:
                yield from ((one, _likely(node, key)) for one in _written(tree, side))


def _written(tree: exp.Expr, side: exp.Expr) -> Iterator[exp.Expr]:
    """Where a bound is written: on the spot, or where it gets the name that is compared or asked for."""
    names = {column.name.lower() for column in side.find_all(exp.Column)}
    if not names:
        yield side
    yield from (alias.this for alias in tree.find_all(exp.Alias) if alias.alias.lower() in names)


def _likely(node: exp.Expr, key: str) -> str:
    if isinstance(node, (exp.GT, exp.GTE)):
        return "end" if key == "this" else "start"
    if isinstance(node, (exp.LT, exp.LTE)):
        return "start" if key == "this" else "end"
    return "end" if key == "high" else "start"
