"""What a person decides about pinned SQL. Each decision is an audit event."""

from datetime import datetime
from typing import Any

from django.db import transaction

from accounts.models import User
from accounts.services import record_event
from metrics_portal.problems import Forbidden, InvalidInput
from sqlgen.generation import selectors
from sqlgen.generation.errors import AlreadyDecided, DefinitionChanged, OwnRequest, ReasonMissing, UnknownPin
from sqlgen.models import LIVE, PinnedSql

Status = PinnedSql.Status
ACTS = ("approve", "reject", "retire")


@transaction.atomic
def approve(*, pin: PinnedSql, approver: User, at: datetime) -> PinnedSql:
    """Let pinned SQL answer; raises Forbidden, OwnRequest, AlreadyDecided and DefinitionChanged.

    SQL that runs because its route trusts the checks may be approved too: then it also runs on a route that
    does not.
    """
    pin = _locked(pin, approver)
    if pin.status not in LIVE or pin.approved_by_id is not None:
        raise _decided(pin)
    if pin.asker_id == approver.pk:
        raise OwnRequest("You asked for this SQL. Someone else, a steward or an operator, must approve it.")
    check_current(pin)
    pin.status, pin.approved_by, pin.approved_at = Status.APPROVED, approver, at
    pin.approved_by_name = approver.as_viewer().name
    pin.save(update_fields=["status", "approved_by", "approved_by_name", "approved_at"])
    return _recorded(pin, approver, "approved")


@transaction.atomic
def reject(*, pin: PinnedSql, actor: User, reason: str, at: datetime) -> PinnedSql:
    """Refuse proposed SQL, with a reason its asker can read; raises Forbidden, ReasonMissing, AlreadyDecided."""
    pin = _locked(pin, actor)
    if pin.status != Status.PROPOSED:
        raise _decided(pin)
    return _ended(pin, actor, Status.REJECTED, reason, at)


@transaction.atomic
def retire(*, pin: PinnedSql, actor: User, reason: str, at: datetime) -> PinnedSql:
    """Take approved SQL out of use; raises Forbidden, ReasonMissing, AlreadyDecided."""
    pin = _locked(pin, actor)
    if pin.status != Status.APPROVED:
        raise _decided(pin)
    return _ended(pin, actor, Status.RETIRED, reason, at)


def check_current(pin: PinnedSql) -> None:
    """Raises DefinitionChanged unless the pin was written for the metric's definition of now."""
    metric = pin.metric
    if metric.retired_at is not None or metric.closure_hash != pin.closure_hash:
        raise DefinitionChanged(
            f"{metric.name}, or a metric it is made of, changed after this SQL was written for it. It applies "
            "to nothing any more; ask for SQL of the new definition."
        )


def unknown_act(act: str) -> InvalidInput:
    return InvalidInput(f"There is nothing called {act!r} to do.", field="act", value=act, choices=list(ACTS))


def _locked(pin: PinnedSql, actor: User) -> PinnedSql:
    if not actor.is_at_least(User.Role.STEWARD):
        raise Forbidden("Deciding about model-written SQL needs the role steward or operator.")
    # The metric's row is locked too: its definition stays what it is until this decision is written.
    rows = PinnedSql.objects.select_for_update(of=("self", "metric")).select_related("metric")
    locked = rows.filter(pk=pin.pk).first()
    if locked is None:
        raise UnknownPin("This SQL is not there any more.")
    return locked


def _ended(pin: PinnedSql, actor: User, status: Status, reason: str, at: datetime) -> PinnedSql:
    if not reason.strip():
        raise ReasonMissing("Say why, in a sentence: whoever asked for it will read it.", field="reason")
    pin.status, pin.reason, pin.ended_at = status, reason.strip()[:400], at
    pin.ended_by_name = actor.as_viewer().name
    pin.save(update_fields=["status", "reason", "ended_by_name", "ended_at"])
    return _recorded(pin, actor, status.value)


def _recorded(pin: PinnedSql, actor: User, act: str) -> PinnedSql:
    details: dict[str, Any] = {
        "pin": pin.pk,
        "backend": pin.backend,
        "model": pin.model,
        "closure_hash": pin.closure_hash,
        "shape_key": pin.shape_key,
        "asked_by": pin.asker_name,
        "reason": pin.reason,
    }
    record_event(actor=actor, action=f"sqlgen.pin.{act}", subject=pin.metric.name, details=details)
    transaction.on_commit(selectors.forget)
    return pin


def _decided(pin: PinnedSql) -> AlreadyDecided:
    who = pin.ended_by_name or pin.approved_by_name or "the portal"
    return AlreadyDecided(f"This SQL is {pin.get_status_display()} ({who}). Reload the page.")
