"""People, programs, what they may see, and what they did."""

from datetime import datetime
from typing import Any, ClassVar

from django.contrib.auth.models import AbstractUser, UserManager
from django.db import models

from accounts.contracts import RowPolicy, RowRule, Viewer
from accounts.row_rules import check_row_rules

_NAME_LENGTH = 150  # of the person who acted, as audit events and revisions keep it


class RowPolicyRecord(models.Model):
    """A named set of row rules, bound to users: `{"l3_claims.ev_claim": {"region_id": ["1", "2"]}}`."""

    name = models.CharField(max_length=80, unique=True)
    description = models.CharField(max_length=200, blank=True)
    rules = models.JSONField(
        default=dict,
        validators=[check_row_rules],
        help_text='{"schema.table": {"column": ["value", …]}}: only those rows. '
        "A table that is not named stays open: name each that holds what is to be kept apart.",
    )

    class Meta:
        verbose_name = "row policy"
        verbose_name_plural = "row policies"

    def __str__(self) -> str:
        return self.name

    def as_policy(self) -> RowPolicy:
        return RowPolicy(
            tuple(
                RowRule(table, column, tuple(str(value) for value in values))
                for table, columns in sorted(self.rules.items())
                for column, values in sorted(columns.items())
            )
        )


class PortalUserManager(UserManager["User"]):
    def create_superuser(self, *args: Any, **kwargs: Any) -> "User":
        """As Django's; who installs the portal operates it, so the role is operator unless one is given."""
        kwargs.setdefault("role", User.Role.OPERATOR)
        return super().create_superuser(*args, **kwargs)


class User(AbstractUser):
    class Role(models.TextChoices):
        VIEWER = "viewer"
        ANALYST = "analyst"
        STEWARD = "steward"
        OPERATOR = "operator"

    role = models.CharField(max_length=16, choices=Role, default=Role.VIEWER)
    row_policy = models.ForeignKey(
        RowPolicyRecord, null=True, blank=True, on_delete=models.PROTECT, related_name="users"
    )

    objects: ClassVar[PortalUserManager] = PortalUserManager()

    def save(self, *args: Any, **kwargs: Any) -> None:
        # Stewards and operators govern in the admin; nobody else enters it.
        self.is_staff = self.is_superuser or self.is_at_least(self.Role.STEWARD)
        super().save(*args, **kwargs)

    def is_at_least(self, role: "User.Role") -> bool:
        """viewer < analyst < steward < operator."""
        order = self.Role.values
        return order.index(self.role) >= order.index(role)

    def as_viewer(self) -> Viewer:
        return Viewer(
            user_id=self.pk,
            name=(self.get_full_name() or self.username)[:_NAME_LENGTH],
            role=self.role,
            row_policy=self.row_policy.as_policy() if self.row_policy else RowPolicy(),
        )


class ApiToken(models.Model):
    """A bearer token for a program. Only a SHA-256 digest is kept: 256 random bits need no salt."""

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="tokens")
    name = models.CharField(max_length=80)
    digest = models.CharField(max_length=64, unique=True, editable=False)
    prefix = models.CharField(
        max_length=12, editable=False, help_text="The first characters, to tell tokens apart."
    )
    created_at = models.DateTimeField(auto_now_add=True)
    expires_at = models.DateTimeField(null=True, blank=True)
    revoked_at = models.DateTimeField(null=True, blank=True)

    configuration_version: int | None = None  # of the moment the token was looked up; None: not known

    class Meta:
        verbose_name = "API token"

    def __str__(self) -> str:
        return f"{self.name} ({self.prefix}…)"

    def usable_at(self, now: datetime) -> bool:
        return self.revoked_at is None and (self.expires_at is None or self.expires_at > now)


class AuditEvent(models.Model):
    """One act, written once. Rows are never changed or deleted through the portal."""

    at = models.DateTimeField(auto_now_add=True, db_index=True)
    actor = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    actor_name = models.CharField(max_length=_NAME_LENGTH)
    action = models.CharField(
        max_length=80, db_index=True, help_text="Dotted, for example catalog.metric.changed."
    )
    subject = models.CharField(max_length=160, db_index=True)
    details = models.JSONField(default=dict)
    correlation_id = models.CharField(max_length=64)

    class Meta:
        ordering = ["-at", "-pk"]

    def __str__(self) -> str:
        return f"{self.action} {self.subject}"


class ConfigurationVersion(models.Model):
    """One row: a number that grows with each committed change to metrics, routes or widgets (by triggers).

    It stands in the lowest layer because the query that identifies a caller brings it along: what a process
    remembers of a widget's question is good for as long as the number is the same.
    """

    number = models.BigIntegerField(default=0)

    def __str__(self) -> str:
        return str(self.number)
