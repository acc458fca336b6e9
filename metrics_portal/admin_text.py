"""Text laid out on the admin's pages, without the inline styles that the Content-Security-Policy refuses."""

import json
from typing import Any

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

register = template.Library()  # a library of the templates: settings.TEMPLATES


def preformatted(text: str) -> SafeString:
    """Text with its lines and spaces kept; what is markup in it is shown, not obeyed."""
    return format_html('<pre class="font-mono whitespace-pre-wrap">{}</pre>', text)


@register.filter
def laid_out(value: Any) -> SafeString:
    """A JSON field's value over lines, its letters as they are."""
    return preformatted(json.dumps(value, indent=2, ensure_ascii=False))
