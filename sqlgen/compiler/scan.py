"""A simple metric on one source: rows in the window, filtered, grouped, measured."""

from collections.abc import Callable

from sqlglot import exp

from catalog.contracts import GovernedMetric
from catalog.definitions import TIME_DIMENSIONS
from sqlgen.compiler import nodes
from sqlgen.compiler.context import Ask, Context
from sqlgen.compiler.filters import condition
from sqlgen.compiler.scope import Scope
from sqlgen.compiler.sources import choose_source
from sqlgen.compiler.types import Family
from sqlgen.contracts import Dialect, Grain, Window
from sqlgen.errors import IntentRefused
from sqlgen.windows import in_whole_days

TIMES = (Family.INSTANT, Family.LOCAL_TIME, Family.DATE)
_BOUND: dict[Family, Callable[[Window], tuple[exp.Expr, exp.Expr]]] = {
    Family.INSTANT: lambda window: (nodes.instant(window.start), nodes.instant(window.end)),
    Family.LOCAL_TIME: lambda window: (nodes.local_time(window.start), nodes.local_time(window.end)),
    Family.DATE: lambda window: (nodes.day(window.start.date()), nodes.day(window.end.date())),
}


class Scan:
    """One SELECT being put together. `query` gives the usual one; cumulative metrics add a spine of days."""

    def __init__(self, metric: GovernedMetric, ask: Ask, context: Context) -> None:
        self.metric = metric
        self.ask = ask
        self.context = context
        self.scope = Scope(choose_source(metric, ask, context.backend), context)

    def query(self) -> exp.Select:
        bucket = self.bucket(self.ask.grain) if self.ask.grain else None
        return self.over(bucket)

    def over(self, bucket: exp.Expr | None, spine: exp.Join | None = None) -> exp.Select:
        """SELECT [bucket], dimensions, value; `spine` joins the rows to the days they count for."""
        columns: list[exp.Expr] = [nodes.aliased(bucket, "bucket")] if bucket else []
        columns += [nodes.aliased(self.shown(name), name) for name in self.ask.dimensions]
        keys = len(columns)
        columns.append(nodes.aliased(self.scope.measure(), "value"))
        conditions = self._conditions()
        joins = [*self.scope.joins(), spine] if spine else self.scope.joins()
        query = nodes.select(columns, self.scope.origin(), joins)
        if conditions:
            query.set("where", exp.Where(this=nodes.all_of(conditions)))
        return nodes.grouped(query, keys, grand_total=self.ask.totals)

    def day(self) -> exp.Expr:
        """The local date of a row's time."""
        time, family = self.time()
        return nodes.local_date(time, family, self.context.zone)

    def bucket(self, grain: Grain) -> exp.Expr:
        """The first day of the bucket a row falls in."""
        if grain is Grain.DAY:
            return self.day()
        time, family = self.time()
        local = nodes.in_zone(time, family, self.context.zone)
        if family is Family.DATE:  # else PostgreSQL would truncate it as an instant of its session's zone
            local = nodes.cast(local, exp.DType.TIMESTAMPNTZ)
        unit = exp.Var(this=grain.value.upper())
        return nodes.cast(exp.TimestampTrunc(this=local, unit=unit), exp.DType.DATE)

    def time(self) -> tuple[exp.Column, Family]:
        """The time column and what it holds; raises IntentRefused where that is no date or timestamp."""
        time, family = self.scope.time()
        if family not in TIMES:
            raise IntentRefused(
                f"{self.metric.name} takes its time from {time.name}, which holds {family.value} values. "
                "A time is a date or a timestamp.",
                field="metric",
                value=time.name,
            )
        return time, family

    def _conditions(self) -> list[exp.Expr]:
        found = self.in_window(self.ask.window) if self.ask.window else []
        if self.scope.source.where:
            found.append(self.scope.bound(self.scope.source.where))
        return found + [condition(given, *self.raw(given.dimension)) for given in self.ask.filters]

    def in_window(self, window: Window) -> list[exp.Expr]:
        """The two conditions that keep a row's time in the window; IntentRefused where days cannot tell."""
        time, family = self.time()
        if family is Family.DATE and not in_whole_days(window):
            raise IntentRefused(
                f"On {self.context.backend}, {self.metric.name} is kept by day; {window.label} is shorter "
                "than a day. Use a window of whole days, for example today.",
                field="window",
                value=window.label,
            )
        start, end = _BOUND[family](window)
        return [exp.GTE(this=time, expression=start), exp.LT(this=time.copy(), expression=end)]

    def raw(self, name: str) -> tuple[exp.Expr, Family]:
        """A dimension as it is stored, which is what filters look at."""
        if name in TIME_DIMENSIONS:
            return self._time_dimension(name), Family.INTEGER
        offered = {dimension.name: dimension for dimension in self.scope.source.dimensions}
        return self.scope.dimension(offered[name])

    def shown(self, name: str) -> exp.Expr:
        """A dimension as text, its NULLs named."""
        raw, family = self.raw(name)
        if family is not Family.TEXT:
            raw = nodes.cast(nodes.in_zone(raw, family, self.context.zone), exp.DType.TEXT)
        return exp.Coalesce(this=raw, expressions=[nodes.text(nodes.UNKNOWN)])

    def _time_dimension(self, name: str) -> exp.Expr:
        time, family = self.time()
        if name == "hour" and family is Family.DATE:
            raise IntentRefused(
                f"On {self.context.backend}, {self.metric.name} is kept by day; it has no hour. "
                "Use weekday, or a backend with timestamps.",
                field="dimensions",
                value=name,
            )
        part = "HOUR" if name == "hour" else _iso_weekday(self.context.dialect)
        local = nodes.in_zone(time, family, self.context.zone)
        return exp.Extract(this=exp.Var(this=part), expression=local)


def scan(metric: GovernedMetric, ask: Ask, context: Context) -> exp.Select:
    """The relation of a simple metric."""
    return Scan(metric, ask, context).query()


def _iso_weekday(dialect: Dialect) -> str:
    return "DAYOFWEEK_ISO" if dialect == "databricks" else "ISODOW"
