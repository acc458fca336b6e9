"""The API against its own description: whatever is asked, no 5xx and no answer that is not described."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import schemathesis
from django.conf import settings as portal_settings
from django.core.handlers.wsgi import WSGIHandler
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from accounts.models import User
from accounts.services import issue_token
from widgets.models import Widget
from widgets.services import create_widget

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("governed")]

CHECKS = [not_a_server_error, status_code_conformance, content_type_conformance, response_schema_conformance]
# Here 503 is an answer, described as one: no warehouse and no model are configured in tests.
TELLS_503 = {"/v1/databricks/health", "/v1/widgets/sql/generate"}
KNOWN = {"name": "revenue", "metric": "revenue", "reference": "fuzzed"}
SPEC = {"title": "Revenue", "visual": "kpi", "intent": {"metric": "revenue", "window": "last_30_days"}}

api = schemathesis.openapi.from_path(Path(portal_settings.BASE_DIR) / "docs" / "api" / "openapi.yaml")
api.app = WSGIHandler()


@api.hook
def flatmap_path_parameters(context: Any, given: dict[str, Any] | None) -> Any:
    """Every other time the address of something that is there."""
    known = {name: KNOWN.get(name, value) for name, value in (given or {}).items()}
    return st.sampled_from([given, known or given])


@pytest.fixture(autouse=True)
def _one_connection() -> Iterator[None]:
    """As Django's own test client does: the end of a request does not close the test's connection."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


@pytest.fixture
def secret(operator: User) -> str:
    return issue_token(user=operator, name="fuzzing")[1]


@api.parametrize()
@settings(
    max_examples=20,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=list(HealthCheck),
)
def test_every_operation(case: schemathesis.Case, secret: str) -> None:
    if not Widget.objects.filter(key=KNOWN["reference"]).exists():  # an example before may have deleted it
        create_widget(spec=SPEC, actor=None, key=KNOWN["reference"])

    checks = [check for check in CHECKS if check is not not_a_server_error or case.path not in TELLS_503]
    case.call_and_validate(headers={"Authorization": f"Bearer {secret}"}, checks=checks)
