"""Approving, rejecting and retiring: who may, what is audited, and what happens to two at once."""

from datetime import datetime, timedelta

import pytest
from django.db import IntegrityError, transaction
from pytest_django import Settings

from accounts.models import AuditEvent, User
from catalog.definitions import MetricDefinition
from catalog.models import MetricRevision
from catalog.services import save_definition
from metrics_portal.problems import Forbidden, PortalProblem
from sqlgen.generation.approval import approve, reject, retire
from sqlgen.generation.errors import AlreadyDecided, DefinitionChanged, OwnRequest, ReasonMissing
from sqlgen.generation.upkeep import delete_old
from sqlgen.models import GenerationBudget, GenerationLog, PinnedSql
from widgets.tests import world
from widgets.tests.pins import proposed
from widgets.tests.test_one_flight import at_once

pytestmark = pytest.mark.usefixtures("governed")


@pytest.mark.django_db
def test_approval_is_written_with_its_audit_event(analyst: User, steward: User, now: datetime) -> None:
    pin = approve(pin=proposed(analyst), approver=steward, at=now)

    pin.refresh_from_db()
    assert (pin.status, pin.approved_by, pin.approved_at) == ("approved", steward, now)
    event = AuditEvent.objects.get(action="sqlgen.pin.approved")
    assert (event.actor, event.subject) == (steward, "revenue")
    assert event.details["asked_by"] == "analyst"
    assert event.details["closure_hash"] == pin.closure_hash


@pytest.mark.django_db
@pytest.mark.parametrize("role", ["viewer", "analyst"])
def test_only_stewards_and_operators_decide(role: str, request: pytest.FixtureRequest, now: datetime) -> None:
    person: User = request.getfixturevalue(role)
    pin = proposed(None)

    with pytest.raises(Forbidden):
        approve(pin=pin, approver=person, at=now)
    with pytest.raises(Forbidden):
        reject(pin=pin, actor=person, reason="No.", at=now)


@pytest.mark.django_db
def test_nobody_approves_what_they_asked_for(steward: User, operator: User, now: datetime) -> None:
    pin = proposed(steward)

    with pytest.raises(OwnRequest):
        approve(pin=pin, approver=steward, at=now)

    assert not AuditEvent.objects.filter(action__startswith="sqlgen").exists()
    assert approve(pin=pin, approver=operator, at=now).status == "approved"


@pytest.mark.django_db
def test_a_changed_definition_refuses_the_approval(analyst: User, steward: User, now: datetime) -> None:
    pin = proposed(analyst)
    plain = {**world.METRICS[0], "sources": [{**world.SALE, "measure": "MAX(amount)"}]}
    definition = MetricDefinition.model_validate(plain)
    save_definition(definition=definition, author=None, origin=MetricRevision.Origin.FILE)

    with pytest.raises(DefinitionChanged) as refused:
        approve(pin=pin, approver=steward, at=now)

    assert (refused.value.status, refused.value.code) == (409, "definition_changed")
    assert PinnedSql.objects.get().status == "proposed"


@pytest.mark.django_db
def test_to_reject_or_retire_takes_a_reason(analyst: User, steward: User, now: datetime) -> None:
    first, second = proposed(analyst), proposed(analyst, shape="other", status="approved")

    with pytest.raises(ReasonMissing):
        reject(pin=first, actor=steward, reason="  ", at=now)
    reject(pin=first, actor=steward, reason="It reads too much.", at=now)
    retire(pin=second, actor=steward, reason="Slow.", at=now)

    assert {pin.reason for pin in PinnedSql.objects.all()} == {"It reads too much.", "Slow."}
    acts = set(AuditEvent.objects.filter(action__startswith="sqlgen").values_list("action", flat=True))
    assert acts == {"sqlgen.pin.rejected", "sqlgen.pin.retired"}


@pytest.mark.django_db
def test_what_is_decided_stays_decided(analyst: User, steward: User, operator: User, now: datetime) -> None:
    pin = reject(pin=proposed(analyst), actor=steward, reason="No.", at=now)

    for act in (
        lambda: approve(pin=pin, approver=operator, at=now),
        lambda: reject(pin=pin, actor=operator, reason="No.", at=now),
        lambda: retire(pin=pin, actor=operator, reason="No.", at=now),
    ):
        with pytest.raises(AlreadyDecided, match="rejected"):
            act()


@pytest.mark.django_db(transaction=True)
def test_two_who_approve_at_once_approve_once(analyst: User, steward: User, now: datetime) -> None:
    pin = proposed(analyst)
    others = [User.objects.create_user(f"operator{number}", role="operator") for number in range(6)]
    waiting = [steward, *others]

    def decide() -> str:
        try:
            approve(pin=pin, approver=waiting.pop(), at=now)
        except PortalProblem as refused:
            return refused.code
        return "approved"

    assert sorted(map(str, at_once(7, decide))) == ["already_decided"] * 6 + ["approved"]
    assert AuditEvent.objects.filter(action="sqlgen.pin.approved").count() == 1


@pytest.mark.django_db
def test_the_database_holds_one_live_text_per_question() -> None:
    proposed(None, status="rejected")
    proposed(None, status="approved")

    with pytest.raises(IntegrityError), transaction.atomic():
        proposed(None)


@pytest.mark.django_db
def test_the_log_is_kept_for_its_days_and_longer_where_its_sql_is_in_use(
    now: datetime, settings: Settings
) -> None:
    settings.GENERATION_LOG_DAYS = 30
    live, ended = proposed(None), proposed(None, shape="other", status="rejected")
    young = proposed(None, shape="third", status="rejected")
    old = now - timedelta(days=31)
    GenerationLog.objects.exclude(pk=young.log_id).update(at=old)
    GenerationBudget.objects.create(who="1", day=old.date())

    deleted = delete_old(now=now)

    assert deleted == 1
    assert {row.pk for row in GenerationLog.objects.all()} == {live.log_id, young.log_id}
    ended.refresh_from_db()
    assert ended.log is None
    assert not GenerationBudget.objects.exists()
