"""A shared cache in Redis: Django's own, for which an entry that cannot be read is none."""

from collections.abc import Iterable
from typing import Any

from django.core.cache.backends.redis import RedisCache as DjangosRedisCache

from metrics_portal.cache_entries import readable


class RedisCache(DjangosRedisCache):
    """Reads one entry as it reads many."""

    def get(self, key: Any, default: Any = None, version: int | None = None) -> Any:
        return self.get_many([key], version).get(key, default)

    def get_many(self, keys: Iterable[Any], version: int | None = None) -> dict[Any, Any]:
        asked = {self.make_and_validate_key(key, version=version): key for key in keys}
        if not asked:
            return {}
        found = self._cache.get_client(None).mget(list(asked))
        stored = {key: entry for key, entry in zip(asked.values(), found, strict=True) if entry is not None}
        return readable(stored, self._cache._serializer.loads)  # type: ignore[attr-defined]
