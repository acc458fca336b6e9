"""What a tile says when it cannot show a fresh answer: what happened, then what to do."""

from html import escape

from routing.contracts import ErrorKind
from widgets.contracts import Answer, TileState
from widgets.presentation.ages import live_age
from widgets.presentation.body import blank
from widgets.presentation.icons import icon

_TITLES = {
    ErrorKind.BACKEND_UNAVAILABLE: "The engine cannot be reached",
    ErrorKind.BACKEND_STARTING: "The engine is starting",
    ErrorKind.BACKEND_TIMEOUT: "The engine took too long",
    ErrorKind.PERMISSION_DENIED: "You don't have access to this metric",
    ErrorKind.CIRCUIT_OPEN: "The engine is left alone for a moment",
    ErrorKind.OVERLOADED: "The engine is busy",
    ErrorKind.GUARD_VIOLATION: "The query was refused",
    ErrorKind.UNFAITHFUL_SQL: "The SQL a model wrote is not what was asked",
    ErrorKind.MODEL_UNAVAILABLE: "No model wrote SQL for this",
    ErrorKind.APPROVAL_PENDING: "No SQL for this is approved",
    ErrorKind.NO_SOURCE: "No engine can answer this",
    ErrorKind.NOT_A_NUMBER: "The metric gives no number",
}
_BY_ITSELF = "The answer appears here by itself."  # the tile asks again; a file that was asked for does not
_RETRY = (
    f'<button class="btn sm" type="button" data-act="again">{icon("redo", "i-xs")}<span>Retry</span></button>'
)


def notice_html(answer: Answer) -> str:
    """Above the body of a degraded or sample tile; empty otherwise."""
    reason = escape(answer.error.detail) if answer.error else ""
    if answer.state is TileState.STARTING and answer.ready:
        return _notice("power", _last_good(answer), f"{reason} {_BY_ITSELF}".strip(), retry=False)
    if answer.state is TileState.DEGRADED:
        return _notice("tri", _last_good(answer), reason)
    if answer.state is TileState.SAMPLE:
        # Where a key figure is narrow the first two words stand alone, so that the reason has a line.
        lead = 'Sample data<span class="more">, not a measurement</span>.'
        return _notice("flask", lead, reason or "No good value is stored yet.")
    return ""


def _last_good(answer: Answer) -> str:
    # It counts on like the age in the footer. The notice is read out when it comes, its age not at every tick.
    age = live_age(answer.age_seconds or 0.0, after=" old")
    return f'Last good value, <span aria-live="off">{age}</span>.'


def replacement_html(answer: Answer) -> str:
    """Instead of a body, where there is no value to show."""
    if answer.state is TileState.STARTING:
        words = f"{answer.error.detail} {_BY_ITSELF}" if answer.error else _BY_ITSELF
        return (
            blank("power", f"{answer.engine_label} is starting", words)
            + '<progress class="steps"></progress>'
        )
    error = answer.error
    if error is None:
        return blank("stop", "There is nothing to show", "Ask again, or open the definition.", tone="bad")
    denied = answer.state is TileState.DENIED
    wait = f" Try again in {error.retry_after} s." if error.retry_after and not denied else ""
    return blank(
        "lock" if denied else "stop",
        _TITLES[error.kind],
        f"{error.detail}{wait}",
        actions=""
        if denied
        else f'<button class="btn" type="button" data-act="again">{icon("redo")}Retry</button>',
        tone="" if denied else "bad",
    )


def _notice(symbol: str, lead: str, reason: str, *, retry: bool = True) -> str:
    return (
        f'<div class="notice warn" role="status">{icon(symbol)}<span title="{reason}"><b>{lead}</b> '
        f'<span class="why">{reason}</span></span>'
        f"{_RETRY if retry else ''}</div>"
    )
