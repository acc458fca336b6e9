"""Who acts, for the audit."""

from django.http import HttpRequest
from rest_framework.request import Request

from accounts.models import User


def acting(request: HttpRequest | Request) -> User:
    """The signed-in user; TypeError where nobody is, which neither the admin nor a view of the API lets in."""
    if not isinstance(request.user, User):
        raise TypeError("Only signed-in users act here.")
    return request.user
