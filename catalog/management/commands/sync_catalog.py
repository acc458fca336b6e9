"""manage.py sync_catalog: bring metrics.yaml and the database together."""

import json
from collections import Counter
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from catalog.services import SyncReport, sync_catalog
from metrics_portal.problems import PortalProblem
from metrics_portal.threeway import Merge

_WORDS = {
    Merge.APPLY: "taken from the file",
    Merge.KEEP: "kept as edited in the portal",
    Merge.ADOPT: "remembered",
    Merge.REMOVE: "retired",
    Merge.CONFLICT: "CONFLICT: changed in the file and in the portal",
}


class Command(BaseCommand):
    requires_system_checks = ()  # they would refuse for faulty definitions, which this command mends
    help = "Apply metrics.yaml to the catalog, three-way and all or nothing."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--plan", action="store_true", help="Say what would happen, change nothing.")
        parser.add_argument("--json", action="store_true", help="Write the report as JSON.")
        parser.add_argument(
            "--take-file",
            action="append",
            default=[],
            metavar="NAME",
            help="For a conflict: the file's word holds.",
        )
        parser.add_argument(
            "--keep-database",
            action="append",
            default=[],
            metavar="NAME",
            help="For a conflict: the portal's word holds.",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            report = sync_catalog(
                at=timezone.now(),
                plan=options["plan"],
                take_file=options["take_file"],
                keep_database=options["keep_database"],
            )
        except PortalProblem as problem:
            raise CommandError(problem.detail) from problem
        if options["json"]:
            self.stdout.write(json.dumps(_as_dict(report), indent=2))
        else:
            self._tell(report, planned=options["plan"])
        if report.blocked:
            raise SystemExit(1)

    def _tell(self, report: SyncReport, *, planned: bool) -> None:
        for finding in report.findings:
            self.stdout.write(str(finding))
        for step in report.steps:
            if step.action is not Merge.SAME:
                affected = f" (affects {', '.join(step.affected)})" if step.affected else ""
                self.stdout.write(f"{step.name}: {_WORDS[step.action]}{affected}")
        if report.names(Merge.CONFLICT):
            self.stdout.write("Decide each with --take-file NAME or --keep-database NAME.")
        state = "Planned only" if planned else "Applied" if report.applied else "Nothing applied"
        self.stdout.write(f"{state}: {_counted(report)}.")


def _counted(report: SyncReport) -> str:
    """How many metrics, and what became of them: "28 metrics, 1 taken from the file, 27 unchanged"."""
    words = _WORDS | {Merge.CONFLICT: "in conflict", Merge.SAME: "unchanged"}
    counted = Counter(step.action for step in report.steps)
    how_many = "1 metric" if len(report.steps) == 1 else f"{len(report.steps)} metrics"
    return ", ".join(
        [how_many, *(f"{counted[action]} {words[action]}" for action in words if counted[action])]
    )


def _as_dict(report: SyncReport) -> dict[str, Any]:
    return {
        "applied": report.applied,
        "blocked": report.blocked,
        "metrics": [
            {"name": step.name, "action": step.action.value, "affected": list(step.affected)}
            for step in report.steps
        ],
        "findings": [finding.as_dict() for finding in report.findings],
    }
