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
    """Demo data could not be written; the data that was there is untouched.

    `remedy` is what to do before another try, where that helps; `by_hand` follows it when seed_demo was run by
    itself and not by `make up`.
    """

    code = "cannot_seed"
    title = "The demo data could not be written"

    def __init__(self, what: str, *, remedy: str = "", by_hand: str = "") -> None:
        self._what, self._remedy, self._by_hand = what, remedy, by_hand
        super().__init__(self.told())

    def told(self, *, by_make_up: bool = False) -> str:
        """What happened, what to do, and what to run again."""
        if not self._remedy:
            return self._what
        aside, again = ("", "`make up`") if by_make_up else (self._by_hand, "this")
        return f"{self._what} {self._remedy}{aside} and run {again} again."
