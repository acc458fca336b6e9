"""How old something is, in words that the page's script keeps counting."""

from datetime import datetime


def age_words(seconds: float) -> str:
    """`just now`, `12 s`, `4 min`, `3 h`, `2 d`: never finer than what can be told apart."""
    whole = max(0, int(seconds))
    if whole < 2:
        return "just now"
    if whole < 60:
        return f"{whole} s"
    if whole < 3600:
        return f"{whole // 60} min"
    return f"{whole // 3600} h" if whole < 172_800 else f"{whole // 86_400} d"


def live_age(seconds: float, *, before: str = "", after: str = "") -> str:
    """An age the script keeps counting. `before` and `after` frame it, except when it is `just now`."""
    said = age_words(seconds)
    framed = said if said == "just now" else f"{before}{said}{after}"
    frame = (f' data-before="{before}"' if before else "") + (f' data-after="{after}"' if after else "")
    return f'<time class="age" data-age="{int(max(0, seconds))}"{frame}>{framed}</time>'


def clock(at: datetime) -> str:
    return at.strftime("%H:%M:%S")
