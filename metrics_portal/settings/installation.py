"""This installation: its place on the disk, its address, its words and clock, its log."""

from pathlib import Path
from zoneinfo import available_timezones

from django.core.exceptions import ImproperlyConfigured

from metrics_portal.embedded import profile
from metrics_portal.environment import Environment

BASE_DIR = Path(__file__).resolve().parents[2]
env = Environment()

VAR_DIR = Path(env("PORTAL_VAR", default=str(BASE_DIR / "var"))).resolve()
EMBEDDED = profile.read(VAR_DIR)  # what `make up` started; empty outside the embedded profile
DEMO = env.bool("PORTAL_DEMO", default=True)

DEBUG = env.bool("DEBUG", default=False)
SECRET_KEY = env("SECRET_KEY", default="") or profile.secret_key(VAR_DIR)
HOST = env("HOST", default="127.0.0.1")
PORT = env.int("PORT", default=8000)
HTTPS = env.bool("PORTAL_HTTPS", default="DATABASE_URL" in env.ENVIRON)
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=["localhost", "127.0.0.1", "[::1]", HOST])
CSRF_TRUSTED_ORIGINS = env.list("CSRF_TRUSTED_ORIGINS", default=[])

LANGUAGE_CODE = "en"
USE_I18N = False
FORMAT_MODULE_PATH = "metrics_portal.formats"
USE_TZ = True
TIME_ZONE = env("PORTAL_TIME_ZONE", default="Europe/Lisbon")
PORTAL_LOCALE = env("PORTAL_LOCALE", default="en_US")
if TIME_ZONE not in available_timezones():
    raise ImproperlyConfigured(
        f"PORTAL_TIME_ZONE={TIME_ZONE!r} is not an IANA time zone, for example Europe/Lisbon."
    )

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
