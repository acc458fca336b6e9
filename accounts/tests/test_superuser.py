import pytest
from django.core.management import call_command
from django.test import Client

from accounts.models import User

pytestmark = pytest.mark.django_db


def test_a_superuser_of_the_command_is_an_operator(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DJANGO_SUPERUSER_PASSWORD", "a long enough one")

    call_command(
        "createsuperuser", username="first", email="first@example.org", interactive=False, verbosity=0
    )

    first = User.objects.get(username="first")
    assert first.role == User.Role.OPERATOR
    assert client.login(username="first", password="a long enough one")
    assert client.get("/admin/accounts/user/add/").status_code == 200


def test_anyone_else_begins_as_a_viewer() -> None:
    assert User.objects.create_user("second").role == User.Role.VIEWER
