"""What the admin's pages need beyond the theme's own context (docs/adr/admin-without-eval.md)."""

from typing import Any

from django.http import HttpRequest
from unfold.settings import get_config


def context(request: HttpRequest) -> dict[str, Any]:
    """UNFOLD["GLOBAL_CALLBACK"]: our skeleton writes the palette with the page's nonce, the theme writes none."""
    return {"palette": get_config()["COLORS"], "colors": None}
