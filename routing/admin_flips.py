"""The admin page on which operators move routes and take moves back."""

from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.views.generic import TemplateView
from unfold.views import UnfoldModelAdminViewMixin

from accounts.acting import acting
from metrics_portal.problems import InvalidInput, PortalProblem
from routing.backends.registry import label_of
from routing.flipping.proof import LONGEST_REASON
from routing.flipping.requests import approve, withdraw
from routing.flipping.selectors import movables, routes_named, targets_of
from routing.flipping.services import Asker, Flipped, flip_all, undo
from routing.models import Origin


class FlipView(UnfoldModelAdminViewMixin, TemplateView):  # type: ignore[misc]
    """`?metric=…&metric=…&backend=…` shows what each move stands on; a POST names the act: `flip`, `undo`,
    `approve` or `withdraw`. Refused, the page is shown again with the reason that was written."""

    title = "Move routes"
    permission_required = ("routing.change_route",)
    template_name = "routing/admin/flip.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        asked, posted = self.request.GET, self.request.POST
        routes = routes_named(posted.getlist("shown") or asked.getlist("metric"))
        targets = targets_of(routes)
        target = posted.get("backend") or asked.get("backend") or _usual(routes, targets)
        now = timezone.now()
        return super().get_context_data(
            **kwargs,
            targets=targets,
            target=target if target in targets else "",
            rows=movables(routes, target if target in targets else "", now=now),
            longest_reason=LONGEST_REASON,
            reason=posted.get("reason", ""),
            viewer=acting(self.request),
        )

    def post(self, request: HttpRequest) -> HttpResponse:
        try:
            for told in _act(request):
                messages.success(request, told)
        except PortalProblem as problem:
            messages.error(request, f"{problem.detail} Nothing was changed.")
            # The page itself, not the way to it: what was written is still there.
            return self.render_to_response(self.get_context_data(), status=problem.status)
        asked = {"metric": request.POST.getlist("shown"), "backend": request.POST.get("backend", "")}
        return redirect(f"{reverse('admin:routing_flip')}?{urlencode(asked, doseq=True)}")


def flip_url(*metric_names: str) -> str:
    """Where these metrics are moved."""
    return f"{reverse('admin:routing_flip')}?{urlencode({'metric': metric_names}, doseq=True)}"


def _usual(routes: list[Any], targets: tuple[str, ...]) -> str:
    """The shadow the routes share, or the only backend there is to move to."""
    shadows = {route.shadow for route in routes}
    shared = shadows.pop() if len(shadows) == 1 else ""
    return shared or (targets[0] if len(targets) == 1 else "")


def _act(request: HttpRequest) -> list[str]:
    given, at = request.POST, timezone.now()
    asker = Asker(user=acting(request), origin=Origin.ADMIN)
    match given.get("act", ""):
        case "flip":
            done = flip_all(
                metric_names=given.getlist("metric"),
                backend=given.get("backend", ""),
                asker=asker,
                at=at,
                reason=given.get("reason", ""),
                expected=_seen(request),
            )
            return [_told(one) for one in done]
        case "undo":
            change = undo(
                metric_name=given.get("metric", ""),
                asker=asker,
                expected_backend=given.get("expected_backend"),
            )
            return [f"{change.metric.name} is back on {label_of(change.to_backend)}."]
        case "approve":
            return [_decided(request, approving=True)]
        case "withdraw":
            return [_decided(request, approving=False)]
        case other:
            raise InvalidInput(f"There is no act {other!r}.", field="act", value=other)


def _seen(request: HttpRequest) -> dict[str, str]:
    """The backend the page showed of each metric; raises InvalidInput where it does not say."""
    names, seen = request.POST.getlist("metric"), request.POST.getlist("expected_backend")
    if len(names) != len(seen):
        raise InvalidInput(
            "Say of each metric which backend answered it when you looked.",
            field="expected_backend",
            value=seen,
        )
    return dict(zip(names, seen, strict=True))


def _told(flipped: Flipped) -> str:
    if flipped.change is not None:
        return f"{flipped.metric} moved to {label_of(flipped.change.to_backend)}."
    return f"{flipped.metric} waits for a second person."


def _decided(request: HttpRequest, *, approving: bool) -> str:
    number, at, actor = _number(request), timezone.now(), acting(request)
    if approving:
        done = approve(request_id=number, actor=actor, token=False, origin=Origin.ADMIN, at=at)
        return f"{done.metric.name} moved to {label_of(done.to_backend)}."
    done = withdraw(request_id=number, actor=actor, at=at)
    return f"The request to move {done.metric.name} is withdrawn."


def _number(request: HttpRequest) -> int:
    given = request.POST.get("request", "")
    if not given.isdecimal():
        raise InvalidInput("Name the request by its number.", field="request", value=given)
    return int(given)
