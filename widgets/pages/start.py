"""The first page of a portal without a dashboard: what there is, what is missing, and who makes it."""

from dataclasses import dataclass

from accounts.models import User
from accounts.selectors import who_may
from catalog.contracts import GovernedMetric
from catalog.selectors import live_metrics
from widgets.models import Widget

_MAKES_DASHBOARDS = "widgets.add_dashboard"


@dataclass(frozen=True, slots=True, kw_only=True)
class StartPage:
    """`asked` are the people to ask, for a reader who may not make a dashboard."""

    metrics: tuple[GovernedMetric, ...]
    widgets: int
    may_make: bool
    asked: tuple[str, ...]


def start_page(reader: User) -> StartPage:
    may = reader.has_perm(_MAKES_DASHBOARDS)
    return StartPage(
        metrics=live_metrics(),
        widgets=Widget.objects.count(),
        may_make=may,
        asked=() if may else tuple(who_may(_MAKES_DASHBOARDS)),
    )
