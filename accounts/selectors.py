"""Reads across people."""

from django.contrib.auth.models import Group
from django.db.models import Q

from accounts.models import User


def who_may(permission: str, *, at_most: int = 5) -> list[str]:
    """The names of those whose role, or who as superusers, hold a permission such as `widgets.add_dashboard`."""
    app, codename = permission.split(".")
    roles = Group.objects.filter(permissions__codename=codename, permissions__content_type__app_label=app)
    people = User.objects.filter(Q(is_superuser=True) | Q(role__in=roles.values("name")), is_active=True)
    return [person.get_full_name() or person.username for person in people.order_by("pk")[:at_most]]
