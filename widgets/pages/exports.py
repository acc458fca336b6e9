"""An answer as a file: CSV for spreadsheets, JSON as the API sends it."""

import csv
import io
import json

from metrics_portal.csv_cells import safe_cell
from metrics_portal.problems import Conflict
from widgets.contracts import Answer


def as_json(answer: Answer) -> bytes:
    """The members of the API's answer; raises Conflict when there is nothing to export."""
    if answer.ready is None or not answer.ready.json_members:
        detail = answer.error.detail if answer.error else "There is no answer yet."
        raise Conflict(f"There is nothing to export: {detail}")
    return b"{" + answer.ready.json_members + b"}"


def as_csv(answer: Answer) -> str:
    """Every row, exact, under the schema's column names."""
    members = json.loads(as_json(answer))
    names = [column["name"] for column in members["schema"]]
    written = io.StringIO()
    writer = csv.writer(written)
    writer.writerow(names)
    writer.writerows([safe_cell(row.get(name)) for name in names] for row in members["data"])
    return written.getvalue()
