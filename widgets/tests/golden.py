"""Golden questions about the world of widgets.tests.world, and the command that puts them."""

import json
from collections.abc import Callable
from io import StringIO
from pathlib import Path
from typing import Any

import yaml
from django.core.management import call_command

from sqlgen.models import EvaluationCase

REVENUE = {
    "id": "revenue",
    "question": "Revenue last month",
    "intent": {"metric": "revenue", "window": "previous_month"},
}
BY_REGION = {
    "id": "by_region",
    "question": "Revenue by region in the last 30 days",
    "intent": {"metric": "revenue", "dimensions": ["region"], "window": "last_30_days"},
}
FREE_TEXT = {"id": "free_text", "question": "Why is it raining?", "refused": "free_text_rejected"}
PLANET = {
    "id": "planet",
    "question": "Revenue by planet",
    "intent": {"metric": "revenue", "dimensions": ["planet"]},
    "refused": "intent_refused",
}
EVERY = (REVENUE, BY_REGION, FREE_TEXT, PLANET)
Evaluate = Callable[..., dict[str, Any]]


def suite(folder: Path, *cases: dict[str, Any]) -> str:
    """The path of a suite with these questions, or with every one of this module."""
    path = folder / "suite.yaml"
    path.write_text(yaml.safe_dump(list(cases or EVERY), allow_unicode=True), encoding="utf-8")
    return str(path)


def evaluated(path: str, provider: str, **options: Any) -> dict[str, Any]:
    """What the command wrote as JSON, and how it exited."""
    out, code = StringIO(), 0
    try:
        call_command("evaluate_generation", suite=path, provider=provider, json=True, stdout=out, **options)
    except SystemExit as ended:
        code = int(str(ended.code))
    return {**json.loads(out.getvalue()), "exit": code}


def verdicts() -> dict[str, str]:
    return dict(EvaluationCase.objects.values_list("case", "verdict"))
