"""The load time an answer tells is never later than the data its query saw, whatever is loaded meanwhile."""

import json
import os
import shutil
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import duckdb
import psycopg
import pytest
from django.conf import settings as portal_settings
from django.core.cache import caches

from accounts.contracts import Viewer
from routing import backends
from routing.backends.base import BaseBackend
from routing.contracts import BackendError, ErrorKind, ResultSet
from sqlgen.guard import GuardedQuery
from widgets import engine
from widgets.contracts import Form
from widgets.resolver import resolve
from widgets.tests import world

pytestmark = pytest.mark.usefixtures("governed")

LOADED_AT = datetime.fromisoformat("2026-03-01T08:00:00+00:00")
Load = Callable[[datetime], None]


@pytest.fixture
def load_postgres() -> Iterator[Load]:
    with psycopg.connect(portal_settings.EMBEDDED["operational_owner_url"], autocommit=True) as owner:
        yield lambda at: owner.execute("UPDATE shop.sale SET loaded_at = %s", [at]) and None
        owner.execute("UPDATE shop.sale SET loaded_at = now()")


@pytest.fixture
def load_duckdb(engines: Path, tmp_path: Path) -> Iterator[Load]:
    """What is loaded into the lakehouse is a new file, swapped in."""
    live, as_it_was, new = engines / "lakehouse.duckdb", tmp_path / "before.duckdb", engines / "new.duckdb"
    shutil.copy(live, as_it_was)

    def load(at: datetime) -> None:
        shutil.copy(as_it_was, new)
        with duckdb.connect(str(new)) as connection:
            connection.execute("UPDATE shop.sale SET loaded_at = ?", [at])
        os.replace(new, live)

    yield load
    shutil.copy(as_it_was, new)
    os.replace(new, live)


@pytest.fixture(params=[("revenue", "load_duckdb"), ("sales", "load_postgres")], ids=["duckdb", "postgres"])
def loading(request: pytest.FixtureRequest) -> tuple[str, Load]:
    """A metric, and how its table is loaded; it was, at LOADED_AT."""
    metric, load = request.param[0], request.getfixturevalue(request.param[1])
    load(LOADED_AT)
    return metric, load


def told(metric: str, viewer: Viewer, now: datetime) -> dict[str, Any]:
    answer = resolve(
        world.ask_for(metric, window="last_30_days"), viewer, now=now, form=Form.JSON, refresh=True
    )
    assert answer.ready is not None
    members: dict[str, Any] = json.loads(b"{" + answer.ready.json_members + b"}")
    return members["provenance"]


def test_a_load_that_ends_meanwhile_does_not_make_the_data_look_newer(
    loading: tuple[str, Load], somebody: Viewer, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    metric, load = loading
    ask = BaseBackend.execute

    def load_once_asked(self: BaseBackend, query: GuardedQuery, **given: Any) -> ResultSet:
        result = ask(self, query, **given)
        load(LOADED_AT + timedelta(hours=1))
        return result

    monkeypatch.setattr(BaseBackend, "execute", load_once_asked)
    provenance = told(metric, somebody, now)

    assert datetime.fromisoformat(provenance["data_loaded_at"]) == LOADED_AT


def test_the_next_answer_tells_the_load_when_the_kept_time_is_over(
    loading: tuple[str, Load], somebody: Viewer, now: datetime
) -> None:
    metric, load = loading
    told(metric, somebody, now)
    load(LOADED_AT + timedelta(hours=1))

    kept = told(metric, somebody, now)
    for name in ("answers", "default"):  # what all processes share of it, and what this one has at hand
        caches[name].clear()
    asked_anew = told(metric, somebody, now)

    moments = [datetime.fromisoformat(one["data_loaded_at"]) for one in (kept, asked_anew)]
    assert moments == [LOADED_AT, LOADED_AT + timedelta(hours=1)]


def test_where_the_age_cannot_be_asked_the_query_runs_all_the_same(
    loading: tuple[str, Load], somebody: Viewer, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    def busy(self: BaseBackend, table: str, **given: Any) -> None:
        raise BackendError("All places are taken.", kind=ErrorKind.OVERLOADED, backend=self.name)

    monkeypatch.setattr(BaseBackend, "freshness", busy)
    provenance = told(loading[0], somebody, now)

    assert provenance["data_loaded_at"] is None
    assert provenance["query_id"]


def test_a_flight_lasts_longer_than_all_that_a_run_may_take() -> None:
    route = world.ask_for("revenue").route
    assert route is not None
    look, query = backends.get(route.backend).last_load_seconds, 10.0

    assert (
        engine.patience_seconds(route) >= look + 5 + query + 5
    )  # the wait for a slot; stopping what is late
