"""What stands between a question and its cached answer: dates, route, SQL and guard, all memoised per revision.

    python -m bench.plan --var var/bench [--rounds 200] [--json out.json]

Every demo widget's question is planned in this process, over the database of a portal that runs: once anew (nothing
remembered), then again and again as every further request does.
"""

import argparse
import json
import os
import statistics
import time
from datetime import datetime
from pathlib import Path
from typing import Any

from bench.portal import ROOT, running

TARGET_MS = 0.2


def main() -> None:
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("--var", type=Path, default=ROOT / "var" / "bench")
    options.add_argument("--rounds", type=int, default=200)
    options.add_argument("--json", type=Path)
    given = options.parse_args()

    with running(given.var):
        os.environ["PORTAL_VAR"] = str(given.var)
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "metrics_portal.settings")
        import django

        django.setup(set_prefix=False)
        result = measure(given.rounds)
    print(json.dumps(result, indent=2))
    if given.json:
        given.json.write_text(json.dumps(result))


def measure(rounds: int) -> dict[str, Any]:
    """Milliseconds per question at the median over the widgets: anew, and remembered."""
    from django.utils import timezone

    from widgets.selectors import question_of_widget, widgets

    now = timezone.now()
    questions = [question_of_widget(widget.pk) for widget in widgets()]
    questions = [question for question in questions if question.route]
    anew = [_planned_ms(question, now) for question in questions]
    again = [statistics.median(_planned_ms(question, now) for _ in range(rounds)) for question in questions]
    new, remembered = statistics.median(anew), statistics.median(again)
    return {
        "questions": len(questions),
        "anew_ms": round(new, 3),
        "remembered_ms": round(remembered, 4),
        "remembered_slowest_ms": round(max(again), 4),
        "remembered_to_anew": round(remembered / new, 4),
        "target_ms": TARGET_MS,
        "met": remembered <= TARGET_MS,
    }


def _planned_ms(question: Any, now: datetime) -> float:
    from accounts.contracts import RowPolicy
    from widgets.contracts import Overrides
    from widgets.plan import ask, plan, statement

    begun = time.perf_counter()
    statement(plan(ask(question, now=now, overrides=Overrides()), question.route, RowPolicy(), None))
    return (time.perf_counter() - begun) * 1000


if __name__ == "__main__":
    main()
