"""What the routing file says of a route, beside what the database holds."""

from django.conf import settings

from routing.models import Route
from routing.route_file import RouteLine, read_routes


def difference_from_file(route: Route) -> str:
    """One sentence for the admin: the same, or what differs and what the next sync will do about it."""
    path = settings.ROUTING_FILE
    try:
        line = read_routes(path.read_text(encoding="utf-8"), file=path.name).lines.get(route.metric.name)
    except (OSError, UnicodeDecodeError):
        return f"{path} cannot be read."
    if line is None:
        return f"{path.name} has no readable line for {route.metric.name}; the next sync keeps this route."
    differing = _differing(route, line)
    if not differing:
        return f"{path.name}, line {line.line}, says the same."
    untouched = line.settings.fingerprint() == route.file_hash
    outcome = "The next sync keeps this route." if untouched else "The next sync asks which of the two holds."
    return f"{path.name}, line {line.line}, says {', '.join(differing)}. {outcome}"


def _differing(route: Route, line: RouteLine) -> list[str]:
    held, said = route.as_settings().plain(), line.settings.plain()
    return [
        f"{member} {_word(said[member])}, not {_word(held[member])}"
        for member in held
        if held[member] != said[member]
    ]


def _word(value: object) -> object:
    return "none" if value == "" else value
