"""SQL of models as it lies in the database, without a model."""

from accounts.models import User
from catalog.models import Metric
from sqlgen.models import GenerationLog, PinnedSql


def proposed(asker: User | None, *, shape: str = "shape", backend: str = "lake", **more: object) -> PinnedSql:
    """A text for revenue that waits for approval, unless `more` says otherwise, with its row in the log."""
    metric = Metric.objects.get(name="revenue")
    both = {
        "metric": metric,
        "closure_hash": metric.closure_hash,
        "shape_key": shape,
        "backend": backend,
        "dialect": "duckdb",
        "intent": {},
        "sql": "SELECT 1",
        "provider": "bedrock",
        "model": "a model",
        "asker": asker,
        "asker_name": asker.username if asker else "the portal",
    }
    log = GenerationLog.objects.create(verdict="accepted", correlation_id="test", **both)
    return PinnedSql.objects.create(log=log, **both, **more)
