"""One writer of the catalog at a time: metrics stand on each other, so checking one means reading all."""

from django.db import connection

_CATALOG = 0x6D65_7472  # "metr"


def hold_catalog() -> None:
    """Wait for other writers and keep them out until the transaction ends."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_CATALOG])
