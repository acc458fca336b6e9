"""Keeping the answers of warm routes current, so that nobody waits for them."""

import logging
from datetime import datetime, timedelta

from accounts.contracts import RowPolicy
from catalog.contracts import UnknownMetric
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
    """Ask the engines for every warm answer that is missing or about to expire; gives how many."""
    questions = [selectors.question_of_widget(widget.pk) for widget in selectors.warm_widgets()]
    due = [question for question in questions if _due(question, now)]
    for question in due:
        resolve(question, system_viewer([]), now=now, refresh=True, form=Form.TILE)
    return len(due)


def _due(question: Question, now: datetime) -> bool:
    # Where each reader is answered by their own rights, there is nobody to ask for before they come.
    if question.route is None or question.route.by_reader:
        return False
    try:
        asked = ask(question, now=now, overrides=Overrides())
    except (UnknownMetric, IntentRefused) as problem:
        # A widget whose metric changed under it says so on its tile; the others are kept warm all the same.
        logger.warning("widget %s cannot be kept warm: %s", question.widget_id, problem.detail)
        return False
    planned = plan(asked, question.route, RowPolicy(), None)
    kept = answers.kept(planned)
    soon = now + timedelta(seconds=2 * ROUND_SECONDS)
    return kept is None or not answers.is_current(kept.ready, planned, soon)
