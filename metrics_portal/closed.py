"""The base of everything people and programs write: a member that is not known is refused, not ignored."""

from pydantic import BaseModel, ConfigDict


class Closed(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)
