"""Generated SQL in words for the people who judge it."""

import difflib
from typing import Any

import sqlglot
from sqlglot import exp
from sqlglot.errors import SqlglotError

from sqlgen.models import GenerationLog, PinnedSql

_PASSED = (GenerationLog.Verdict.ACCEPTED, GenerationLog.Verdict.REFUSED_UNFAITHFUL)


def intent_words(plain: dict[str, Any]) -> str:
    """An atom as a sentence: what is asked, cut by what, for when."""
    said = [plain["metric"]]
    if plain["grain"]:
        said.append(f"per {plain['grain']}")
    if plain["dimensions"]:
        said.append(f"by {', '.join(plain['dimensions'])}")
    said += [_filter_words(*each) for each in plain["filters"]]
    if plain["window"]:
        start, end, label = plain["window"]
        said.append(f"in [{start[:16].replace('T', ' ')}, {end[:16].replace('T', ' ')}) ({label})")
    return ", ".join(said)


def difference(compiled: str, written: str, dialect: str, *, guarded: bool = True) -> str:
    """The model's SQL against the compiled SQL, both laid out the same way, as a unified diff.

    The compiled SQL's own order is left out: the portal orders what the model's SQL gives, so none is missing there.
    What the guard refused is shown line by line as it came: short texts can keep a parser busy for hours.
    """
    lines = difflib.unified_diff(
        _laid_out(compiled, dialect, ordered=False),
        _laid_out(written, dialect) if guarded else written.splitlines(),
        fromfile="compiled",
        tofile="model",
        lineterm="",
    )
    return "\n".join(lines) or "Both say the same, laid out alike."


def comparison_words(plain: dict[str, Any] | None) -> str:
    """How the two answers differ."""
    if plain is None:
        return "Not compared yet."
    if plain["verdict"] == "not compared":
        return f"Not compared: {plain['words']}"
    largest = plain["largest_relative_difference"]
    apart = "" if largest is None else f" Largest relative difference {largest:.3g}."
    if plain["verdict"] == "equal":
        rows = plain["compiled_rows"]
        return f"Equal: {rows:,} {'row' if rows == 1 else 'rows'} each.{apart}"
    return (
        f"Different: {plain['different_rows']:,} rows differ, {plain['only_compiled']:,} are only in the compiled "
        f"answer, {plain['only_written']:,} only in the model's ({plain['compiled_rows']:,} and "
        f"{plain['written_rows']:,} rows).{apart} {plain['words']}"
    ).strip()


def applies(pin: PinnedSql) -> bool:
    """Whether the pin was written for the metric's definition of now."""
    return pin.metric.retired_at is None and pin.metric.closure_hash == pin.closure_hash


def passed_the_guard(row: GenerationLog | PinnedSql) -> bool:
    """Whether a parser may read its SQL."""
    return isinstance(row, PinnedSql) or row.verdict in _PASSED


def _filter_words(name: str, op: str, values: list[Any]) -> str:
    listed = ", ".join("unknown" if value is None else str(value) for value in values)
    return f"{name} {op.replace('_', ' ')} {listed}".strip()


def _laid_out(sql: str, dialect: str, *, ordered: bool = True) -> list[str]:
    try:
        tree = sqlglot.parse_one(sql, read=dialect)
        if not ordered and isinstance(tree, exp.Query) and not tree.args.get("limit"):
            tree.set("order", None)
        return tree.sql(dialect=dialect, pretty=True, comments=False).splitlines()
    except (SqlglotError, RecursionError):  # an upgrade may read what passed the guard otherwise
        return sql.splitlines()
