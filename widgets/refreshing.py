"""Fetching a new answer behind a stale one: asked for once, whoever and however many read it meanwhile."""

from accounts.contracts import RowPolicy, RowRule, Viewer
from metrics_portal import behind
from widgets import flight
from widgets.plan import Plan

REFRESH_TASK = "widgets.refresh_answer"
ASK_AGAIN_SECONDS = 60  # should the worker be gone, a new task is enqueued after this


def refresh_behind(plan: Plan) -> None:
    """Enqueue a refresh unless one is under way. A broker that is down is logged: the stale answer stands."""
    key = f"behind:{plan.data_key}"
    # Every reader of a stale answer comes by here, and a look is cheaper than a try.
    token = None if flight.is_taken(key) else flight.take_lease(key, seconds=ASK_AGAIN_SECONDS)
    if token is None:
        return
    taken = behind.enqueue(
        REFRESH_TASK,
        within_seconds=ASK_AGAIN_SECONDS,
        intent=plan.asked.spec.model_dump(mode="json"),
        row_rules=[[rule.table, rule.column, list(rule.values)] for rule in plan.row_policy.rules],
        lease=[key, token],
    )
    if not taken:
        flight.give_back_lease(key, token)


def system_viewer(row_rules: list[tuple[str, str, list[str]]]) -> Viewer:
    """The portal itself, asking under the row policy of those it refreshes the answer for."""
    rules = tuple(RowRule(table, column, tuple(values)) for table, column, values in row_rules)
    return Viewer(user_id=0, name="the portal", role="viewer", row_policy=RowPolicy(rules))
