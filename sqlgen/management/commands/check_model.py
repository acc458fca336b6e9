"""manage.py check_model: does the language model answer, and what to do when it does not?"""

import json
from dataclasses import asdict
from typing import Any

from django.core.checks import CheckMessage
from django.core.management.base import BaseCommand, CommandParser

from sqlgen.checks import language_model
from sqlgen.models_llm import registry, status
from sqlgen.models_llm.contracts import ModelError, ModelHealth


class Command(BaseCommand):
    requires_system_checks = ()  # it tells the ones that matter here itself, as JSON too
    help = (
        "Ask the configured language model for a sign of life. Exit 0: it wrote SQL; 1: it did not, and why."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--json", action="store_true", help="Write the outcome as JSON.")

    def handle(self, *args: Any, **options: Any) -> None:
        findings = language_model()
        health = None if any(one.is_serious() for one in findings) else _probe(findings)
        if options["json"]:
            self.stdout.write(json.dumps(_as_dict(health, findings), indent=2, default=str))
        else:
            self._tell(health, findings)
        if health is None or not health.up:
            raise SystemExit(1)

    def _tell(self, health: ModelHealth | None, findings: list[CheckMessage]) -> None:
        for one in findings:
            self.stdout.write(f"{one.msg} {one.hint or ''}".strip())
        if health is None:
            return
        label = registry.LABELS.get(health.provider, health.provider)
        took = f" in {health.latency_ms:.0f} ms" if health.latency_ms is not None else ""
        self.stdout.write(f"{label}, {health.model}: {'up' if health.up else 'down'}{took}. {health.detail}")


def _probe(findings: list[CheckMessage]) -> ModelHealth | None:
    try:
        return status.probe()
    except ModelError as error:  # no provider is chosen: nothing is wrong, and there is nothing to ask
        findings.append(CheckMessage(0, error.detail))
        return None


def _as_dict(health: ModelHealth | None, findings: list[CheckMessage]) -> dict[str, Any]:
    told = [{"id": one.id, "message": one.msg, "hint": one.hint} for one in findings]
    return {"ok": bool(health and health.up), "model": asdict(health) if health else None, "findings": told}
