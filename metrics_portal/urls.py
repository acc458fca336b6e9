from django.contrib import admin
from django.urls import include, path
from drf_spectacular.views import SpectacularJSONAPIView

from metrics_portal import health
from routing.health import backend_health

handler400 = "metrics_portal.problem_responses.bad_request"
handler403 = "metrics_portal.problem_responses.permission_denied"
handler404 = "metrics_portal.problem_responses.page_not_found"
handler500 = "metrics_portal.problem_responses.server_error"

urlpatterns = [
    path("healthz", health.healthz),
    path("readyz", health.readyz, {"backend_health": backend_health}),
    path("v1/schema/", SpectacularJSONAPIView.as_view(), name="schema"),
    path("v1/", include("catalog.api_urls")),
    path("v1/", include("routing.api_urls")),
    path("v1/", include("widgets.api_urls")),
    path("admin/language-model/", include("sqlgen.admin_urls")),
    path("admin/", admin.site.urls),
    path("", include("accounts.urls")),
    path("", include("catalog.urls")),
    path("", include("routing.urls")),
    path("", include("widgets.urls")),
]
