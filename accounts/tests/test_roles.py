from collections.abc import Callable

import pytest
from django.apps import apps
from django.contrib.auth.models import Group, Permission
from django.test import Client

from accounts.models import User
from accounts.roles import sync_roles

pytestmark = pytest.mark.django_db

# (address, viewer, analyst, steward, operator): the admin is for those who govern.
PAGES = [
    ("/admin/", 302, 302, 200, 200),
    ("/admin/catalog/metric/", 302, 302, 200, 200),
    ("/admin/accounts/user/", 302, 302, 403, 200),
    ("/admin/accounts/user/add/", 302, 302, 403, 200),
    ("/admin/accounts/apitoken/add/", 302, 302, 403, 200),
    ("/admin/accounts/auditevent/", 302, 302, 403, 200),
    ("/admin/accounts/auditevent/add/", 302, 302, 403, 403),
]
ROLES = ("viewer", "analyst", "steward", "operator")


@pytest.mark.parametrize(
    ("address", "role", "status"),
    [(page[0], role, status) for page in PAGES for role, status in zip(ROLES, page[1:], strict=True)],
)
def test_who_may_open_what_in_the_admin(
    address: str, role: str, status: int, user_for: Callable[[str], User], client: Client
) -> None:
    client.force_login(user_for(role))

    assert client.get(address).status_code == status


@pytest.mark.parametrize(
    ("role", "needed", "enough"),
    [
        ("viewer", "analyst", False),
        ("analyst", "analyst", True),
        ("operator", "viewer", True),
        ("steward", "operator", False),
    ],
)
def test_roles_are_ordered(role: str, needed: str, enough: bool) -> None:
    assert User(role=role).is_at_least(User.Role(needed)) is enough


def test_a_lowered_role_leaves_the_admin(steward: User) -> None:
    steward.role = User.Role.ANALYST

    steward.save()

    assert not steward.is_staff


def test_a_right_the_table_does_not_give_is_taken_back() -> None:
    steward = Group.objects.get(name=User.Role.STEWARD)
    steward.permissions.add(Permission.objects.get(codename="delete_metric"))

    sync_roles(apps.get_app_config("catalog"))

    assert not steward.permissions.filter(codename="delete_metric").exists()
    assert steward.permissions.filter(codename="change_metric").exists()
