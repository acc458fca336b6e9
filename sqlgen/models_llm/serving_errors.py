"""Every way Databricks Model Serving and its client fail, told as what to do next.

Statuses: docs.databricks.com/api/workspace/servingendpoints/query; the client's own errors: databricks.sdk.errors,
which mark throttling with `retry_after_secs`, and those of requests beneath it.
"""

import requests
from databricks.sdk.errors import platform as databricks
from databricks.sdk.errors.base import DatabricksError

from metrics_portal.databricks_login import LoginRefusedError, NoTimeToRetryError
from sqlgen.models_llm import failures
from sqlgen.models_llm.contracts import ModelError
from sqlgen.models_llm.options import ModelOptions
from sqlgen.models_llm.upstream import LONGEST_WAIT_SECONDS, UpstreamSaid

NAME = "databricks"
LABEL = "Databricks Model Serving"
_WAKING_SECONDS = 30


def told(error: BaseException, options: ModelOptions) -> ModelError:
    """The failure in our words. What Databricks said is its `__cause__`, without configuration or anything secret."""
    reason = _reason_of(error)
    found = _of(reason, options)
    found.__cause__ = UpstreamSaid(_kind_of(reason), str(reason))
    return found


def _reason_of(error: BaseException) -> BaseException:
    """What made the SDK want to try again, where it gave that up."""
    gave_up = isinstance(error, (NoTimeToRetryError, TimeoutError))
    inner = (error.__cause__ or error.__context__) if gave_up else None
    return inner or error


def _kind_of(error: BaseException) -> str:
    code = getattr(error, "error_code", None)
    return f"{type(error).__name__} {code}" if code else type(error).__name__


def _of(error: BaseException, options: ModelOptions) -> ModelError:
    if isinstance(error, DatabricksError):
        return _of_answer(error, options)
    if isinstance(error, LoginRefusedError):
        return (
            _not_accepted() if error.status < 500 and error.status != 429 else failures.upstream(LABEL, NAME)
        )
    if isinstance(error, requests.ReadTimeout):
        return failures.timed_out(LABEL, NAME, options.deadline_seconds)
    if isinstance(error, requests.exceptions.ChunkedEncodingError):
        return failures.cut_off(LABEL, NAME)
    if isinstance(error, requests.JSONDecodeError):
        return failures.malformed(LABEL, NAME, "its answer is no JSON")
    if isinstance(error, requests.ConnectionError):
        return _of_connection(error)
    if isinstance(error, ValueError):  # the SDK finds the host or the login unusable
        return _operator(
            "not_configured", f"The Databricks login cannot be used: check {_LOGIN}. {failures.CHECK}"
        )
    return failures.unforeseen(LABEL, NAME)


def _of_connection(error: requests.ConnectionError) -> ModelError:
    if "Connection aborted" in str(error) or "Connection broken" in str(error):
        return failures.cut_off(LABEL, NAME)
    return failures.unreachable(LABEL, NAME, "DATABRICKS_HOST (port 443)")


def _of_answer(error: DatabricksError, options: ModelOptions) -> ModelError:
    message, wait = str(error).lower(), _asked_wait(error)
    if isinstance(error, databricks.Unauthenticated) or "invalid access token" in message:
        return _not_accepted()  # a token nobody knows is answered with 403
    if isinstance(error, databricks.PermissionDenied):
        return _no_access(options)
    if isinstance(error, databricks.NotFound):
        return _not_found(options)
    if isinstance(error, databricks.TooManyRequests):
        quota = (
            f"raise the rate limit of the endpoint {options.model} (Serving → the endpoint → Edit AI Gateway)"
        )
        return failures.throttled(LABEL, NAME, quota, wait)
    if isinstance(error, databricks.DeadlineExceeded):
        return failures.gave_up(LABEL, NAME)
    if _is_waking(error, message):
        return _waking(options)
    if isinstance(error, (databricks.InternalError, databricks.TemporarilyUnavailable)):
        return failures.upstream(LABEL, NAME, wait)
    if isinstance(error, databricks.BadRequest):
        return _invalid(message, options)
    return failures.upstream(LABEL, NAME, wait)


def _is_waking(error: DatabricksError, message: str) -> bool:
    waiting = ("scaled to zero", "scaling up", "not ready", "is being created", "is updating", "starting")
    may_wake = isinstance(
        error, (databricks.TemporarilyUnavailable, databricks.ResourceConflict, databricks.BadRequest)
    )
    return may_wake and any(words in message for words in waiting)


_LOGIN = "DATABRICKS_HOST and DATABRICKS_TOKEN, or DATABRICKS_CLIENT_ID and DATABRICKS_CLIENT_SECRET"


def _not_accepted() -> ModelError:
    return _operator(
        "credentials",
        f"Databricks does not accept the portal's login. Check {_LOGIN}: a token may have expired or been revoked "
        "(Settings → Developer → Access tokens; Settings → Identity and access → Service principals). "
        f"{failures.CHECK}",
    )


def _no_access(options: ModelOptions) -> ModelError:
    return _operator(
        "no_access",
        f"The portal may not query the serving endpoint {options.model}. In the workspace, Serving → {options.model} → "
        f"Permissions, give its user or service principal Can Query. {failures.CHECK}",
    )


def _not_found(options: ModelOptions) -> ModelError:
    return _operator(
        "not_found",
        f"The workspace has no serving endpoint {options.model}. Set SQL_MODEL to a name of its Serving page, for a "
        f"model that takes chat messages and tools. {failures.CHECK}",
    )


def _asked_wait(error: DatabricksError) -> int | None:
    """What Retry-After asked for. The SDK says 1 where there was none, which would be too soon."""
    asked = error.retry_after_secs
    return min(asked, LONGEST_WAIT_SECONDS) if asked and asked > 1 else None


def _waking(options: ModelOptions) -> ModelError:
    return ModelError(
        f"The serving endpoint {options.model} is starting. Ask again; to have it always ready, turn off scaling to "
        "zero on its page.",
        provider=NAME,
        reason="starting",
        transient=True,
        retry_after=_WAKING_SECONDS,
    )


def _invalid(message: str, options: ModelOptions) -> ModelError:
    if "temperature" in message:
        advice = "takes no temperature. Set SQL_MODEL_TEMPERATURE to nothing."
    elif "tool" in message or "function call" in message:
        advice = "cannot be made to answer through a tool. Choose an endpoint whose model supports function calling."
    elif "max_completion_tokens" in message:
        advice = "takes no max_tokens, by which the portal bounds an answer. Choose an endpoint that does."
    elif "max_tokens" in message or "maximum tokens" in message:
        advice = "allows fewer output tokens. Lower SQL_MODEL_MAX_OUTPUT_TOKENS."
    elif "context" in message or "too long" in message:
        return failures.question_too_long(LABEL, NAME, options.model)
    else:
        return _operator(
            "refused_request",
            f"{LABEL} found the request invalid for {options.model}. Its reason is in the log under the correlation "
            "id.",
        )
    return _operator("not_configured", f"{options.model} {advice}")


def _operator(reason: str, detail: str) -> ModelError:
    return ModelError(detail, provider=NAME, reason=reason, transient=False)
