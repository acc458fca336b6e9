"""An argument that no rule reads could change what SQL means: it is refused here too, whatever the guard says of it."""

import pytest

from sqlgen.contracts import Dialect
from sqlgen.faithfulness import UnfaithfulSql
from sqlgen.tests.faithfulness_world import Question, ask

_WINDOW = {"window": "2025-10-01..2025-11-01"}
_IN = (
    "c.opened_at >= CAST('2025-09-30 23:00:00+00:00' AS {instant}) AND "
    "c.opened_at < CAST('2025-11-01 00:00:00+00:00' AS {instant})"
)
_COUNTED = f"SELECT COUNT(*) AS n FROM l3_claims.ev_claim AS c WHERE {_IN}"
_PIXELS = (
    "SELECT COUNT(*) AS value FROM l3_claims.ev_claim AS c LEFT JOIN l3_claims.dim_product AS p "
    f"ON p.product_id = c.product_id WHERE {_IN} AND LOCATE('Pix', p.product_name{{start}}) > 0"
)


def _volume(dialect: Dialect) -> Question:
    return ask("demo", "claim_volume", backend=dialect, dialect=dialect, asked=_WINDOW)


def _pixels() -> Question:
    filters = [{"dimension": "product", "op": "contains", "values": ["Pix"]}]
    asked = {**_WINDOW, "filters": filters}
    return ask("demo", "claims_by_product", backend="databricks", dialect="databricks", asked=asked)


def test_a_search_that_starts_later_is_another_search() -> None:
    _pixels().check(_PIXELS.format(start="", instant="TIMESTAMP"))

    with pytest.raises(UnfaithfulSql, match="cannot be followed"):
        _pixels().check(_PIXELS.format(start=", 5", instant="TIMESTAMP"))


@pytest.mark.parametrize(
    "sql",
    [
        f"WITH a AS ({_COUNTED}), b AS ({_COUNTED} AND c.is_repeat) SELECT a.n AS value FROM a NATURAL JOIN b",
        f"SELECT MAX(n) AS value FROM ({_COUNTED} UNION ALL BY NAME SELECT NULL AS n) AS stacked",
        f"SELECT COUNT(*) AS value FROM l3_claims.ev_claim AS c TABLESAMPLE (10 PERCENT) WHERE {_IN}",
        f"SELECT n AS value FROM ({_COUNTED}) AS counted USING SAMPLE 1",
    ],
)
def test_joins_unions_and_samples_of_another_kind_are_not_followed(sql: str) -> None:
    with pytest.raises(UnfaithfulSql, match="cannot be followed"):
        _volume("duckdb").check(sql.format(instant="TIMESTAMPTZ"))
