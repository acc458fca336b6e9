"""Who asks: a person with a session, or a program with a bearer token."""

import hashlib
import hmac

from django.contrib.auth.backends import ModelBackend
from django.contrib.auth.models import Permission
from django.db.models import QuerySet
from django.utils import timezone
from rest_framework.authentication import BaseAuthentication, SessionAuthentication, get_authorization_header
from rest_framework.exceptions import AuthenticationFailed
from rest_framework.request import Request

from accounts.models import ApiToken, User
from accounts.token_lookup import find_token

_REFUSED = "The token is not valid: unknown, expired or revoked. Ask an operator for a new one."


def digest_of(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()


class PortalBackend(ModelBackend):
    """Password sign-in; a role's permissions are those of the group that bears its name (accounts.roles)."""

    def get_user(self, user_id: int) -> User | None:
        user = User.objects.select_related("row_policy").filter(pk=user_id).first()
        return user if user is not None and self.user_can_authenticate(user) else None

    def _get_group_permissions(self, user_obj: User) -> QuerySet[Permission]:
        return Permission.objects.filter(group__name=user_obj.role)


class BearerAuthentication(BaseAuthentication):
    """`Authorization: Bearer <token>`: one query brings token, user and row policy."""

    def authenticate(self, request: Request) -> tuple[User, ApiToken] | None:
        scheme, _, secret = get_authorization_header(request).partition(b" ")
        if scheme.lower() != b"bearer":
            return None
        token = _valid_token(secret.strip().decode("latin-1"))
        if token is None:
            raise AuthenticationFailed(_REFUSED)
        return token.user, token

    def authenticate_header(self, request: Request) -> str:
        return 'Bearer realm="metrics-portal"'


def _valid_token(secret: str) -> ApiToken | None:
    digest = digest_of(secret)
    token = find_token(digest)
    if token is None or not hmac.compare_digest(token.digest, digest):
        return None
    return token if token.usable_at(timezone.now()) and token.user.is_active else None


class PortalSessionAuthentication(SessionAuthentication):
    """The browser's session, with CSRF protection on unsafe methods."""
