"""Compares what a query is with what was asked for; every difference is a sentence."""

from collections.abc import Iterator

from sqlgen.faithfulness.expected import Expected
from sqlgen.faithfulness.groups import permuted, permuted_scans
from sqlgen.faithfulness.relations import Groups, Relation
from sqlgen.faithfulness.terms import Term, is_number


def differences(found: Relation, wanted: Expected) -> Iterator[str]:
    """Why the answer is another one; nothing when it is the same."""
    names = tuple(name for name, _ in found.columns)
    if names != wanted.names:
        yield f"The columns must be {', '.join(wanted.names)}, in this order; they are {', '.join(names)}."
        return
    body = found.body
    if not isinstance(body, Groups):
        yield "The answer holds rows that are not aggregated, or those of several queries."
        return
    order = [term.value for _, term in found.columns[:-1] if term.op == "key"]
    if len(order) != len(names) - 1 or sorted(map(str, order)) != sorted(map(str, range(body.keys))):
        yield "The answer is not grouped by exactly its columns."
        return
    places = [int(str(one)) for one in order]
    wanted_body = wanted.relation.body
    if isinstance(wanted_body, Groups) and permuted_scans(body.scans, places) != wanted_body.scans:
        yield "Other groups or rows."
    value = permuted(found.columns[-1][1], places)
    if _filled(value, wanted) != _filled(wanted.relation.columns[-1][1], wanted):
        yield "Another value."


def _filled(value: Term, wanted: Expected) -> Term:
    """The value, where nothing counts as nought without the words for it."""
    while wanted.fill == 0 and (
        value.op == "opt" or (value.op == "coalesce" and len(value.args) == 2 and is_number(value.args[1], 0))
    ):
        value = value.args[0]
    return value
