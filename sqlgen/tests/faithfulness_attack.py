"""A long attack on the faithfulness check, run by hand: `python -m sqlgen.tests.faithfulness_attack 600 [seed]`.

For so many seconds it takes right SQL that passes, makes one to three mistakes in it, and asks DuckDB, in worlds of
random rows, for what still passes: each that answers otherwise than the compiled metric somewhere is a false pass.
"""

import random
import sys
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from sqlglot.errors import ParseError

from sqlgen.faithfulness import UnfaithfulSql
from sqlgen.guard import GuardViolation, Policy, check
from sqlgen.tests.faithfulness_cases import EXAMPLE, Pair, pairs
from sqlgen.tests.faithfulness_data import claims_database
from sqlgen.tests.faithfulness_mutations import mutants
from sqlgen.tests.test_faithfulness_labels import answer, compiled, shown

WORLDS = ((11, 1_500), (1, 90), (2, 130), (3, 300), (4, 700), (5, 12))


def attack(seconds: float, seed: int) -> Iterator[str]:
    """Every false pass that is found, then how much was tried."""
    dice = random.Random(seed)  # noqa: S311 - test data
    worlds = [claims_database(*one) for one in WORLDS]
    right = [
        one
        for one in pairs()
        if one.faithful and one.dialect == "duckdb" and not one.metric.startswith(EXAMPLE)
    ]
    right = [one for one in right if _passes(one)]
    end, told = time.monotonic() + seconds, Counter[str]()
    while time.monotonic() < end:
        pair = dice.choice(right)
        wrong = replace(pair, sql=_mistaken(pair, dice))
        told["tried"] += 1
        if not _passes(wrong):
            continue
        told["passed"] += 1
        for place, world in enumerate(worlds):
            found, wanted = (
                answer(world, shown(wrong, sql), ordered=False) for sql in (wrong.sql, compiled(pair))
            )
            if found != wanted:
                told["false"] += 1
                yield f"{pair}\n  in world {WORLDS[place]}, {found[:1]}\n  {pair.sql}\n  {wrong.sql}"
                break
    yield str(dict(told))


def _mistaken(pair: Pair, dice: random.Random) -> str:
    sql = pair.sql
    for _ in range(dice.choice((1, 1, 2, 3))):
        try:
            every = sorted(set(mutants(sql, pair.dialect)) - {pair.sql})
        except ParseError:  # the last mistake left nothing that can be read
            break
        sql = dice.choice(every)
    return sql


def _passes(pair: Pair) -> bool:
    """Whether check and guard accept it; some changes cannot even be read."""
    policy = Policy.from_dictionary(pair.question.dictionary, dialect=pair.dialect, row_cap=10_000)
    try:
        pair.question.check(pair.sql)
        check(pair.sql, dialect=pair.dialect, policy=policy)
    except (UnfaithfulSql, GuardViolation):
        return False
    return True


if __name__ == "__main__":
    for text in attack(float(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 0):
        print(text, flush=True)  # noqa: T201 - its output is what it is for
