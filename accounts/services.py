"""Changes to identities, each written with its audit event."""

import secrets
from datetime import datetime
from typing import Any

from django.db import transaction

from accounts.authentication import digest_of
from accounts.models import ApiToken, AuditEvent, User
from metrics_portal import correlation

_SHOWN_CHARACTERS = 10


def record_event(
    *, actor: User | None, action: str, subject: str, details: dict[str, Any] | None = None
) -> AuditEvent:
    """Write one audit event. `actor` is None for the portal itself (a sync, a seed)."""
    return AuditEvent.objects.create(
        actor=actor,
        actor_name=actor.as_viewer().name if actor else "the portal",
        action=action,
        subject=subject,
        details=details or {},
        correlation_id=correlation.current(),
    )


@transaction.atomic
def issue_token(
    *, user: User, name: str, expires_at: datetime | None = None, actor: User | None = None
) -> tuple[ApiToken, str]:
    """Make a token for a user; returns it with its secret, which is kept nowhere."""
    secret = f"mp_{secrets.token_urlsafe(32)}"
    token = ApiToken.objects.create(
        user=user,
        name=name,
        digest=digest_of(secret),
        prefix=secret[:_SHOWN_CHARACTERS],
        expires_at=expires_at,
    )
    record_event(
        actor=actor or user,
        action="accounts.token.issued",
        subject=str(token),
        details={"for": user.username},
    )
    return token, secret


@transaction.atomic
def revoke_token(*, token: ApiToken, actor: User, at: datetime) -> ApiToken:
    """End a token's life; revoking twice changes nothing."""
    token = ApiToken.objects.select_for_update().get(pk=token.pk)
    if token.revoked_at is None:
        token.revoked_at = at
        token.save(update_fields=["revoked_at"])
        record_event(actor=actor, action="accounts.token.revoked", subject=str(token))
    return token
