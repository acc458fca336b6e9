"""The first page of a portal without a dashboard: what is missing, the next step, and who can take it."""

import re
from collections.abc import Callable

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from accounts.models import User
from catalog.models import Metric
from catalog.selectors import governed_metric
from routing import selectors
from widgets.models import Dashboard
from widgets.services import create_widget

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("governed")]

NEW_DASHBOARD = reverse("admin:widgets_dashboard_add")
UserFor = Callable[[str], User]


def opened_by(user: User) -> str:
    client = Client()
    client.force_login(user)
    response = client.get("/")
    assert response.status_code == 200
    return response.content.decode()


@pytest.mark.parametrize("role", ["steward", "operator"])
def test_who_makes_dashboards_is_led_to_a_new_one(user_for: UserFor, role: str) -> None:
    page = opened_by(user_for(role))

    assert f'href="{NEW_DASHBOARD}"' in page
    assert "Make a dashboard" in page


@pytest.mark.parametrize("role", ["viewer", "analyst"])
def test_the_others_are_told_whom_to_ask(user_for: UserFor, role: str) -> None:
    User.objects.create_user("nia", first_name="Nia", last_name="Owusu", role=User.Role.STEWARD)
    User.objects.create_user("gone", first_name="Long", last_name="Gone", role="operator", is_active=False)

    page = opened_by(user_for(role))

    assert "Ask Nia Owusu." in page
    assert "Long Gone" not in page
    assert NEW_DASHBOARD not in page


def test_where_nobody_may_it_says_who_gives_the_role(user_for: UserFor) -> None:
    assert "Nobody has that role yet" in opened_by(user_for("viewer"))


def test_every_metric_has_a_link_to_its_page(user_for: UserFor) -> None:
    page = opened_by(user_for("viewer"))

    for metric in Metric.objects.all():
        assert f'href="{reverse("catalog:metric", args=[metric.name])}"' in page


def test_what_there_is_already_counts_as_done(user_for: UserFor) -> None:
    steward = user_for("steward")
    before = opened_by(steward)
    spec = {"title": "Revenue", "visual": "kpi", "intent": {"metric": "revenue", "window": "last_30_days"}}
    create_widget(spec=spec, actor=None)

    after = opened_by(steward)

    assert before.count('class="done"') == 1  # the metrics
    assert after.count('class="done"') == 2
    assert "1 widget saved" in after


def test_without_metrics_it_says_how_to_define_them(user_for: UserFor) -> None:
    Metric.objects.all().update(live_revision=None)

    page = opened_by(user_for("operator"))

    assert "manage.py sync_catalog" in page
    assert 'aria-label="Metrics"' not in page


def test_it_gives_way_to_the_first_dashboard(user_for: UserFor) -> None:
    client = Client()
    client.force_login(user_for("viewer"))
    Dashboard.objects.create(slug="second", title="Second", position=2)
    Dashboard.objects.create(slug="first", title="First", position=1)

    assert client.get("/").headers["Location"] == "/dashboards/first/"


def test_a_metric_more_costs_no_query_more(user_for: UserFor) -> None:
    viewer = user_for("viewer")
    for name in Metric.objects.values_list("name", flat=True):
        governed_metric(name)  # is built once per process, which takes a query: whoever came first did that
    opened_by(viewer)
    with_all = _queries_of_a_page(viewer)
    Metric.objects.exclude(name="revenue").update(live_revision=None)
    opened_by(viewer)

    with_one = _queries_of_a_page(viewer)

    assert len(with_one) == len(with_all)


def _queries_of_a_page(user: User) -> CaptureQueriesContext:
    selectors.forget()  # routes are read once a second, and here each time
    with CaptureQueriesContext(connection) as queries:
        opened_by(user)
    return queries


def test_an_unknown_dashboard_leads_to_the_first_page(user_for: UserFor) -> None:
    client = Client()
    client.force_login(user_for("viewer"))

    lost = client.get("/dashboards/nowhere/")

    assert lost.status_code == 404
    (lead,) = re.findall(r'<a class="btn primary" href="([^"]+)">', lost.content.decode())
    assert client.get(lead).status_code == 200
