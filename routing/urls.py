"""The routes page and the engines beside every page."""

from django.urls import path

from routing import views

app_name = "routing"
urlpatterns = [
    path("routes/", views.route_list, name="list"),
    path("engines/", views.engines, name="engines"),
]
