"""The warehouse in the admin: how it is now, and every look before."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import path, reverse
from django.utils import timezone
from django.views.generic import TemplateView
from unfold.decorators import action
from unfold.views import UnfoldModelAdminViewMixin

from metrics_portal.admin_read_only import ReadOnlyAdmin
from routing.warehouse.models import Status, WarehouseCheck
from routing.warehouse.sample import ROWS
from routing.warehouse.services import NotConfigured, check_warehouse, warehouse

_SHOWN = 20


class WarehouseView(UnfoldModelAdminViewMixin, TemplateView):  # type: ignore[misc]
    """What is known of the warehouse; a POST looks again."""

    title = "Databricks warehouse"
    permission_required = ("routing.view_warehousecheck",)
    template_name = "routing/admin/warehouse.html"

    def post(self, request: HttpRequest) -> HttpResponse:
        check_warehouse(now=timezone.now())
        return redirect(reverse("admin:routing_warehouse"))

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        try:
            backend = warehouse()
        except NotConfigured as missing:
            return super().get_context_data(**kwargs, missing=missing.detail)
        checks = WarehouseCheck.objects.filter(backend=backend.name)
        return super().get_context_data(
            **kwargs,
            backend=backend,
            rows=ROWS,
            seen=backend.state.look(),
            checks=checks[:_SHOWN],
            last_success=checks.filter(status=Status.UP).first(),
        )


@admin.register(WarehouseCheck)
class WarehouseCheckAdmin(ReadOnlyAdmin):
    list_display = ("at", "backend", "status", "latency_ms", "rows_sampled", "detail")
    list_filter = ("status", "backend")
    date_hierarchy = "at"
    actions_list = ("open_warehouse",)

    def get_urls(self) -> list[Any]:
        page = self.admin_site.admin_view(WarehouseView.as_view(model_admin=self))
        return [path("warehouse/", page, name="routing_warehouse"), *super().get_urls()]

    @action(description="The warehouse now", url_path="open-warehouse")  # type: ignore[untyped-decorator]
    def open_warehouse(self, request: HttpRequest) -> HttpResponse:
        return redirect(reverse("admin:routing_warehouse"))
