"""What every request passes through. Kept synchronous on purpose.

A request runs whole on one thread (metrics_portal.handler); a middleware that wanted an event loop would not.
"""

import secrets
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from metrics_portal import correlation
from metrics_portal.csp import policy
from metrics_portal.problem_responses import CONTENT_TYPE, BadRequest, from_exception, respond
from metrics_portal.problems import PortalProblem

GetResponse = Callable[[HttpRequest], HttpResponse]
_METHOD_NOT_ALLOWED = 405


class CorrelationMiddleware:
    """Takes the caller's X-Correlation-ID when it is a plain token, else makes one; sends it back."""

    sync_capable, async_capable = True, False

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        identifier = correlation.adopt(request.headers.get(correlation.HEADER))
        response = self.get_response(request)
        response[correlation.HEADER] = identifier
        return response


class ContentSecurityPolicyMiddleware:
    """Sends the page's policy; `request.csp_nonce` admits an inline script or style of ours."""

    sync_capable, async_capable = True, False

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        nonce = secrets.token_urlsafe(16)
        request.csp_nonce = nonce  # type: ignore[attr-defined]
        response = self.get_response(request)
        response.headers.setdefault("Content-Security-Policy", policy(nonce))
        response.headers.setdefault("Permissions-Policy", "camera=(), geolocation=(), microphone=()")
        return response


class MethodNotAllowed(PortalProblem):
    status = _METHOD_NOT_ALLOWED
    code = "method_not_allowed"
    title = "This address does not take that method"


class ProblemMiddleware:
    """Innermost: turns a view's known failures into problem details or the error page.

    An address with a NUL is refused before any view looks: nothing is named so, and PostgreSQL cannot even compare it.
    """

    sync_capable, async_capable = True, False

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if "\0" in request.path or "%00" in request.META.get("QUERY_STRING", ""):
            return respond(request, BadRequest("The address holds a NUL character. Leave it out."))
        response = self.get_response(request)
        if (
            response.status_code == _METHOD_NOT_ALLOWED
            and response.headers.get("Content-Type") != CONTENT_TYPE
        ):
            allowed = response.headers.get("Allow", "")
            refused = MethodNotAllowed(f"{request.method} is not possible here; possible: {allowed}.")
            response = respond(request, refused)
            response["Allow"] = allowed
        return response

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        problem = from_exception(exception)
        return respond(request, problem) if problem is not None else None
