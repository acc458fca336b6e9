"""The routing file applied three-way: what it said last time, what it says now, what the database holds."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from django.db import connection, transaction
from django.utils import timezone

from accounts.models import User
from accounts.services import record_event
from catalog.definitions import MetricDefinition
from catalog.findings import Finding, Severity, errors
from catalog.models import Metric
from catalog.selectors import definitions_in_force
from metrics_portal.threeway import Merge, merge
from routing.backends import configured
from routing.flipping.by_file import Move, grounds_of, needs_people, words_before, words_of
from routing.flipping.proof import clean_reason
from routing.models import Origin, Route
from routing.route_file import RouteFile, check_names, read_routes
from routing.route_settings import RouteSettings
from routing.services import NO_GROUNDS, Grounds, remove_route, store_route


class Prefer(StrEnum):
    """What a person decided about conflicts."""

    FILE = "file"
    DATABASE = "database"


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """What happens to one route. `line` is 0 where the file has none. `stands_on` tells what a move to another
    backend stands on; empty for a step that moves nothing."""

    metric: str
    action: Merge
    line: int
    file: RouteSettings | None
    database: RouteSettings | None
    stands_on: str = ""

    @property
    def move(self) -> Move | None:
        """The move to another backend this step makes; None where it makes none."""
        if self.action is not Merge.APPLY or not self.file or not self.database:
            return None
        if self.file.backend == self.database.backend:
            return None
        return Move(self.metric, self.database.backend, self.file.backend, self.line)

    def as_dict(self) -> dict[str, object]:
        return {
            "metric": self.metric,
            "action": self.action.value,
            "line": self.line,
            "file": self.file.plain() if self.file else None,
            "database": self.database.plain() if self.database else None,
            "stands_on": self.stands_on,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class SyncReport:
    """`applied` is False for a plan, and when findings or conflicts stopped it: then nothing was changed.

    Of a file with a fault there are no steps.
    """

    steps: tuple[Step, ...]
    findings: tuple[Finding, ...]
    applied: bool

    @property
    def conflicts(self) -> tuple[Step, ...]:
        return tuple(step for step in self.steps if step.action is Merge.CONFLICT)

    @property
    def possible(self) -> bool:
        return not errors(self.findings) and not self.conflicts


def sync_routing(
    *,
    path: Path,
    prefer: Prefer | None = None,
    plan_only: bool = False,
    actor: User | None = None,
    reason: str = "",
    now: datetime | None = None,
) -> SyncReport:
    """Apply the file in one transaction, or nothing of it. `prefer` decides conflicts; without it they stop the
    sync.

    A line that moves a metric to another backend is compared before, where no fresh report says equal and no
    `reason` is given. The file is reviewed where it is kept: it moves the metric whatever the report says, which
    is written down with it (docs/adr/the-file-moves-with-its-report.md). Raises InvalidInput for a bad `reason`.
    """
    reason, now = clean_reason(reason), now or timezone.now()
    grounds: dict[Move, Grounds] = {}
    while True:
        report = _attempt(path, prefer, plan_only, actor, grounds, now)
        lacking = [step.move for step in report.steps if step.move and step.move not in grounds]
        if report.applied or plan_only or not report.possible:
            return report
        # Engines are asked here, outside of the transaction: nobody waits for them with the table locked.
        grounds |= {
            move: grounds_of(move, reason=reason, file=path.name, actor=actor, now=now) for move in lacking
        }


@transaction.atomic
def _attempt(
    path: Path,
    prefer: Prefer | None,
    plan_only: bool,
    actor: User | None,
    grounds: Mapping[Move, Grounds],
    now: datetime,
) -> SyncReport:
    """Plan, and apply when every move of the plan has its grounds."""
    rows, definitions = _locked_rows(), definitions_in_force()
    routes, findings = _read(path, definitions)
    # What cannot be read says nothing of what should be there: no steps are told for it.
    steps = () if errors(findings) else tuple(_decided(step, prefer) for step in _steps(routes, rows))
    steps = tuple(_told(step, grounds, now) for step in steps)
    findings += (*_left_without(steps, definitions, path.name), *_of_two_people(steps, path.name))
    findings += () if errors(findings) else tuple(_unrouted(definitions, {*routes.lines, *rows}, path.name))
    report = SyncReport(steps=steps, findings=findings, applied=False)
    ready = all(step.move in grounds for step in steps if step.move)
    if plan_only or not report.possible or not ready:
        return report
    metrics = {
        metric.name: metric for metric in Metric.objects.filter(name__in=[step.metric for step in steps])
    }
    for step in steps:
        on = grounds[step.move] if step.move else NO_GROUNDS
        _apply(step, metrics[step.metric], rows.get(step.metric), actor, on)
    return replace(report, applied=True)


def _told(step: Step, grounds: Mapping[Move, Grounds], now: datetime) -> Step:
    if step.move is None or (step.database and step.database.two_people):
        return step
    known = grounds.get(step.move)
    return replace(step, stands_on=words_of(known) if known else words_before(step.move, now=now))


def _of_two_people(steps: Iterable[Step], file: str) -> Iterator[Finding]:
    for step in steps:
        if step.move and step.database and step.database.two_people:
            yield needs_people(step.move, file)


def _locked_rows() -> dict[str, Route]:
    with connection.cursor() as cursor:
        # Two deployments at once take turns: without the lock both would add the same first route. A lock that
        # let SELECT FOR UPDATE through would let a flip and this sync wait for each other for ever.
        cursor.execute("LOCK TABLE routing_route IN EXCLUSIVE MODE")
    return {row.metric.name: row for row in Route.objects.select_related("metric")}


def _read(path: Path, definitions: Mapping[str, MetricDefinition]) -> tuple[RouteFile, tuple[Finding, ...]]:
    """The lines of governed metrics, and every finding."""
    file = path.name
    try:
        routes = read_routes(path.read_text(encoding="utf-8"), file=file)
    except (OSError, UnicodeDecodeError) as error:
        return RouteFile({}, ()), (_unread(path, error),)
    named = check_names(routes, file=file, definitions=definitions, backends=configured())
    governed = {name: line for name, line in routes.lines.items() if name in definitions}
    return RouteFile(governed, routes.findings), (*routes.findings, *named)


def _unread(path: Path, error: OSError | UnicodeDecodeError) -> Finding:
    reason = error.strerror if isinstance(error, OSError) else "it is no UTF-8 text"
    message, hint = f"The routing file cannot be read: {reason}.", "Check ROUTING_FILE."
    return Finding(file=str(path), line=0, column="", message=message, hint=hint)


def _left_without(
    steps: Iterable[Step], definitions: Mapping[str, MetricDefinition], file: str
) -> Iterator[Finding]:
    """A live metric whose route would go: its tiles would fail, and no process would start any more."""
    for step in steps:
        if step.action is Merge.REMOVE and step.metric in definitions:
            message = f"{step.metric} is a live metric and has no line."
            hint = "Put its line back, or take the metric out of metrics.yaml first."
            yield Finding(file=file, line=0, column=step.metric, message=message, hint=hint)


def _unrouted(definitions: Mapping[str, MetricDefinition], routed: set[str], file: str) -> Iterator[Finding]:
    """A live metric that neither the file nor the database sends anywhere. The rest can be applied all the same."""
    for name in sorted(definitions.keys() - routed):
        message, hint = f"{name} is a live metric and has no line.", "Its tiles cannot answer: add one."
        yield Finding(file=file, line=0, column=name, message=message, hint=hint, severity=Severity.WARNING)


def _steps(routes: RouteFile, rows: Mapping[str, Route]) -> list[Step]:
    steps = []
    for name in sorted({*routes.lines, *rows}):
        line, row = routes.lines.get(name), rows.get(name)
        file, database = (line.settings if line else None), (row.as_settings() if row else None)
        action = merge(
            before=row.file_hash if row else None,
            file=file.fingerprint() if file else None,
            database=database.fingerprint() if database else None,
        )
        steps.append(
            Step(metric=name, action=action, line=line.line if line else 0, file=file, database=database)
        )
    return steps


def _decided(step: Step, prefer: Prefer | None) -> Step:
    if step.action is not Merge.CONFLICT or prefer is None:
        return step
    take_file = Merge.APPLY if step.file else Merge.REMOVE
    # Keeping the database's word means remembering the file's, so that it does not conflict again.
    action = take_file if prefer is Prefer.FILE else Merge.ADOPT
    return replace(step, action=action)


def _apply(step: Step, metric: Metric, row: Route | None, actor: User | None, grounds: Grounds) -> None:
    if step.action is Merge.APPLY and step.file:
        row = store_route(
            metric=metric, row=row, settings=step.file, origin=Origin.FILE, actor=actor, grounds=grounds
        )
        _remember(row, step.file)
    elif step.action is Merge.REMOVE and row:
        remove_route(row=row, origin=Origin.FILE, actor=actor)
    elif step.action is Merge.ADOPT and row:
        _remember(row, step.file)
        if step.file != step.database:
            record_event(
                actor=actor, action="routing.route.kept", subject=metric.name, details=step.as_dict()
            )


def _remember(row: Route, file: RouteSettings | None) -> None:
    row.file_hash = file.fingerprint() if file else ""
    row.save(update_fields=["file_hash"])
