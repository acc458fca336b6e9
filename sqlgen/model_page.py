"""The language model in the admin: which one, how it is doing, how to configure it. Only a button asks it."""

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST

from sqlgen.generation import places
from sqlgen.models_llm import status

_PERMISSION = "sqlgen.view_generationlog"


@require_GET
def language_model(request: HttpRequest) -> HttpResponse:
    """The page: settings and the last sign of life, read without asking the model."""
    _check_may_see(request)
    context = {**admin.site.each_context(request), "title": "Language model", "status": status.status()}
    return render(request, "sqlgen/admin/language_model.html", context)


@require_POST
def ask_language_model(request: HttpRequest) -> HttpResponse:
    """The button: asks the model, for a few seconds at most, and shows the page again."""
    _check_may_see(request)
    with places.one():
        health = status.probe()
    tell = messages.success if health.up else messages.error
    tell(request, health.detail)
    return redirect("language_model")


def _check_may_see(request: HttpRequest) -> None:
    if not request.user.has_perm(_PERMISSION):
        raise PermissionDenied
