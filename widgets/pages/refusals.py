"""A page's range or filter that does not fit one of its tiles."""

from metrics_portal import correlation
from metrics_portal.problems import PortalProblem
from routing.contracts import ErrorKind
from widgets.contracts import Answer, Question, TileError, TileState


def refused(question: Question, problem: PortalProblem) -> Answer:
    """The tile's answer: failed, with the reason; the engine was not asked."""
    return Answer(
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
    )
