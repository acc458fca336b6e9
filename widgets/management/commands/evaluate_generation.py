"""manage.py evaluate_generation: how well are golden questions answered, and where not, why?"""

import json
from argparse import ArgumentTypeError
from dataclasses import asdict
from datetime import datetime
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone
from django.utils.dateparse import parse_datetime

from accounts.models import User
from metrics_portal.problems import PortalProblem
from sqlgen.models import EvaluationRun
from widgets.evaluation.contenders import PROVIDERS, contender
from widgets.evaluation.contracts import RIGHT, Scored, Summary
from widgets.evaluation.running import evaluate
from widgets.evaluation.suites import load

MOST_REPEATS = 20


class Command(BaseCommand):
    help = (
        "Put golden questions to a language model, the rules interpreter or the compiler, and keep what came of "
        "them. Exit 0: every question was put; 1: it stopped early, or fared worse than --fail-under."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--suite", default="demo", help="A suite's name, a YAML file, or a folder of them."
        )
        parser.add_argument("--provider", default="compiled", choices=PROVIDERS)
        parser.add_argument(
            "--repeat", type=_count, default=1, help="How often each question is put (1 to 20)."
        )
        parser.add_argument("--limit", type=_positive, help="Put only so many questions.")
        parser.add_argument(
            "--now", type=_moment, help="Resolve windows at this moment (ISO 8601, with zone)."
        )
        parser.add_argument("--actor", default="", help="User name to write into the log; else the portal.")
        parser.add_argument("--fail-under", type=float, help="Exit 1 when accuracy is below this (0 to 1).")
        parser.add_argument("--json", action="store_true", help="Write the outcome as JSON.")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            suite, actor = load(options["suite"]), _actor(options["actor"])
            asked = contender(options["provider"], actor=actor)
        except PortalProblem as problem:
            raise CommandError(problem.detail) from problem
        scored: list[Scored] = []
        run, summary = evaluate(
            suite,
            asked,
            at=options["now"] or timezone.now(),
            repeats=options["repeat"],
            limit=options["limit"],
            actor=actor,
            tell=scored.append if options["json"] else lambda one: self._tell_failure(one),
        )
        if options["json"]:
            self.stdout.write(json.dumps(_plain(run, summary, scored), indent=2, default=str))
        else:
            self._tell(run, summary)
        under = options["fail_under"]
        if run.stopped or (under is not None and (summary.accuracy is None or summary.accuracy < under)):
            raise SystemExit(1)

    def _tell_failure(self, scored: Scored) -> None:
        attempt = scored.attempt
        if attempt.verdict not in RIGHT:
            self.stdout.write(
                f"✗ {scored.case.id} ({scored.case.question}): {attempt.verdict.label}. {attempt.reason}"
            )

    def _tell(self, run: EvaluationRun, summary: Summary) -> None:
        told = (
            f"{run}: {summary.correct} of {summary.attempts - summary.not_measured} answered as they should be "
            f"({_percent(summary.accuracy)}); {summary.not_measured} not measured, {run.skipped} not put to it.\n"
            f"Refused without need {_percent(summary.false_refusals)}, refused as expected "
            f"{_percent(summary.expected_refusals)}, repeatable {_percent(summary.repeatability)}.\n"
            f"{summary.tokens:,} tokens, cost {_cost(summary)}, median time to SQL {_milliseconds(summary)}."
        )
        self.stdout.write(told)
        if run.stopped:
            self.stdout.write(run.stopped)


def _plain(run: EvaluationRun, summary: Summary, scored: list[Scored]) -> dict[str, Any]:
    return {
        "run": run.pk,
        "suite": run.suite,
        "suite_hash": run.suite_hash,
        "provider": run.provider,
        "model": run.model,
        "as_of": run.as_of.isoformat(),
        "repeats": run.repeats,
        "skipped": run.skipped,
        "stopped": run.stopped,
        **asdict(summary),
        "failures": [
            {
                "id": one.case.id,
                "repeat": one.repeat,
                "question": one.case.question,
                "verdict": one.attempt.verdict.value,
                "code": one.attempt.code,
                "reason": one.attempt.reason,
                "sql": one.attempt.sql,
            }
            for one in scored
            if one.attempt.verdict not in RIGHT
        ],
    }


def _actor(name: str) -> User | None:
    if not name:
        return None
    user = User.objects.filter(username=name).first()
    if user is None:
        raise CommandError(f"--actor {name}: there is no such user.")
    return user


def _count(given: str) -> int:
    number = _positive(given)
    if number > MOST_REPEATS:
        raise ArgumentTypeError(f"{given}: give a whole number from 1 to {MOST_REPEATS}.")
    return number


def _positive(given: str) -> int:
    if not given.isdecimal() or int(given) < 1:
        raise ArgumentTypeError(f"{given}: give a whole number, 1 or more.")
    return int(given)


def _moment(given: str) -> datetime:
    try:
        moment = parse_datetime(given)
    except ValueError:
        moment = None
    if moment is None or moment.tzinfo is None:
        raise ArgumentTypeError(f"{given}: give a moment with its zone, for example 2026-11-20T15:30:00Z.")
    return moment


def _percent(share: float | None) -> str:
    return "not measured" if share is None else f"{share:.1%}"


def _cost(summary: Summary) -> str:
    if not summary.tokens:
        return "none"
    return "unknown" if summary.cost_usd is None else f"${summary.cost_usd:.4f}"


def _milliseconds(summary: Summary) -> str:
    return "not measured" if summary.median_ms is None else f"{summary.median_ms:,.1f} ms"
