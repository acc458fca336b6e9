"""How long the guard takes, per query of its corpus, beside sqlglot's own parse and render of the same text.

    python -m bench.guard [--rounds 5] [--json out.json]

Milliseconds (median, 99th percentile, worst) for legitimate and hostile SQL of each dialect, and the ratio of
medians to sqlglot's parse and render in the same run. Hostile SQL is refused early: the targets must hold for the
legitimate queries alone, the largest among them.
"""

import argparse
import json
import statistics
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from sqlglot import ErrorLevel
from sqlglot.dialects.dialect import Dialect as SqlglotDialect

from sqlgen.contracts import Dialect
from sqlgen.guard import GuardViolation, Policy, check
from sqlgen.tests.guard_cases import cases
from sqlgen.tests.guard_world import DIALECTS, policy

ROUNDS = 5
TARGET = {"median_ms": 1.5, "p99_ms": 6.0}


def main() -> None:
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("--rounds", type=int, default=ROUNDS)
    options.add_argument("--json", type=Path)
    given = options.parse_args()
    result = measure(given.rounds)
    print(json.dumps(result, indent=2))
    if given.json:
        given.json.write_text(json.dumps(result))


def measure(rounds: int) -> dict[str, Any]:
    """Every figure, and whether the targets hold on the whole corpus."""
    figures: dict[str, Any] = {}
    every: dict[str, list[float]] = {"legit": [], "hostile": []}
    for dialect in DIALECTS:
        for kind in ("legit", "hostile"):
            texts = [case.sql for case in cases(kind, dialect)]
            world = policy(dialect)
            taken = _best_of(rounds, texts, lambda sql, d=dialect, w=world: _guard(sql, d, w))
            every[kind] += taken
            figures[f"{dialect}_{kind}"] = _figures(taken)
            if kind == "legit":
                reader = SqlglotDialect.get_or_raise(dialect)
                bare = _best_of(rounds, texts, lambda sql, r=reader: _parse_and_render(sql, r))
                ratio = statistics.median(taken) / statistics.median(bare)
                figures[f"{dialect}_{kind}"]["times_parse_and_render"] = round(ratio, 2)
    legit, corpus = _figures(every["legit"]), _figures(every["legit"] + every["hostile"])
    met = all(total[name] <= TARGET[name] for total in (legit, corpus) for name in TARGET)
    return {"bench": "guard", "corpus": corpus, "legit": legit, "target": TARGET, "met": met, **figures}


def _best_of(rounds: int, texts: list[str], run: Callable[[str], None]) -> list[float]:
    """The quickest of several rounds per text, in milliseconds: other work on the machine adds, never takes."""
    best = [float("inf")] * len(texts)
    for _ in range(rounds):
        for index, sql in enumerate(texts):
            started = time.perf_counter()
            run(sql)
            best[index] = min(best[index], (time.perf_counter() - started) * 1_000)
    return best


def _guard(sql: str, dialect: Dialect, world: Policy) -> None:
    try:
        check(sql, dialect=dialect, policy=world)
    except GuardViolation:
        return


def _parse_and_render(sql: str, dialect: SqlglotDialect) -> None:
    for tree in dialect.parse(sql, error_level=ErrorLevel.RAISE):
        if tree is not None:
            dialect.generate(tree, copy=False, identify=True, comments=False)


def _figures(taken: list[float]) -> dict[str, float]:
    ordered = sorted(taken)
    return {
        "queries": len(ordered),
        "median_ms": round(statistics.median(ordered), 3),
        "p99_ms": round(ordered[int(len(ordered) * 0.99)], 3),
        "worst_ms": round(ordered[-1], 3),
    }


if __name__ == "__main__":
    main()
