import re

import pytest
from django.test import Client

from accounts.authentication import digest_of
from accounts.models import ApiToken, AuditEvent, User

pytestmark = pytest.mark.django_db


def issue(client: Client, owner: User) -> str:
    form = {"user": owner.pk, "name": "notebook", "expires_at_0": "", "expires_at_1": ""}
    page = client.post("/admin/accounts/apitoken/add/", form, follow=True).content.decode()
    found = re.search(r"mp_[\w-]{43}", page)
    assert found, page
    return found[0]


def test_the_secret_is_shown_once(client: Client, operator: User, analyst: User) -> None:
    client.force_login(operator)

    secret = issue(client, analyst)

    assert ApiToken.objects.get().digest == digest_of(secret)
    assert ApiToken.objects.get().user == analyst
    assert secret not in client.get("/admin/accounts/apitoken/").content.decode()


def test_issuing_is_recorded_with_its_actor(client: Client, operator: User, analyst: User) -> None:
    client.force_login(operator)

    issue(client, analyst)

    event = AuditEvent.objects.get()
    assert (event.action, event.actor, event.details) == (
        "accounts.token.issued",
        operator,
        {"for": "analyst"},
    )


def test_revoking_ends_it_and_is_recorded(client: Client, operator: User, analyst: User) -> None:
    client.force_login(operator)
    issue(client, analyst)
    chosen = {"action": "revoke", "_selected_action": [ApiToken.objects.get().pk]}

    client.post("/admin/accounts/apitoken/", chosen)

    assert ApiToken.objects.get().revoked_at is not None
    assert AuditEvent.objects.filter(action="accounts.token.revoked", actor=operator).exists()


def test_changing_a_user_records_which_fields(client: Client, operator: User, analyst: User) -> None:
    client.force_login(operator)
    form = {"username": "analyst", "role": "steward", "is_active": "on"}

    client.post(f"/admin/accounts/user/{analyst.pk}/change/", form)

    analyst.refresh_from_db()
    assert analyst.role == "steward"
    event = AuditEvent.objects.get(action="accounts.user.changed")
    assert event.details["fields"] == ["role"]
