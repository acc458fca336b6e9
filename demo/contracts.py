"""What a demo is made of, and what making it gives back."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from metrics_portal.problems import PortalProblem

# No claim takes longer than this to be closed: rows older than it never change again.
SETTLED_AFTER = timedelta(days=45)


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipe:
    """Everything the demo's rows follow from: the same recipe gives the same rows.

    `claims` are spread over the `days` whole days before `anchor`, the local day on which the demo was first
    made; later days follow at the same pace. An event that lies after `as_of` has not happened yet.
    """

    claims: int
    days: int
    seed: int
    anchor: date
    as_of: datetime
    zone: ZoneInfo

    @property
    def today(self) -> date:
        return self.as_of.astimezone(self.zone).date()

    @property
    def first_day(self) -> date:
        """The oldest day kept; it moves on with today."""
        return self.today - timedelta(days=self.days)


@dataclass(frozen=True, slots=True, kw_only=True)
class Seeded:
    """What `seed` did. `changed` is False when the data was up to date; `seconds` is the time it all took."""

    changed: bool
    claims: int
    as_of: datetime
    seconds: float


class CannotSeed(PortalProblem):
    """Demo data could not be written; the data that was there is untouched."""

    code = "cannot_seed"
    title = "The demo data could not be written"
