"""Seeding is complete and idempotent: a marker is written last, files are swapped, faults are told."""

import errno
import os
import subprocess
import sys
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import duckdb
import psycopg
import pytest
from django.conf import settings

from demo.contracts import CannotSeed, Recipe
from demo.generate import build, lakehouse
from demo.places import Places
from demo.services import seed, tick
from demo.tests.conftest import NOW, Rows

Ask = Callable[[str], Rows]
COUNT = "SELECT count(*) FROM l3_claims.ev_claim"


def test_a_second_call_of_the_day_changes_nothing(places: Places) -> None:
    first = seed(places=places, now=NOW, claims=500, days=30)
    written = places.lakehouse.stat().st_mtime_ns

    second = seed(places=places, now=NOW + timedelta(hours=2), claims=500, days=30)

    assert first.changed
    assert not second.changed
    assert second.claims == first.claims
    assert places.lakehouse.stat().st_mtime_ns == written


def test_left_out_parameters_keep_what_was_made(places: Places) -> None:
    seed(places=places, now=NOW, claims=700, days=30)

    again = seed(places=places, now=NOW)

    assert not again.changed
    assert 650 < again.claims < 760


@pytest.mark.parametrize("damage", ["marker", "lakehouse", "operational"])
def test_a_half_finished_run_is_done_again(places: Places, ops: Ask, lake: Ask, damage: str) -> None:
    made = seed(places=places, now=NOW, claims=500, days=30)
    if damage == "marker":
        (places.var_dir / "demo.json").write_text('{"claims":')
    elif damage == "lakehouse":
        places.lakehouse.unlink()
    else:
        with psycopg.connect(places.operational_url, autocommit=True) as connection:
            connection.execute("DROP SCHEMA ops CASCADE")

    again = seed(places=places, now=NOW, claims=500, days=30)

    assert again.changed
    assert lake(COUNT)[0][0] == made.claims == ops("SELECT sum(claims_opened) FROM ops.kpi_daily")[0][0]


def test_a_reader_keeps_its_file_while_the_new_one_is_swapped_in(places: Places, lake: Ask) -> None:
    before = seed(places=places, now=NOW, claims=500, days=30).claims
    with duckdb.connect(str(places.lakehouse), read_only=True) as reader:
        after = seed(places=places, now=NOW, claims=900, days=30).claims

        assert reader.execute(COUNT).fetchall() == [(before,)]
        assert after > before

    assert lake(COUNT) == [(after,)]


def test_left_overs_of_a_killed_run_are_cleared_away(places: Places) -> None:
    (places.var_dir / ".lakehouse.duckdb.999.new").write_text("half")
    (places.var_dir / ".demo-scratch-abc").mkdir()

    seed(places=places, now=NOW, claims=300, days=10)

    assert sorted(path.name for path in places.var_dir.iterdir()) == [
        "demo.json",
        "demo.lock",
        "lakehouse.duckdb",
    ]


def test_a_full_disk_is_told_and_nothing_is_lost(
    places: Places, lake: Ask, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = seed(places=places, now=NOW, claims=500, days=30)
    recipe = Recipe(claims=900, days=30, seed=1, anchor=NOW.date(), as_of=NOW, zone=places.zone)

    def no_room(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(lakehouse.os, "replace", no_room)
    with pytest.raises(CannotSeed, match=r"disk is full.* fewer rows with --claims, and run this again"):
        build.build(recipe, file=places.lakehouse, url=places.operational_url, since=None, stamp="x")

    assert lake(COUNT) == [(made.claims,)]
    assert not list(places.var_dir.glob(".lakehouse*"))


def test_a_file_somebody_writes_to_is_told(places: Places) -> None:
    seed(places=places, now=NOW, claims=300, days=10)
    holder = subprocess.Popen(
        [
            sys.executable,
            "-c",
            f"import duckdb; c=duckdb.connect({str(places.lakehouse)!r}); print('open', flush=True); input()",
        ],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    try:
        assert holder.stdout is not None
        holder.stdout.readline()
        with pytest.raises(CannotSeed, match="open for writing in another program"):
            seed(places=places, now=NOW + timedelta(days=1))
    finally:
        holder.communicate(b"\n", timeout=10)


def test_a_stopped_operational_database_is_told(places: Places, tmp_path: Path) -> None:
    away = Places(
        var_dir=tmp_path,
        lakehouse=places.lakehouse,
        operational_url="postgresql://nobody@127.0.0.1:1/x",
        zone=places.zone,
    )

    with pytest.raises(CannotSeed, match="operational PostgreSQL gave no answer"):
        seed(places=away, now=NOW, claims=300, days=10)

    assert not places.lakehouse.exists()


def test_impossible_sizes_are_refused(places: Places) -> None:
    with pytest.raises(CannotSeed, match="--claims 0"):
        seed(places=places, now=NOW, claims=0)


def test_a_tick_brings_new_alerts_at_once_and_claims_after_ten_minutes(
    places: Places, lake: Ask, ops: Ask
) -> None:
    seed(places=places, now=NOW, claims=30_000, days=60)
    last_claim = lake("SELECT max(opened_at) FROM l3_claims.ev_claim")

    tick(places=places, now=NOW + timedelta(minutes=5))
    alerts = ops("SELECT count(*) FROM ops.alert WHERE raised_at > '2026-11-20 15:30:00+00'")[0][0]
    claims_soon = lake("SELECT max(opened_at) FROM l3_claims.ev_claim")
    tick(places=places, now=NOW + timedelta(minutes=40))

    assert alerts > 0
    assert claims_soon == last_claim
    assert lake("SELECT max(opened_at) FROM l3_claims.ev_claim") > last_claim


def test_a_tick_before_the_first_seed_does_nothing(places: Places) -> None:
    assert tick(places=places, now=NOW) == "There is no demo data to move on."


def test_the_portal_s_reader_may_read_and_not_write(places: Places) -> None:
    seed(places=places, now=NOW, claims=300, days=10)
    reader = settings.OPERATIONAL_DATABASE_URL

    with psycopg.connect(reader) as connection:
        assert connection.execute("SELECT count(*) > 0 FROM ops.kpi_daily").fetchone() == (True,)
        with pytest.raises(psycopg.Error):
            connection.execute("DELETE FROM ops.kpi_daily")
