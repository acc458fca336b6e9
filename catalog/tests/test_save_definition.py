"""A saved definition is validated, numbered, audited, and felt by everything made of it."""

import threading
from pathlib import Path

import pytest
from django.db import connection
from pytest_django import DjangoAssertNumQueries

from accounts.models import AuditEvent, User
from catalog import selectors
from catalog.contracts import UnknownMetric
from catalog.models import Metric, MetricRevision
from catalog.selectors import governed_metric, live_metrics
from catalog.services import DefinitionInvalid, StaleDefinition, retire, save_definition
from catalog.tests.builders import composed, simple, source
from catalog.tests.conftest import NOW

ADMIN = MetricRevision.Origin.ADMIN


@pytest.mark.usefixtures("shop_catalog")
def test_a_change_makes_the_next_revision_and_keeps_the_old_one(steward: User) -> None:
    before = governed_metric("revenue")
    changed = before.definition.model_copy(update={"label": "Sales"})

    saved = save_definition(definition=changed, author=steward, origin=ADMIN, note="shorter")

    first, second = MetricRevision.objects.filter(metric__name="revenue").order_by("number")
    assert (saved.changed, second.number, second.author, second.note) == (True, 2, steward, "shorter")
    assert first.hash == before.hash != second.hash
    assert governed_metric("revenue").definition == changed
    assert saved.metric.label == "Sales"


@pytest.mark.usefixtures("shop_catalog")
def test_saying_the_same_again_changes_nothing(steward: User) -> None:
    events = AuditEvent.objects.count()

    saved = save_definition(definition=governed_metric("revenue").definition, author=steward, origin=ADMIN)

    assert not saved.changed
    assert MetricRevision.objects.filter(metric__name="revenue").count() == 1
    assert AuditEvent.objects.count() == events


@pytest.mark.usefixtures("shop_catalog")
def test_writes_what_changed_into_the_audit(steward: User) -> None:
    before = governed_metric("revenue")

    save_definition(
        definition=before.definition.model_copy(update={"label": "Sales"}), author=steward, origin=ADMIN
    )

    event = AuditEvent.objects.filter(action="catalog.metric.changed").get()
    assert (event.actor, event.subject) == (steward, "revenue")
    assert event.details["before"] == before.hash
    assert event.details["revision"] == 2


@pytest.mark.usefixtures("shop_catalog")
def test_a_part_that_changes_is_felt_by_all_made_of_it_and_by_nothing_else() -> None:
    closures = {metric.name: metric.closure_hash for metric in live_metrics()}
    changed = governed_metric("revenue").definition.model_copy(update={"label": "Sales"})

    saved = save_definition(definition=changed, author=None, origin=ADMIN)

    after = {metric.name: metric.closure_hash for metric in live_metrics()}
    assert saved.affected == ("order_value",)
    assert {name for name in after if after[name] != closures[name]} == {"revenue", "order_value"}
    assert governed_metric("order_value").parts["revenue"].definition.label == "Sales"
    assert dict(Metric.objects.values_list("name", "closure_hash")) == after


@pytest.mark.usefixtures("shop_catalog")
def test_going_back_is_a_new_revision_and_is_told_as_one() -> None:
    first = governed_metric("revenue")
    save_definition(
        definition=first.definition.model_copy(update={"label": "Sales"}), author=None, origin=ADMIN
    )
    save_definition(definition=first.definition, author=None, origin=ADMIN)

    back = governed_metric("revenue")
    assert (back.revision, back.hash) == (3, first.hash)
    assert back.closure_hash != first.closure_hash


@pytest.mark.usefixtures("shop_catalog")
def test_refuses_what_would_break_a_metric_made_of_it() -> None:
    elsewhere = simple(
        "revenue",
        sources=[source(backends=["postgres"], table="ops.order_daily", time="day", measure="MAX(orders)")],
    )
    timeless = simple("revenue", sources=[source(time=None)])

    assert save_definition(definition=elsewhere, author=None, origin=ADMIN).changed
    with pytest.raises(DefinitionInvalid, match=r"order_value: .* has no time"):
        save_definition(definition=timeless, author=None, origin=ADMIN)


