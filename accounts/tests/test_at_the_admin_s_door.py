"""Who is signed in and opens the admin without the right to is told what it is and who may, with a way back."""

from collections.abc import Callable

import pytest
from django.test import Client
from pytest_django import Settings

from accounts.models import User

pytestmark = pytest.mark.django_db
UserFor = Callable[[str], User]
_THE_WAY_BACK = '<a href="/">Back to the dashboards</a>'


@pytest.fixture(autouse=True)
def plain_static(settings: Settings) -> None:
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    }


@pytest.mark.parametrize("role", ["viewer", "analyst"])
def test_a_reader_is_told_what_it_is_and_whose(user_for: UserFor, client: Client, role: str) -> None:
    client.force_login(user_for(role))

    page = client.get("/admin/", follow=True).content.decode()

    assert "where stewards and operators keep metrics, routes and dashboards" in page
    assert f"signed in as <b>{role}</b> ({role.capitalize()})" in page
    assert _THE_WAY_BACK in page


def test_who_is_not_signed_in_is_not_told_about_a_role(client: Client) -> None:
    page = client.get("/admin/", follow=True).content.decode()

    assert "signed in as" not in page
    assert _THE_WAY_BACK in page


@pytest.mark.parametrize("before", ["", "viewer"])
def test_staff_sign_in_there(user_for: UserFor, client: Client, before: str) -> None:
    steward = user_for("steward")
    if before:
        client.force_login(user_for(before))
    given = {"username": steward.username, "password": "steward-correct-horse", "next": "/admin/"}

    answer = client.post("/admin/login/?next=/admin/", given)

    assert answer.headers["Location"] == "/admin/"
    assert client.get("/admin/").status_code == 200
