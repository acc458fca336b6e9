"""What old generations leave behind, and how long it is kept."""

from datetime import datetime, timedelta

from django.conf import settings

from sqlgen.models import LIVE, GenerationBudget, GenerationLog


def delete_old(*, now: datetime) -> int:
    """Delete the log's rows past GENERATION_LOG_DAYS; gives how many. A row whose SQL is in use, or waits for
    approval, is kept: it says where that came from."""
    before = now - timedelta(days=settings.GENERATION_LOG_DAYS)
    GenerationBudget.objects.filter(day__lt=before.date()).delete()
    old = GenerationLog.objects.filter(at__lt=before).exclude(pins__status__in=LIVE)
    return old.delete()[1].get("sqlgen.GenerationLog", 0)
