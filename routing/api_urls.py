"""Routing under /v1/."""

from django.urls import path

from routing import api

urlpatterns = [
    path("routes", api.RouteList.as_view(), name="routing-routes"),
    path("routes/<str:metric>", api.RouteDetail.as_view(), name="routing-route"),
    path("backends/health", api.BackendHealth.as_view(), name="routing-backend-health"),
]
