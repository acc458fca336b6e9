"""Make the demo's dashboards where they are missing."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from demo.dashboards import apply_dashboards
from metrics_portal.problems import PortalProblem


class Command(BaseCommand):
    requires_system_checks = ()  # they would refuse for what `make up` checks at its end
    help = "Make the demo's dashboards where they are missing; changed ones stay. Run after sync_routing."

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            made = apply_dashboards()
        except PortalProblem as problem:
            raise CommandError(problem.detail) from problem
        self.stdout.write(f"{made} made" if made else "in place")
