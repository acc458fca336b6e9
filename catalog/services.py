"""Changes to governed metrics. Each is validated against the dictionary and the live catalog, and audited."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from accounts.models import User
from catalog.closure import dependants
from catalog.definitions import MetricDefinition
from catalog.locks import hold_catalog
from catalog.models import Metric, MetricRevision
from catalog.revisions import refresh_closures, retire_metric, write_revision
from catalog.selectors import definitions_in_force, dictionary
from catalog.sync import SyncReport, sync_catalog
from catalog.validation import Issue, issues_of
from metrics_portal.problems import Conflict, InvalidInput

__all__ = [
    "DefinitionInvalid",
    "Saved",
    "StaleDefinition",
    "SyncReport",
    "check_definition",
    "retire",
    "save_definition",
    "sync_catalog",
]


class DefinitionInvalid(InvalidInput):
    """The definition, or a metric that stands on it, would make no sense; `issues` lists why."""

    code = "invalid_definition"
    title = "The definition cannot be used"

    def __init__(self, issues: Iterable[Issue]) -> None:
        self.issues = tuple(issues)
        listed = [
            {"metric": issue.metric, "member": issue.where, "message": issue.message, "hint": issue.hint}
            for issue in self.issues
        ]
        super().__init__(" ".join(f"{issue.metric}: {issue}" for issue in self.issues), issues=listed)


class StaleDefinition(Conflict):
    """Someone else changed the metric since its author saw it."""

    code = "stale_definition"


@dataclass(frozen=True, slots=True, kw_only=True)
class Saved:
    """What a save did. `affected` are the live metrics made of this one: their numbers may change with it."""

    metric: Metric
    changed: bool
    affected: tuple[str, ...]


def check_definition(*, definition: MetricDefinition, expected_hash: str | None = None) -> tuple[str, ...]:
    """The live metrics whose numbers may change with this definition; raises what saving it would raise.

    `expected_hash` is the hash of the revision the author saw, empty for a new metric; None does not ask.
    """
    if expected_hash is not None:
        _check_fresh(definition.name, _metric(definition.name), expected_hash)
    known = definitions_in_force() | {definition.name: definition}
    affected = dependants([definition.name], known)
    checked = [definition, *(known[name] for name in affected)]
    if issues := issues_of(checked, known=known, dictionary=dictionary()):
        raise DefinitionInvalid(issues)
    return affected


@transaction.atomic
def save_definition(
    *,
    definition: MetricDefinition,
    author: User | None,
    origin: MetricRevision.Origin,
    note: str = "",
    expected_hash: str | None = None,
) -> Saved:
    """Make the definition its metric's live revision; saying the same again changes nothing.

    Raises DefinitionInvalid, and StaleDefinition when the metric is not at `expected_hash` any more.
    """
    hold_catalog()
    affected = check_definition(definition=definition, expected_hash=expected_hash)
    metric, changed = write_revision(
        definition=definition, metric=_metric(definition.name), author=author, origin=origin, note=note
    )
    refresh_closures()
    metric.refresh_from_db(fields=["closure_hash"])
    return Saved(metric=metric, changed=changed, affected=affected)


@transaction.atomic
def retire(*, metric: Metric, actor: User | None, at: datetime) -> tuple[str, ...]:
    """Hide a metric; its revisions stay. Returns the live metrics that go on using its last revision."""
    hold_catalog()
    metric = Metric.objects.get(pk=metric.pk)
    affected = dependants([metric.name], definitions_in_force())
    if metric.retired_at is None:
        retire_metric(metric=metric, actor=actor, at=at, affected=affected)
    return affected


def _metric(name: str) -> Metric | None:
    return Metric.objects.select_related("live_revision").filter(name=name).first()


def _check_fresh(name: str, metric: Metric | None, expected_hash: str) -> None:
    current = metric.live_revision if metric else None
    if (current.hash if current else "") == expected_hash:
        return
    if current is None:
        raise StaleDefinition(f"{name} does not exist any more. Save it as a new metric.", current_hash="")
    if not expected_hash:
        raise StaleDefinition(f"A metric named {name} exists already. Choose another name, or edit that one.")
    raise StaleDefinition(
        f"{name} is at revision {current.number} now, by {current.author_name}. "
        "Reload it and make your change there.",
        current_hash=current.hash,
        current_revision=current.number,
    )
