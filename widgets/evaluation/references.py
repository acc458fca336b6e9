"""A person's SQL with the windows of the moment filled in."""

from datetime import datetime
from zoneinfo import ZoneInfo

from sqlgen.contracts import Intent


def filled_in(sql: str, intent: Intent, zone: ZoneInfo) -> str:
    """The reference SQL of a suite (see suites.GoldenCase) for the windows of an intent."""
    named: dict[str, datetime] = {}
    if intent.window:
        named |= {"start": intent.window.start, "end": intent.window.end}
    if intent.compare:
        named |= {"previous_start": intent.compare.window.start, "previous_end": intent.compare.window.end}
    filled = sql.replace("{zone}", zone.key)
    for name, moment in named.items():
        filled = filled.replace(f"{{{name}}}", f"TIMESTAMPTZ '{moment.isoformat(sep=' ')}'")
    return filled
