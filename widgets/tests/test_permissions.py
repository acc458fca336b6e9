"""Who may do what: one table over every operation of the API's description and every page."""

import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
import yaml
from django.conf import settings
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver
from django.utils import timezone

from accounts.models import User
from accounts.services import issue_token
from catalog.models import Metric
from routing.models import FlipRequest, ParityReport
from widgets.models import Dashboard, Placement
from widgets.services import create_widget

ROLES = ("nobody", "viewer", "analyst", "steward", "operator")
_KEPT = 7_000_000  # a number that no sequence reaches: tests before this one may have used the small ones
SPEC = {"title": "Revenue", "visual": "kpi", "intent": {"metric": "revenue", "window": "last_30_days"}}
_ALL, _READ, _PAGE = (200,) * 5, (401, 200, 200, 200, 200), (302, 200, 200, 200, 200)
_OPERATE = (401, 403, 403, 403, 200)
_STEWARD, _STEWARDS_PAGE = (401, 403, 403, 200, 200), (302, 403, 403, 200, 200)

# (method, address, status for each of ROLES). The widgets belong to nobody here; their owners are in test_widget_api.
API = [
    ("get", "/v1/backends/health", _READ),
    ("get", "/v1/databricks/health", (401, 503, 503, 503, 503)),  # no warehouse is configured here
    ("get", "/v1/metrics", _READ),
    ("get", "/v1/metrics/{name}", _READ),
    ("get", "/v1/metrics/{name}/data", _READ),
    ("get", "/v1/metrics/{name}/export", _READ),
    ("get", "/v1/metrics/{name}/impact", _READ),
    ("get", "/v1/metrics/{name}/revisions", _READ),
    ("get", "/v1/routes", _OPERATE),
    ("get", "/v1/routes/{metric}", _OPERATE),
    ("post", "/v1/routes/{metric}/flip", _OPERATE),
    ("post", "/v1/routes/{metric}/undo", _OPERATE),
    ("get", "/v1/routes/{metric}/parity", _STEWARD),
    ("post", "/v1/routes/{metric}/parity", _STEWARD),
    ("get", "/v1/parity-reports/{report}", _STEWARD),
    ("get", "/v1/flip-requests", _OPERATE),
    ("post", "/v1/flip-requests/{number}/approve", (401, 403, 403, 403, 403)),  # a token approves nothing
    ("post", "/v1/flip-requests/{number}/withdraw", _OPERATE),
    ("get", "/v1/schemas/metric", _READ),
    ("get", "/v1/schemas/widget", _READ),
    ("get", "/v1/widgets", _READ),
    ("post", "/v1/widgets", (401, 403, 201, 201, 201)),
    ("post", "/v1/widgets/sql/generate", (401, 403, 503, 503, 503)),  # no model is configured here
    ("get", "/v1/widgets/{reference}", _READ),
    ("get", "/v1/widgets/{reference}/data", _READ),
    ("post", "/v1/widgets/{reference}/data", _READ),
    ("patch", "/v1/widgets/{reference}", _OPERATE),
    ("delete", "/v1/widgets/{reference}", (401, 403, 403, 403, 204)),
]
PAGES = [
    ("/", (302,) * 5),
    ("/login/", _ALL),
    ("/logout/", (405,) * 5),
    ("/healthz", _ALL),
    ("/readyz", _ALL),
    ("/v1/schema/", _ALL),
    ("/dashboards/<slug:slug>/", _PAGE),
    ("/tiles/metric/<slug:name>/", _PAGE),
    ("/tiles/metric/<slug:name>/export/", _PAGE),
    ("/tiles/metric/<slug:name>/spec/", _PAGE),
    ("/tiles/<slug:reference>/", _PAGE),
    ("/tiles/<slug:reference>/export/", _PAGE),
    ("/tiles/<slug:reference>/spec/", _PAGE),
    ("/changes/", _PAGE),
    ("/search/", _PAGE),
    ("/states/", _PAGE),
    ("/catalog/", _PAGE),
    ("/catalog/<slug:name>/", _PAGE),
    ("/routes/", _PAGE),
    ("/routes/<slug:metric>/parity/", _STEWARDS_PAGE),
    ("/parity/<int:report>/", _STEWARDS_PAGE),
    ("/parity/<int:report>/export/", _STEWARDS_PAGE),
    ("/engines/", _PAGE),
]
BODIES = {
    ("post", "/v1/widgets"): {"spec": SPEC},
    ("patch", "/v1/widgets/{reference}"): {"title": "Takings"},
    ("post", "/v1/widgets/{reference}/data"): {},
    ("post", "/v1/routes/{metric}/flip"): {"backend": "ops", "reason": "The lake is rebuilt today."},
    ("post", "/v1/routes/{metric}/undo"): {},
    ("post", "/v1/routes/{metric}/parity"): {"backend_a": "lake", "backend_b": "ops"},
    ("post", "/v1/widgets/sql/generate"): {"metric": "revenue"},
}
NAMES = {
    "name": "revenue",
    "metric": "revenue",
    "reference": "placed",
    "slug": "first",
    "report": str(_KEPT),
    "number": str(_KEPT),
}


