"""Settings, all from the environment. With none set at all this is the embedded profile (`make up`)."""

from pathlib import Path
from typing import Any
from zoneinfo import available_timezones

from django.core.exceptions import ImproperlyConfigured
from django.templatetags.static import static

from metrics_portal import admin_palette
from metrics_portal.embedded import profile
from metrics_portal.environment import Environment
from metrics_portal.office_hours import OfficeHours

BASE_DIR = Path(__file__).resolve().parent.parent
env = Environment()

VAR_DIR = Path(env("PORTAL_VAR", default=str(BASE_DIR / "var"))).resolve()
EMBEDDED = profile.read(VAR_DIR)  # what `make up` started; empty outside the embedded profile
DEMO = env.bool("PORTAL_DEMO", default=True)

# ── Identity of this installation
DEBUG = env.bool("DEBUG", default=False)
SECRET_KEY = env("SECRET_KEY", default="") or profile.secret_key(VAR_DIR)
HOST = env("HOST", default="127.0.0.1")
PORT = env.int("PORT", default=8000)
HTTPS = env.bool("PORTAL_HTTPS", default="DATABASE_URL" in env.ENVIRON)
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=["localhost", "127.0.0.1", "[::1]", HOST])
CSRF_TRUSTED_ORIGINS = env.list("CSRF_TRUSTED_ORIGINS", default=[])

INSTALLED_APPS = [
    "unfold",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "rest_framework",
    "drf_spectacular",
    "django_htmx",
    "accounts",
    "catalog",
    "sqlgen",
    "routing",
    "widgets",
    "demo",
]

MIDDLEWARE = [
    "metrics_portal.middleware.CorrelationMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "metrics_portal.static_files.StaticFilesMiddleware",
    "metrics_portal.middleware.ContentSecurityPolicyMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "metrics_portal.middleware.ProblemMiddleware",
]

ROOT_URLCONF = "metrics_portal.urls"
ASGI_APPLICATION = "metrics_portal.asgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
            "libraries": {"admin_text": "metrics_portal.admin_text"},
        },
    }
]

# ── The portal's own data
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
# Requests at work per web process, and so its connections to the portal's database.
WEB_THREADS = env.int("WEB_THREADS", default=24)
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
REDIS_URL = env.redis_url("REDIS_URL")


def _shared_cache(name: str) -> dict[str, object]:
    """A cache every process sees: Redis where there is one, else a table of the portal's own database."""
    if REDIS_URL:
        return {
            "BACKEND": "django.core.cache.backends.redis.RedisCache",
            "LOCATION": REDIS_URL,
            "KEY_PREFIX": f"portal-{name}",
            "TIMEOUT": None,
            "OPTIONS": {"socket_connect_timeout": 1, "socket_timeout": 2},  # seconds; else a lost host hangs
        }
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

