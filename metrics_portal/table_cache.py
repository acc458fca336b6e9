"""A shared cache in a table of the portal's own PostgreSQL, written as leases and answers need it.

Django's own takes a lease that expired for two callers who come at once, counts the whole table at each write, and
waits for the disk. Here a write is one atomic statement whose loss in a crash (of the last instants) harms nobody.
"""

import base64
import pickle
import random
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any

from django.core.cache.backends.base import DEFAULT_TIMEOUT
from django.core.cache.backends.db import DatabaseCache
from django.db import connections, router
from django.db.backends.base.base import BaseDatabaseWrapper
from django.utils import timezone

from metrics_portal.cache_entries import readable

_WRITES_PER_COUNT = 200  # how often the table's size is looked at
_LONG_AGO = datetime(1970, 1, 1, tzinfo=UTC)
_NEVER = datetime.max.replace(microsecond=0, tzinfo=UTC)
# For this statement alone: inside a transaction, that one's durability is not ours to weaken.
_NO_WAIT = (
    "WITH no_wait AS (SELECT CASE WHEN %s THEN '' ELSE set_config('synchronous_commit', 'off', true) END)"
)


class TableCache(DatabaseCache):
    """Made by `createcachetable` like Django's, and holding the same rows."""

    def get(self, key: Any, default: Any = None, version: int | None = None) -> Any:
        """As `get_many` for one key, at three quarters of its price: the key stands in no list."""
        asked = self.make_and_validate_key(key, version=version)
        connection = connections[router.db_for_read(self.cache_model_class)]
        with connection.cursor() as cursor:
            query = f"SELECT value FROM {self._name(connection)} WHERE cache_key = %s AND expires >= %s"  # noqa: S608
            cursor.execute(query, [asked, _now()])
            found = cursor.fetchone()
        return readable({key: found[0]}, _read).get(key, default) if found else default

    def get_many(self, keys: Iterable[Any], version: int | None = None) -> dict[Any, Any]:
        """What has not expired and can be read. Expired entries are left for culling: deleting one here might end a
        new lease."""
        asked = {self.make_and_validate_key(key, version=version): key for key in keys}
        if not asked:
            return {}
        connection = connections[router.db_for_read(self.cache_model_class)]
        with connection.cursor() as cursor:
            query = f"SELECT cache_key, value FROM {self._name(connection)} WHERE cache_key = ANY(%s) AND expires >= %s"  # noqa: S608
            cursor.execute(query, [list(asked), _now()])
            found = cursor.fetchall()
        return readable({asked[key]: value for key, value in found}, _read)

    def add_told(self, key: str, value: Any, timeout: Any = DEFAULT_TIMEOUT) -> bool | None:
        """`add`, with what it found: True where there was no such entry, False where one had expired, None where one
        stands and nothing was written."""
        return self._write("add", self.make_and_validate_key(key), value, timeout)

    def expire_if(self, key: str, value: Any) -> bool:
        """Let an entry expire in one step if it still holds that value; whether it did. Until it is culled, `add_told`
        finds that it was there."""
        connection = connections[router.db_for_write(self.cache_model_class)]
        with connection.cursor() as cursor:
            cursor.execute(
                f"{_NO_WAIT} UPDATE {self._name(connection)} SET expires = %s FROM no_wait"  # noqa: S608 - our own table's name
                " WHERE cache_key = %s AND value = %s AND expires >= %s",
                [
                    connection.in_atomic_block,
                    _LONG_AGO,
                    self.make_and_validate_key(key),
                    self._written(value),
                    _now(),
                ],
            )
            return bool(cursor.rowcount)

    def _written(self, value: Any) -> str:
        return base64.b64encode(pickle.dumps(value, self.pickle_protocol)).decode("latin1")

    def _base_set(self, mode: str, key: str, value: Any, timeout: Any = DEFAULT_TIMEOUT) -> bool:
        if mode == "touch":
            return bool(super()._base_set(mode, key, value, timeout))  # type: ignore[misc]
        return self._write(mode, key, value, timeout) is not None

    def _write(self, mode: str, key: str, value: Any, timeout: Any) -> bool | None:
        """Whether there was no such row; None when nothing was written, because one stands."""
        seconds = self.get_backend_timeout(timeout)
        expires = (
            _NEVER if seconds is None else datetime.fromtimestamp(seconds, tz=UTC).replace(microsecond=0)
        )
        text = self._written(value)
        connection = connections[router.db_for_write(self.cache_model_class)]
        table, now = self._name(connection), _now()
        taken = f"WHERE {table}.expires < %s" if mode == "add" else ""
        with connection.cursor() as cursor:
            cursor.execute(
                f"{_NO_WAIT} INSERT INTO {table} (cache_key, value, expires)"  # noqa: S608 - our own table's name
                " SELECT %s::text, %s::text, %s::timestamptz FROM no_wait"
                " ON CONFLICT (cache_key) DO UPDATE SET value = EXCLUDED.value, expires = EXCLUDED.expires"
                f" {taken} RETURNING {table}.xmax = 0",  # a row that was updated is also locked
                [connection.in_atomic_block, key, text, expires, *([now] if taken else [])],
            )
            found = cursor.fetchone()
            if random.randrange(_WRITES_PER_COUNT) == 0:  # noqa: S311 - no secret
                self._bound(connection, cursor, now)
        return bool(found[0]) if found else None

    def _base_delete_many(self, keys: Iterable[str]) -> bool:
        if not keys:
            return False
        connection = connections[router.db_for_write(self.cache_model_class)]
        with connection.cursor() as cursor:
            cursor.execute(
                f"{_NO_WAIT} DELETE FROM {self._name(connection)} USING no_wait WHERE cache_key = ANY(%s)",  # noqa: S608
                [connection.in_atomic_block, list(keys)],
            )
            return bool(cursor.rowcount)

    def _bound(self, connection: BaseDatabaseWrapper, cursor: Any, now: datetime) -> None:
        cursor.execute(f"SELECT COUNT(*) FROM {self._name(connection)}")  # noqa: S608 - our own table's name
        (count,) = cursor.fetchone()
        if count > self._max_entries:
            self._cull(connection.alias, cursor, now, count)  # type: ignore[attr-defined]

    def _name(self, connection: BaseDatabaseWrapper) -> str:
        return str(connection.ops.quote_name(self._table))  # type: ignore[attr-defined]


def _read(text: str) -> Any:
    return pickle.loads(base64.b64decode(text))  # noqa: S301 - `_written` wrote it


def _now() -> datetime:
    # Whole seconds, as entries expire.
    return timezone.now().replace(microsecond=0)
