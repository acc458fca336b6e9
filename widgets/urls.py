"""Pages and partials of dashboards."""

from django.urls import path

from widgets import views

app_name = "widgets"
urlpatterns = [
    path("", views.home, name="home"),
    path("dashboards/<slug:slug>/", views.dashboard, name="dashboard"),
    path("tiles/metric/<slug:name>/", views.metric_tile, name="metric-tile"),
    path("tiles/metric/<slug:name>/export/", views.metric_export, name="metric-export"),
    path("tiles/metric/<slug:name>/spec/", views.metric_spec, name="metric-spec"),
    path("tiles/<slug:reference>/", views.tile, name="tile"),
    path("tiles/<slug:reference>/export/", views.export, name="export"),
    path("tiles/<slug:reference>/spec/", views.spec, name="spec"),
    path("changes/", views.changes, name="changes"),
    path("search/", views.search, name="search"),
    path("states/", views.states, name="states"),
]
