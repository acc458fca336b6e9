"""The demo's metrics with every source on every engine, so that each definition is proven on all three.

A metric with two sources becomes two variants, `csat` and `csat #2`: the compiler takes the first source that fits.
"""

import hashlib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

from catalog.contracts import GovernedMetric
from catalog.definitions import MetricDefinition
from sqlgen.shape import simple_parts

ENGINES = ("duckdb", "postgres", "databricks")
_FILE = Path(__file__).resolve().parents[2] / "data-dictionary" / "metrics.yaml"


def variants() -> dict[str, GovernedMetric]:
    """Every demo metric by name, its further variants beside it."""
    written = {entry["name"]: entry for entry in yaml.safe_load(_FILE.read_text(encoding="utf-8"))}
    return dict(pair for name in written for pair in _variants_of(name, written))


def _variants_of(name: str, written: Mapping[str, Any]) -> Iterator[tuple[str, GovernedMetric]]:
    count = max(len(part.definition.sources) for part in simple_parts(_governed(name, written, None)))
    for place in range(count):
        yield (name if place == 0 else f"{name} #{place + 1}"), _governed(name, written, place)


def _governed(name: str, written: Mapping[str, Any], place: int | None) -> GovernedMetric:
    """A metric as the catalog would give it; with `place`, each part's source of that place (or its last) alone."""
    entry = dict(written[name])
    if place is not None and entry.get("sources"):
        sources = entry["sources"]
        entry["sources"] = [{**sources[min(place, len(sources) - 1)], "backends": list(ENGINES)}]
    definition = MetricDefinition.model_validate(entry)
    parts = {part: _governed(part, written, place) for part in definition.part_names}
    closure = definition.fingerprint() + "".join(parts[part].closure_hash for part in sorted(parts))
    return GovernedMetric(
        definition=definition,
        revision=1,
        hash=definition.fingerprint(),
        closure_hash=hashlib.sha256(closure.encode()).hexdigest(),
        author="engines",
        parts=parts,
    )
