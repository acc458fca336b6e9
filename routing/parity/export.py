"""A parity report as a table for spreadsheets."""

import csv
import io

from metrics_portal.csv_cells import safe_cell
from routing.parity.models import ParityReport


def as_csv(report: ParityReport) -> str:
    """The total and every kept group, exact, one row each; `total` in the first column marks the whole window."""
    written = io.StringIO()
    writer = csv.writer(written)
    bucket = ["bucket"] if report.grain else []
    a, b = report.backend_a, report.backend_b
    writer.writerow(
        [
            "row",
            *bucket,
            *report.dimensions,
            a,
            b,
            "absolute_difference",
            "relative_difference",
            "within",
            "missing_on",
        ]
    )
    named = {"a": a, "b": b, "": ""}
    for kind, groups in (("total", [report.total]), ("group", report.groups)):
        for group in groups:
            keys = [safe_cell(name) for name in group["dimensions"]] or [""] * len(report.dimensions)
            when = [group["bucket"] or ""] if bucket else []
            numbers = [group[name] for name in ("a", "b", "absolute", "relative")]
            writer.writerow([kind, *when, *keys, *numbers, group["within"], named[group["missing"]]])
    return written.getvalue()
