"""Where the demo's data goes."""

from dataclasses import dataclass
from pathlib import Path
from zoneinfo import ZoneInfo

from django.conf import settings

from demo.contracts import CannotSeed


@dataclass(frozen=True, slots=True, kw_only=True)
class Places:
    """`operational_url` is of a role that may create schema `ops`; `zone` decides a claim's local day."""

    var_dir: Path
    lakehouse: Path
    operational_url: str
    zone: ZoneInfo


def of_this_portal() -> Places:
    """The places of the running portal; raises CannotSeed where it has no demo."""
    url = settings.EMBEDDED.get("operational_owner_url") or settings.OPERATIONAL_DATABASE_URL
    if not settings.DEMO:
        raise CannotSeed("This portal shows its own data (PORTAL_DEMO=0), so there is no demo to write.")
    if not url:
        raise CannotSeed(
            "There is no operational PostgreSQL. Run `make up` once, or set OPERATIONAL_DATABASE_URL."
        )
    if settings.LAKEHOUSE_PATH.is_dir():
        raise CannotSeed(
            f"LAKEHOUSE_PATH={settings.LAKEHOUSE_PATH} is a folder; the demo needs a file of its own."
        )
    return Places(
        var_dir=settings.VAR_DIR,
        lakehouse=settings.LAKEHOUSE_PATH,
        operational_url=url,
        zone=ZoneInfo(settings.TIME_ZONE),
    )
