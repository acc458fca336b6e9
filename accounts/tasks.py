"""Background work on identities."""

from typing import Any

from celery.schedules import crontab
from django.contrib.sessions.backends.db import SessionStore

from metrics_portal.celery import app


@app.task(name="accounts.purge_expired_sessions")  # type: ignore[untyped-decorator]
def purge_expired_sessions(**_later: Any) -> None:
    """Delete the sessions nobody can use any more; each sign-in leaves one."""
    SessionStore.clear_expired()


@app.on_after_finalize.connect  # type: ignore[untyped-decorator]
def _schedule(sender: Any, **_more: Any) -> None:
    sender.add_periodic_task(
        crontab(hour=4, minute=20), purge_expired_sessions.s(), name="accounts: purge sessions"
    )
