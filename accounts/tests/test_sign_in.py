import pytest
from django.test import Client

from accounts.models import User

pytestmark = pytest.mark.django_db


def test_a_person_signs_in_and_out(client: Client, viewer: User) -> None:
    entered = client.post("/login/", {"username": "viewer", "password": "viewer-correct-horse"})
    inside = "_auth_user_id" in client.session
    left = client.post("/logout/")

    assert (entered.status_code, entered["Location"]) == (302, "/")
    assert inside
    assert left.status_code == 302
    assert "_auth_user_id" not in client.session


def test_a_wrong_password_stays_on_the_page(client: Client, viewer: User) -> None:
    response = client.post("/login/", {"username": "viewer", "password": "wrong"})

    assert response.status_code == 200
    assert "_auth_user_id" not in client.session


def test_signing_in_goes_nowhere_else(client: Client, viewer: User) -> None:
    form = {"username": "viewer", "password": "viewer-correct-horse", "next": "https://evil.example/"}

    assert client.post("/login/", form)["Location"] == "/"


def test_the_api_takes_the_session_but_guards_changes(viewer: User) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(viewer)

    assert client.get("/v1/metrics").status_code == 200
    assert client.post("/v1/widgets", {}, content_type="application/json").status_code == 403
