"""Links from a metric's page in the admin to its route and to every time that changed."""

from collections.abc import Iterator

from django.urls import reverse

from catalog.admin_links import MetricLink
from catalog.models import Metric
from routing.backends.registry import label_of
from routing.models import Route


def route_links(metric: Metric) -> Iterator[MetricLink]:
    route = Route.objects.filter(metric=metric).first()
    if route:
        yield MetricLink(
            f"Route: {label_of(route.backend)}", reverse("admin:routing_route_change", args=[route.pk])
        )
    else:
        yield MetricLink("Add a route", f"{reverse('admin:routing_route_add')}?metric={metric.pk}")
    changes = metric.route_changes.count()
    if changes:
        listed = reverse("admin:routing_routechange_changelist")
        yield MetricLink(f"Route changes: {changes}", f"{listed}?metric__id__exact={metric.pk}")
