"""Why a question cannot become SQL, in words for the person or program that asked."""

from metrics_portal.problems import InvalidInput, PortalProblem


class IntentRefused(InvalidInput):
    """The question does not fit the metric. Names the field, the value, and the choices or nearest."""

    code = "intent_refused"
    title = "This question does not fit the metric"


class NotANumber(PortalProblem):
    """The engine gave something else where the metric's value stands. The definition is at fault, not the reader."""

    status = 503
    code = "not_a_number"
    title = "The metric gives no number"


class NoSource(PortalProblem):
    """The metric, or a part of it, has no source on the backend that was asked for."""

    status = 503
    code = "no_source"
    title = "No engine can answer this metric"
