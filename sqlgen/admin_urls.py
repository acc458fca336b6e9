"""Pages of the admin that belong to no table."""

from django.contrib import admin
from django.urls import path

from sqlgen import model_page

urlpatterns = [
    path("", admin.site.admin_view(model_page.language_model), name="language_model"),
    path("ask/", admin.site.admin_view(model_page.ask_language_model), name="ask_language_model"),
]
