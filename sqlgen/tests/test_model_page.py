"""The language model's page in the admin: for stewards and operators; only its button asks the model."""

from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.test import Client

from accounts.models import User
from tests.emulators.bedrock import BedrockServer
from tests.emulators.fixtures import BEDROCK_MODEL

PAGE, BUTTON = "/admin/language-model/", "/admin/language-model/ask/"
pytestmark = pytest.mark.django_db


@pytest.fixture
def admin(client: Client, steward: User) -> Client:
    client.force_login(steward)
    return client


@pytest.mark.parametrize(
    ("role", "seen", "asked"),
    [("viewer", 302, 302), ("analyst", 302, 302), ("steward", 200, 302), ("operator", 200, 302)],
)
def test_who_may_see_it(
    role: str, seen: int, asked: int, client: Client, user_for: Callable[[str], User], bedrock: BedrockServer
) -> None:
    client.force_login(user_for(role))

    assert (client.get(PAGE).status_code, client.post(BUTTON).status_code) == (seen, asked)
    assert len(bedrock.requests) == (1 if seen == 200 else 0)


def test_it_shows_the_model_without_asking_it(admin: Client, bedrock: BedrockServer) -> None:
    bedrock.is_slow(60)

    page = admin.get(PAGE).content.decode()

    assert "Language model | Metrics Portal</title>" in page
    assert "Amazon Bedrock" in page
    assert BEDROCK_MODEL in page
    assert "It was not asked yet." in page
    assert not bedrock.calls()


def test_it_names_the_settings_of_the_daily_budget(
    admin: Client, bedrock: BedrockServer, settings: Any
) -> None:
    settings.GENERATION_DAILY_LIMIT, settings.GENERATION_DAILY_TOKENS = 12, 345_678

    page = " ".join(admin.get(PAGE).content.decode().split())

    assert "12 calls (<code>GENERATION_DAILY_LIMIT</code>)" in page
    assert "345,678 tokens (<code>GENERATION_DAILY_TOKENS</code>)" in page


def test_its_button_asks_and_the_answer_stays(admin: Client, bedrock: BedrockServer) -> None:
    shown = admin.post(BUTTON, follow=True).content.decode()
    bedrock.stop()
    later = admin.get(PAGE).content.decode()

    assert "wrote SQL through the tool" in shown
    assert "<strong>Up</strong>" in later


def test_a_failure_is_shown_with_what_to_do(admin: Client, bedrock: BedrockServer) -> None:
    bedrock.fails_with("ExpiredTokenException")

    shown = admin.post(BUTTON, follow=True).content.decode()

    assert "<strong>Down</strong>" in shown
    assert "have expired. Renew them" in shown


def test_another_models_answer_is_not_shown(admin: Client, bedrock: BedrockServer, settings: Any) -> None:
    admin.post(BUTTON)
    settings.SQL_MODEL = "eu.amazon.nova-pro-v1:0"

    assert "It was not asked yet." in admin.get(PAGE).content.decode()


def test_without_a_model_it_says_how_to_have_one(admin: Client, settings: Any) -> None:
    settings.SQL_MODEL_PROVIDER = settings.SQL_MODEL = ""

    page = admin.get(PAGE).content.decode()

    assert "No language model is configured" in page
    assert "<code>SQL_MODEL_PROVIDER</code>" in page
    assert "<code>bedrock</code> or <code>databricks</code>" in page
    assert "Ask it now" not in page


def test_the_generation_log_leads_to_it(admin: Client) -> None:
    listed = admin.get("/admin/sqlgen/generationlog/").content.decode()

    assert "Language model" in listed


def test_a_button_without_its_token_asks_nothing(steward: User, bedrock: BedrockServer) -> None:
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(steward)

    assert strict.post(BUTTON).status_code == 403
    assert not bedrock.requests


def test_who_may_not_read_generations_may_not_see_it_either(admin: Client, bedrock: BedrockServer) -> None:
    Group.objects.get(name="steward").permissions.filter(codename="view_generationlog").delete()

    assert (admin.get(PAGE).status_code, admin.post(BUTTON).status_code) == (403, 403)
    assert not bedrock.requests
