"""Widgets's pages."""

from django.urls import URLPattern

app_name = "widgets"
urlpatterns: list[URLPattern] = []
