"""Widgets over the API: who may do what, what is refused and how it is told, what is written down."""

from collections.abc import Callable
from typing import Any

import pytest
from rest_framework.test import APIClient

from accounts.models import AuditEvent, User
from widgets.models import Widget
from widgets.services import create_widget

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("governed")]

SPEC: dict[str, Any] = {"title": "Sales", "visual": "kpi", "intent": {"metric": "sales", "window": "mtd"}}

ClientFor = Callable[[str | None], APIClient]


@pytest.fixture
def widget(analyst: User) -> Widget:
    return create_widget(spec=SPEC, actor=analyst)


@pytest.mark.parametrize(
    ("role", "method", "status"),
    [
        (None, "get", 401),
        ("viewer", "get", 200),
        (None, "post", 401),
        ("viewer", "post", 403),
        ("analyst", "post", 201),
        ("steward", "post", 201),
        ("operator", "post", 201),
        ("viewer", "patch", 403),
        ("analyst", "patch", 200),  # it is theirs
        ("steward", "patch", 403),
        ("operator", "patch", 200),
        ("viewer", "delete", 403),
        ("steward", "delete", 403),
        ("analyst", "delete", 204),
        ("operator", "delete", 204),
    ],
)
def test_roles(api_for: ClientFor, widget: Widget, role: str | None, method: str, status: int) -> None:
    url = "/v1/widgets" if method == "post" else f"/v1/widgets/{widget.pk}"
    body = {"post": {"spec": SPEC}, "patch": {"title": "Sold"}}.get(method)

    response = getattr(api_for(role), method)(url, body, format="json")

    assert response.status_code == status


def test_create_read_change_and_delete_are_audited(api_for: ClientFor) -> None:
    api = api_for("analyst")

    created = api.post("/v1/widgets", {"spec": SPEC, "key": "sales-mtd"}, format="json")
    url = created.headers["Location"]
    api.patch(url, {"title": "Sold this month"}, format="json")
    changed = api.get("/v1/widgets/sales-mtd").json()
    api.delete(url)

    assert (changed["title"], changed["spec"]["title"], changed["owner"]) == ("Sold this month",) * 2 + (
        "analyst",
    )
    assert api.get(url).status_code == 404
    actions = list(
        AuditEvent.objects.filter(action__startswith="widgets.")
        .order_by("pk")
        .values_list("action", flat=True)
    )
    assert actions == ["widgets.widget.created", "widgets.widget.changed", "widgets.widget.deleted"]


def test_a_list_has_pages(api: APIClient, widget: Widget) -> None:
    create_widget(spec={**SPEC, "title": "Another"}, actor=None)

    page = api.get("/v1/widgets?page_size=1").json()

    assert (page["count"], page["previous"], len(page["results"])) == (2, None, 1)
    assert api.get(page["next"]).json()["results"][0]["title"] == "Sales"


@pytest.mark.parametrize(
    ("change", "named"),
    [
        ({"visual": "pie"}, "visual"),
        ({"visual": "bar"}, "dimensions"),
        ({"visual": "line"}, "grain"),
        ({"options": {"top": 5}}, "options.top"),
        ({"intent": {"metric": "sale"}}, "sales"),
        ({"intent": {"metric": "sales", "filters": [{"dimension": "planet", "values": ["Mars"]}]}}, "planet"),
        ({"intent": {"metric": "sales", "window": "fortnight"}}, "fortnight"),
        ({"colour": "red"}, "colour"),
    ],
)
def test_a_spec_that_cannot_be_drawn_is_refused(
    api_for: ClientFor, change: dict[str, Any], named: str
) -> None:
    response = api_for("analyst").post("/v1/widgets", {"spec": {**SPEC, **change}}, format="json")

    assert response.status_code == 422
    assert named in str(response.json())
    assert not Widget.objects.exists()


def test_text_that_postgresql_cannot_hold_is_refused(api_for: ClientFor) -> None:
    response = api_for("analyst").post("/v1/widgets", {"spec": {**SPEC, "title": "NUL \0"}}, format="json")

    assert response.status_code == 400
    assert "NUL" in response.json()["detail"]
    assert not Widget.objects.exists()


def test_a_key_is_given_once(api_for: ClientFor) -> None:
    api = api_for("analyst")
    api.post("/v1/widgets", {"spec": SPEC, "key": "sales-mtd"}, format="json")

    assert api.post("/v1/widgets", {"spec": SPEC, "key": "sales-mtd"}, format="json").status_code == 409


def test_the_schema_of_a_spec_is_published(api: APIClient) -> None:
    schema = api.get("/v1/schemas/widget").json()

    assert schema["additionalProperties"] is False
    assert "heatmap" in schema["properties"]["visual"]["enum"]
