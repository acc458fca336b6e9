"""Why there is no model-written SQL, in words for the person or program that asked."""

from metrics_portal.problems import Conflict, Forbidden, InvalidInput, NotFound, PortalProblem


class NotForModels(InvalidInput):
    """Models are not asked for the SQL of this metric."""

    code = "unsupported_metric"
    title = "Models write no SQL for this metric"


class FreeTextRejected(InvalidInput):
    """Words without a metric, or in place of an intent, are no question a model is asked here."""

    code = "free_text_rejected"
    title = "SQL is written for a governed metric only"


class BudgetSpent(PortalProblem):
    """The asker's calls or tokens of today are used up; `renews_at` says when there are new ones."""

    status = 429
    code = "generation_budget_spent"
    title = "Today's budget for model-written SQL is spent"


class ApprovalPending(PortalProblem):
    """There is SQL, or was: a person has not approved it, or has rejected or retired it."""

    status = 503
    code = "approval_pending"
    title = "The SQL a model wrote waits for approval"


class TooManyUnapproved(ApprovalPending):
    """So many texts of the metric have nobody's approval that no model is asked for another."""

    status = 409
    code = "too_many_unapproved"
    title = "Too much of what models wrote has nobody's approval"


class EarlierRefusal(PortalProblem):
    """The same was asked a moment ago, and this is what came of it. `verdict` is the log's."""

    title = "A model was asked for this a moment ago"

    def __init__(self, detail: str, *, status: int, code: str, verdict: str, retry_after: int | None) -> None:
        super().__init__(detail, retry_after=retry_after)
        self.status = status
        self.code = code
        self.verdict = verdict


class AlreadyPinned(Conflict):
    """A note was given for a question whose SQL is there already: the note would go nowhere."""

    code = "already_pinned"
    title = "There is SQL for this question"


class UnknownPin(NotFound):
    code = "unknown_pin"
    title = "There is no such SQL"


class AlreadyDecided(Conflict):
    """Someone else decided in the meantime."""

    code = "already_decided"


class DefinitionChanged(Conflict):
    """The SQL was written for a definition that is no longer the metric's."""

    code = "definition_changed"
    title = "The metric's definition changed"


class OwnRequest(Forbidden):
    """Nobody approves what they asked for."""

    code = "own_request"
    title = "Someone else must approve this"


class ReasonMissing(InvalidInput):
    code = "reason_missing"
    title = "A reason is needed"
