"""Named connections on which guarded SQL runs: `get(name)` and `configured()`. See docs/routing.md."""

from routing.backends.registry import configured, engine_of, get

__all__ = ["configured", "engine_of", "get"]
