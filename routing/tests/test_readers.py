"""Who reads: the sign-in a proxy forwards, taken where a setting says so, and kept to the request it came with."""

import pickle
from typing import Any

import pytest
from django.core.checks import ERROR, WARNING
from django.test import RequestFactory
from pytest_django import Settings

from accounts.contracts import Reader
from accounts.models import User
from routing import backends
from routing.asking import viewer_of
from routing.checks import boot_findings, warehouses_can_be_reached
from routing.contracts import NotSignedIn
from routing.models import Route
from routing.sync import sync_routing

HEADER = "X-Forwarded-Access-Token"
WAREHOUSE: dict[str, Any] = {
    "engine": "databricks",
    "host": "adb-1.2.azuredatabricks.net",
    "http_path": "/sql/1.0/warehouses/abc",
    "token": "dapi-1",
    "deadline_seconds": 20,
    "max_rows": 100,
    "slots": 2,
}


@pytest.fixture
def behind_a_proxy(settings: Settings) -> None:
    settings.SQL_BACKENDS = {"databricks": WAREHOUSE, "duckdb": {**WAREHOUSE, "engine": "duckdb"}}
    settings.DATABRICKS_USER_TOKEN_HEADER = HEADER


def reader_of(user: User, **headers: str) -> Reader | None:
    request = RequestFactory().get("/", headers=headers)
    request.user = user
    return viewer_of(request).reader


@pytest.mark.usefixtures("behind_a_proxy")
def test_a_reader_is_the_person_and_the_token_they_bring(viewer: User, analyst: User) -> None:
    first, same, renewed, other = (
        reader_of(user, **{HEADER: token})
        for user, token in ((viewer, "a.b-c"), (viewer, "a.b-c"), (viewer, "d"), (analyst, "a.b-c"))
    )

    assert first is not None
    assert (first.person, first.token) == (str(viewer.pk), "a.b-c")
    assert first == same
    assert len({each.key for each in (first, renewed, other) if each}) == 3
    assert "a.b-c" not in first.key + repr(first)


@pytest.mark.usefixtures("behind_a_proxy")
def test_a_reader_leaves_no_process(viewer: User) -> None:
    with pytest.raises(TypeError, match="stays in the process"):
        pickle.dumps(reader_of(viewer, **{HEADER: "a"}))


@pytest.mark.usefixtures("behind_a_proxy")
@pytest.mark.parametrize("token", ["", " ", "two words", "a,b", "Bearer a", '"a"', "a" * 16_385])
def test_what_can_be_no_token_makes_no_reader(viewer: User, token: str) -> None:
    assert reader_of(viewer, **{HEADER: token}) is None


def test_by_default_nobody_is_a_reader(settings: Settings, viewer: User) -> None:
    settings.SQL_BACKENDS = {"databricks": WAREHOUSE}

    assert settings.DATABRICKS_USER_TOKEN_HEADER == ""
    assert reader_of(viewer, **{HEADER: "a"}) is None
    assert not backends.by_reader("databricks")


@pytest.mark.usefixtures("behind_a_proxy")
def test_only_an_engine_that_can_answers_each_by_their_own_rights() -> None:
    assert [backends.by_reader(name) for name in ("databricks", "duckdb", "nowhere")] == [True, False, False]
    with pytest.raises(NotSignedIn, match="your organisation's proxy"):
        backends.for_reader("databricks", None)


@pytest.mark.parametrize(
    ("header", "words"),
    [
        ("X_Forwarded_Access_Token", "is no header's name"),
        ("X-Token:", "is no header's name"),
        ("Authorization", "carries something else"),
        ("cookie", "carries something else"),
    ],
)
@pytest.mark.usefixtures("behind_a_proxy")
def test_a_header_by_which_nobody_can_be_known_stops_the_start(
    settings: Settings, header: str, words: str
) -> None:
    settings.DATABRICKS_USER_TOKEN_HEADER = header

    (finding,) = warehouses_can_be_reached()

    assert (finding.id, finding.level) == ("routing.E013", ERROR)
    assert words in finding.msg
    assert HEADER in str(finding.hint)


def test_a_header_without_a_warehouse_stops_the_start(db: None, settings: Settings) -> None:
    settings.SQL_BACKENDS = {"duckdb": {**WAREHOUSE, "engine": "duckdb"}}
    settings.DATABRICKS_USER_TOKEN_HEADER = HEADER

    (finding,) = warehouses_can_be_reached()

    assert (finding.id, finding in boot_findings()) == ("routing.E013", True)
    assert "DATABRICKS_HOST" in str(finding.hint)


@pytest.mark.usefixtures("behind_a_proxy")
def test_a_route_that_is_never_warm_is_told_at_the_start_and_when_it_is_synced(
    settings: Settings, tmp_path: Any, make_metric: Any
) -> None:
    make_metric("opened", "databricks")
    settings.ROUTING_FILE = tmp_path / "routes.yaml"
    settings.ROUTING_FILE.write_text("opened: {backend: databricks, warm: true}\n")

    report = sync_routing(path=settings.ROUTING_FILE)
    told = [finding for finding in boot_findings() if finding.id == "routing.W004"]

    assert report.applied
    assert Route.objects.get().warm
    assert [finding.level for finding in told] == [WARNING]
    assert [finding.message for finding in report.findings] == [told[0].msg]
    assert "opened is not kept warm" in told[0].msg
