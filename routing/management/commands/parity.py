"""`manage.py parity METRIC A B`: compare one metric on two backends."""

import json
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from metrics_portal.problems import PortalProblem
from routing.parity.contracts import Verdict
from routing.parity.models import ParityReport, Trigger
from routing.parity.services import run_parity
from routing.parity_api import ParityOutput
from sqlgen.contracts import Grain

_EXIT = {Verdict.EQUAL: 0, Verdict.DIFFERENT: 1, Verdict.NOT_COMPARABLE: 2}
_COULD_NOT_ASK = 3
_SHOWN = 12


class Command(BaseCommand):
    requires_system_checks = ()  # a comparison helps to decide what the checks complain of
    help = (
        "Compare a metric on two backends over a closed window and keep the report. "
        "Exit 0 equal, 1 different, 2 not comparable, 3 when it could not be asked."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("metric")
        parser.add_argument("backend_a", metavar="A")
        parser.add_argument("backend_b", metavar="B")
        parser.add_argument("--window", help="Whole days that are over (default: the metric's own, closed).")
        parser.add_argument(
            "--dimension", action="append", dest="dimensions", help="Cut by it; may be repeated."
        )
        parser.add_argument("--grain", choices=[grain.value for grain in Grain])
        parser.add_argument("--json", action="store_true", help="Print the report as JSON.")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            report = run_parity(
                metric_name=options["metric"],
                backend_a=options["backend_a"],
                backend_b=options["backend_b"],
                now=timezone.now(),
                actor=None,
                trigger=Trigger.MANUAL,
                window=options["window"],
                dimensions=options["dimensions"],
                grain=Grain(options["grain"]) if options["grain"] else None,
            )
        except PortalProblem as problem:
            raise CommandError(problem.detail, returncode=_COULD_NOT_ASK) from problem
        self.stdout.write(_as_json(report) if options["json"] else _as_text(report))
        if code := _EXIT[Verdict(report.verdict)]:
            raise SystemExit(code)


def _as_json(report: ParityReport) -> str:
    return json.dumps(ParityOutput(report).data, indent=2, ensure_ascii=False)


def _as_text(report: ParityReport) -> str:
    over = f" over {report.window_label}" if report.window_label else ""
    lines = [
        f"{report.metric.name}, {report.backend_a} and {report.backend_b}{over}: "
        f"{report.get_verdict_display().upper()} (report {report.pk})",
        *(f"  because: {reason['detail']}" for reason in report.reasons),
        *(f"  note: {note}" for note in report.notes),
        f"  total: {_difference(report.total)}",
        f"  {report.differing_count} of {report.group_count} groups differ; missing on {report.backend_a}: "
        f"{report.missing_a_count}, on {report.backend_b}: {report.missing_b_count}",
    ]
    differing = [group for group in report.groups if not group["within"]][:_SHOWN]
    return "\n".join([*lines, *(f"    {_name(group)}: {_difference(group)}" for group in differing)])


def _difference(one: dict[str, Any]) -> str:
    absolute = one["absolute"] if one["absolute"] is not None else "unknown"
    return f"{_value(one['a'])} and {_value(one['b'])}, difference {absolute}"


def _value(text: str | None) -> str:
    return "nothing" if text is None else text


def _name(group: dict[str, Any]) -> str:
    return ", ".join([*([group["bucket"]] if group["bucket"] else []), *group["dimensions"]])
