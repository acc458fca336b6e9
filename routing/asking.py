"""Who asks, through the API or the pages, and what they may see."""

import re
from dataclasses import replace

from django.conf import settings
from django.http import HttpRequest
from django.utils.crypto import salted_hmac
from rest_framework.request import Request

from accounts.acting import acting
from accounts.contracts import Reader, Viewer
from accounts.models import ApiToken, User
from metrics_portal.problems import Forbidden
from routing.flipping.services import Asker
from routing.models import Origin

_TOKEN = re.compile(r"[A-Za-z0-9._~+/-]{1,16384}=*")  # RFC 6750: what may follow "Bearer"


def viewer_of(request: HttpRequest | Request) -> Viewer:
    """Who asks, with the sign-in a proxy forwarded for them where DATABRICKS_USER_TOKEN_HEADER names its header."""
    viewer = acting(request).as_viewer()
    header = settings.DATABRICKS_USER_TOKEN_HEADER
    if not header:
        return viewer
    token = request.META.get(f"HTTP_{header.upper().replace('-', '_')}", "").strip()
    return replace(viewer, reader=_reader(str(viewer.user_id), token))


def _reader(person: str, token: str) -> Reader | None:
    """None without a token, and for what can be none: two headers that became one, a word in quotes."""
    if not _TOKEN.fullmatch(token):
        return None
    # By the token, not only by the name: a session here proves nothing about whose sign-in a proxy forwards.
    key = salted_hmac("routing.reader", f"{person}:{token}", algorithm="sha256").hexdigest()[:32]
    return Reader(person=person, token=token, key=key)


def person(request: Request) -> User:
    """Who signed in; TypeError where nobody did, whom no permission lets in."""
    if not isinstance(request.user, User):
        raise TypeError("This is for signed-in users only.")
    return request.user


def asker_of(request: Request) -> Asker:
    """The person or program behind an API request."""
    return Asker(user=person(request), origin=Origin.API, token=isinstance(request.auth, ApiToken))


def check_sees_every_row(user: User) -> None:
    """Raises Forbidden for whoever may see some rows only: a parity report is made of all of them."""
    if user.row_policy_id is not None:
        raise Forbidden(
            f"A parity report looks at all rows, and your row policy ({user.row_policy}) shows you some. "
            "Ask somebody without one."
        )
