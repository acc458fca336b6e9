"""metrics.yaml and the database brought together, three-way and all or nothing."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from django.conf import settings
from django.db import transaction

from catalog.closure import dependants
from catalog.contracts import Dictionary
from catalog.definitions import MetricDefinition
from catalog.dictionary.files import METRICS, folder_of
from catalog.findings import Finding, Severity, errors
from catalog.locks import hold_catalog
from catalog.models import Metric, MetricRevision
from catalog.revisions import refresh_closures, retire_metric, write_revision
from catalog.selectors import dictionary
from catalog.validation import issues_of
from catalog.validation.documents import Document, read_document
from metrics_portal.problems import InvalidInput
from metrics_portal.threeway import Merge, merge


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """What happens to one metric. `affected` are live metrics that use it, told when it changes or goes."""

    name: str
    action: Merge
    affected: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SyncReport:
    """What a sync did, or with `applied` False would do. An error or a conflict stops all of it."""

    steps: tuple[Step, ...]
    findings: tuple[Finding, ...] = ()
    applied: bool = False

    def names(self, action: Merge) -> tuple[str, ...]:
        return tuple(step.name for step in self.steps if step.action is action)

    @property
    def blocked(self) -> bool:
        return bool(self.names(Merge.CONFLICT) or errors(self.findings))


@dataclass(frozen=True, slots=True)
class _Sides:
    """Both sides of a sync, read under the lock."""

    document: Document
    rows: Mapping[str, Metric]
    take_file: Collection[str] = field(default_factory=frozenset)
    keep_database: Collection[str] = field(default_factory=frozenset)

    def action(self, name: str) -> Merge:
        row, ours = self.rows.get(name), self.document.definitions.get(name)
        before = row.file_hash if row else None
        action = merge(before=before, file=ours.fingerprint() if ours else None, database=_live_hash(row))
        if action is Merge.CONFLICT and name in self.take_file:
            return Merge.APPLY if ours else Merge.REMOVE
        if action is Merge.CONFLICT and name in self.keep_database:
            return Merge.ADOPT
        return action

    def actions(self) -> Iterator[tuple[str, Merge]]:
        """Of each metric that is live or in the file, by name. One that is neither, being retired, is none of it."""
        for name in sorted(self.rows.keys() | self.document.definitions.keys()):
            action = self.action(name)
            if action is not Merge.SAME or name in self.document.definitions:
                yield name, action


@transaction.atomic
def sync_catalog(
    *,
    at: datetime,
    plan: bool = False,
    take_file: Collection[str] = (),
    keep_database: Collection[str] = (),
    path: Path | None = None,
) -> SyncReport:
    """Apply metrics.yaml, of DATA_DICTIONARY_URI or at `path`, three-way.

    Nothing is applied with `plan`, when a definition is invalid, or while a conflict is left that neither
    `take_file` nor `keep_database` decides. Raises InvalidInput when the file is missing.
    """
    hold_catalog()
    rows = {row.name: row for row in Metric.objects.select_related("live_revision")}
    sides = _Sides(_read(path), rows, frozenset(take_file), frozenset(keep_database))
    _check_choices(sides)
    actions = dict(sides.actions())
    outcome = _outcome(sides, actions)
    findings = (*sides.document.findings, *_findings(sides, actions, outcome, dictionary()))
    steps = tuple(_step(name, action, outcome) for name, action in actions.items())
    report = SyncReport(steps=steps, findings=findings)
    if plan or report.blocked:
        return report
    _apply(sides, steps, at)
    return SyncReport(steps=steps, findings=findings, applied=True)


def _read(path: Path | None) -> Document:
    path = path or folder_of(settings.DATA_DICTIONARY_URI) / METRICS
    try:
        return read_document(path.read_text(encoding="utf-8-sig"), file=path.name)
    except FileNotFoundError as error:
        raise InvalidInput(
            f"There is no {path}. Write it, or start from manage.py draft_dictionary.", field="path"
        ) from error
    except UnicodeDecodeError as error:
        raise InvalidInput(f"{path} is not UTF-8. Save it as UTF-8.", field="path") from error


def _check_choices(sides: _Sides) -> None:
    known = sides.rows.keys() | sides.document.definitions.keys()
    for name in (*sides.take_file, *sides.keep_database):
        if name not in known:
            raise InvalidInput(f"There is no metric {name} to decide about.", field="metric", value=name)
    if both := sorted(set(sides.take_file) & set(sides.keep_database)):
        raise InvalidInput(f"{', '.join(both)}: take the file's word or keep the database's, not both.")


def _outcome(sides: _Sides, actions: Mapping[str, Merge]) -> dict[str, MetricDefinition]:
    """Every definition that would be live afterwards; for a conflict, the file's."""
    outcome: dict[str, MetricDefinition] = {}
    for name, action in actions.items():
        row, ours = sides.rows.get(name), sides.document.definitions.get(name)
        if action in (Merge.APPLY, Merge.CONFLICT) and ours:
            outcome[name] = ours
        elif action is not Merge.REMOVE and row and row.live_revision and row.retired_at is None:
            outcome[name] = MetricDefinition.model_validate(row.live_revision.definition)
    return outcome


def _findings(
    sides: _Sides,
    actions: Mapping[str, Merge],
    outcome: Mapping[str, MetricDefinition],
    words: Dictionary,
) -> list[Finding]:
    """Issues of the file's definitions and of those a change reaches are errors; others were there before."""
    changing = {name for name, action in actions.items() if action in (Merge.APPLY, Merge.CONFLICT)}
    ours = sides.document.definitions
    reached = changing.union(dependants(changing, outcome))
    found = []
    for issue in issues_of(outcome.values(), known=outcome, dictionary=words):
        from_file = outcome[issue.metric] == ours.get(issue.metric)
        severe = from_file or issue.metric in reached
        found.append(sides.document.finding(issue, Severity.ERROR if severe else Severity.WARNING))
    return found


def _step(name: str, action: Merge, outcome: Mapping[str, MetricDefinition]) -> Step:
    told = action in (Merge.APPLY, Merge.REMOVE, Merge.CONFLICT)
    return Step(name=name, action=action, affected=dependants([name], outcome) if told else ())


def _apply(sides: _Sides, steps: tuple[Step, ...], at: datetime) -> None:
    for step in steps:
        row, ours = sides.rows.get(step.name), sides.document.definitions.get(step.name)
        if step.action is Merge.APPLY and ours:
            row, _ = write_revision(
                definition=ours, metric=row, author=None, origin=MetricRevision.Origin.FILE, note=""
            )
        elif step.action is Merge.REMOVE and row:
            retire_metric(metric=row, actor=None, at=at, affected=step.affected)
        if row and step.action in (Merge.APPLY, Merge.REMOVE, Merge.ADOPT):
            row.file_hash = ours.fingerprint() if ours else ""
            row.save(update_fields=["file_hash"])
    refresh_closures()


def _live_hash(row: Metric | None) -> str | None:
    live = row and row.retired_at is None and row.live_revision
    return live.hash if live else None
