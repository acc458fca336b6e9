"""The page that says which engine answers which metric."""

import re

import pytest
from django.test import Client

from accounts.models import User
from routing.tests.parity_world import govern, route, source

pytestmark = pytest.mark.usefixtures("trade")


def test_routes_stand_in_the_order_of_their_labels(db: None, steward: User, client: Client) -> None:
    for name, label in (("alpha", "Zebra sales"), ("beta", "apple sales"), ("gamma", "Mango sales")):
        govern(name, source("books"), label=label)
        route(name, "books")
    client.force_login(steward)

    page = client.get("/routes/").content.decode()

    assert re.findall(r">(\w+ sales)</a><small", page) == ["apple sales", "Mango sales", "Zebra sales"]
