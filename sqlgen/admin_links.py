"""Links from a metric's page in the admin to what models wrote for it."""

from collections.abc import Iterator

from django.urls import reverse

from catalog.admin_links import MetricLink
from catalog.models import Metric
from sqlgen.models import PinnedSql


def generation_links(metric: Metric) -> Iterator[MetricLink]:
    pins, calls = metric.pinned_sql.count(), metric.generations.count()
    if pins:
        waiting = metric.pinned_sql.filter(status=PinnedSql.Status.PROPOSED).count()
        told = f", {waiting} to approve" if waiting else ""
        listed = reverse("admin:sqlgen_pinnedsql_changelist")
        yield MetricLink(f"SQL of models: {pins}{told}", f"{listed}?metric__id__exact={metric.pk}")
    if calls:
        listed = reverse("admin:sqlgen_generationlog_changelist")
        yield MetricLink(f"Generations: {calls}", f"{listed}?metric__id__exact={metric.pk}")
