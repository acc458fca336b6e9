"""Atoms: the plain questions that any question is composed of, and the shape by which their SQL is kept."""

import hashlib
import json
from dataclasses import replace
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from catalog.contracts import GovernedMetric
from sqlgen.contracts import Filter, FilterOp, Grain, Intent, Window
from sqlgen.generation.contracts import AtomQuestion, PinKey, Place
from sqlgen.generation.errors import NotForModels


def atoms_of(intent: Intent) -> tuple[Intent, ...]:
    """The intents with one window, no comparison, no totals, no order and no limit that `intent` is made of.

    The first is the answer's own rows. With totals the whole window's value follows, and with a limit on a
    series what its groups are ranked by.
    """
    plain = replace(intent, compare=None, order=(), limit=None, totals=False)
    atoms = [plain]
    if intent.grain and intent.totals:
        atoms.append(replace(plain, grain=None, dimensions=()))
    if intent.grain and intent.limit:
        atoms.append(replace(plain, grain=None))
    return tuple(atoms)


def questions_of(intent: Intent, metric: GovernedMetric, place: Place) -> tuple[AtomQuestion, ...]:
    """What a model is asked for an intent; raises NotForModels for a metric models write no SQL for."""
    check_writable(metric)
    return tuple(
        AtomQuestion(
            intent=atom, metric=metric, place=place, key=pin_key(atom, metric, place.backend, place.dialect)
        )
        for atom in atoms_of(intent)
    )


def pin_key(atom: Intent, metric: GovernedMetric, backend: str, dialect: str) -> PinKey:
    return PinKey(metric.closure_hash, shape_key(atom), backend, dialect)


def shape_key(atom: Intent) -> str:
    """SHA-256 (hex) of an atom without its window's dates: filters with their values belong to the shape."""
    shape = plain_intent(atom)
    shape["window"] = atom.window is not None
    shape["filters"] = sorted(shape["filters"], key=json.dumps)
    return hashlib.sha256(json.dumps(shape, sort_keys=True).encode()).hexdigest()


def check_writable(metric: GovernedMetric) -> None:
    """Raises NotForModels where the metric, or a part of it, is cumulative."""
    if not is_writable(metric):
        raise NotForModels(
            f"{metric.name} is a cumulative metric, or made of one: its SQL needs a calendar that models are "
            "not asked to write. Use generation: compiled.",
            field="metric",
            value=metric.name,
        )


def is_writable(metric: GovernedMetric) -> bool:
    return metric.definition.type != "cumulative" and all(is_writable(one) for one in metric.parts.values())


def plain_intent(intent: Intent) -> dict[str, Any]:
    """An atom as JSON keeps it."""
    window = intent.window
    return {
        "metric": intent.metric,
        "dimensions": list(intent.dimensions),
        "filters": [[one.dimension, one.op.value, list(one.values)] for one in intent.filters],
        "grain": intent.grain.value if intent.grain else None,
        "window": [window.start.isoformat(), window.end.isoformat(), window.label] if window else None,
    }


def intent_from(plain: dict[str, Any], zone: ZoneInfo) -> Intent:
    """The atom that `plain_intent` wrote down, its window in the portal's zone."""
    return Intent(
        metric=plain["metric"],
        dimensions=tuple(plain["dimensions"]),
        filters=tuple(Filter(name, FilterOp(op), tuple(values)) for name, op, values in plain["filters"]),
        grain=Grain(plain["grain"]) if plain["grain"] else None,
        window=_window(plain["window"], zone),
    )


def _window(plain: list[str] | None, zone: ZoneInfo) -> Window | None:
    if plain is None:
        return None
    start, end, label = plain
    return Window(
        start=datetime.fromisoformat(start).astimezone(zone),
        end=datetime.fromisoformat(end).astimezone(zone),
        label=label,
    )
