"""The catalog in the admin."""

from datetime import UTC, datetime

import pytest
from django.test import Client
from django.urls import reverse

from accounts.models import AuditEvent, User
from catalog.admin_links import MetricLink, _providers, register
from catalog.models import Metric, MetricRevision
from catalog.selectors import governed_metric
from catalog.services import save_definition

pytestmark = pytest.mark.usefixtures("shop_catalog")


@pytest.fixture
def operator_user() -> User:
    return User.objects.create_superuser("olga", password="olga-correct-horse", role="operator")


@pytest.fixture
def browser(client: Client, operator_user: User) -> Client:
    client.force_login(operator_user, backend="accounts.authentication.PortalBackend")
    return client


def change_url(name: str) -> str:
    return reverse("admin:catalog_metric_change", args=[Metric.objects.get(name=name).pk])


def typed(browser: Client, name: str, old: str, new: str) -> dict[str, str]:
    """The change form as it is shown, with an edit made in its definition."""
    form = browser.get(change_url(name)).context["adminform"].form
    text = form["definition"].value()
    assert old in text
    return {"definition": text.replace(old, new), "note": "why not", "seen_hash": form["seen_hash"].value()}


def test_saves_an_edited_definition_as_a_new_revision(browser: Client, operator_user: User) -> None:
    answer = browser.post(change_url("revenue"), typed(browser, "revenue", "label: Revenue", "label: Sales"))

    revision = MetricRevision.objects.get(metric__name="revenue", number=2)
    assert answer.status_code == 302
    assert (revision.origin, revision.author, revision.note) == ("admin", operator_user, "why not")
    assert governed_metric("revenue").definition.label == "Sales"
    assert AuditEvent.objects.filter(action="catalog.metric.changed", actor=operator_user).exists()


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("SUM(amount)", "amount", "amount is no aggregate"),
        ("SUM(amount)", "SUM(amuont)", "Did you mean amount?"),
        ("unit: usd", "unit: usdd", "Line 4: revenue.unit: usdd is no unit. Did you mean usd?"),
        ("unit: usd", "unit: [", "Line "),
        ("name: revenue", "name: income", "The name stays revenue"),
    ],
)
def test_says_at_the_field_what_cannot_be_saved(browser: Client, old: str, new: str, words: str) -> None:
    answer = browser.post(change_url("revenue"), typed(browser, "revenue", old, new))

    assert words in str(answer.context["adminform"].form.errors["definition"])
    assert MetricRevision.objects.filter(metric__name="revenue").count() == 1


def test_refuses_an_edit_of_what_someone_changed_meanwhile(browser: Client) -> None:
    edit = typed(browser, "revenue", "label: Revenue", "label: Sales")
    other = governed_metric("revenue").definition.model_copy(update={"label": "Takings"})
    save_definition(definition=other, author=None, origin=MetricRevision.Origin.ADMIN)

    answer = browser.post(change_url("revenue"), edit)

    assert "revision 2 now" in str(answer.context["adminform"].form.errors["definition"])
    assert governed_metric("revenue").definition.label == "Takings"


def test_adds_a_metric(browser: Client) -> None:
    source = "{backends: [duckdb], table: shop.orders, measure: SUM(items)}"
    text = f"name: item_count\nlabel: Items\nsources: [{source}]"

    browser.post(reverse("admin:catalog_metric_add"), {"definition": text})

    assert governed_metric("item_count").revision == 1


def test_retires_a_metric_and_never_deletes_one(browser: Client) -> None:
    metric = Metric.objects.get(name="revenue")
    selection = {"action": "retire_selected", "_selected_action": [str(metric.pk)]}

    answer = browser.post(reverse("admin:catalog_metric_changelist"), selection, follow=True)

    assert "its last revision goes on in: order_value" in answer.content.decode()
    assert Metric.objects.get(name="revenue").retired_at is not None
    assert browser.get(reverse("admin:catalog_metric_delete", args=[metric.pk])).status_code == 403


def test_links_a_metric_to_what_other_apps_hold(browser: Client) -> None:
    def provide(metric: Metric) -> list[MetricLink]:
        return [MetricLink(f"4 tiles of {metric.name}", "/tiles/")]

    register(provide)
    try:
        page = browser.get(change_url("revenue")).content.decode()
    finally:
        _providers.remove(provide)

    assert '<a href="/tiles/">4 tiles of revenue</a>' in page
    assert "1 revision<" in page


def test_shows_a_revision_with_its_changes_and_lets_nobody_edit_it(browser: Client) -> None:
    browser.post(change_url("revenue"), typed(browser, "revenue", "label: Revenue", "label: <b>Sales"))
    revision = MetricRevision.objects.get(metric__name="revenue", number=2)
    url = reverse("admin:catalog_metricrevision_change", args=[revision.pk])

    page = browser.get(url).content.decode()

    assert "-label: Revenue" in page
    assert "+label: &lt;b&gt;Sales" in page
    assert browser.post(url, {"note": "x"}).status_code == 403


@pytest.mark.parametrize("query", ["", "?q=reven", "?in_force=live", "?in_force=retired&domain=sales"])
def test_lists_and_filters_metrics(browser: Client, query: str) -> None:
    assert browser.get(reverse("admin:catalog_metric_changelist") + query).status_code == 200


def test_lists_revisions(browser: Client) -> None:
    assert browser.get(reverse("admin:catalog_metricrevision_changelist")).status_code == 200


def test_shows_the_known_numbers_and_the_guidelines(browser: Client) -> None:
    page = browser.get(reverse("admin:catalog_dictionary")).content.decode()

    assert "SUM(amount)" in page
    assert "Count orders once." in page


def test_shows_the_dictionary_and_finds_in_it(browser: Client) -> None:
    everything = browser.get(reverse("admin:catalog_dictionary")).content.decode()
    found = browser.get(reverse("admin:catalog_dictionary"), {"q": "price_band"}).content.decode()

    assert "shop.orders" in everything
    assert "restricted" in everything
    assert "shop.price" in found
    assert "ops.order_daily" not in found


def test_says_of_each_metric_whether_and_when_it_was_retired(browser: Client) -> None:
    Metric.objects.filter(name="revenue").update(retired_at=datetime(2026, 3, 5, 14, 30, tzinfo=UTC))

    page = browser.get(reverse("admin:catalog_metric_changelist")).content.decode()

    assert "Mar 5, 2026, 14:30" in page
    assert "not retired" in page
    assert "API tokens" in page
