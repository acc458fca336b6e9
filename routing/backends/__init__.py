"""Named connections on which guarded SQL runs: `for_reader(name, reader)` for whoever asks, `get(name)` as the portal
itself, `configured()`. See docs/routing.md."""

from routing.backends.readers import by_reader, check_signed_in, for_reader
from routing.backends.registry import configured, engine_of, get

__all__ = ["by_reader", "check_signed_in", "configured", "engine_of", "for_reader", "get"]
