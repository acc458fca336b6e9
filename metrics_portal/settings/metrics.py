"""Metrics: where definitions and routes come from, the engines that answer, how their answers are compared and
taken away."""

from pathlib import Path

from django.core.exceptions import ImproperlyConfigured

from metrics_portal.office_hours import OfficeHours
from metrics_portal.settings.installation import BASE_DIR, DEMO, EMBEDDED, VAR_DIR, env

DATA_DICTIONARY_URI = env("DATA_DICTIONARY_URI", default=str(BASE_DIR / "data-dictionary"))
ROUTING_FILE = Path(env("ROUTING_FILE", default=str(BASE_DIR / "config" / "metric_routing.yaml")))
LAKEHOUSE_PATH = Path(env("LAKEHOUSE_PATH", default="") or VAR_DIR / "lakehouse.duckdb")
OPERATIONAL_DATABASE_URL = env.postgres_url("OPERATIONAL_DATABASE_URL") or EMBEDDED.get(
    "operational_database_url", ""
)

# Every bound is required: a backend whose queries could run for ever stops the start (routing.checks).
SQL_BACKENDS: dict[str, dict[str, object]] = {}
# The demo has both engines; of one's own data either is there when its place is named.
if DEMO or not env("DATA_DICTIONARY_URI", default="") or env("LAKEHOUSE_PATH", default=""):
    SQL_BACKENDS["duckdb"] = {
        "engine": "duckdb",
        "path": LAKEHOUSE_PATH,
        "deadline_seconds": env.float("DUCKDB_DEADLINE_SECONDS", default=20.0),
        "max_rows": 10_000,
        "slots": env.int("DUCKDB_SLOTS", default=4),
        "memory_limit": env("DUCKDB_MEMORY", default="1GB"),
        "threads": env.int("DUCKDB_THREADS", default=2),
    }
if OPERATIONAL_DATABASE_URL:
    SQL_BACKENDS["postgres"] = {
        "engine": "postgres",
        "url": OPERATIONAL_DATABASE_URL,
        "deadline_seconds": env.float("POSTGRES_DEADLINE_SECONDS", default=10.0),
        "max_rows": 10_000,
        "slots": env.int("POSTGRES_SLOTS", default=6),
    }

# ── Databricks: one workspace, as a service principal (client id and secret) or with a personal access token
DATABRICKS_HOST = env("DATABRICKS_HOST", default="")
DATABRICKS_TOKEN = env("DATABRICKS_TOKEN", default="")
DATABRICKS_CLIENT_ID = env("DATABRICKS_CLIENT_ID", default="")
DATABRICKS_CLIENT_SECRET = env("DATABRICKS_CLIENT_SECRET", default="")
DATABRICKS_HTTP_PATH = env("DATABRICKS_HTTP_PATH", default="")
try:  # working days, in the portal's time zone; empty: let it sleep when it will
    DATABRICKS_WARM_HOURS = OfficeHours.read(env("DATABRICKS_WARM_HOURS", default=""))
except ValueError as error:
    raise ImproperlyConfigured(f"DATABRICKS_WARM_HOURS={error}") from error
# The request's header in which a proxy forwards the token a reader signed in to Databricks with: the warehouse then
# answers each by their own rights. Empty: it answers as the portal, and no such header is looked at.
DATABRICKS_USER_TOKEN_HEADER = env("DATABRICKS_USER_TOKEN_HEADER", default="").strip()
if DATABRICKS_HOST and DATABRICKS_HTTP_PATH:  # a SQL warehouse answers metrics (docs/databricks.md)
    SQL_BACKENDS["databricks"] = {
        "engine": "databricks",
        "host": DATABRICKS_HOST,
        "http_path": DATABRICKS_HTTP_PATH,
        "token": DATABRICKS_TOKEN,
        "client_id": DATABRICKS_CLIENT_ID,
        "client_secret": DATABRICKS_CLIENT_SECRET,
        "transport": env("DATABRICKS_TRANSPORT", default="thrift"),
        "catalog": env("DATABRICKS_CATALOG", default=""),
        "deadline_seconds": env.float("DATABRICKS_DEADLINE_SECONDS", default=20.0),
        "answer_seconds": env.float("DATABRICKS_ANSWER_SECONDS", default=8.0),
        "max_rows": 10_000,
        "slots": env.int("DATABRICKS_SLOTS", default=8),
    }

# ── Parity: one metric on two backends, compared before it moves (docs/routing.md)
PARITY_FRESH_MINUTES = env.int("PARITY_FRESH_MINUTES", default=60)  # how long a report proves a flip
PARITY_SHADOW_MINUTES = env.int(
    "PARITY_SHADOW_MINUTES", default=60
)  # between two comparisons of a shadowed route
PARITY_SHADOW_SAMPLE = env.int(
    "PARITY_SHADOW_SAMPLE", default=3
)  # routes a round, chosen by chance among the due
PARITY_KEPT_DAYS = env.int("PARITY_KEPT_DAYS", default=90)

# ── Exports: every row of a metric as a file, streamed (docs/export.md)
EXPORT_DEADLINE_SECONDS = env.float("EXPORT_DEADLINE_SECONDS", default=300.0)  # its reader's pace included
EXPORT_MAX_ROWS = env.int("EXPORT_MAX_ROWS", default=1_000_000)
EXPORT_SLOTS = env.int("EXPORT_SLOTS", default=2)  # of each backend's slots, over all processes
