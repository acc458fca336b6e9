"""The admin's sidebar holds every page a role may open, those without a table among them."""

import re
from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from accounts.models import User

pytestmark = pytest.mark.django_db
_LINK = re.compile(r'<a href="([^"]+)" class="flex h-\[38px\] [^"]*?( active)?">')
PAGES = ("admin:catalog_dictionary", "admin:routing_warehouse", "language_model")


@pytest.fixture(autouse=True)
def plain_static(settings: Settings) -> None:
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    }


@pytest.fixture
def sidebar(user_for: Callable[[str], User]) -> Callable[[str, str], dict[str, bool]]:
    """The addresses in the sidebar of a page as a role sees it, and whether each is where the reader is."""

    def read(role: str, address: str) -> dict[str, bool]:
        client = Client()
        client.force_login(user_for(role))
        page = client.get(address)
        assert page.status_code == 200
        return {link: bool(active) for link, active in _LINK.findall(page.content.decode())}

    return read


@pytest.mark.parametrize("role", ["steward", "operator"])
def test_every_page_without_a_table_is_in_it_and_opens(
    sidebar: Callable[[str, str], dict[str, bool]], user_for: Callable[[str], User], role: str
) -> None:
    client = Client()
    client.force_login(user_for(role))
    links = sidebar(role, reverse("admin:index"))

    for name in PAGES:
        assert reverse(name) in links
        assert client.get(reverse(name)).status_code == 200


def test_models_stay_in_it_as_far_as_the_role_sees_them(
    sidebar: Callable[[str, str], dict[str, bool]],
) -> None:
    people = reverse("admin:accounts_user_changelist")
    routes = reverse("admin:routing_route_changelist")

    assert {people, routes} <= sidebar("operator", reverse("admin:index")).keys()
    assert routes in sidebar("steward", reverse("admin:index"))
    assert people not in sidebar("steward", reverse("admin:index"))


@pytest.mark.parametrize("name", [*PAGES, "admin:catalog_metric_changelist"])
def test_one_link_alone_says_where_the_reader_is(
    sidebar: Callable[[str, str], dict[str, bool]], name: str
) -> None:
    active = [link for link, here in sidebar("operator", reverse(name)).items() if here]

    assert active == [reverse(name)]
