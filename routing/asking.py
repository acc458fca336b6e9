"""Who asks, through the API or the pages, and what they may see."""

from rest_framework.request import Request

from accounts.models import ApiToken, User
from metrics_portal.problems import Forbidden
from routing.flipping.services import Asker
from routing.models import Origin


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
