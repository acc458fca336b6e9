"""Who waits for a model holds a thread of the process: only so many may, and the others are told at once."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from threading import Event

import pytest
from django.db import connections
from django.test import Client
from pytest_django import Settings
from rest_framework.test import APIClient

from accounts.contracts import Viewer
from accounts.models import User
from routing.contracts import ErrorKind
from sqlgen.generation import places
from sqlgen.models import GenerationLog
from sqlgen.models_llm.contracts import ModelError
from tests.emulators.bedrock import Answer as Written
from tests.emulators.bedrock import Asked, BedrockServer, writes
from widgets.contracts import Answer, Form, TileState
from widgets.resolver import resolve
from widgets.tests import model_writer, world

pytestmark = pytest.mark.usefixtures("governed")
THREADS = 4  # of which one may wait for a model


@pytest.fixture(autouse=True)
def _one_place(settings: Settings) -> None:
    settings.WEB_THREADS = THREADS
    settings.SQL_MODEL_DEADLINE_SECONDS = 200.0  # no test waits for it


def read(metric: str, viewer: Viewer, now: datetime, **members: object) -> Answer:
    try:
        return resolve(world.ask_for(metric, **members), viewer, now=now, form=Form.JSON)
    finally:
        connections.close_all()


@pytest.mark.django_db(transaction=True)
def test_tiles_that_need_no_model_are_answered_while_others_wait_for_one(
    viewer: User, now: datetime, bedrock: BedrockServer
) -> None:
    somebody, was_asked, may_answer = viewer.as_viewer(), Event(), Event()
    model_writer.route("revenue")

    def hangs(asked: Asked) -> Written:
        was_asked.set()
        may_answer.wait(150)
        return writes("SELECT 1 AS value")

    bedrock.replies_with(hangs)

    with ThreadPoolExecutor(THREADS) as threads:
        waiting = threads.submit(read, "revenue", somebody, now)
        assert was_asked.wait(60)
        same = [threads.submit(read, "revenue", somebody, now) for _ in range(3)]
        others = [threads.submit(read, "revenue", somebody, now, grain=grain) for grain in ("day", "week")]
        plain = threads.submit(read, "sales", somebody, now).result(timeout=60)
        told = [tile.result(timeout=60).error for tile in (*same, *others)]
        asked_by_then = len(bedrock.requests)
        may_answer.set()
        refused = waiting.result(timeout=60).error

    assert plain.state is TileState.FRESH
    assert asked_by_then == 1
    assert all(error and "As many as may already wait" in error.detail for error in told)
    assert {(error.kind, error.retry_after) for error in told if error} == {(ErrorKind.MODEL_UNAVAILABLE, 5)}
    assert refused is not None
    assert refused.kind is ErrorKind.UNFAITHFUL_SQL


@pytest.mark.django_db
@pytest.mark.parametrize("dry_run", [False, True])
def test_over_the_api_it_is_a_503_that_says_when_to_ask_again(
    api_for: Callable[[str | None], APIClient], bedrock: BedrockServer, dry_run: bool
) -> None:
    body = {"metric": "revenue", "dry_run": dry_run}

    with places.one():
        refused = api_for("analyst").post("/v1/widgets/sql/generate", body, format="json")

    told = refused.json()
    assert (refused.status_code, refused["Retry-After"]) == (503, "5")
    assert (told["code"], told["reason"], told["retry_after"]) == ("model_unavailable", "overloaded", 5)
    assert not bedrock.requests
    assert not GenerationLog.objects.exists()


@pytest.mark.django_db
def test_the_button_that_asks_for_a_sign_of_life_waits_in_a_place_too(
    operator: User, bedrock: BedrockServer
) -> None:
    browser = Client()
    browser.force_login(operator)

    with places.one():
        refused = browser.post("/admin/language-model/ask/")

    assert refused.status_code == 503
    assert not bedrock.requests


@pytest.mark.django_db
def test_what_is_pinned_needs_no_place(viewer: User, now: datetime, bedrock: BedrockServer) -> None:
    somebody = viewer.as_viewer()
    model_writer.route("revenue", trust="checked")
    model_writer.writes_well(bedrock, "revenue", now=now)
    resolve(world.ask_for("revenue"), somebody, now=now, form=Form.JSON)

    with places.one():
        found = resolve(world.ask_for("revenue"), somebody, now=now, refresh=True, form=Form.JSON)

    assert found.state is TileState.FRESH


@pytest.mark.django_db
def test_who_asks_over_the_api_for_what_is_pinned_needs_no_place_either(
    api_for: Callable[[str | None], APIClient], bedrock: BedrockServer, now: datetime
) -> None:
    model_writer.writes_well(bedrock, "revenue", now=now)
    client, body = api_for("analyst"), {"metric": "revenue"}
    client.post("/v1/widgets/sql/generate", body, format="json")

    with places.one():
        told = client.post("/v1/widgets/sql/generate", body, format="json")

    assert told.status_code == 200
    assert [part["asked_model"] for part in told.json()["parts"]] == [False]


def test_a_place_is_given_back_whatever_came_of_it() -> None:
    with pytest.raises(ZeroDivisionError), places.one():
        raise ZeroDivisionError

    with places.one(), pytest.raises(ModelError, match=r"\(1\)"), places.one():
        raise AssertionError("there was a second place")


def test_a_process_of_few_threads_has_one_place(settings: Settings) -> None:
    settings.WEB_THREADS = 2

    with places.one():
        pass
