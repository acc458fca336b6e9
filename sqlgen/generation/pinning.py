"""Getting SQL for a question: what is pinned, else what a model writes now, asked once for everyone."""

import time
from datetime import datetime

from django.conf import settings
from django.db import IntegrityError, transaction
from django.utils import timezone

from metrics_portal.leases import give_back_lease, holder_of, take_lease
from sqlgen.generation import places, selectors
from sqlgen.generation.asking import Asking, write_sql
from sqlgen.generation.contracts import AtomQuestion
from sqlgen.generation.errors import ApprovalPending, TooManyUnapproved
from sqlgen.models import GenerationLog, PinnedSql
from sqlgen.models_llm.contracts import ModelError

_PAUSE_SECONDS = 0.05
_GRACE_SECONDS = 10.0  # beyond a model's deadline: checks and writes
_ENDED = (PinnedSql.Status.REJECTED, PinnedSql.Status.RETIRED)
_LEADERS = 2  # how many others one waits for before giving up


def pinned_or_written(question: AtomQuestion, asking: Asking, *, trust: str) -> tuple[PinnedSql, bool]:
    """The live pin, and whether a model was asked for it by this call. For people who ask on purpose.

    Raises what `asking.write_sql` raises, EarlierRefusal for whoever waited for another's call that failed, and
    TooManyUnapproved.
    """
    if pin := selectors.live_pin(question.key):
        return pin, False
    with places.one():
        return _once(question, asking, trust=trust)


def pinned_or_written_unasked(
    question: AtomQuestion, asking: Asking, *, trust: str
) -> tuple[PinnedSql, bool]:
    """The same for the portal itself, which does not ask again what was refused a while ago, nor what a person
    rejected or retired: the model might write it again, and where checks are trusted it would run again.

    Raises ApprovalPending too, where a person ended the SQL of this question.
    """
    if pin := selectors.live_pin(question.key):
        return pin, False
    last = selectors.last_pin(question.key)
    if last and last.status in _ENDED:
        raise ApprovalPending(
            f"{last.ended_by_name} {last.status} the SQL that {last.model} wrote for this: {_sentence(last.reason)} "
            "An analyst can ask for another through the API."
        )
    if earlier := selectors.refusal_in_force(question, asking.at, asking.asker):
        raise earlier
    with places.one():
        return _once(question, asking, trust=trust)


def rehearsed(question: AtomQuestion, asking: Asking) -> GenerationLog:
    """What a model writes now, pinned or not, for who wants to see it and nothing kept but the log's row.

    Raises what `asking.write_sql` raises.
    """
    with places.one():
        return write_sql(question, asking, keep=lambda row: row.save())


def _once(question: AtomQuestion, asking: Asking, *, trust: str) -> tuple[PinnedSql, bool]:
    """Across all processes one asks; the others wait and take what came of it."""
    lease, began = f"generation:{':'.join(question.key)}", timezone.now()
    patience = settings.SQL_MODEL_DEADLINE_SECONDS + _GRACE_SECONDS
    for _ in range(_LEADERS + 1):
        if token := take_lease(lease, seconds=patience):
            try:
                return _lead(question, asking, trust, began)
            finally:
                give_back_lease(lease, token)
        _wait(lease, patience)
        if pin := selectors.live_pin(question.key):
            return pin, False
        if earlier := selectors.refusal_since(question, began, asking.asker):
            raise earlier
    raise ModelError(
        "Others asked a model for the same and no answer came in time. Try again shortly.",
        provider="",
        reason="busy",
        transient=True,
        retry_after=30,
    )


def _lead(question: AtomQuestion, asking: Asking, trust: str, began: datetime) -> tuple[PinnedSql, bool]:
    # Another may have landed between our look and our lease.
    if pin := selectors.live_pin(question.key):
        return pin, False
    if earlier := selectors.refusal_since(question, began, asking.asker):
        raise earlier
    _check_room(question)
    row = write_sql(question, asking, keep=lambda row: _pin(question, row, trust))
    pin = selectors.live_pin(question.key)
    if pin is None:
        raise ApprovalPending("The SQL was decided on as soon as it was written. Ask again.")
    return pin, pin.log_id == row.pk


def _check_room(question: AtomQuestion) -> None:
    """Each filter value makes a text of its own: what readers ask must not pile up before whoever approves."""
    count, most = selectors.unapproved_count(question.key), settings.GENERATION_UNAPPROVED_LIMIT
    if count >= most:
        raise TooManyUnapproved(
            f"{count:,} texts that models wrote for {question.metric.name} on {question.key.backend} have nobody's "
            "approval, as many as may be, so no model is asked for another. A steward or an operator can decide "
            "about them, in the admin under SQL texts written by models."
        )


def _sentence(words: str) -> str:
    """What a person wrote, ended so that a sentence may follow."""
    return words if words.endswith((".", "!", "?", "…")) else f"{words}."


def _wait(lease: str, patience: float) -> None:
    holder, give_up_at = holder_of(lease), time.monotonic() + patience
    while holder and holder_of(lease) == holder and time.monotonic() < give_up_at:
        time.sleep(_PAUSE_SECONDS)


def _pin(question: AtomQuestion, row: GenerationLog, trust: str) -> None:
    """Store an accepted row and its pin together, or neither."""
    with transaction.atomic():
        row.save()
        try:
            with transaction.atomic():
                _write(question, row, trust)
        except IntegrityError:
            # A leader taken for dead came back: the pin that is there stays, and this row only tells of the call.
            row.message = "SQL for the same question was pinned in the meantime."
            row.save(update_fields=["message"])
        transaction.on_commit(selectors.forget)


def _write(question: AtomQuestion, row: GenerationLog, trust: str) -> None:
    checked = trust == "checked"
    PinnedSql.objects.create(
        **question.key._asdict(),
        metric=row.metric,
        intent=row.intent,
        sql=row.sql,
        explanation=row.explanation,
        compiled_sql=row.compiled_sql,
        provider=row.provider,
        model=row.model,
        log=row,
        status=PinnedSql.Status.APPROVED if checked else PinnedSql.Status.PROPOSED,
        approved_at=timezone.now() if checked else None,
        asker=row.asker,
        asker_name=row.asker_name,
    )
