"""Routing under /v1/."""

from django.urls import path

from routing import api, flip_api, parity_api
from routing.warehouse.api import DatabricksHealth

urlpatterns = [
    path("routes", api.RouteList.as_view(), name="routing-routes"),
    path("routes/<str:metric>", api.RouteDetail.as_view(), name="routing-route"),
    path("routes/<str:metric>/parity", parity_api.RouteParity.as_view(), name="routing-parity"),
    path("routes/<str:metric>/flip", flip_api.RouteFlip.as_view(), name="routing-flip"),
    path("routes/<str:metric>/undo", flip_api.RouteUndo.as_view(), name="routing-undo"),
    path(
        "parity-reports/<int:report>", parity_api.ParityReportDetail.as_view(), name="routing-parity-report"
    ),
    path("flip-requests", flip_api.FlipRequests.as_view(), name="routing-flip-requests"),
    path(
        "flip-requests/<int:number>/approve",
        flip_api.FlipRequestApproval.as_view(),
        name="routing-flip-approve",
    ),
    path(
        "flip-requests/<int:number>/withdraw",
        flip_api.FlipRequestWithdrawal.as_view(),
        name="routing-flip-withdraw",
    ),
    path("databricks/health", DatabricksHealth.as_view(), name="databricks-health"),
    path("backends/health", api.BackendHealth.as_view(), name="routing-backend-health"),
]
