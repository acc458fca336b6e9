"""A request knows when whoever asked has gone; work is called off when the last who waited has."""

import asyncio
import threading
import time
from typing import Any

import pytest
from django.http import HttpRequest, HttpResponse
from django.urls import path
from pytest_django import Settings

from metrics_portal import waiting
from metrics_portal.handler import PortalHandler
from metrics_portal.waiting import Audience, Caller

_asked = threading.Event()
_saw: list[bool] = []


def patient(request: HttpRequest) -> HttpResponse:
    """Answers when whoever asked has gone, or after ten seconds."""
    somebody = waiting.caller()
    assert somebody is not None
    gone = threading.Event()
    somebody.when_gone(gone.set)
    _asked.set()
    _saw.append(gone.wait(10 if request.GET else 0))
    return HttpResponse("done")


urlpatterns = [path("patient/", patient)]


async def _get(query: bytes, *, leaves: bool) -> list[dict[str, Any]]:
    """One request; with `leaves` the connection is lost as soon as the view is at work."""
    sent: list[dict[str, Any]] = []
    body = [{"type": "http.request", "body": b"", "more_body": False}]

    async def receive() -> dict[str, Any]:
        if body:
            return body.pop()
        while not (leaves and _asked.is_set()):
            await asyncio.sleep(0.01)
        return {"type": "http.disconnect"}

    async def send(message: Any) -> None:
        sent.append(dict(message))

    scope = {
        "type": "http",
        "method": "GET",
        "path": "/patient/",
        "query_string": query,
        "headers": [(b"host", b"localhost")],
    }
    await PortalHandler(threads=1)(scope, receive, send)
    return sent


@pytest.fixture(autouse=True)
def _address(settings: Settings) -> None:
    settings.ROOT_URLCONF = __name__
    settings.MIDDLEWARE = []
    _asked.clear()
    _saw.clear()


@pytest.mark.django_db(transaction=True)
def test_a_view_is_told_that_its_reader_has_gone() -> None:
    started = time.monotonic()

    asyncio.run(_get(b"wait=1", leaves=True))

    assert _saw == [True]
    assert time.monotonic() - started < 10


@pytest.mark.django_db(transaction=True)
def test_a_reader_who_stays_is_answered() -> None:
    sent = asyncio.run(_get(b"", leaves=False))

    assert _saw == [False]
    assert (sent[0]["status"], sent[1]["body"]) == (200, b"done")


def test_work_goes_on_while_one_still_waits() -> None:
    audience, first, second, called_off = Audience(), Caller(), Caller(), threading.Event()
    audience.join(first)
    audience.join(second)

    with audience.at_work(), waiting.called_off_when_deserted(called_off.set):
        first.leave()
        assert not called_off.is_set()
        second.leave()

    assert called_off.is_set()
    assert audience.deserted


def test_work_for_the_portal_itself_is_never_called_off() -> None:
    audience, somebody, called_off = Audience(), Caller(), threading.Event()
    audience.join(None)
    audience.join(somebody)

    with audience.at_work(), waiting.called_off_when_deserted(called_off.set):
        somebody.leave()

    assert not called_off.is_set()


def test_work_begun_too_late_is_called_off_at_once() -> None:
    audience, somebody, called_off = Audience(), Caller(), threading.Event()
    somebody.leave()
    audience.join(somebody)

    with audience.at_work(), waiting.called_off_when_deserted(called_off.set):
        pass

    assert called_off.is_set()
