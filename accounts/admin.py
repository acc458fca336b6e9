"""Identities in the admin. Each change writes its audit event through accounts.services."""

from datetime import datetime
from typing import Any

from django.contrib import admin, messages
from django.contrib.auth.admin import UserAdmin as DjangoUserAdmin
from django.contrib.auth.models import Group
from django.db.models import QuerySet
from django.forms import ModelForm
from django.http import HttpRequest
from django.utils import timezone
from unfold.admin import ModelAdmin
from unfold.forms import AdminPasswordChangeForm, UserChangeForm, UserCreationForm

from accounts.acting import acting
from accounts.models import ApiToken, AuditEvent, RowPolicyRecord, User
from accounts.services import issue_token, record_event, revoke_token
from metrics_portal.admin_read_only import ReadOnlyAdmin

# A group's rights follow the roles (accounts.roles): what is changed here would be undone by the next migrate.
admin.site.unregister(Group)


class Audited(ModelAdmin):  # type: ignore[misc]
    """Saving writes an audit event that names the changed fields, never their values."""

    event_prefix: str

    def save_model(self, request: HttpRequest, obj: Any, form: "ModelForm[Any]", change: bool) -> None:
        super().save_model(request, obj, form, change)
        action = f"{self.event_prefix}.{'changed' if change else 'created'}"
        record_event(
            actor=acting(request), action=action, subject=str(obj), details={"fields": form.changed_data}
        )


@admin.register(User)
class UserAdmin(DjangoUserAdmin, Audited):  # type: ignore[type-arg]
    event_prefix = "accounts.user"
    form = UserChangeForm
    add_form = UserCreationForm
    change_password_form = AdminPasswordChangeForm
    list_display = ("username", "first_name", "last_name", "role", "row_policy", "is_active", "last_login")
    list_filter = ("role", "is_active", "row_policy")
    list_select_related = ("row_policy",)
    search_fields = ("username", "first_name", "last_name", "email")
    readonly_fields = ("last_login", "date_joined")
    filter_horizontal = ()
    fieldsets = (
        (None, {"fields": ("username", "password")}),
        ("Person", {"fields": ("first_name", "last_name", "email")}),
        ("What they may do", {"fields": ("role", "row_policy", "is_active")}),
        ("Dates", {"fields": ("last_login", "date_joined")}),
    )
    add_fieldsets = (
        (None, {"fields": ("username", "role", "row_policy", "usable_password", "password1", "password2")}),
    )


@admin.register(RowPolicyRecord)
class RowPolicyAdmin(Audited):
    event_prefix = "accounts.row_policy"
    list_display = ("name", "description")
    search_fields = ("name", "description")


@admin.register(ApiToken)
class ApiTokenAdmin(ModelAdmin):  # type: ignore[misc]
    """The secret is shown once, in the message after saving. A token is revoked, never changed or deleted."""

    list_display = ("name", "prefix", "user", "created_at", "expires", "revoked")
    list_filter = ("revoked_at", "expires_at")
    list_select_related = ("user",)
    search_fields = ("name", "prefix", "user__username")
    fields = ("user", "name", "expires_at")
    actions = ("revoke",)

    def get_fields(self, request: HttpRequest, obj: ApiToken | None = None) -> tuple[str, ...]:
        return ("user", "name", "prefix", "created_at", "expires", "revoked") if obj else self.fields

    @admin.display(description="expires", ordering="expires_at", empty_value="never")
    def expires(self, token: ApiToken) -> datetime | None:
        return token.expires_at

    @admin.display(description="revoked", ordering="revoked_at", empty_value="no")
    def revoked(self, token: ApiToken) -> datetime | None:
        return token.revoked_at

    def save_model(
        self, request: HttpRequest, obj: ApiToken, form: "ModelForm[ApiToken]", change: bool
    ) -> None:
        token, secret = issue_token(
            user=obj.user, name=obj.name, expires_at=obj.expires_at, actor=acting(request)
        )
        obj.pk = token.pk
        obj.prefix = token.prefix
        self.message_user(request, f"Copy the token now, it is not shown again: {secret}", messages.WARNING)

    def has_change_permission(self, request: HttpRequest, obj: ApiToken | None = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: ApiToken | None = None) -> bool:
        return False

    @admin.action(description="Revoke the selected tokens", permissions=["add"])
    def revoke(self, request: HttpRequest, queryset: QuerySet[ApiToken]) -> None:
        now = timezone.now()
        for token in queryset:
            revoke_token(token=token, actor=acting(request), at=now)
        self.message_user(request, "Revoked.")


@admin.register(AuditEvent)
class AuditEventAdmin(ReadOnlyAdmin):
    list_display = ("at", "who", "action", "about", "correlation_id")
    list_filter = ("action",)
    search_fields = ("subject", "details__title", "actor_name", "correlation_id")
    date_hierarchy = "at"
    fields = ("at", "actor", "actor_name", "action", "subject", "details", "correlation_id")
    readonly_fields = fields

    @admin.display(description="who", ordering="actor_name")
    def who(self, event: AuditEvent) -> str:
        return event.actor_name

    @admin.display(description="subject", ordering="subject")
    def about(self, event: AuditEvent) -> str:
        """What an act was about, by the title it had then; an id says nothing to people."""
        title = event.details.get("title") if isinstance(event.details, dict) else None
        return str(title or event.subject)
