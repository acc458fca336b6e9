"""How long a new plan takes: compile and guard, beside sqlglot reading and writing the same text once.

`python bench/compile.py [--json FILE]`. Every question of the reviewed snapshots is a plan of its own, in all
three dialects; the plan is new each time, what is known of a definition (its parsed measures) is warm, as in
a web process.
"""

import argparse
import json
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import sqlglot

from sqlgen.compiler import compile_intent
from sqlgen.contracts import CompiledQuery, Dialect
from sqlgen.guard import Policy, check
from sqlgen.tests import example
from sqlgen.tests.asking import intent_of
from sqlgen.tests.snapshot_cases import CASES, Case

DIALECTS: tuple[Dialect, ...] = ("databricks", "duckdb", "postgres")
ROUNDS = 15
TARGET_MS = 4.0


def measure(rounds: int = ROUNDS) -> dict[str, Any]:
    """Milliseconds at the median over plans (each plan's own median over `rounds`), and ratios to the
    baseline.
    """
    dictionary = example.dictionary()
    plans = [_plan(case, dialect, dictionary, rounds) for case in CASES.values() for dialect in DIALECTS]
    medians = {step: statistics.median(plan[step] for plan in plans) for step in plans[0]}
    slowest = max(plan["both"] for plan in plans)
    return {
        "plans": len(plans),
        "compile_ms": round(medians["compile"], 3),
        "guard_ms": round(medians["guard"], 3),
        "compile_and_guard_ms": round(medians["both"], 3),
        "compile_and_guard_slowest_ms": round(slowest, 3),
        "baseline_parse_and_render_ms": round(medians["baseline"], 3),
        "compile_to_baseline": round(medians["compile"] / medians["baseline"], 2),
        "guard_to_baseline": round(medians["guard"] / medians["baseline"], 2),
        "target_ms": TARGET_MS,
        "met": medians["both"] <= TARGET_MS,
    }


def _plan(case: Case, dialect: Dialect, dictionary: Any, rounds: int) -> dict[str, float]:
    asked = dict(case.intent)
    metric = example.metric(asked.pop("metric"))
    intent = intent_of(metric, now=case.now, zone=case.zone, **asked)
    policy = Policy.from_dictionary(dictionary, dialect=dialect, row_cap=10_000)

    def compiled() -> CompiledQuery:
        return compile_intent(
            intent, metric, backend=case.backend, dialect=dialect, dictionary=dictionary, zone=case.zone
        )

    sql = compiled().sql
    return {
        "compile": _median_ms(compiled, rounds),
        "guard": _median_ms(lambda: check(sql, dialect=dialect, policy=policy), rounds),
        "both": _median_ms(lambda: check(compiled().sql, dialect=dialect, policy=policy), rounds),
        "baseline": _median_ms(lambda: sqlglot.parse_one(sql, read=dialect).sql(dialect=dialect), rounds),
    }


def _median_ms(step: Callable[[], object], rounds: int) -> float:
    taken = []
    for _ in range(rounds):
        begun = time.perf_counter()
        step()
        taken.append((time.perf_counter() - begun) * 1_000)
    return statistics.median(taken)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", type=Path, help="write the result here")
    given = parser.parse_args()
    result = measure()
    for name, value in result.items():
        print(f"{name:32} {value}")
    if given.json:
        given.json.write_text(json.dumps(result, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
