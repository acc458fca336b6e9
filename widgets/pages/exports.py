"""An answer as a file: CSV for spreadsheets, JSON as the API sends it."""

import csv
import io
import json

from metrics_portal.problems import Conflict
from widgets.contracts import Answer

_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


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
    writer.writerows([_cell(row.get(name)) for name in names] for row in members["data"])
    return written.getvalue()


def _cell(value: object) -> object:
    # A spreadsheet runs a cell that starts like a formula; text of the data never should.
    if isinstance(value, str) and value.startswith(_FORMULA_STARTS):
        return f"'{value}"
    return value
