"""An answer as a file: CSV for spreadsheets, JSON as the API sends it."""

import csv
import io
import json

from metrics_portal.csv_cells import safe_cell
from metrics_portal.problems import Conflict
from widgets.contracts import Answer, TileError


def as_json(answer: Answer) -> bytes:
    """The members of the API's answer; raises Conflict when there is nothing to export."""
    if answer.ready is None or not answer.ready.json_members:
        raise _nothing(answer.error)
    return b"{" + answer.ready.json_members + b"}"


def _nothing(error: TileError | None) -> Conflict:
    """A page that was asked for a file does not ask again by itself: it is told when to."""
    if error is None:
        return Conflict("There is nothing to export: There is no answer yet.")
    wait = f" Try again in {error.retry_after} s." if error.retry_after else ""
    return Conflict(f"There is nothing to export: {error.detail}{wait}", retry_after=error.retry_after)


def as_csv(answer: Answer) -> str:
    """Every row, exact, under the schema's column names."""
    members = json.loads(as_json(answer))
    names = [column["name"] for column in members["schema"]]
    written = io.StringIO()
    writer = csv.writer(written)
    writer.writerow(names)
    writer.writerows([safe_cell(row.get(name)) for name in names] for row in members["data"])
    return written.getvalue()
