"""How a program asks over HTTP: the body of a widget's data request, the query string of a metric's."""

import re
from collections.abc import Iterator
from typing import Literal

from django.http import QueryDict
from pydantic import Field

from metrics_portal.closed import Closed
from metrics_portal.problems import InvalidInput
from sqlgen.contracts import FilterOp
from sqlgen.intent import FilterSpec, IntentSpec
from widgets.contracts import Overrides

Compare = Literal["previous_period", "previous_year", "none"]
_ONCE = ("window", "grain", "compare", "limit", "totals")
_LISTS = ("dimensions", "order")
_REPEATED = (*_LISTS, "filter")
PARAMETERS = (*_LISTS, *_ONCE, "filter", "refresh", "dry_run")
# A file has one kind of row, and is always asked for anew.
EXPORT_PARAMETERS = (*_LISTS, "window", "grain", "compare", "limit", "filter")
_TRUTH = {"true": True, "1": True, "false": False, "0": False}
_VALUE = re.compile(r"(?:\\.|[^,\\])*")


class DataRequest(Closed):
    """What a saved widget may be asked: with no member, what it was saved with."""

    refresh: bool = False
    dry_run: bool = False
    window: str | None = Field(None, max_length=40)
    compare: Compare | None = None
    filters: tuple[FilterSpec, ...] = Field((), max_length=20)

    def overrides(self) -> Overrides:
        return Overrides(window=self.window, compare=self.compare, filters=self.filters)


def intent_from_query(metric: str, query: QueryDict, parameters: tuple[str, ...] = PARAMETERS) -> IntentSpec:
    """`?dimensions=region,status&window=mtd&grain=day&filter=region:in:Benelux,DACH&order=-value&limit=10`.

    A list may be written with commas, or its parameter repeated. `filter` repeats, all of them hold; its form
    is `dimension:operator:value,value`, with `\\,` for a comma inside a value. Raises InvalidInput, and
    pydantic's ValidationError for a value of the wrong shape.
    """
    _check_names(query, parameters)
    members: dict[str, object] = {name: query[name] for name in _ONCE if query.get(name)}
    members |= {name: _listed(query, name) for name in _LISTS}
    members["filters"] = tuple(filter_from(text) for text in query.getlist("filter"))
    return IntentSpec.model_validate({"metric": metric, **members})


def flag(query: QueryDict, name: str) -> bool:
    """A yes-or-no parameter; absent is no."""
    given = query.get(name, "false").lower()
    if given not in _TRUTH:
        raise InvalidInput(
            f"{name} is true or false, not {given!r}.", field=name, value=given, choices=["true", "false"]
        )
    return _TRUTH[given]


def filter_from(text: str) -> FilterSpec:
    """`region:in:Benelux,DACH` → FilterSpec; `region:is_null` has no values."""
    dimension, _, rest = text.partition(":")
    operator, _, values = rest.partition(":")
    operators = [op.value for op in FilterOp]
    if not dimension or operator not in operators:
        raise InvalidInput(
            f"filter={text!r} is not dimension:operator:values, for example region:in:Benelux,DACH. "
            f"Operators: {', '.join(operators)}.",
            field="filter",
            value=text,
            choices=operators,
        )
    return FilterSpec(dimension=dimension, op=FilterOp(operator), values=tuple(_values(values)))


def _values(text: str) -> Iterator[str]:
    """Split at commas that no backslash escapes, and take the escapes away."""
    position = 0
    while text and position <= len(text):
        found = _VALUE.match(text, position)
        end = found.end() if found else len(text)
        yield re.sub(r"\\(.)", r"\1", text[position:end])
        position = end + 1


def _listed(query: QueryDict, name: str) -> tuple[str, ...]:
    return tuple(part for given in query.getlist(name) if given for part in given.split(","))


def _check_names(query: QueryDict, parameters: tuple[str, ...]) -> None:
    for name, given in query.lists():
        if name not in parameters:
            raise InvalidInput(
                f"There is no parameter {name}. Use {', '.join(parameters)}.",
                field=name,
                value=query.get(name, ""),
                choices=list(parameters),
            )
        if name not in _REPEATED and len(given) > 1:
            raise InvalidInput(f"{name} is given {len(given)} times. Give it once.", field=name, value=given)
