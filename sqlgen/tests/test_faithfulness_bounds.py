"""A short text that unfolds to much is refused early, by counted work and not by a clock."""

import pytest

from sqlgen.faithfulness import UnfaithfulSql
from sqlgen.tests.faithfulness_world import ask

TABLE = "l3_claims.ev_claim"
ALTERNATIVES = " OR ".join(f"(channel = 'a{n}' AND status = 'b{n}')" for n in range(40))
DOUBLED = ", ".join(f"c{n} AS (SELECT x + x AS x FROM c{n - 1})" for n in range(1, 40))
WIDE = ", ".join(f"x AS x{n}" for n in range(200))
JOINS = " ".join(f"CROSS JOIN w AS w{n}" for n in range(20))
ADDED = "x" + " + x" * 60
TEXTS = {
    "alternatives": f"SELECT COUNT(*) AS value FROM {TABLE} WHERE {ALTERNATIVES}",
    "doubled": f"WITH c0 AS (SELECT cost_avoided_usd AS x FROM {TABLE}), {DOUBLED} SELECT SUM(x) AS value FROM c39",
    "wide": (
        f"WITH v AS (SELECT SUM(cost_avoided_usd) AS x FROM {TABLE}), u AS (SELECT {ADDED} AS x FROM v), "
        f"w AS (SELECT {WIDE} FROM u) SELECT w.x0 AS value FROM w {JOINS}"
    ),
}


@pytest.mark.parametrize("name", TEXTS)
def test_what_unfolds_to_much_is_refused(name: str) -> None:
    question = ask("demo", "claim_volume", backend="duckdb", dialect="duckdb", asked={"window": "mtd"})

    with pytest.raises(UnfaithfulSql, match=r"too large|too many|more than can be followed"):
        question.check(TEXTS[name])


def test_a_long_list_of_differences_is_cut() -> None:
    question = ask("demo", "claim_volume", backend="duckdb", dialect="duckdb", asked={"window": "mtd"})
    more = " AND ".join(f"channel <> 'a{n}'" for n in range(50))

    with pytest.raises(UnfaithfulSql) as refused:
        question.check(f"SELECT COUNT(*) AS value FROM {TABLE} WHERE {more}")

    assert len(refused.value.missing) == 13
    assert refused.value.missing[-1] == "There are 40 more differences."
