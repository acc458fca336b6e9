"""`manage.py export_routing`: write the routing file from the database."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from routing.export import differences, exported, read, write


class Command(BaseCommand):
    requires_system_checks = ()  # the file may be what they complain of
    help = "Write the routes of the database back into the routing file, to be reviewed and committed."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--check", action="store_true", help="Only tell the differences; exit 1 on any.")
        parser.add_argument("--out", type=Path, help="Another file than ROUTING_FILE; - prints it.")

    def handle(self, *args: Any, **options: Any) -> None:
        path: Path = settings.ROUTING_FILE
        before = read(path)
        if options["check"]:
            self._check(path, differences(before))
            return
        text, out = exported(before), options["out"] or path
        if str(out) == "-":
            self.stdout.write(text, ending="")
            return
        write(out, text)
        self.stdout.write(
            f"Wrote {out}. Review and commit it; manage.py sync_routing then finds both the same."
        )

    def _check(self, path: Path, found: tuple[str, ...]) -> None:
        for line in found:
            self.stdout.write(line)
        if found:
            places = "one place" if len(found) == 1 else f"{len(found)} places"
            raise CommandError(f"{path} and the database differ in {places}.")
        self.stdout.write(f"{path} says what the database says.")
