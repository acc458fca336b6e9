"""manage.py validate_dictionary: is the data dictionary sound, and do the engines agree with it?"""

import argparse
import json
from typing import Any

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.core.management.base import BaseCommand, CommandError, CommandParser

from catalog.checking import check_folder
from catalog.dictionary.files import folder_of
from catalog.findings import Finding, errors
from routing import backends


class Command(BaseCommand):
    requires_system_checks = ()  # they would refuse for what this command tells in detail
    help = (
        "Check the data dictionary's files and metrics.yaml and, unless --no-live, every configured backend."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--live",
            action=argparse.BooleanOptionalAction,
            default=True,
            help="Compare with the configured backends too.",
        )
        parser.add_argument("--json", action="store_true", help="Write the findings as JSON.")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            folder = folder_of(settings.DATA_DICTIONARY_URI)
        except ImproperlyConfigured as error:
            raise CommandError(str(error)) from error
        live = [backends.get(name) for name in backends.configured()] if options["live"] else []
        findings = check_folder(folder, live)
        if options["json"]:
            self.stdout.write(json.dumps(_as_dict(findings), indent=2))
        else:
            self._tell(findings, [backend.name for backend in live])
        if errors(findings):
            raise SystemExit(1)

    def _tell(self, findings: tuple[Finding, ...], live: list[str]) -> None:
        for finding in findings:
            self.stdout.write(str(finding))
        failed = len(errors(findings))
        looked_at = f"files and {', '.join(live)}" if live else "files"
        self.stdout.write(f"Checked {looked_at}: {failed} errors, {len(findings) - failed} warnings.")


def _as_dict(findings: tuple[Finding, ...]) -> dict[str, Any]:
    return {"ok": not errors(findings), "findings": [finding.as_dict() for finding in findings]}
