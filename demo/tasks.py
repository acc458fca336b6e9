"""The demo lives on while the portal runs: see demo.services.tick."""

from typing import Any

from django.conf import settings
from django.utils import timezone

from demo import places, services
from metrics_portal.celery import app

TICK_SECONDS = 60.0


@app.task(name="demo.tick")  # type: ignore[untyped-decorator]
def tick(**_later: Any) -> str:
    return services.tick(places=places.of_this_portal(), now=timezone.now())


@app.on_after_finalize.connect  # type: ignore[untyped-decorator]
def _schedule(sender: Any, **_more: Any) -> None:
    """Only the embedded demo moves by itself; other people's data is not ours to write."""
    if settings.DEMO and "operational_owner_url" in settings.EMBEDDED:
        sender.add_periodic_task(TICK_SECONDS, tick.s(), name="demo: events up to now")
