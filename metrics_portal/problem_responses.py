"""Failures as answers: RFC 9457 problem details for programs and page scripts, a small page for people."""

import logging
import sys
from http import HTTPStatus
from typing import Any, NamedTuple

from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.db import InterfaceError, OperationalError
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.template.loader import render_to_string
from pydantic import ValidationError as PydanticError
from rest_framework import exceptions
from rest_framework.response import Response
from rest_framework.views import exception_handler as drf_exception_handler
from rest_framework.views import set_rollback

from metrics_portal import correlation
from metrics_portal.input_errors import from_pydantic, from_rest_framework
from metrics_portal.problems import Forbidden, NotFound, PortalProblem
from metrics_portal.shared_cache import redis_failures

logger = logging.getLogger(__name__)

CONTENT_TYPE = "application/problem+json"


class PortalDatabaseDown(PortalProblem):
    status = 503
    code = "portal_database_unavailable"
    title = "The portal's own database gives no answer"


class SharedCacheDown(PortalProblem):
    """Answers and leases live there: without it nobody could tell an answer from a stale one, or ask an engine once."""

    status = 503
    code = "shared_cache_unavailable"
    title = "The portal's shared cache gives no answer"


class BadRequest(PortalProblem):
    status = 400
    code = "bad_request"
    title = "The request cannot be read"


class WayOn(NamedTuple):
    words: str
    address: str


def members_of(problem: PortalProblem) -> dict[str, Any]:
    """The problem's JSON members."""
    retry = {} if problem.retry_after is None else {"retry_after": problem.retry_after}
    return {
        "type": f"urn:metrics-portal:problem:{problem.code}",
        "title": problem.title,
        "status": problem.status,
        "detail": problem.detail,
        "code": problem.code,
        "correlation_id": correlation.current(),
        **retry,
        **problem.members,
    }


def respond(request: HttpRequest, problem: PortalProblem) -> HttpResponse:
    """The problem as JSON for programs and page scripts, as a page for people."""
    response: HttpResponse
    if wants_json(request):
        response = JsonResponse(members_of(problem), status=problem.status, content_type=CONTENT_TYPE)
    else:
        response = _page(problem, way_on(request, problem))
    if problem.retry_after is not None:
        response["Retry-After"] = str(problem.retry_after)
    return response


def way_on(request: HttpRequest, problem: PortalProblem) -> WayOn:
    """Where the page about a problem leads: not to an address that would fail in the same way."""
    if problem.retry_after is not None:  # nothing of the portal answers before what it waits for does
        return WayOn("Try again", request.get_full_path() if request.method == "GET" else "/")
    if request.path.startswith("/admin/") and request.path != "/admin/":
        return WayOn("Back to the admin", "/admin/")
    # The first page is the first dashboard: when one of them broke, it is no way out.
    broken = problem.status >= HTTPStatus.INTERNAL_SERVER_ERROR
    if request.path == "/" or (broken and request.path.startswith("/dashboards/")):
        return WayOn("Open the catalog", "/catalog/")
    return WayOn("Open the dashboards", "/")


def _page(problem: PortalProblem, lead: WayOn) -> HttpResponse:
    members = members_of(problem)
    try:
        # Without the request: the page must not need the session or the database that may just have failed.
        body = render_to_string("problem.html", {"problem": members, "way_on": lead})
        return HttpResponse(body, status=problem.status)
    except Exception:
        # Whatever broke the page may be what broke the request: plain words always arrive.
        logger.exception("The error page could not be drawn.")
        plain = f"{problem.title}\n{problem.detail}\nCorrelation id {members['correlation_id']}\n"
        return HttpResponse(plain, status=problem.status, content_type="text/plain; charset=utf-8")


def wants_json(request: HttpRequest) -> bool:
    if request.path.startswith("/v1/") or request.headers.get("HX-Request") == "true":
        return True
    accepted = request.headers.get("Accept", "")
    return "json" in accepted and "text/html" not in accepted


def exception_handler(exc: Exception, context: dict[str, Any]) -> Response | None:
    """REST framework's hook. None for the unexpected: Django then logs it and calls `server_error`."""
    problem = _known(exc)
    if problem is None and isinstance(exc, exceptions.APIException):
        problem = _from_api_exception(exc)
    if problem is None:
        return None
    set_rollback()
    _log(problem, exc)
    shaped = drf_exception_handler(exc, context)  # for its WWW-Authenticate, Allow and Retry-After headers
    headers = dict(shaped.headers) if shaped is not None else {}
    headers.pop("Content-Type", None)
    if problem.retry_after is not None:
        headers["Retry-After"] = str(problem.retry_after)
    return Response(members_of(problem), status=problem.status, headers=headers, content_type=CONTENT_TYPE)


def from_exception(exc: BaseException | None) -> PortalProblem | None:
    """The problem a plain view's exception stands for; None for the unexpected. Logs what is our fault."""
    problem = _known(exc)
    if problem is not None:
        _log(problem, exc)
    return problem


def _known(exc: BaseException | None) -> PortalProblem | None:
    match exc:
        case PortalProblem():
            return exc
        case PydanticError():
            return from_pydantic(exc)
        case Http404():
            return NotFound("Nothing is found at this address.")
        case PermissionDenied():
            return Forbidden("Your role does not allow this.")
        case OperationalError() | InterfaceError():
            return PortalDatabaseDown(
                "The portal's own database cannot be reached. Try again shortly.", retry_after=5
            )
    if isinstance(exc, redis_failures()):
        return SharedCacheDown(
            "The portal's shared cache (Redis) cannot be reached. Try again shortly.", retry_after=5
        )
    return None


def _from_api_exception(exc: exceptions.APIException) -> PortalProblem:
    if isinstance(exc, exceptions.ValidationError):
        return from_rest_framework(exc)
    wait = getattr(exc, "wait", None)
    problem = PortalProblem(str(exc.detail), retry_after=None if wait is None else int(wait) + 1)
    problem.status = exc.status_code
    problem.title = HTTPStatus(exc.status_code).phrase
    problem.code = str(exc.default_code)
    return problem


def _log(problem: PortalProblem, exc: BaseException | None) -> None:
    if problem.status < HTTPStatus.INTERNAL_SERVER_ERROR:
        return
    # Of a problem that we raised ourselves, with no cause behind it, the words say all there is to know.
    ours = exc is problem and exc.__cause__ is None and exc.__context__ is None
    logger.warning("%s: %s", problem.code, problem.detail, exc_info=None if ours else exc)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """handler400."""
    detail = (
        "The request was refused as unsafe." if isinstance(exception, SuspiciousOperation) else "Bad request."
    )
    return respond(request, BadRequest(detail))


def permission_denied(request: HttpRequest, exception: Exception) -> HttpResponse:
    """handler403."""
    return respond(request, Forbidden("Your role does not allow this."))


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """CSRF_FAILURE_VIEW."""
    logger.warning("CSRF check failed: %s", reason)
    return respond(
        request, Forbidden("The form is too old or came from elsewhere. Reload the page and try again.")
    )


def page_not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """handler404."""
    return respond(request, NotFound(f"There is nothing at {request.path}."))


def server_error(request: HttpRequest) -> HttpResponse:
    """handler500: Django has logged the exception, with the correlation id that the answer shows."""
    known = _known(sys.exc_info()[1])
    if isinstance(known, PortalDatabaseDown):
        return respond(request, known)
    return respond(
        request, PortalProblem("An unexpected error occurred. The log has it under the correlation id.")
    )
