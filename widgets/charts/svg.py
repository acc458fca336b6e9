"""Markup for drawings: escaped, compact, without style attributes."""

from collections.abc import Iterable
from html import escape

Number = int | float

_THIN, _BROAD = frozenset(" iIjlftr.,:;|!'()·"), frozenset("mwMW@%…")


def short(value: Number) -> str:
    """A coordinate with at most one decimal: `12`, `12.5`."""
    rounded = round(float(value), 1)
    return str(int(rounded)) if rounded == int(rounded) else str(rounded)


def percent(value: Number) -> str:
    """A place as a percentage with two decimals at most: `33.33%`."""
    text = f"{float(value):.2f}".rstrip("0").rstrip(".")
    return f"{'0' if text in ('-0', '') else text}%"


def tag(name: str, content: str = "", **attributes: str | Number | None) -> str:
    """One element; `class_` and `stroke_width` become `class` and `stroke-width`, None is left out."""
    written = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escape(str(value))}"'
        for key, value in attributes.items()
        if value is not None
    )
    return f"<{name}{written}>{content}</{name}>" if content else f"<{name}{written}/>"


def text(words: str, **attributes: str | Number | None) -> str:
    return tag("text", escape(words) or " ", **attributes)


def plot(
    drawing: str, *, label: str, left: Number, right: Number, kind: str, count: int, height: int = 0
) -> str:
    """The frame of a chart: room for labels at each side (in steps of 8 px), the drawing fluid between them.

    `kind` and `count` tell the page's script how the drawing is read under the pointer. With `height` (px) it is
    that high, or less where there is less room; without, it fills its place.
    """
    fixed = f' height="{height}"' if height else ""
    return (
        f'<div class="plot ml-{_step(left)} mr-{_step(right)}{" fit" if height else ""}" data-chart="{kind}" '
        f'data-count="{count}"><svg class="chart" role="img"{fixed} aria-label="{escape(label)}">'
        f"{drawing}</svg></div>"
    )


def stretched(drawing: str) -> str:
    """Paths in a thousand by a thousand, stretched over the plot; their strokes keep their width."""
    return (
        '<svg width="100%" height="100%" viewBox="0 0 1000 1000" preserveAspectRatio="none" class="lines">'
        f"{drawing}</svg>"
    )


def text_width(words: str, size: int = 11) -> float:
    """About how wide text is in the reader's interface font, in px; wide scripts count double."""
    return sum(_em(letter) for letter in words) * size


def fitted(words: str, room: float, size: int = 11) -> str:
    """The words, or as many of their first letters as fit into `room` px, with an ellipsis."""
    if text_width(words, size) <= room:
        return words
    kept, taken = 0, text_width("…", size)
    while kept < len(words) and (taken := taken + text_width(words[kept], size)) <= room:
        kept += 1
    return f"{words[:kept].rstrip()}…"


def named(words: str, room: float, size: int = 11, **attributes: str | Number | None) -> str:
    """A text that is shortened to `room` px; under the pointer it says all of it."""
    shown = fitted(words, room, size)
    drawn = text(shown, **attributes)
    return drawn if shown == words else tag("g", tag("title", escape(words)) + drawn)


def _em(letter: str) -> float:
    if ord(letter) > 0x2E80:
        return 1.0
    if letter in _THIN:
        return 0.32
    return 0.88 if letter in _BROAD else 0.64 if letter.isupper() or letter.isdecimal() else 0.55


def room(px: Number) -> int:
    """The room a plot leaves at a side for labels of that width: whole steps of 8 px, as its classes are."""
    return 8 * _step(px)


def widest(words: Iterable[str], size: int = 11) -> float:
    return max((text_width(word, size) for word in words), default=0.0)


def _step(room: Number) -> int:
    return min(19, max(0, -(-int(room) // 8)))
