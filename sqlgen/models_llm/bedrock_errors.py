"""Every way Amazon Bedrock and its client fail, told as what to do next.

Error codes: docs.aws.amazon.com/bedrock/latest/userguide/troubleshooting-api-error-codes.html and the service's own
model; the client's own errors: botocore.exceptions.
"""

import os
from collections.abc import Callable

from botocore import exceptions as aws
from botocore.parsers import ResponseParserError

from sqlgen.models_llm import bedrock_login, failures
from sqlgen.models_llm.bedrock_login import LABEL, NAME, operator
from sqlgen.models_llm.bedrock_models import profile_for
from sqlgen.models_llm.contracts import ModelError
from sqlgen.models_llm.options import ModelOptions
from sqlgen.models_llm.upstream import UpstreamSaid, retry_after_of

_DAILY_QUOTA_SECONDS = 3_600
_ENDPOINT = "AWS_ENDPOINT_URL_BEDROCK_RUNTIME"

_EXPIRED = frozenset({"ExpiredTokenException", "ExpiredToken", "RequestExpired", "TokenRefreshRequired"})
_NOT_ACCEPTED = frozenset(
    {
        "UnrecognizedClientException",
        "InvalidClientTokenId",
        "InvalidSignatureException",
        "SignatureDoesNotMatch",
        "IncompleteSignature",
        "IncompleteSignatureException",
        "MissingAuthenticationToken",
        "MissingAuthenticationTokenException",
    }
)
_THROTTLED = frozenset(
    {"ThrottlingException", "TooManyRequestsException", "ServiceQuotaExceededException", "Throttling"}
)
_NO_CREDENTIALS = (
    aws.NoCredentialsError,
    aws.PartialCredentialsError,
    aws.CredentialRetrievalError,
    aws.NoAuthTokenError,
    aws.ProfileNotFound,
    aws.RefreshWithMFAUnsupportedError,
    aws.MetadataRetrievalError,
    aws.MissingDependencyException,  # `aws login` needs a package that the portal does not bring
)
_UNREADABLE = (aws.ConfigParseError, aws.ConfigNotFound, aws.InvalidConfigError, aws.InfiniteLoopConfigError)
_SIGNED_OUT = (aws.SSOError, aws.LoginError, aws.TokenRetrievalError)
_UNREACHABLE = (
    aws.EndpointConnectionError,
    aws.ConnectTimeoutError,
    aws.ProxyConnectionError,
    aws.SSLError,
    aws.UnknownEndpointError,
)


def told(error: Exception, options: ModelOptions) -> ModelError:
    """The failure in our words. What AWS said is its `__cause__`, without anything secret."""
    if isinstance(error, aws.ClientError):
        found, said = _of_answer(error, options), error.response.get("Error", {})
        found.__cause__ = UpstreamSaid(str(said.get("Code")), str(said.get("Message", "")))
    else:
        found = _of_client(error, options)
        found.__cause__ = UpstreamSaid(type(error).__name__, str(error))
    return found


def _of_client(error: Exception, options: ModelOptions) -> ModelError:
    if isinstance(error, _NO_CREDENTIALS):
        return bedrock_login.no_credentials()
    if isinstance(error, _SIGNED_OUT):
        return bedrock_login.expired()
    if isinstance(error, _UNREADABLE):
        return bedrock_login.unreadable_profile()
    if os.environ.get(_ENDPOINT) and _is_of_the_address(error):
        return operator(
            "not_configured",
            f"The address in {_ENDPOINT} cannot be used. Set it to https:// and a host; an API key goes over nothing "
            f"else. {failures.CHECK}",
        )
    if isinstance(error, aws.NoRegionError):
        return operator(
            "not_configured", "No AWS region is configured. Set AWS_REGION to the region of the model."
        )
    if isinstance(error, aws.ReadTimeoutError):
        return failures.timed_out(LABEL, NAME, options.deadline_seconds)
    if isinstance(error, _UNREACHABLE):
        return failures.unreachable(LABEL, NAME, _where(options))
    if isinstance(error, (aws.ConnectionClosedError, aws.HTTPClientError)):
        return failures.cut_off(LABEL, NAME)
    if isinstance(error, ResponseParserError):
        return failures.cut_off(LABEL, NAME)
    return failures.unforeseen(LABEL, NAME)


def _is_of_the_address(error: Exception) -> bool:
    return isinstance(error, aws.InvalidEndpointConfigurationError) or (
        isinstance(error, ValueError) and str(error).startswith("Invalid endpoint")
    )


def _where(options: ModelOptions) -> str:
    if os.environ.get(_ENDPOINT):
        return f"the address in {_ENDPOINT}"
    return f"bedrock-runtime in {options.region or 'its region'} (port 443)"


def _of_answer(error: aws.ClientError, options: ModelOptions) -> ModelError:
    said = error.response.get("Error", {})
    code, message = str(said.get("Code", "")), str(said.get("Message", "")).lower()
    metadata = error.response.get("ResponseMetadata", {})
    status = int(metadata.get("HTTPStatusCode", 0))
    wait = retry_after_of(metadata.get("HTTPHeaders", {}))
    if code in _EXPIRED:
        return bedrock_login.expired()
    if code in _NOT_ACCEPTED:
        return bedrock_login.not_accepted()
    if code in _THROTTLED:
        return _throttled(message, wait)
    if error.operation_name.startswith("AssumeRole") and 400 <= status < 500:
        return bedrock_login.role_refused()
    if handler := _BY_CODE.get(code):
        return handler(message, options)
    if code == "ModelNotReadyException":
        return _waking(wait)
    if code == "ModelTimeoutException":
        return failures.gave_up(LABEL, NAME)
    return _by_status(status, wait, code, message, options)


