"""Constants beside rows are followed where there is one row of them for certain: else each row counts again.

The guard refuses most such joins. The check must not rest on that.
"""

import pytest

from sqlgen.faithfulness import UnfaithfulSql
from sqlgen.tests.faithfulness_world import ask

TABLE = "l3_claims.ev_claim"
BOUNDS = "TIMESTAMPTZ '2025-09-30 23:00:00+00:00' AS lo, TIMESTAMPTZ '2025-11-01 00:00:00+00:00' AS hi"
COUNTED = f"SELECT COUNT(*) AS value FROM {TABLE} AS c CROSS JOIN b WHERE c.opened_at >= b.lo AND c.opened_at < b.hi"


def check(held: str) -> None:
    asked = {"window": "2025-10-01..2025-11-01"}
    question = ask("demo", "claim_volume", backend="duckdb", dialect="duckdb", asked=asked)
    question.check(f"WITH b AS ({held}) {COUNTED}")


def test_one_row_passes() -> None:
    check(f"SELECT {BOUNDS}")


@pytest.mark.parametrize(
    ("held", "words"),
    [
        (f"SELECT {BOUNDS} FROM {TABLE}", "none of the dictionary's"),
        (f"SELECT {BOUNDS} FROM {TABLE} GROUP BY status", "Rows are joined to groups"),
        (f"SELECT {BOUNDS} UNION ALL SELECT {BOUNDS}", "UNION ALL"),
        (f"SELECT {BOUNDS}, UNNEST([1, 2]) AS n", "cannot be followed"),
        (f"SELECT {BOUNDS} WHERE FALSE", "A condition on the answer"),
        (f"SELECT {BOUNDS} HAVING FALSE", "HAVING"),
        (f"SELECT {BOUNDS} LIMIT 0", "LIMIT"),
        (f"SELECT {BOUNDS} OFFSET 1", "LIMIT"),
        (f"SELECT {BOUNDS}, COUNT(*) AS n FROM {TABLE}", "Rows are joined to groups"),
    ],
)
def test_more_rows_or_none_are_refused(held: str, words: str) -> None:
    with pytest.raises(UnfaithfulSql, match=words):
        check(held)
