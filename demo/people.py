"""The demo's sign-ins: one person for each role, each with one API token, told in one private file."""

import json
import secrets
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.db import transaction

from accounts.authentication import digest_of
from accounts.models import ApiToken, RowPolicyRecord, User
from accounts.services import issue_token
from metrics_portal.embedded.profile import write_private


@dataclass(frozen=True, slots=True)
class Person:
    username: str
    role: str
    first_name: str
    last_name: str


PEOPLE = (
    Person("viewer", User.Role.VIEWER, "Inês", "Duarte"),
    Person("analyst", User.Role.ANALYST, "Leena", "Rautio"),
    Person("steward", User.Role.STEWARD, "Tomasz", "Wrona"),
    Person("operator", User.Role.OPERATOR, "Aylin", "Demir"),
)
_TOKEN_NAME = "demo"  # noqa: S105 - the token's name, not its secret


def ensure_people(*, var_dir: Path, base_url: str) -> bool:
    """Make the demo's people where they are missing; returns whether the credentials file was written.

    The file is left alone as long as everybody's token in it is good.
    """
    path = var_dir / "demo-credentials.json"
    known = _known(path)
    if all(_still_good(person, known.get(person.username, {})) for person in PEOPLE):
        return False
    with transaction.atomic():
        users = {person.username: _make(person) for person in PEOPLE}
        _example_row_policy()
        write_private(path, json.dumps({"base_url": base_url, "users": users}, indent=2, ensure_ascii=False))
    return True


def _known(path: Path) -> dict[str, dict[str, Any]]:
    try:
        return dict(json.loads(path.read_text())["users"])
    except (FileNotFoundError, ValueError, KeyError):
        return {}


def _still_good(person: Person, told: dict[str, Any]) -> bool:
    """By the token alone: it goes with the database it was made in; checking a password is slow by design."""
    digest = digest_of(told.get("token", ""))
    return ApiToken.objects.filter(user__username=person.username, digest=digest, revoked_at=None).exists()


def _make(person: Person) -> dict[str, str]:
    """A new password and token; a person who exists keeps everything else."""
    user, _ = User.objects.get_or_create(
        username=person.username,
        defaults={
            "role": person.role,
            "first_name": person.first_name,
            "last_name": person.last_name,
            "email": f"{person.username}@example.org",
            "is_staff": person.role in {User.Role.STEWARD, User.Role.OPERATOR},
            "is_superuser": person.role == User.Role.OPERATOR,
        },
    )
    password = secrets.token_urlsafe(12)
    user.set_password(password)
    user.save(update_fields=["password"])
    ApiToken.objects.filter(user=user, name=_TOKEN_NAME).delete()
    _, token = issue_token(user=user, name=_TOKEN_NAME)
    return {"username": person.username, "password": password, "token": token}


def _example_row_policy() -> None:
    RowPolicyRecord.objects.get_or_create(
        name="Iberia only",
        defaults={
            "description": "An example, bound to nobody: claims of customers in Portugal and Spain.",
            "rules": {"l3_claims.ev_claim": {"region_id": ["1", "2", "3"]}},
        },
    )