@pytest.fixture
def board(governed: None) -> None:
    widget = create_widget(spec=SPEC, actor=None, key=NAMES["reference"])
    Placement.objects.create(dashboard=Dashboard.objects.create(slug="first", title="First"), widget=widget)
    side = {
        "backend": "lake",
        "engine_label": "DuckDB",
        "sql": "SELECT 1",
        "query_id": "q-1",
        "query_url": "",
        "asked_at": timezone.now().isoformat(),
        "execution_ms": 1.0,
        "row_count": 1,
        "data_loaded_at": None,
    }
    difference = {"bucket": None, "dimensions": [], "a": "1", "b": "1", "absolute": "0", "relative": "0"}
    ParityReport.objects.create(
        pk=_KEPT,
        metric=Metric.objects.get(name="revenue"),
        backend_a="lake",
        backend_b="ops",
        verdict="equal",
        relative_tolerance="0",
        absolute_tolerance="0",
        total={**difference, "within": True, "missing": ""},
        sides=[side, {**side, "backend": "ops"}],
        revision=1,
        trigger="manual",
        at=timezone.now(),
        duration_ms=1.0,
        **dict.fromkeys(("group_count", "differing_count", "missing_a_count", "missing_b_count"), 0),
    )
    FlipRequest.objects.create(
        pk=_KEPT,
        metric=Metric.objects.get(name="sales"),
        from_backend="ops",
        to_backend="lake",
        proposed_by=User.objects.create_user("asker", role="operator"),
        proposed_at=timezone.now(),
    )


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.django_db
@pytest.mark.usefixtures("board")
def test_the_api(role: str, user_for: Callable[[str], User]) -> None:
    headers = {}
    if role != "nobody":
        _, secret = issue_token(user=user_for(role), name="table")
        headers = {"Authorization": f"Bearer {secret}"}
    expected = {(method, url): statuses[ROLES.index(role)] for method, url, statuses in API}

    found = {asked: _status(Client(headers=headers), *asked) for asked in expected}

    assert found == expected


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.django_db
@pytest.mark.usefixtures("board")
def test_pages(role: str, user_for: Callable[[str], User], client: Client) -> None:
    if role != "nobody":
        client.force_login(user_for(role))
    expected = {url: statuses[ROLES.index(role)] for url, statuses in PAGES}
    if role != "nobody":
        expected["/login/"] = 302  # who is signed in goes home

    found = {url: _status(client, "get", url) for url in expected}

    assert found == expected


def test_the_table_has_every_operation_of_the_description() -> None:
    described = yaml.safe_load((settings.BASE_DIR / "docs" / "api" / "openapi.yaml").read_text())
    operations = {(method, url) for url, methods in described["paths"].items() for method in methods}

    assert {(method, url) for method, url, _ in API} == operations


def test_the_table_has_every_page() -> None:
    addresses = {url for url in _addresses(get_resolver().url_patterns) if not url.startswith("/admin/")}
    api = {re.sub(r"<(?:\w+:)?(\w+)>", r"{\1}", url) for url in addresses if url.startswith("/v1/")}

    assert {url for url, _ in PAGES} == {
        url for url in addresses if not url.startswith("/v1/") or url == "/v1/schema/"
    }
    assert {url for _, url, _ in API} == api - {"/v1/schema/"}


def _status(client: Client, method: str, url: str) -> int:
    address = re.sub(r"[<{](?:\w+:)?(\w+)[>}]", lambda name: NAMES[name[1]], url)
    body: Any = BODIES.get((method, url))
    return int(getattr(client, method)(address, body, content_type="application/json").status_code)


def _addresses(patterns: list[URLPattern | URLResolver], prefix: str = "/") -> Iterator[str]:
    for pattern in patterns:
        own = f"{prefix}{pattern.pattern}"
        if isinstance(pattern, URLResolver):
            yield from _addresses(pattern.url_patterns, own)
        else:
            yield own
