"""What a page's URL lays over its tiles: window, comparison, filters."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import cast
from urllib.parse import urlencode

from django.http import QueryDict

from metrics_portal.problems import InvalidInput
from widgets.asking import Compare, filter_from
from widgets.contracts import Overrides

COMPARISONS = ("previous_period", "previous_year", "none")


@dataclass(frozen=True, slots=True)
class Address:
    """The part of a page's URL that its tiles share. `filters` are written as `region:in:North,South`."""

    window: str = ""
    compare: str = ""
    filters: tuple[str, ...] = ()

    def query(self) -> str:
        """Encoded, in one order, so that the same page has the same URL."""
        pairs = [
            ("window", self.window),
            ("compare", self.compare),
            *(("filter", each) for each in self.filters),
        ]
        return urlencode([(name, value) for name, value in pairs if value])

    def pairs_without(self, *left_out: str) -> list[tuple[str, str]]:
        """For the hidden fields of a form that sets the others."""
        pairs = [
            ("window", self.window),
            ("compare", self.compare),
            *(("filter", each) for each in self.filters),
        ]
        return [(name, value) for name, value in pairs if value and name not in left_out]

    def url(self, **changed: str | tuple[str, ...]) -> str:
        """A link to the same page with some of it changed."""
        return f"?{replace(self, **changed).query()}"  # type: ignore[arg-type]

    def overrides(self) -> Overrides:
        """As a page lays them over all its tiles; raises InvalidInput for a filter that cannot be read."""
        return Overrides(
            window=self.window or None,
            compare=cast(Compare, self.compare) if self.compare else None,
            filters=tuple(filter_from(each) for each in self.filters),
            page=self != Address(),
        )


def address_of(query: QueryDict) -> Address:
    """The address a query string says. `from` and `to` (inclusive days), `f.name` and `f.values` come from forms.

    Raises InvalidInput naming what cannot be read.
    """
    compare = query.get("compare", "")
    if compare and compare not in COMPARISONS:
        raise InvalidInput(
            f"compare is one of {', '.join(COMPARISONS)}, not {compare!r}.",
            field="compare",
            value=compare,
            choices=list(COMPARISONS),
        )
    window = (
        _days(str(query["from"]), str(query["to"]))
        if query.get("from") and query.get("to")
        else query.get("window", "")
    )
    return Address(window[:40], compare, _filters(query))


def _filters(query: QueryDict) -> tuple[str, ...]:
    given = [each for each in query.getlist("filter") if each]
    if query.get("f.name") and query.get("f.values"):
        values = (value.strip() for value in str(query["f.values"]).split(","))
        given.append(f"{query['f.name']}:in:{','.join(value for value in values if value)}")
    for each in given:
        filter_from(each)
    return tuple(_once(given))


def _once(given: Iterable[str]) -> Iterable[str]:
    return dict.fromkeys(given)


def _days(first: str, last: str) -> str:
    try:
        end = date.fromisoformat(last) + timedelta(days=1)
        date.fromisoformat(first)
    except (ValueError, OverflowError) as error:
        raise InvalidInput(
            "from and to are days, for example 2026-01-31.", field="from", value=first
        ) from error
    return f"{first}..{end.isoformat()}"
