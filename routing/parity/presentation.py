"""A parity report as a page shows it: numbers in the reader's notation, one word and one mark for each verdict."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

from babel.numbers import format_decimal, format_percent
from django.conf import settings

from metrics_portal.dates import day
from routing.backends.registry import label_of
from routing.parity.contracts import Verdict
from routing.parity.models import ParityReport

SHOWN_GROUPS, SHOWN_WITHIN = 60, 12  # those out of tolerance, and a few of those within
_SMALLEST = Decimal("0.000001")


@dataclass(frozen=True, slots=True)
class Mark:
    """A verdict as it is told: words, the tone of its colour, its icon."""

    words: str
    tone: str
    icon: str


MARKS = {
    Verdict.EQUAL: Mark("Equal", "good", "okc"),
    Verdict.DIFFERENT: Mark("Different", "bad", "tri"),
    Verdict.NOT_COMPARABLE: Mark("Not comparable", "warn", "none"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupRow:
    """One row of the table. `state` is what a reader must know of it, `tone` its colour."""

    bucket: str
    dimensions: tuple[str, ...]
    a: str
    b: str
    absolute: str
    relative: str
    state: str
    tone: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SideView:
    """A side's receipt in words."""

    engine_label: str
    backend: str
    value: str
    sql: str
    facts: tuple[tuple[str, str], ...]
    query_url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportView:
    """Everything the page of a report shows."""

    report: ParityReport
    mark: Mark
    sentence: str
    sides: tuple[SideView, SideView]
    total: GroupRow
    rows: tuple[GroupRow, ...]
    hidden: int
    facts: tuple[tuple[str, str], ...]


def report_view(report: ParityReport) -> ReportView:
    a, b = report.sides
    rows = tuple(_row(group, report) for group in _shown(report.groups))
    total = _row(report.total, report)
    return ReportView(
        report=report,
        mark=MARKS[Verdict(report.verdict)],
        sentence=_sentence(report, total),
        sides=(_side(a, total.a), _side(b, total.b)),
        total=total,
        rows=rows,
        hidden=report.group_count - len(rows),
        facts=tuple(_facts(report)),
    )


def _shown(groups: list[dict[str, Any]]) -> list[dict[str, Any]]:
    apart = [group for group in groups if not group["within"]][:SHOWN_GROUPS]
    return apart + [group for group in groups if group["within"]][:SHOWN_WITHIN]


def number(text: str | None) -> str:
    """An exact number for people: grouped, up to six decimals, the smallest ones by their power of ten."""
    if text is None:
        return "no row"
    value = Decimal(text)
    if value and abs(value) < _SMALLEST:
        return f"{value:.1E}"
    pattern = "#,##0.00####" if "." in text else "#,##0"
    return str(format_decimal(value, format=pattern, locale=settings.PORTAL_LOCALE))


def share(text: str | None) -> str:
    """A relative difference in percent."""
    if text is None:
        return ""
    value = Decimal(text)
    if value and value < _SMALLEST:
        return "< 0.0001%"
    return str(format_percent(value, format="#,##0.####%", locale=settings.PORTAL_LOCALE))


def _row(group: dict[str, Any], report: ParityReport) -> GroupRow:
    missing = {"a": report.backend_a, "b": report.backend_b}.get(group["missing"])
    state = f"no row on {label_of(missing)}" if missing else "within" if group["within"] else "differs"
    bucket = group["bucket"]
    return GroupRow(
        bucket=day(date.fromisoformat(bucket)) if bucket else "",
        dimensions=tuple(group["dimensions"]),
        a=number(group["a"]),
        b=number(group["b"]),
        absolute=number(group["absolute"]) if group["absolute"] is not None else "",
        relative=share(group["relative"]),
        state=state,
        tone="good" if group["within"] else "bad",
    )


def _sentence(report: ParityReport, total: GroupRow) -> str:
    """The page in one line."""
    groups = f"{report.group_count:,} group{'' if report.group_count == 1 else 's'}"
    match Verdict(report.verdict):
        case Verdict.EQUAL:
            return f"Both sides give the same in all {groups}, within the definition's tolerance."
        case Verdict.DIFFERENT:
            differ = "differs" if report.differing_count == 1 else "differ"
            return f"{report.differing_count:,} of {groups} {differ} by more than the definition's tolerance."
        case Verdict.NOT_COMPARABLE:
            return "The two sides do not answer the same question. The numbers are shown, and prove nothing."


def _side(side: dict[str, Any], value: str) -> SideView:
    loaded = side["data_loaded_at"]
    facts = [
        ("Backend", side["backend"]),
        ("Query", side["query_id"]),
        ("Asked", _moment(side["asked_at"])),
        ("Took", f"{side['execution_ms']:,.0f} ms"),
        ("Rows", f"{side['row_count']:,}"),
        ("Data of", _moment(loaded) if loaded else "unknown"),
    ]
    return SideView(
        engine_label=side["engine_label"],
        backend=side["backend"],
        value=value,
        sql=side["sql"],
        facts=tuple(facts),
        query_url=side["query_url"],
    )


def _facts(report: ParityReport) -> Iterable[tuple[str, str]]:
    yield "Window", _days(report) or "the present state"
    yield (
        "Cut by",
        ", ".join([*([f"by {report.grain}"] if report.grain else []), *report.dimensions]) or "nothing",
    )
    yield "Tolerance", _tolerance(report)
    for note in report.notes:
        yield "Note", note
    yield "Definition", f"r{report.revision}"
    yield "Compared by", report.actor_name
    yield "Why", report.get_trigger_display()
    yield "When", _moment(report.at.isoformat())
    yield "Took", f"{report.duration_ms / 1000:,.1f} s"


def _days(report: ParityReport) -> str:
    if report.window_start is None or report.window_end is None:
        return ""
    zone = _zone()
    first, end = (edge.astimezone(zone).date() for edge in (report.window_start, report.window_end))
    last = date.fromordinal(end.toordinal() - 1)
    return f"{day(first)} – {day(last)}"


def _tolerance(report: ParityReport) -> str:
    given = [
        f"{share(report.relative_tolerance)} of the value" if Decimal(report.relative_tolerance) else "",
        number(report.absolute_tolerance) if Decimal(report.absolute_tolerance) else "",
    ]
    return " or ".join(one for one in given if one) or "none: to the last digit"


def _moment(text: str) -> str:
    return datetime.fromisoformat(text).astimezone(_zone()).strftime("%Y-%m-%d %H:%M:%S")


def _zone() -> ZoneInfo:
    return ZoneInfo(settings.TIME_ZONE)
