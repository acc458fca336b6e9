"""A page's range or filter that does not fit one of its tiles."""

from datetime import datetime

from metrics_portal import correlation
from metrics_portal.problems import PortalProblem
from routing.contracts import ErrorKind
from widgets.contracts import Answer, Question, TileError, TileState
from widgets.presentation import Frame, render_tile
from widgets.presentation.body import blank


def render_refused(frame: Frame, question: Question, problem: PortalProblem, now: datetime) -> str:
    """The tile, failed, with the reason; the engine was not asked, and asking again would not help."""
    answer = Answer(
        state=TileState.FAILED,
        ready=None,
        backend=question.route.backend if question.route else "",
        engine_label=question.route.engine_label if question.route else "",
        cache_hit=False,
        executed=False,
        age_seconds=None,
        execution_ms=None,
        error=TileError(kind=ErrorKind.NO_SOURCE, detail=problem.detail),
        generated_sql="",
        correlation_id=correlation.current(),
        window_key=None,
    )
    instead = blank("none", "The page's range or filter does not fit", problem.detail)
    return render_tile(frame, answer, now, instead=instead)
