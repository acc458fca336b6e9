"""Reads across pinned SQL and the log of generations."""

import threading
import time
from collections.abc import Callable, Iterable, Mapping
from datetime import datetime

from django.db.models import F, Q, QuerySet

from accounts.models import User
from sqlgen.generation.contracts import AtomQuestion, PinFacts, PinKey, Standing
from sqlgen.generation.errors import EarlierRefusal, UnknownPin
from sqlgen.models import LIVE, GenerationLog, PinnedSql

_MEMO_SECONDS = 1.0
_REFUSED = (GenerationLog.Verdict.REFUSED_GUARD, GenerationLog.Verdict.REFUSED_UNFAITHFUL)
_STATUS = {
    GenerationLog.Verdict.MODEL_FAILED: (503, "model_unavailable"),
    GenerationLog.Verdict.OVER_BUDGET: (429, "generation_budget_spent"),
}


class PinTable:
    """Every live pin of a definition in force, read in one query and kept for at most one second: an approval,
    or its end, reaches every process within it. `clock` gives monotonic seconds."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._lock = threading.Lock()
        self._read: tuple[float, Mapping[PinKey, PinFacts]] | None = None

    def get(self) -> Mapping[PinKey, PinFacts]:
        with self._lock:
            # Taken before reading, so that age counts from the oldest moment the rows may be from.
            now = self._clock()
            if self._read is None or now - self._read[0] >= _MEMO_SECONDS:
                self._read = (now, _live_pins())
            return self._read[1]

    def forget(self) -> None:
        with self._lock:
            self._read = None


_table = PinTable()
forget = _table.forget


def standing(keys: Iterable[PinKey], *, trust: str) -> Standing:
    """Whether all of these atoms have SQL that may run on a route with this trust."""
    table = _table.get()
    found = [table.get(key) for key in keys]
    usable = tuple(pin for pin in found if pin and may_run(pin, trust))
    complete = len(usable) == len(found)
    return Standing(
        pins=usable if complete else (), waiting=sum(pin is not None for pin in found) - len(usable)
    )


def may_run(pin: PinFacts, trust: str) -> bool:
    """A route that trusts the checks runs all that passed them; any other, only what a person approved."""
    return trust == "checked" or bool(not pin.proposed and pin.approved_by)


def live_pin(key: PinKey) -> PinnedSql | None:
    return PinnedSql.objects.filter(status__in=LIVE, **key._asdict()).first()


def last_pin(key: PinKey) -> PinnedSql | None:
    return PinnedSql.objects.filter(**key._asdict()).first()


def unapproved_count(key: PinKey) -> int:
    """How many live texts of the definition no person approved, on the key's backend: waiting, or in use where
    checks are trusted."""
    live = PinnedSql.objects.filter(status__in=LIVE, approved_by=None)
    return live.filter(closure_hash=key.closure_hash, backend=key.backend, dialect=key.dialect).count()


def texts(pins: Iterable[PinFacts]) -> tuple[PinnedSql, ...]:
    """The pins with their texts, in the order given; raises UnknownPin when one is gone."""
    wanted = [pin.pk for pin in pins]
    found = PinnedSql.objects.in_bulk(wanted)
    if len(found) < len(set(wanted)):
        raise UnknownPin("The SQL that was pinned for this is gone. Try again.")
    return tuple(found[pk] for pk in wanted)


def refusal_since(question: AtomQuestion, began: datetime, asker: User | None) -> EarlierRefusal | None:
    """What came of the same question asked since `began` by whoever asked first; None when nothing did.

    A spent budget counts for its owner only, and so does what a model wrote upon a note of theirs.
    """
    return _refusal(_refusals(question, asker).filter(at__gte=began).first(), began)


def refusal_in_force(question: AtomQuestion, now: datetime, asker: User | None) -> EarlierRefusal | None:
    """A refusal that the portal does not ask again after by itself, yet."""
    return _refusal(_refusals(question, asker).filter(retry_at__gt=now).first(), now)


def _refusals(question: AtomQuestion, asker: User | None) -> QuerySet[GenerationLog]:
    own = Q(asker=asker) if asker else Q(asker__isnull=True)
    everybodys = Q(verdict=GenerationLog.Verdict.MODEL_FAILED) | Q(verdict__in=_REFUSED, note="")
    rows = GenerationLog.objects.filter(dry_run=False, **question.key._asdict())
    return rows.exclude(verdict=GenerationLog.Verdict.ACCEPTED).filter(everybodys | own)


def _refusal(row: GenerationLog | None, now: datetime) -> EarlierRefusal | None:
    if row is None:
        return None
    status, code = _STATUS.get(GenerationLog.Verdict(row.verdict), (422, row.code))
    wait = max(1, int((row.retry_at - now).total_seconds())) if row.retry_at else None
    return EarlierRefusal(row.message, status=status, code=code, verdict=row.verdict, retry_after=wait)


def _live_pins() -> dict[PinKey, PinFacts]:
    rows = PinnedSql.objects.filter(status__in=LIVE, closure_hash=F("metric__closure_hash")).only(
        *PinKey._fields, "status", "model", "approved_by_name", "approved_at"
    )
    return {
        PinKey(*(getattr(row, name) for name in PinKey._fields)): PinFacts(
            pk=row.pk,
            proposed=row.status == PinnedSql.Status.PROPOSED,
            model=row.model,
            approved_by=row.approved_by_name,
            approved_at=row.approved_at,
        )
        for row in rows
    }
