"""What the portal writes down for itself: its database, caches every process sees, work for later."""

from typing import Any

from metrics_portal.settings.installation import EMBEDDED, TIME_ZONE, VAR_DIR, env

_PREPARED = {"server_side_binding": True, "prepare_threshold": 5}
DATABASE_URL = env.postgres_url("DATABASE_URL") or EMBEDDED.get("database_url", "")
DATABASES: dict[str, dict[str, Any]] = {"default": {"ENGINE": "django.db.backends.dummy"}}
if DATABASE_URL:
    DATABASES["default"] = {
        **env.db_url_config(DATABASE_URL),
        "CONN_MAX_AGE": None,  # a thread keeps its connection
        "CONN_HEALTH_CHECKS": True,
    }
    DATABASES["default"]["OPTIONS"] = {
        "connect_timeout": 3,
        # Planning the few queries behind every answer costs more than running them: each connection prepares what
        # it asks often. Behind a pooler that hands one connection to many sessions, turn it off.
        **(_PREPARED if env.bool("DATABASE_PREPARED_STATEMENTS", default=True) else {}),
        **DATABASES["default"].get("OPTIONS", {}),
    }
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
REDIS_URL = env.redis_url("REDIS_URL")


def _shared_cache(name: str) -> dict[str, object]:
    """A cache every process sees: Redis where there is one, else a table of the portal's own database.

    Before the first `make up` there is neither, and nobody to share with: commands that ask engines alone
    (`draft_dictionary`) get one of their own.
    """
    if REDIS_URL:
        return {
            "BACKEND": "metrics_portal.redis_cache.RedisCache",
            "LOCATION": REDIS_URL,
            "KEY_PREFIX": f"portal-{name}",
            "TIMEOUT": None,
            "OPTIONS": {"socket_connect_timeout": 1, "socket_timeout": 2},  # seconds; else a lost host hangs
        }
    if not DATABASE_URL:
        return {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "LOCATION": name}
    return {
        "BACKEND": "metrics_portal.table_cache.TableCache",
        "LOCATION": f"portal_cache_{name}",
        "TIMEOUT": None,
        "OPTIONS": {"MAX_ENTRIES": 20_000},
    }


CACHES = {
    "default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"},
    "answers": _shared_cache("answers"),  # ready answers and last good values
    "leases": _shared_cache("leases"),  # one flight per key, slots per backend
}

# ── Background work
CELERY_BROKER_URL = REDIS_URL or "files://"
CELERY_BROKER_TRANSPORT_OPTIONS = (
    {}
    if REDIS_URL
    else {
        "data_folder_in": str(VAR_DIR / "broker"),
        "data_folder_out": str(VAR_DIR / "broker"),
        "control_folder": str(VAR_DIR / "broker-control"),
        "polling_interval": 0.2,
    }
)
CELERY_TASK_IGNORE_RESULT = True
CELERY_TASK_ACKS_LATE = True
CELERY_TIMEZONE = TIME_ZONE
