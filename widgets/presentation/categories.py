"""How the values of a dimension are written for people; the API, exports and filters keep them as stored."""

import re
from collections.abc import Sequence

# Lower-case words of letters, as codes are spelt. Names, ids and numbers carry capitals, digits or signs; below
# three letters it may be an abbreviation (`us`, `n a`), beyond forty it is a text.
_CODE = re.compile(r"(?=[a-z _]{3,40}$)[a-z]+(?:[_ ][a-z]+)*")


def category(value: str) -> str:
    """`self_repair` as `Self repair`, `web` as `Web`; what is not spelt like a code stays as it is."""
    return value.replace("_", " ").capitalize() if _CODE.fullmatch(value) else value


def categories(values: Sequence[str]) -> tuple[str, ...]:
    return tuple(category(value) for value in values)


def group_name(dimensions: Sequence[str]) -> str:
    """One group in words: `Web · Self repair`."""
    return " · ".join(categories(dimensions))
