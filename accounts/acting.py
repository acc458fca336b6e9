"""Who acts in the admin, for the audit."""

from django.http import HttpRequest

from accounts.models import User


def acting(request: HttpRequest) -> User:
    """The signed-in user; TypeError where nobody is, which the admin lets nowhere."""
    if not isinstance(request.user, User):
        raise TypeError("The admin is for signed-in users only.")
    return request.user
