"""A metric's comparisons over time, as bars: one for each report, its height the difference of the totals."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from routing.parity.contracts import Verdict
from routing.parity.models import ParityReport
from routing.parity.presentation import MARKS, Mark, number, share

WIDTH, HEIGHT, LEAST = 10, 40, 4  # of a bar with its gap, in pixels; a difference of nought still shows


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    x: int
    y: int
    height: int
    tone: str
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoryRow:
    """One report in the list."""

    report: ParityReport
    mark: Mark
    a: str
    b: str
    absolute: str
    relative: str


def history_rows(reports: Sequence[ParityReport]) -> tuple[HistoryRow, ...]:
    return tuple(
        HistoryRow(
            report=report,
            mark=MARKS[Verdict(report.verdict)],
            a=number(report.total["a"]),
            b=number(report.total["b"]),
            absolute=number(report.total["absolute"]) if report.total["absolute"] is not None else "",
            relative=share(report.total["relative"]),
        )
        for report in reports
    )


def bars(reports: Sequence[ParityReport]) -> tuple[Bar, ...]:
    """The reports, newest first, as bars from the oldest to the newest; the largest difference fills the height."""
    ordered = list(reversed(reports))
    shares = [Decimal(report.total["relative"] or 0) for report in ordered]
    largest = max(shares, default=Decimal(0)) or Decimal(1)
    return tuple(
        _bar(place, report, one / largest)
        for place, (report, one) in enumerate(zip(ordered, shares, strict=True))
    )


def _bar(place: int, report: ParityReport, height: Decimal) -> Bar:
    mark = MARKS[Verdict(report.verdict)]
    pixels = LEAST + round(height * (HEIGHT - LEAST))
    return Bar(
        x=place * WIDTH,
        y=HEIGHT - pixels,
        height=pixels,
        tone=mark.tone,
        title=f"{report.at:%Y-%m-%d %H:%M} UTC: {mark.words.lower()}, {share(report.total['relative']) or 'unknown'}",
    )
