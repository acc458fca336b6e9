"""The catalog under /v1/."""

from django.urls import path

from catalog import api

urlpatterns = [
    path("metrics", api.Metrics.as_view(), name="catalog-metrics"),
    path("metrics/<slug:name>", api.MetricByName.as_view(), name="catalog-metric"),
    path("metrics/<slug:name>/revisions", api.MetricRevisions.as_view(), name="catalog-revisions"),
    path("metrics/<slug:name>/impact", api.MetricImpact.as_view(), name="catalog-impact"),
    path("schemas/metric", api.MetricSchema.as_view(), name="catalog-metric-schema"),
]