def _by_status(status: int, wait: int | None, code: str, message: str, options: ModelOptions) -> ModelError:
    if status == 429:
        return _throttled("", wait)
    if status >= 500 or code in (
        "ModelErrorException",
        "ServiceUnavailableException",
        "InternalServerException",
    ):
        return failures.upstream(LABEL, NAME, wait)
    if status in (401, 403):
        return _no_access(message, options)
    return operator(
        "refused_request",
        f"{LABEL} refused the question. Its reason is in the log under the correlation id. {failures.CHECK}",
    )


def _no_access(message: str, options: ModelOptions) -> ModelError:
    model = options.model
    if "bearer token has expired" in message:
        return bedrock_login.api_key_expired()
    if "api key" in message or "bearer token" in message:  # Bedrock tells a wrong key as a lack of access
        return bedrock_login.api_key_not_accepted(options)
    if "callwithbearertoken" in message:
        step = (
            "the identity behind the API key in AWS_BEARER_TOKEN_BEDROCK needs the IAM action "
            "bedrock:CallWithBearerToken as well as bedrock:InvokeModel (the policy is in docs/sql-generator.md)"
        )
    elif "marketplace" in message:
        step = (
            "the model must be subscribed to once: give the portal's AWS identity aws-marketplace:Subscribe and "
            "aws-marketplace:ViewSubscriptions, or open the model once in the Amazon Bedrock console (Model catalog → "
            "the model → Open in playground) as somebody who has them"
        )
    elif "not authorized to perform" in message:
        step = (
            "its AWS identity needs the IAM action bedrock:InvokeModel on the inference profile and on the foundation "
            "model behind it in every region of the profile (the policy is in docs/sql-generator.md); a service "
            "control policy may deny it too"
        )
    else:
        step = (
            f"in the Amazon Bedrock console of {options.region or 'the region'}, Model catalog, open the model and "
            "follow what it asks for (terms, Anthropic's use case form); the portal's AWS identity needs the IAM "
            "action bedrock:InvokeModel"
        )
    return operator("no_access", f"The portal may not use {model} on {LABEL}: {step}. {failures.CHECK}")


def _not_found(message: str, options: ModelOptions) -> ModelError:
    if "use case details" in message or "use case form" in message:
        return operator(
            "no_access",
            f"The AWS account has not told its use case for {options.model} yet: in the Amazon Bedrock console, Model "
            f"catalog, open the model and submit the use case form. {failures.CHECK}",
        )
    if "end of its life" in message or "legacy" in message:
        return operator("not_found", f"AWS has retired {options.model}. Set SQL_MODEL to a newer one.")
    return _unknown_model(options)


def _unknown_model(options: ModelOptions) -> ModelError:
    return operator(
        "not_found",
        f"{LABEL} has no {options.model} in {options.region or 'this region'}. Check SQL_MODEL and AWS_REGION against "
        f"the console's Model catalog and Cross-region inference pages. {failures.CHECK}",
    )


def _invalid(message: str, options: ModelOptions) -> ModelError:
    if "on-demand throughput" in message or "inference profile" in message:
        return operator(
            "not_configured",
            f"{options.model} answers only through an inference profile. Set SQL_MODEL to its id, for example "
            f"{profile_for(options.model, options.region)}. {failures.CHECK}",
        )
    if "model identifier" in message:
        return _unknown_model(options)
    if "operation not allowed" in message:
        return operator(
            "no_access",
            f"AWS does not let this account use {options.model} in {options.region or 'this region'}. Open a case with "
            f"AWS Support, or use another account. {failures.CHECK}",
        )
    for words, advice in _ADVICE:
        if any(word in message for word in words):
            return operator("not_configured", f"{options.model} {advice}")
    return operator(
        "refused_request",
        f"{LABEL} found the request invalid for {options.model}. Its reason is in the log under the correlation id.",
    )


_ADVICE: tuple[tuple[tuple[str, ...], str], ...] = (
    (("temperature",), "takes no temperature. Set SQL_MODEL_TEMPERATURE to nothing."),
    (("toolchoice", "tool_choice", "tool use", "tool config"), "cannot be made to answer through a tool. Choose one "
     "that can: Anthropic Claude 3 or later, or Amazon Nova."),
    (("cachepoint", "cache point", "prompt caching"), "caches no prompts. Set SQL_MODEL_CACHE_MIN_TOKENS=0."),
    (("max_tokens", "maxtokens", "maximum tokens"), "allows fewer output tokens. Lower SQL_MODEL_MAX_OUTPUT_TOKENS."),
    (("too long", "input is too large", "context"), "cannot take so long a question. Choose one with a larger context, "
     "or shorten the guidelines and descriptions in the data dictionary."),
)  # fmt: skip


def _throttled(message: str, wait: int | None) -> ModelError:
    if "per day" in message:
        wait = max(wait or 0, _DAILY_QUOTA_SECONDS)
    quota = "raise the model's quotas on the Service Quotas page (Amazon Bedrock) of the AWS console"
    return failures.throttled(LABEL, NAME, quota, wait)


def _waking(wait: int | None) -> ModelError:
    return ModelError(
        f"The model on {LABEL} is being made ready. Ask again.",
        provider=NAME,
        reason="starting",
        transient=True,
        retry_after=wait or 30,
    )


_BY_CODE: dict[str, Callable[[str, ModelOptions], ModelError]] = {
    "AccessDeniedException": _no_access,
    "ResourceNotFoundException": _not_found,
    "ValidationException": _invalid,
}
