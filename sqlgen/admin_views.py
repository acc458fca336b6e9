"""The page on which a person decides about SQL that a model wrote."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.views.generic import TemplateView
from unfold.views import UnfoldModelAdminViewMixin

from accounts.acting import acting
from metrics_portal.problems import PortalProblem
from sqlgen.generation import approval
from sqlgen.generation.presenting import applies, comparison_words, difference, intent_words
from sqlgen.models import LIVE, PinnedSql

_ACTS = {"approve": "Approved.", "reject": "Rejected.", "retire": "Retired."}


class DecideView(UnfoldModelAdminViewMixin, TemplateView):  # type: ignore[misc]
    """Everything an approver needs, and three buttons. A POST names the act and, to end its use, a reason."""

    title = "SQL written by a model"
    permission_required = ("sqlgen.change_pinnedsql",)
    template_name = "sqlgen/admin/decide.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        pin = get_object_or_404(PinnedSql.objects.select_related("metric", "log"), pk=self.kwargs["pk"])
        return super().get_context_data(
            **kwargs,
            pin=pin,
            asked_for=intent_words(pin.intent),
            difference=difference(pin.compiled_sql, pin.sql, pin.dialect),
            results=comparison_words(pin.comparison),
            applies=applies(pin),
            own=pin.asker_id == acting(self.request).pk,
            may_approve=pin.status in LIVE and pin.approved_by_id is None,
        )

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        pin, act = get_object_or_404(PinnedSql, pk=pk), request.POST.get("act", "")
        try:
            _decide(pin, act, request)
        except PortalProblem as problem:
            messages.error(request, problem.detail)
            return redirect("admin:sqlgen_pinnedsql_decide", pk=pk)
        messages.success(request, _ACTS[act])
        return redirect("admin:sqlgen_pinnedsql_change", pk)


def _decide(pin: PinnedSql, act: str, request: HttpRequest) -> None:
    actor, now, reason = acting(request), timezone.now(), request.POST.get("reason", "")
    if act == "approve":
        approval.approve(pin=pin, approver=actor, at=now)
    elif act == "reject":
        approval.reject(pin=pin, actor=actor, reason=reason, at=now)
    elif act == "retire":
        approval.retire(pin=pin, actor=actor, reason=reason, at=now)
    else:
        raise approval.unknown_act(act)
