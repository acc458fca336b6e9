"""`manage.py sync_routing`: apply the routing file."""

import json
from collections import Counter
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from catalog.findings import errors
from metrics_portal.problems import InvalidInput
from metrics_portal.threeway import Merge
from routing.route_settings import RouteSettings
from routing.sync import Prefer, Step, SyncReport, sync_routing

# What a step did, and what it would do.
_OUTCOMES = {
    Merge.APPLY: ("taken from the file", "to take from the file"),
    Merge.REMOVE: ("removed", "to remove"),
    Merge.ADOPT: ("remembered", "to remember"),
    Merge.CONFLICT: ("undecided", "undecided"),
    Merge.KEEP: ("kept as the database has them", "to keep as the database has them"),
    Merge.SAME: ("the same", "the same"),
}


class Command(BaseCommand):
    requires_system_checks = ()  # they would refuse for missing routes, which this command brings
    help = "Apply the routing file three-way, all or nothing. Exit 1 on a fault or an undecided conflict."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--plan", action="store_true", help="Say what would happen, change nothing.")
        parser.add_argument("--json", action="store_true", help="Print the report as JSON.")
        parser.add_argument(
            "--brief", action="store_true", help="Leave out the routes that are new and move nothing."
        )
        parser.add_argument(
            "--reason", default="", help="Why metrics move to another backend; kept with each move."
        )
        decide = parser.add_mutually_exclusive_group()
        decide.add_argument(
            "--take-file", action="store_true", help="Where both changed, take the file's word."
        )
        decide.add_argument(
            "--keep-database", action="store_true", help="Where both changed, keep the database's."
        )

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            report = sync_routing(
                path=settings.ROUTING_FILE,
                prefer=_preferred(options),
                plan_only=options["plan"],
                reason=options["reason"],
            )
        except InvalidInput as refused:
            raise CommandError(refused.detail) from refused
        if options["json"]:
            self.stdout.write(_as_json(report))
        elif report.possible:
            self.stdout.write(_as_text(report, brief=options["brief"]))
        if not report.possible:
            raise CommandError(f"{_as_text(report)}\n{_next_step(report)}")


def _preferred(options: dict[str, Any]) -> Prefer | None:
    if options["take_file"]:
        return Prefer.FILE
    return Prefer.DATABASE if options["keep_database"] else None


def _next_step(report: SyncReport) -> str:
    if errors(report.findings):
        return "Nothing was changed. Mend the file, then run manage.py sync_routing again."
    return "Nothing was changed. Decide with manage.py sync_routing --take-file or --keep-database."


def _as_json(report: SyncReport) -> str:
    return json.dumps(
        {
            "applied": report.applied,
            "steps": [step.as_dict() for step in report.steps],
            "findings": [finding.as_dict() for finding in report.findings],
        },
        indent=2,
        ensure_ascii=False,
    )


def _as_text(report: SyncReport, *, brief: bool = False) -> str:
    told = [step for step in report.steps if step.action is not Merge.SAME]
    shown = [step for step in told if step.database or not brief]
    lines = [*(str(finding) for finding in report.findings), *(_step_line(step) for step in shown)]
    if not errors(report.findings):
        lines.append(_outcome(report))
    return "\n".join(lines)


def _outcome(report: SyncReport) -> str:
    """How many routes, and what became of them or would: "28 routes: 1 applied, 27 the same"."""
    done, planned = zip(*_OUTCOMES.values(), strict=True)
    words = dict(zip(_OUTCOMES, done if report.applied else planned, strict=True))
    counted = Counter(step.action for step in report.steps)
    told = ", ".join(f"{counted[action]} {words[action]}" for action in words if counted[action])
    how_many = "1 route" if len(report.steps) == 1 else f"{len(report.steps)} routes"
    return f"{how_many}: {told}" if told else "no routes"


def _step_line(step: Step) -> str:
    file = _said(step.file, step.database) or "no line"
    database = _said(step.database, step.file) or "no route"
    place = f" (line {step.line})" if step.line else ""
    line = f"{step.action.value} {step.metric}{place}: the file says {file}, the database {database}"
    return f"{line}\n      stands on: {step.stands_on}" if step.stands_on else line


def _said(settings: RouteSettings | None, other: RouteSettings | None) -> str:
    """The backend, and what else differs from the other side."""
    if settings is None:
        return ""
    said, theirs = settings.plain(), other.plain() if other else {}
    differing = [
        f"{name} {json.dumps(value)}"
        for name, value in said.items()
        if name != "backend" and theirs.get(name, value) != value
    ]
    return f"{settings.backend} with {' and '.join(differing)}" if differing else settings.backend