# ── People
AUTH_USER_MODEL = "accounts.User"
LOGIN_URL = "accounts:login"
LOGIN_REDIRECT_URL = "/"
LOGOUT_REDIRECT_URL = "accounts:login"
AUTHENTICATION_BACKENDS = ["accounts.authentication.PortalBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]

# ── Words, time, numbers
LANGUAGE_CODE = "en"
USE_I18N = False
FORMAT_MODULE_PATH = "metrics_portal.formats"
USE_TZ = True
TIME_ZONE = env("PORTAL_TIME_ZONE", default="Europe/Lisbon")
PORTAL_LOCALE = env("PORTAL_LOCALE", default="en_US")

# ── Metrics: where definitions, data and routes come from
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

# ── A language model that writes SQL (docs/sql-generator.md); without a provider there is none
SQL_MODEL_PROVIDER = env("SQL_MODEL_PROVIDER", default="")  # bedrock or databricks
SQL_MODEL = env("SQL_MODEL", default="")  # inference profile, model id or serving endpoint
SQL_MODEL_DEADLINE_SECONDS = env.float("SQL_MODEL_DEADLINE_SECONDS", default=30.0)
SQL_MODEL_MAX_OUTPUT_TOKENS = env.int("SQL_MODEL_MAX_OUTPUT_TOKENS", default=2_000)
# 0 is the most repeatable; empty: not sent, for models that take none.
SQL_MODEL_TEMPERATURE = env("SQL_MODEL_TEMPERATURE", default="0")
# Tokens a prompt's cacheable part must have; empty: what is known of the model's family, 0: never cache.
SQL_MODEL_CACHE_MIN_TOKENS = env("SQL_MODEL_CACHE_MIN_TOKENS", default="")
# US dollars per million tokens. Input and output are needed for a cost estimate; cached tokens cost like input
# where they have no price of their own.
SQL_MODEL_PRICES = {
    "input": env("SQL_MODEL_PRICE_INPUT", default=""),
    "output": env("SQL_MODEL_PRICE_OUTPUT", default=""),
    "cache_read": env("SQL_MODEL_PRICE_CACHE_READ", default=""),
    "cache_write": env("SQL_MODEL_PRICE_CACHE_WRITE", default=""),
}
# What one person, and the portal for itself, may ask of a model in a local day.
GENERATION_DAILY_LIMIT = env.int("GENERATION_DAILY_LIMIT", default=100)  # calls
GENERATION_DAILY_TOKENS = env.int("GENERATION_DAILY_TOKENS", default=2_000_000)  # in and out, cached ones too
# How long the log, SQL that nobody decided about, and evaluations are kept.
GENERATION_LOG_DAYS = env.int("GENERATION_LOG_DAYS", default=90)
GENERATION_PENDING_DAYS = env.int("GENERATION_PENDING_DAYS", default=30)
EVALUATION_DAYS = env.int("EVALUATION_DAYS", default=365)
# Texts that no person approved, waiting or in use, which one metric may have on one backend.
GENERATION_UNAPPROVED_LIMIT = env.int("GENERATION_UNAPPROVED_LIMIT", default=100)
# How long a tile leaves a model alone that wrote SQL for it which was refused.
GENERATION_BACKOFF_SECONDS = env.int("GENERATION_BACKOFF_SECONDS", default=900)
AWS_REGION = env("AWS_REGION", default="") or env("AWS_DEFAULT_REGION", default="")
# Golden questions by name, for manage.py evaluate_generation; any other suite is given by its path.
EVALUATION_SUITES = {"demo": BASE_DIR / "demo" / "golden"}

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

# ── API
REST_FRAMEWORK = {
    "DEFAULT_AUTHENTICATION_CLASSES": [
        "accounts.authentication.BearerAuthentication",
        "accounts.authentication.PortalSessionAuthentication",
    ],
    "DEFAULT_PERMISSION_CLASSES": ["rest_framework.permissions.IsAuthenticated"],
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
    "DEFAULT_PARSER_CLASSES": ["metrics_portal.parsers.StrictJSONParser"],
    "DEFAULT_PAGINATION_CLASS": "metrics_portal.pagination.Pages",
    "DEFAULT_SCHEMA_CLASS": "drf_spectacular.openapi.AutoSchema",
    "EXCEPTION_HANDLER": "metrics_portal.problem_responses.exception_handler",
    "UNAUTHENTICATED_USER": None,
}
SPECTACULAR_SETTINGS = {
    "TITLE": "Metrics Portal",
    "DESCRIPTION": "One governed answer to: what is this number, where did it come from, may I trust it?",
    "VERSION": "1.0.0",
    "OAS_VERSION": "3.1.0",
    "SERVE_INCLUDE_SCHEMA": False,
    "SCHEMA_PATH_PREFIX": "/v1",
    "ENUM_NAME_OVERRIDES": {"ParityVerdict": "routing.parity.contracts.VERDICTS"},
    "POSTPROCESSING_HOOKS": [
        "drf_spectacular.hooks.postprocess_schema_enums",
        "metrics_portal.openapi.document_problems",
    ],
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

# ── Front end
STATIC_URL = "/static/"
STATIC_ROOT = Path(env("STATIC_ROOT", default=str(VAR_DIR / "static")))
STATICFILES_DIRS = [BASE_DIR / "static"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}

# Pages of the admin that belong to no table, by the app they stand with: title, address, who may see it.
ADMIN_PAGES = {
    "catalog": (("Data dictionary", "admin:catalog_dictionary", "catalog.view_metric"),),
    "routing": (("Databricks warehouse", "admin:routing_warehouse", "routing.view_warehousecheck"),),
    "sqlgen": (("Language model", "language_model", "sqlgen.view_generationlog"),),
}
UNFOLD = {
    "SITE_TITLE": "Metrics Portal",
    "SITE_HEADER": "Metrics Portal",
    "GLOBAL_CALLBACK": "metrics_portal.admin_theme.context",
    "SIDEBAR": {"navigation": "metrics_portal.admin_theme.navigation"},
    "COLORS": {"primary": admin_palette.ACCENT},
    "BORDER_RADIUS": "6px",
    "SITE_ICON": lambda request: static("img/icon.svg"),
    "SITE_FAVICONS": [
        {"rel": "icon", "type": "image/svg+xml", "href": lambda request: static("img/icon.svg")}
    ],
}

# ── Security
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_HTTPONLY = True  # HTMX takes the token from the page
CSRF_FAILURE_VIEW = "metrics_portal.problem_responses.csrf_failure"
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
if HTTPS:
    SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE_SSL_REDIRECT = True
    SECURE_HSTS_SECONDS = 31_536_000
    SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = True
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    SECURE_REDIRECT_EXEMPT = [r"^healthz$", r"^readyz$"]

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "filters": {"correlation": {"()": "metrics_portal.logs.CorrelationFilter"}},
    "formatters": {
        "line": {"format": "%(asctime)s %(levelname)s %(name)s [%(correlation_id)s] %(message)s"},
    },
    "handlers": {
        "console": {"class": "logging.StreamHandler", "formatter": "line", "filters": ["correlation"]},
    },
    "root": {"handlers": ["console"], "level": env("LOG_LEVEL", default="INFO")},
}

if TIME_ZONE not in available_timezones():
    raise ImproperlyConfigured(
        f"PORTAL_TIME_ZONE={TIME_ZONE!r} is not an IANA time zone, for example Europe/Lisbon."
    )
