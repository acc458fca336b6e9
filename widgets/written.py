"""A plan's SQL where a model writes it: which pinned texts stand ready, and the statement made of them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from django.conf import settings

from catalog.contracts import Dictionary, GovernedMetric
from routing import backends
from routing.contracts import Route
from routing.selectors import routes
from sqlgen.compiler import compile_intent
from sqlgen.contracts import CompiledQuery, Intent
from sqlgen.generation import selectors
from sqlgen.generation.compose import compose
from sqlgen.generation.contracts import AtomQuestion, PinFacts, Place, Standing
from sqlgen.generation.errors import ApprovalPending
from sqlgen.generation.shape import atoms_of, intent_from, pin_key
from sqlgen.models import PinnedSql


@dataclass(frozen=True, slots=True, kw_only=True)
class Credit:
    """Who wrote a statement and who let it run. `approved_by` is empty where its route trusts the checks alone."""

    generation: str  # "compiled", "model", or "template": compiled because the model has none to give yet
    written_by: str = ""
    approved_by: str = ""
    approved_at: datetime | None = None


COMPILED = Credit(generation="compiled")
STANDS_IN = Credit(generation="template")


def standing_of(intent: Intent, metric: GovernedMetric, route: Route) -> Standing | None:
    """Which pinned SQL stands ready for a question; None on a route whose SQL is compiled."""
    if route.generation == "compiled":
        return None
    keys = [pin_key(atom, metric, route.backend, route.dialect) for atom in atoms_of(intent)]
    return selectors.standing(keys, trust=route.trust)


def writer_key(route: Route, standing: Standing | None) -> str:
    """Who writes the SQL, for cache keys: an answer by one text is never another's."""
    if standing is None or not standing.pins:
        return route.generation
    return ",".join(f"{pin.pk}:{pin.approved_by}" for pin in standing.pins)


def trusted() -> frozenset[tuple[str, str]]:
    """The metric and backend of each route on which a model's SQL runs without a person's approval."""
    checked = routes().filter(trust="checked").exclude(generation="compiled")
    return frozenset(checked.values_list("metric__name", "backend"))


def place_of(route: Route, dictionary: Dictionary) -> Place:
    return place_at(route.backend, dictionary)


def place_at(backend: str, dictionary: Dictionary) -> Place:
    connection = backends.get(backend)
    return Place(
        backend=backend,
        dialect=connection.dialect,
        dictionary=dictionary,
        zone=ZoneInfo(settings.TIME_ZONE),
        row_cap=connection.row_cap,
        reckoned_tables=connection.reckoned_tables,
    )


def compiled(intent: Intent, metric: GovernedMetric, place: Place) -> CompiledQuery:
    """The compiler's statement; raises NoSource and IntentRefused."""
    return compile_intent(
        intent,
        metric,
        backend=place.backend,
        dialect=place.dialect,
        dictionary=place.dictionary,
        zone=place.zone,
    )


def composed(
    intent: Intent, metric: GovernedMetric, place: Place, pins: Iterable[PinnedSql]
) -> CompiledQuery:
    """The statement made of pinned texts, one per atom of the intent; raises UnfaithfulSql and GuardViolation."""
    return compose(intent, [(_question(pin, metric, place), pin.sql) for pin in pins])


def credit(pins: Iterable[PinFacts]) -> Credit:
    """Of all the texts together: people approved them only where they approved each."""
    listed = tuple(pins)
    approved = [pin for pin in listed if pin.approved_by]
    moments = [pin.approved_at for pin in approved if pin.approved_at]
    whole = len(approved) == len(listed)
    return Credit(
        generation="model",
        written_by=_names(pin.model for pin in listed),
        approved_by=_names(pin.approved_by for pin in approved) if whole else "",
        approved_at=max(moments, default=None) if whole else None,
    )


def not_ready(standing: Standing) -> ApprovalPending:
    """Why a route whose SQL a model writes has none to run now."""
    if standing.waiting:
        return ApprovalPending(
            "A model wrote the SQL for this and a person has not approved it yet. A steward or an operator can, "
            "in the admin under SQL texts written by models."
        )
    return ApprovalPending("No model has written SQL for this yet. The next reader who asks has it written.")


def _question(pin: PinnedSql, metric: GovernedMetric, place: Place) -> AtomQuestion:
    """What the text was written for, its window then included."""
    intent = intent_from(pin.intent, place.zone)
    return AtomQuestion(
        intent=intent, metric=metric, place=place, key=pin_key(intent, metric, place.backend, place.dialect)
    )


def _names(names: Iterable[str]) -> str:
    return ", ".join(dict.fromkeys(name for name in names if name))
