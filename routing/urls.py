"""The routes page and the engines beside every page."""

from django.urls import path

from routing import parity_views, views

app_name = "routing"
urlpatterns = [
    path("routes/", views.route_list, name="list"),
    path("routes/<slug:metric>/parity/", parity_views.metric_parity, name="parity"),
    path("parity/<int:report>/", parity_views.parity_report, name="parity-report"),
    path("parity/<int:report>/export/", parity_views.parity_export, name="parity-export"),
    path("engines/", views.engines, name="engines"),
]
