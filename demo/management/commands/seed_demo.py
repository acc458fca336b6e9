"""Make the demo's data and sign-ins, or bring them up to today."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from demo import places, services
from demo.contracts import CannotSeed
from demo.people import ensure_people


class Command(BaseCommand):
    requires_system_checks = ()  # they would refuse for routes and data that do not exist yet
    stealth_options = ("by_make_up",)  # so that a refusal names what to run again
    help = (
        "Make the demo's data and sign-ins, or bring them up to today. Complete data of today is left alone."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        kept = "kept from the last time where left out"
        parser.add_argument(
            "--claims", type=int, help=f"how many claims (default {services.DEFAULT_CLAIMS:,}; {kept})"
        )
        parser.add_argument(
            "--days", type=int, help=f"over how many days (default {services.DEFAULT_DAYS}; {kept})"
        )
        parser.add_argument(
            "--seed", type=int, help=f"of the random draws (default {services.DEFAULT_SEED}; {kept})"
        )
        parser.add_argument("--fresh", action="store_true", help="make everything anew")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            where = places.of_this_portal()
            seeded = services.seed(
                places=where,
                now=timezone.now(),
                claims=options["claims"],
                days=options["days"],
                seed=options["seed"],
                fresh=options["fresh"],
            )
        except CannotSeed as problem:
            raise CommandError(problem.told(by_make_up=options.get("by_make_up", False))) from problem
        written = ensure_people(var_dir=where.var_dir, base_url=f"http://{settings.HOST}:{settings.PORT}")
        told = f"made in {seeded.seconds:.1f} s" if seeded.changed else "up to date"
        sign_ins = f"; sign-ins written to {where.var_dir / 'demo-credentials.json'}" if written else ""
        self.stdout.write(f"{seeded.claims:,} claims, {told}{sign_ins}")
