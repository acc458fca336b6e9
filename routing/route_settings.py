"""What one line of the routing file may say."""

import hashlib
from typing import Any, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from routing.contracts import Generation, Trust

DAY_SECONDS = 86_400


class RouteSettings(BaseModel):
    """The settings of one route, the same in the file, the admin and the database."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

    backend: str = Field(min_length=1, max_length=40)
    cache_seconds: int = Field(300, ge=0, le=DAY_SECONDS)
    stale_seconds: int = Field(3600, ge=0, le=DAY_SECONDS)
    generation: Generation = "compiled"
    trust: Trust = "reviewed"
    warm: bool = False
    shadow: str = Field("", max_length=40)
    two_people: bool = False

    @model_validator(mode="after")
    def _stale_is_no_younger_than_cached(self) -> Self:
        if self.stale_seconds < self.cache_seconds:
            raise ValueError(
                f"stale_seconds ({self.stale_seconds}) must be at least cache_seconds ({self.cache_seconds})"
            )
        return self

    @model_validator(mode="after")
    def _shadow_is_another_backend(self) -> Self:
        if self.shadow == self.backend:
            raise ValueError(f"shadow ({self.shadow}) must be another backend than the one that answers")
        return self

    def plain(self) -> dict[str, Any]:
        return self.model_dump(mode="json")

    def fingerprint(self) -> str:
        """SHA-256 of the settings with their defaults written out, hex."""
        members = sorted(self.plain().items())
        return hashlib.sha256(repr(members).encode()).hexdigest()
