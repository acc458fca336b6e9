"""The page that says which engine answers which metric."""

import re

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import Settings

from accounts.models import User
from routing.models import Route
from routing.tests.parity_world import govern, route, source

pytestmark = pytest.mark.usefixtures("trade")


def test_routes_stand_in_the_order_of_their_labels(db: None, steward: User, client: Client) -> None:
    for name, label in (("alpha", "Zebra sales"), ("beta", "apple sales"), ("gamma", "Mango sales")):
        govern(name, source("books"), label=label)
        route(name, "books")
    client.force_login(steward)

    page = client.get("/routes/").content.decode()

    assert re.findall(r">(\w+ sales)</a><small", page) == ["apple sales", "Mango sales", "Zebra sales"]


def test_lifetimes_and_engines_are_said_in_words(db: None, steward: User, client: Client) -> None:
    govern("alpha", source("books"), label="Alpha sales")
    route("alpha", "books", cache_seconds=90, stale_seconds=7200)
    client.force_login(steward)

    page = client.get("/routes/").content.decode()

    assert "<td>PostgreSQL (books)</td>" in page
    assert '<td class="num">90 s</td><td class="num">2 h</td>' in page


def test_days_are_written_as_on_tiles(db: None, steward: User, client: Client, settings: Settings) -> None:
    settings.PORTAL_LOCALE = "de_DE"
    govern("alpha", source("books"), label="Alpha sales")
    route("alpha", "books")
    changed = timezone.localtime(Route.objects.get().changed_at)
    client.force_login(steward)

    assert f"<td>{changed:%d.%m.%Y, %H:%M}</td>" in client.get("/routes/").content.decode()
    assert f"{changed:%d.%m.%Y}</time>" in client.get("/catalog/alpha/").content.decode()
