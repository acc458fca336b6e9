"""The catalog's pages."""

from django.urls import path

from catalog import views

app_name = "catalog"
urlpatterns = [
    path("catalog/", views.metric_list, name="list"),
    path("catalog/<slug:name>/", views.metric_page, name="metric"),
]