@pytest.mark.usefixtures("shop_catalog")
def test_refuses_a_definition_whose_author_saw_an_older_one(steward: User) -> None:
    seen = governed_metric("revenue")
    mine, theirs = (seen.definition.model_copy(update={"label": label}) for label in ("Mine", "Theirs"))
    save_definition(definition=theirs, author=steward, origin=ADMIN, expected_hash=seen.hash)

    with pytest.raises(StaleDefinition) as refused:
        save_definition(definition=mine, author=steward, origin=ADMIN, expected_hash=seen.hash)

    assert refused.value.status == 409
    assert refused.value.members["current_revision"] == 2
    assert governed_metric("revenue").definition.label == "Theirs"


@pytest.mark.usefixtures("shop_catalog")
def test_refuses_a_new_metric_under_a_name_that_is_taken() -> None:
    with pytest.raises(StaleDefinition, match="exists already"):
        save_definition(definition=simple("revenue"), author=None, origin=ADMIN, expected_hash="")


@pytest.mark.django_db(transaction=True)
def test_two_writers_at_once_leave_one_winner(shop_in_use: Path) -> None:
    save_definition(definition=simple("takings"), author=None, origin=ADMIN)
    seen = governed_metric("takings").hash
    outcomes: list[str] = []
    barrier = threading.Barrier(4)

    def write(label: str) -> None:
        barrier.wait()
        try:
            save_definition(
                definition=simple("takings", description=label), author=None, origin=ADMIN, expected_hash=seen
            )
            outcomes.append("saved")
        except StaleDefinition:
            outcomes.append("stale")
        finally:
            connection.close()

    writers = [threading.Thread(target=write, args=(f"by {number}",)) for number in range(4)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join(timeout=30)

    assert sorted(outcomes) == ["saved", "stale", "stale", "stale"]
    assert MetricRevision.objects.count() == 2


@pytest.mark.django_db(transaction=True)
def test_two_writers_cannot_close_a_circle_together(shop_in_use: Path) -> None:
    for name in ("first", "second"):
        save_definition(definition=simple(name), author=None, origin=ADMIN)
    refused: list[str] = []
    barrier = threading.Barrier(2)

    def write(name: str, part: str) -> None:
        barrier.wait()
        try:
            definition = composed(name, "derived", expression=f"{part} * 2", metrics=[part])
            save_definition(definition=definition, author=None, origin=ADMIN)
        except DefinitionInvalid as error:
            refused.append(str(error))
        finally:
            connection.close()

    writers = [
        threading.Thread(target=write, args=pair) for pair in (("first", "second"), ("second", "first"))
    ]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join(timeout=30)

    assert len(refused) == 1
    assert "made of itself" in refused[0]


@pytest.mark.usefixtures("shop_catalog")
def test_a_retired_part_stays_for_those_made_of_it_and_is_gone_for_others(steward: User) -> None:
    affected = retire(metric=Metric.objects.get(name="revenue"), actor=steward, at=NOW)

    assert affected == ("order_value",)
    assert governed_metric("order_value").parts["revenue"].revision == 1
    with pytest.raises(UnknownMetric, match=r"revenue was retired"):
        governed_metric("revenue")
    with pytest.raises(DefinitionInvalid, match="There is no metric revenue"):
        save_definition(
            definition=composed("per_order", "derived", expression="revenue * 2", metrics=["revenue"]),
            author=None,
            origin=ADMIN,
        )


@pytest.mark.usefixtures("shop_catalog")
def test_a_retired_metric_comes_back_when_it_is_saved_again(steward: User) -> None:
    metric = Metric.objects.get(name="order_value")
    definition = governed_metric("order_value").definition
    retire(metric=metric, actor=steward, at=NOW)

    saved = save_definition(definition=definition, author=steward, origin=ADMIN)

    assert saved.changed
    assert governed_metric("order_value").revision == 1
    assert AuditEvent.objects.filter(action="catalog.metric.revived", actor=steward).exists()


@pytest.mark.usefixtures("shop_catalog")
def test_reading_a_metric_costs_one_query_once_its_closure_is_known(
    django_assert_num_queries: DjangoAssertNumQueries, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(selectors, "_memo", {})

    with django_assert_num_queries(1 + 2):  # the row, then the metric and its parts: one query a level
        first = governed_metric("order_value")
    with django_assert_num_queries(1):
        again = governed_metric("order_value")
    with django_assert_num_queries(2):
        live_metrics()

    assert again is first
