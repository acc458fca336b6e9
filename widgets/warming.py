"""Keeping the answers of warm routes current, so that nobody waits for them."""

import logging
from datetime import datetime, timedelta
from functools import cache, partial

from accounts.contracts import RowPolicy
from catalog.contracts import UnknownMetric
from routing.warehouse.rest import rests
from sqlgen.errors import IntentRefused
from widgets import answers, selectors
from widgets.contracts import Form, Overrides, Question
from widgets.plan import ask, plan
from widgets.refreshing import system_viewer
from widgets.resolver import resolve

logger = logging.getLogger(__name__)

# An answer is refreshed when it would expire before the round after next.
ROUND_SECONDS = 30


def warm(*, now: datetime) -> int:
    """Ask the engines for every warm answer that is missing or about to expire; gives how many. A warehouse that rests
    is not woken for them."""
    questions = [selectors.question_of_widget(widget.pk) for widget in selectors.warm_widgets()]
    resting = cache(
        partial(rests, now=now)
    )  # each backend is looked at once, and only where something is due
    due = [question for question in questions if (at := _due_at(question, now)) and not resting(at)]
    for question in due:
        resolve(question, system_viewer([]), now=now, refresh=True, form=Form.TILE)
    return len(due)


def _due_at(question: Question, now: datetime) -> str:
    """The backend whose answer is missing or about to expire; empty where none is."""
    # Where each reader is answered by their own rights, there is nobody to ask for before they come.
    if question.route is None or question.route.by_reader:
        return ""
    try:
        asked = ask(question, now=now, overrides=Overrides())
    except (UnknownMetric, IntentRefused) as problem:
        # A widget whose metric changed under it says so on its tile; the others are kept warm all the same.
        logger.warning("widget %s cannot be kept warm: %s", question.widget_id, problem.detail)
        return ""
    planned = plan(asked, question.route, RowPolicy(), None)
    kept = answers.kept(planned)
    soon = now + timedelta(seconds=2 * ROUND_SECONDS)
    is_due = kept is None or not answers.is_current(kept.ready, planned, soon)
    return question.route.backend if is_due else ""
