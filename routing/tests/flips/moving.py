"""How these tests compare, move and look where a metric is."""

from typing import Any

from django.utils import timezone
from rest_framework.test import APIClient

from routing.models import ParityReport, Route
from routing.parity.models import Trigger
from routing.parity.services import run_parity
from routing.tests.parity_world import WINDOW

REASON = "The operational server is moved tonight."


def compare(**changes: Any) -> ParityReport:
    asked: dict[str, Any] = {
        "metric_name": "taken",
        "backend_a": "books",
        "backend_b": "lakehouse",
        "window": WINDOW,
    }
    return run_parity(**{**asked, "now": timezone.now(), "actor": None, "trigger": Trigger.MANUAL, **changes})


def move(client: APIClient, **members: Any) -> Any:
    return client.post("/v1/routes/taken/flip", {"backend": "lakehouse", **members}, format="json")


def backend_of(metric: str = "taken") -> str:
    return Route.objects.get(metric__name=metric).backend
