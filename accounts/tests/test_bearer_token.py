from collections.abc import Callable
from datetime import timedelta

import pytest
from django.utils import timezone
from rest_framework.exceptions import AuthenticationFailed
from rest_framework.request import Request
from rest_framework.test import APIRequestFactory

from accounts.authentication import BearerAuthentication
from accounts.models import RowPolicyRecord, User
from accounts.services import issue_token, revoke_token


def authenticate(secret: str, scheme: str = "Bearer") -> User | None:
    request = Request(APIRequestFactory().get("/v1/metrics", HTTP_AUTHORIZATION=f"{scheme} {secret}"))
    found = BearerAuthentication().authenticate(request)
    return found[0] if found else None


def test_signs_in_the_tokens_user(analyst: User) -> None:
    _, secret = issue_token(user=analyst, name="notebook")

    assert authenticate(secret) == analyst


def test_needs_one_query_for_token_user_and_row_policy(
    analyst: User, django_assert_num_queries: Callable[[int], object]
) -> None:
    analyst.row_policy = RowPolicyRecord.objects.create(
        name="Iberia", rules={"l3_claims.ev_claim": {"region_id": ["1", "2"]}}
    )
    analyst.save()
    _, secret = issue_token(user=analyst, name="notebook")

    with django_assert_num_queries(1):  # type: ignore[attr-defined]
        user = authenticate(secret)
        assert user is not None
        viewer = user.as_viewer()

    assert viewer.row_policy.rules[0].values == ("1", "2")


def test_refuses_a_revoked_token(analyst: User, operator: User) -> None:
    token, secret = issue_token(user=analyst, name="notebook")

    revoke_token(token=token, actor=operator, at=timezone.now())

    with pytest.raises(AuthenticationFailed):
        authenticate(secret)


def test_refuses_an_expired_token(analyst: User) -> None:
    _, secret = issue_token(user=analyst, name="notebook", expires_at=timezone.now() - timedelta(seconds=1))

    with pytest.raises(AuthenticationFailed):
        authenticate(secret)


def test_refuses_the_token_of_someone_who_left(analyst: User) -> None:
    _, secret = issue_token(user=analyst, name="notebook")
    User.objects.filter(pk=analyst.pk).update(is_active=False)

    with pytest.raises(AuthenticationFailed):
        authenticate(secret)


@pytest.mark.django_db
@pytest.mark.parametrize("secret", ["", "mp_wrong", "mp_\xff", "two words"])
def test_refuses_what_is_no_token(secret: str) -> None:
    with pytest.raises(AuthenticationFailed):
        authenticate(secret)


@pytest.mark.django_db
def test_leaves_other_schemes_to_other_authenticators() -> None:
    assert authenticate("dXNlcjpwYXNz", scheme="Basic") is None


def test_keeps_no_secret(analyst: User) -> None:
    token, secret = issue_token(user=analyst, name="notebook")

    assert secret not in {str(value) for value in vars(token).values()}
    assert token.prefix == secret[:10]
