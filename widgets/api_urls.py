"""Widgets under /v1/."""

from django.urls import URLPattern, path

from widgets import api, export_api, generation_api

urlpatterns: list[URLPattern] = [
    path("metrics/<str:name>/data", api.MetricData.as_view(), name="metric-data"),
    path("metrics/<str:name>/export", export_api.MetricExport.as_view(), name="metric-export-api"),
    path("schemas/widget", api.WidgetSchema.as_view(), name="widget-schema"),
    path("widgets", api.Widgets.as_view(), name="widgets-api"),
    path("widgets/sql/generate", generation_api.GenerateSql.as_view(), name="generate-sql"),
    path("widgets/<str:reference>", api.WidgetDetail.as_view(), name="widget-api"),
    path("widgets/<str:reference>/data", api.WidgetData.as_view(), name="widget-data"),
]
