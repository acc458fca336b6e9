"""Rows of the admin that the portal writes and people read."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from unfold.admin import ModelAdmin


class ReadOnlyAdmin(ModelAdmin):  # type: ignore[misc]
    """Nobody adds, changes or deletes, whatever their role; what writes the rows is elsewhere."""

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        """Without a link to the admin's own history: it knows of changes made in its forms alone, and so of none."""
        context = {**(extra_context or {}), "show_history": False}
        page: HttpResponse = super().changeform_view(request, object_id, form_url, context)
        return page
