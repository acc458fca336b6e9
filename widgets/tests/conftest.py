"""The world of widgets.tests.world, made once; its metrics and routes anew in each test's transaction."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from django.conf import settings as portal_settings
from django.core.cache import caches
from django.db import transaction
from django.db.models import Model
from django.utils import timezone
from pytest_django import Settings

from accounts.contracts import Viewer
from accounts.models import AuditEvent
from catalog.models import Metric, MetricRevision
from routing.models import Route
from sqlgen.generation import selectors as pinned_sql
from tests.worker import Worker
from widgets.selectors import remembered_annotations, remembered_questions
from widgets.tests import golden, world

ROUTES = {
    "revenue": "lake",
    "sales": "ops",
    "slow_sales": "ops",
    "sales_on_hand": "lake",
    "locked_amount": "ops",
    "missing_amount": "ops",
}
WRITTEN: tuple[type[Model], ...] = (Metric, MetricRevision, Route, AuditEvent)


@pytest.fixture(scope="session")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the dictionary and the lakehouse; the operational server holds its part."""
    folder = tmp_path_factory.mktemp("shop")
    (folder / "dictionary").mkdir()
    world.write_dictionary(folder / "dictionary")
    world.build_lakehouse(folder / "lakehouse.duckdb")
    world.build_operational(portal_settings.EMBEDDED["operational_owner_url"], slow_seconds=1.0)
    return folder


@pytest.fixture
def engines(shop: Path, settings: Settings) -> Path:
    """The portal on this world: its dictionary and its two backends, with nothing remembered."""
    settings.DATA_DICTIONARY_URI = str(shop / "dictionary")
    settings.SQL_BACKENDS = world.backends(shop / "lakehouse.duckdb")
    return shop


@pytest.fixture(scope="session")
def rows_of_the_world() -> list[tuple[type[Model], list[Model]]]:
    """What governing the metrics wrote, for the tests that follow: each would write the same again, 15 times slower."""
    return []


@pytest.fixture
def governed(
    db: None, engines: Path, rows_of_the_world: list[tuple[type[Model], list[Model]]]
) -> Iterator[None]:
    """Metrics, a route for each, and empty caches: they are no models, so no test's end would empty them."""
    _empty_caches()
    if rows_of_the_world:
        with transaction.atomic():  # a metric and its revisions refer to each other
            for model, rows in rows_of_the_world:
                model._base_manager.bulk_create(rows)
    else:
        world.govern_metrics()
        for metric, backend in ROUTES.items():
            world.route(metric, backend)
        rows_of_the_world += [(one, list(one._base_manager.all())) for one in WRITTEN]
    yield
    _empty_caches()


def _empty_caches() -> None:
    remembered_annotations.clear()
    remembered_questions.clear()  # versions of a transaction that was rolled back come again
    pinned_sql.forget()
    for name in ("answers", "leases"):
        caches[name].clear()


@pytest.fixture
def somebody() -> Viewer:
    return Viewer(user_id=1, name="Somebody", role="viewer")


@pytest.fixture
def worker() -> Iterator[Worker]:
    """Nothing waits for it, before and after."""
    worker = Worker()
    yield worker
    worker.forget()


@pytest.fixture
def now() -> datetime:
    return timezone.now()


@pytest.fixture
def evaluate(tmp_path: Path) -> golden.Evaluate:
    """Runs the command with a provider over some golden questions."""
    return lambda provider, *cases, **options: golden.evaluated(
        golden.suite(tmp_path, *cases), provider, **options
    )
