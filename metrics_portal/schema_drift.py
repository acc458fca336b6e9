"""Are the portal's tables those of this version? Until the first release migrations are rewritten, not added to."""

from django.apps import apps
from django.conf import settings
from django.core.checks import CheckMessage, Error
from django.db import connection

_COLUMNS = """
SELECT class.relname, attribute.attname
FROM pg_attribute AS attribute
JOIN pg_class AS class ON class.oid = attribute.attrelid
WHERE class.relnamespace = current_schema()::regnamespace AND class.relkind = 'r'
    AND attribute.attnum > 0 AND NOT attribute.attisdropped
"""
_SHOWN = 3


def missing_columns() -> tuple[str, ...]:
    """The "table.column" of every model that the portal's database lacks, by name; one query."""
    with connection.cursor() as cursor:
        cursor.execute(_COLUMNS)
        present = set(cursor.fetchall())
    wanted = {
        (model._meta.db_table, str(field.column))
        for model in apps.get_models(include_auto_created=True)
        if model._meta.managed
        for field in model._meta.local_concrete_fields
    }
    return tuple(sorted(".".join(each) for each in wanted - present))


def findings() -> list[CheckMessage]:
    """One error when the tables are another version's, with what to do; nothing otherwise."""
    missing = missing_columns()
    if not missing:
        return []
    more = f" and {len(missing) - _SHOWN} more" if len(missing) > _SHOWN else ""
    return [
        Error(
            f"The portal's tables were made by another version: {', '.join(missing[:_SHOWN])}{more} are missing.",
            hint=_way_out(),
            id="portal.E001",
        )
    ]


def _way_out() -> str:
    unmigrated = "Run manage.py migrate. If that finds nothing to do"
    kept = (
        "Definitions, routes and demo data come back from their files; what was edited in the admin does not."
    )
    if settings.EMBEDDED.get("database_url") == settings.DATABASE_URL:
        place = settings.VAR_DIR / "postgres"
        return f"Stop the portal, move {place} away and run `make up` again. {kept}"
    return f"{unmigrated}, the database predates the first release: start with an empty one. {kept}"
