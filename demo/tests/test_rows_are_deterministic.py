"""The same recipe gives the same rows, and tomorrow leaves yesterday as it was."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

from demo.places import Places
from demo.services import seed
from demo.tests.conftest import NOW, Rows

Ask = Callable[[str], Rows]
CLAIMS = "SELECT * FROM l3_claims.ev_claim ORDER BY claim_id"
SETTLED = (
    "SELECT * FROM l3_claims.ev_claim WHERE opened_at >= '2026-10-01' AND opened_at < '2026-11-01' "
    "AND status IN ('closed', 'rejected') ORDER BY claim_id"
)


def test_same_recipe_same_rows(places: Places, lake: Ask, ops: Ask) -> None:
    seed(places=places, now=NOW, claims=2000, days=100)
    first = lake(CLAIMS), ops("SELECT * FROM ops.alert ORDER BY alert_id")

    seed(places=places, now=NOW, claims=2000, days=100, fresh=True)

    assert (lake(CLAIMS), ops("SELECT * FROM ops.alert ORDER BY alert_id")) == first


def test_another_seed_gives_other_rows(places: Places, lake: Ask) -> None:
    seed(places=places, now=NOW, claims=500, days=30)
    first = lake(CLAIMS)

    seed(places=places, now=NOW, claims=500, days=30, seed=8)

    assert lake(CLAIMS) != first


def test_settled_claims_do_not_change_when_days_pass(places: Places, lake: Ask) -> None:
    seed(places=places, now=NOW, claims=3000, days=100)
    before = {row[0]: row for row in lake(SETTLED)}

    for days in (1, 2, 9):
        seed(places=places, now=NOW + timedelta(days=days))

    after = {row[0]: row for row in lake(SETTLED)}
    assert before
    assert {number: after[number] for number in before} == before


def test_days_appended_one_by_one_equal_days_made_at_once(places: Places, lake: Ask, tmp_path: Path) -> None:
    later = NOW + timedelta(days=50)
    seed(places=places, now=NOW, claims=2000, days=60)
    for days in (1, 20, 50):
        seed(places=places, now=NOW + timedelta(days=days))
    in_steps = lake(CLAIMS)

    seed_note = (places.var_dir / "demo.json").read_text()
    places.lakehouse.unlink()  # nothing to take over, so all days are made again on the same anchor
    seed(places=places, now=later)

    assert '"anchor": "2026-11-20"' in seed_note
    assert lake(CLAIMS) == in_steps
