"""A daily budget of calls and tokens per person. A day is a local day of the portal's time zone."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db.models import F
from django.db.models.functions import Greatest

from accounts.models import User
from sqlgen.generation.errors import BudgetSpent
from sqlgen.models import GenerationBudget
from sqlgen.models_llm.contracts import UNTOLD, SqlRequest, Usage
from sqlgen.windows import midnight

_CHARACTERS_PER_TOKEN = 3  # fewer than models count, so that a reservation is never too small
PORTAL = "portal"


def reserve(asker: User | None, request: SqlRequest, *, at: datetime) -> int:
    """Take one call and the tokens it may cost; returns those. Raises BudgetSpent.

    One UPDATE with its condition decides, so two requests at once never both take the last call.
    """
    most, day = most_tokens(request), _today(at)
    row, _ = GenerationBudget.objects.get_or_create(who=_who(asker), day=day)
    affordable = GenerationBudget.objects.filter(
        pk=row.pk,
        calls__lt=settings.GENERATION_DAILY_LIMIT,
        tokens__lte=settings.GENERATION_DAILY_TOKENS - most,
    )
    if not affordable.update(calls=F("calls") + 1, tokens=F("tokens") + most):
        row.refresh_from_db()
        raise _spent(row, most, at)
    return most


def settle(asker: User | None, *, reserved: int, usage: Usage, at: datetime) -> None:
    """Put the tokens really used in place of those reserved; where the provider told none, those stand."""
    if usage == UNTOLD:
        return
    GenerationBudget.objects.filter(who=_who(asker), day=_today(at)).update(
        tokens=Greatest(F("tokens") + usage.total - reserved, 0)
    )


def most_tokens(request: SqlRequest) -> int:
    """An upper bound of what a request costs, in tokens."""
    characters = sum(len(part.text) for part in request.system) + len(request.question)
    return characters // _CHARACTERS_PER_TOKEN + 1 + request.max_output_tokens


def renews_at(at: datetime) -> datetime:
    """The next local midnight."""
    return midnight(_today(at) + timedelta(days=1), ZoneInfo(settings.TIME_ZONE))


def _spent(row: GenerationBudget, most: int, at: datetime) -> BudgetSpent:
    limit, tokens, renewal = settings.GENERATION_DAILY_LIMIT, settings.GENERATION_DAILY_TOKENS, renews_at(at)
    if row.calls >= limit:
        what = f"All {limit} questions to a model that one person has a day are asked"
    else:
        left = max(0, tokens - row.tokens)
        what = f"{left:,} of {tokens:,} tokens a day are left, and this question may need {most:,}"
    return BudgetSpent(
        f"{what}. There are new ones at {renewal:%Y-%m-%d %H:%M} ({settings.TIME_ZONE}).",
        retry_after=max(1, int((renewal - at).total_seconds())),
        renews_at=renewal.isoformat(),
        daily_limit=limit,
        daily_tokens=tokens,
    )


def _today(at: datetime) -> date:
    return at.astimezone(ZoneInfo(settings.TIME_ZONE)).date()


def _who(asker: User | None) -> str:
    return PORTAL if asker is None else str(asker.pk)
