"""Fetching a new answer behind a stale one: asked for once, whoever and however many read it meanwhile."""

import logging
import threading
from collections.abc import Callable
from contextvars import Context
from functools import partial

from django.db import connections

from accounts.contracts import RowPolicy, RowRule, Viewer
from metrics_portal import behind, correlation
from widgets import flight
from widgets.plan import Plan

logger = logging.getLogger(__name__)

REFRESH_TASK = "widgets.refresh_answer"
ASK_AGAIN_SECONDS = 60  # should the worker be gone, a new task is enqueued after this
# Renewals in one process. A stale answer that finds no place is renewed for a later reader of it.
MOST_AT_ONCE = 4
_places = threading.BoundedSemaphore(MOST_AT_ONCE)


def refresh_behind(plan: Plan, renew: Callable[[], None]) -> None:
    """Have a stale answer renewed unless that is under way: by a worker, or by `renew` in this process where the answer
    is one reader's alone, since their token is sent nowhere. What keeps it from beginning is logged: the stale answer
    stands."""
    key = f"behind:{plan.data_key}"
    # Every reader of a stale answer comes by here, and a look is cheaper than a try.
    token = None if flight.is_taken(key) else flight.take_lease(key, seconds=ASK_AGAIN_SECONDS)
    if token is None:
        return
    if plan.route.by_reader:
        _renew_here(renew, key, token)
    else:
        _enqueue(plan, key, token)


def _enqueue(plan: Plan, key: str, token: str) -> None:
    taken = behind.enqueue(
        REFRESH_TASK,
        within_seconds=ASK_AGAIN_SECONDS,
        intent=plan.asked.spec.model_dump(mode="json"),
        row_rules=[[rule.table, rule.column, list(rule.values)] for rule in plan.row_policy.rules],
        lease=[key, token],
    )
    if not taken:
        flight.give_back_lease(key, token)


def _renew_here(renew: Callable[[], None], key: str, token: str) -> None:
    """On a thread of its own, in a context of its own: whoever read the stale answer may go, and calls nothing off."""
    if not _places.acquire(blocking=False):
        flight.give_back_lease(key, token)
        return
    work = partial(Context().run, _renewed, renew, key, token, correlation.current())
    try:
        threading.Thread(target=work, name="renewal", daemon=True).start()
    except RuntimeError:
        logger.exception("no thread could be started to renew an answer")
        _places.release()
        flight.give_back_lease(key, token)


def _renewed(renew: Callable[[], None], key: str, token: str, correlation_id: str) -> None:
    correlation.adopt(correlation_id)
    try:
        try:
            renew()
        finally:
            flight.give_back_lease(key, token)
    except Exception:
        logger.exception("a stale answer was not renewed")
    finally:
        _places.release()
        connections.close_all()  # this thread's own


def system_viewer(row_rules: list[tuple[str, str, list[str]]]) -> Viewer:
    """The portal itself, asking under the row policy of those it refreshes the answer for."""
    rules = tuple(RowRule(table, column, tuple(values)) for table, column, values in row_rules)
    return Viewer(user_id=0, name="the portal", role="viewer", row_policy=RowPolicy(rules))
