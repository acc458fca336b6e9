"""The rows beside SQL that a model wrote are the asker's own; what is kept for its approval is asked as the portal."""

from collections.abc import Callable
from typing import Any

import pytest
from django.utils import timezone
from pytest_django import Settings

from sqlgen.models import GenerationLog, PinnedSql
from tests.databricks.portal import PortalOnWorkspace
from tests.databricks.readers import HEADER, THE_PORTAL, asked_by, somebody
from tests.emulators.access import Principal
from tests.emulators.bedrock import BedrockServer
from widgets.tasks import compare_new_pins
from widgets.tests import model_writer

Warehouse = Callable[..., PortalOnWorkspace]


@pytest.fixture
def portal(settings: Settings, warehouse: Warehouse, bedrock: BedrockServer) -> PortalOnWorkspace:
    settings.DATABRICKS_USER_TOKEN_HEADER = HEADER
    portal = warehouse(slots=2)
    model_writer.writes_well(bedrock, "revenue", now=timezone.now())
    portal.workspace.access.admit(Principal(name="ada"), "token-of-ada")
    return portal


def generate(token: str, **body: Any) -> Any:
    asker = somebody("analyst", token, role="analyst")
    return asker.api().post("/v1/widgets/sql/generate", {"metric": "revenue", **body}, format="json")


def test_the_rows_are_the_askers_own(portal: PortalOnWorkspace) -> None:
    response = generate("token-of-ada")

    assert response.status_code == 200, response.json()
    assert set(asked_by(portal.workspace)) == {"ada"}
    assert PinnedSql.objects.get().comparison is None


def test_what_is_kept_for_its_approval_is_asked_as_the_portal(portal: PortalOnWorkspace) -> None:
    generate("token-of-ada")
    asked_before = len(asked_by(portal.workspace))

    assert compare_new_pins() == 1

    assert set(asked_by(portal.workspace)[asked_before:]) == {THE_PORTAL}
    assert PinnedSql.objects.get().comparison["verdict"] == "equal"


def test_without_a_token_no_model_is_asked(portal: PortalOnWorkspace, bedrock: BedrockServer) -> None:
    response = generate("")

    assert (response.status_code, response.json()["code"]) == (403, "permission_denied")
    assert GenerationLog.objects.count() == 0
    assert asked_by(portal.workspace) == []


def test_a_dry_run_asks_the_model_alone(portal: PortalOnWorkspace) -> None:
    response = generate("", dry_run=True)

    assert response.status_code == 200, response.json()
    assert asked_by(portal.workspace) == []
