"""What each role may do in the admin: one group per role, filled from this table after each migration."""

from typing import Any

from django.apps import AppConfig
from django.contrib.auth.models import Group, Permission
from django.db.models import Q

from accounts.models import User

# Role → app label → actions; "*" is every model of the app. Analysts and viewers do not enter the admin.
_RIGHTS: dict[User.Role, dict[str, tuple[str, ...]]] = {
    User.Role.STEWARD: {
        "catalog": ("view", "add", "change"),
        "routing": ("view",),
        "sqlgen": ("view", "change"),
        "widgets": ("view", "add", "change", "delete"),
    },
    User.Role.OPERATOR: {
        "accounts": ("view", "add", "change"),
        "catalog": ("view", "add", "change"),
        "routing": ("view", "add", "change"),
        "sqlgen": ("view", "change"),
        "widgets": ("view", "add", "change", "delete"),
    },
}


def sync_roles(sender: AppConfig, **kwargs: Any) -> None:
    """post_migrate: give each role's group its rights in the app that was just migrated, and no others there."""
    for role, apps in _RIGHTS.items():
        actions = apps.get(sender.label)
        if not actions:  # an app the table does not speak of
            continue
        group, _ = Group.objects.get_or_create(name=role.value)
        wanted = Q()
        for action in actions:
            wanted |= Q(codename__startswith=f"{action}_")
        granted = Permission.objects.filter(wanted, content_type__app_label=sender.label)
        outdated = group.permissions.filter(content_type__app_label=sender.label).exclude(wanted)
        group.permissions.remove(*outdated)
        group.permissions.add(*granted)
