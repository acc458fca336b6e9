"""What the admin's pages need beyond the theme's own context (docs/adr/admin-without-eval.md)."""

from typing import Any

from django.conf import settings
from django.contrib import admin
from django.http import HttpRequest
from django.urls import reverse
from unfold.settings import get_config


def context(request: HttpRequest) -> dict[str, Any]:
    """UNFOLD["GLOBAL_CALLBACK"]: our skeleton writes the palette with the page's nonce, the theme writes none."""
    return {"palette": get_config()["COLORS"], "colors": None}


def navigation(request: HttpRequest) -> list[dict[str, Any]]:
    """UNFOLD["SIDEBAR"]["navigation"]: what the reader's role may see of each app, pages without a table among it."""
    links = {str(app["name"]): _links(app, request) for app in admin.site.get_app_list(request)}
    everywhere = [link for group in links.values() for _, link in group]
    # The longest: a page may stand below its model's address.
    here = max((link for link in everywhere if request.path.startswith(link)), key=len, default="")
    return [
        {
            "title": name,
            "items": [{"title": title, "link": link, "active": link == here} for title, link in group],
        }
        for name, group in links.items()
    ]


def _links(app: dict[str, Any], request: HttpRequest) -> list[tuple[str, str]]:
    models = [(str(model["name"]), model["admin_url"]) for model in app["models"] if model["admin_url"]]
    pages = settings.ADMIN_PAGES.get(app["app_label"], ())
    return models + [
        (title, reverse(name)) for title, name, permission in pages if request.user.has_perm(permission)
    ]
