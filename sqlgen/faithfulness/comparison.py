"""Compares what a query is with what was asked for; every difference is a sentence."""

from collections.abc import Callable, Iterator

from sqlgen.faithfulness.comparing import Compare
from sqlgen.faithfulness.decimals import summed_once
from sqlgen.faithfulness.expected import Expected
from sqlgen.faithfulness.filled import without_empty_buckets
from sqlgen.faithfulness.groups import (
    counted,
    permuted,
    permuted_scans,
    rescanned,
    settled_scan,
    shown_key,
)
from sqlgen.faithfulness.periods import with_days
from sqlgen.faithfulness.relations import Groups, Relation
from sqlgen.faithfulness.terms import Clauses, Scan, Scans, Term, is_number, walk
from sqlgen.faithfulness.words import clause_in_words, clauses_in_words, term_in_words


def differences(found: Relation, wanted: Expected) -> Iterator[str]:
    """Why the answer is another one; nothing when it is the same. Raises Unproven."""
    names = tuple(name for name, _ in found.columns)
    if names != wanted.names:
        listed = ", ".join(name or "one without a name" for name in names)
        yield f"The columns must be {', '.join(wanted.names)}, in this order; they are {listed}."
        return
    found = without_empty_buckets(found, wanted)
    if not isinstance(found.body, Groups):
        yield "The answer holds rows that are not aggregated, or those of several queries."
        return
    keys = [shown_key(term, found.body.scans) for _, term in found.columns[:-1]]
    order = [term.value if term.op == "key" else None for term in keys]
    if sorted(map(str, order)) != sorted(map(str, range(found.body.keys))):
        yield _grouping(found, wanted, found.body.keys)
        return
    places = [int(place) for place in order if place is not None]
    settled = _settling(wanted)
    scans = frozenset(map(settled, permuted_scans(found.body.scans, places)))
    told = list(_of_groups(scans, wanted))
    known = frozenset(told)
    shown = summed_once(permuted(found.columns[-1][1], places))
    value = counted(rescanned(_filled(shown, wanted), settled), scans)
    asked = counted(rescanned(_filled(wanted.relation.columns[-1][1], wanted), settled), scans)
    if value != asked:
        told += [f"{text}." for text, plain in _of_values(value, asked, wanted) if plain not in known]
        told = told or [f"The value cannot be shown to be {term_in_words(asked)}."]
    yield from dict.fromkeys(told)


def _grouping(found: Relation, wanted: Expected, keys: int) -> str:
    for name, term in found.columns[:-1]:
        if term.op != "key":
            return (
                f"{name} must be a group of the answer; it is {term_in_words(term)}. Group by the column as it is "
                "shown (GROUP BY its position), so that each of its values is one row."
            )
    return f"The answer is grouped by {keys} values; it must be grouped by exactly {', '.join(wanted.names[:-1])}."


# ── groups


def _settling(wanted: Expected) -> Callable[[Scan], Scan]:
    """How scans are brought into one form: their days, then their keys."""
    compare = Compare(wanted.context.dialect, wanted.context.zone)
    return lambda scan: settled_scan(with_days(scan, compare))


def _of_groups(scans: Scans, wanted: Expected) -> Iterator[str]:
    body = wanted.relation.body
    asked = frozenset(map(_settling(wanted), body.scans)) if isinstance(body, Groups) else scans
    missing, extra = asked - scans, scans - asked
    if not missing and not extra:
        return
    if len(missing) == 1 and len(extra) == 1:
        yield from _of_scans(next(iter(extra)), next(iter(missing)), wanted)
        return
    told = " or ".join(sorted(f"[{clauses_in_words(scan.clauses)}]" for scan in asked))
    yield f"A group must be there where {told} holds in a row of it, and nowhere else."


def _of_scans(found: Scan, wanted_scan: Scan, wanted: Expected) -> Iterator[str]:
    if found.base != wanted_scan.base:
        yield f"Rows of {found.base} are counted; the metric counts those of {wanted_scan.base}."
        return
    for name, ours, theirs in zip(wanted.names, found.keys, wanted_scan.keys, strict=False):
        if ours != theirs:
            yield f"{name} must be {term_in_words(theirs)}; it is {term_in_words(ours)}."
    yield from _of_clauses(found.clauses, wanted_scan.clauses, wanted)


def _of_clauses(found: Clauses, wanted_clauses: Clauses, wanted: Expected) -> Iterator[str]:
    for clause in sorted(wanted_clauses - found, key=clause_in_words):
        yield f"Missing: {wanted.origin(clause)}, {clause_in_words(clause)}."
    for clause in sorted(found - wanted_clauses, key=clause_in_words):
        yield f"Not asked for: {clause_in_words(clause)}."


# ── values


def _of_values(value: Term, asked: Term, wanted: Expected) -> Iterator[tuple[str, str]]:
    """Sentences without their point, each with what it would be if it were said of the groups."""
    ours, theirs = _aggregates(value), _aggregates(asked)
    if [_shape(one) for one in ours] == [_shape(one) for one in theirs] and ours != theirs:
        for one, other in zip(ours, theirs, strict=True):
            yield from _of_aggregates(one, other, wanted)
        return
    every = [one.value[1].clauses for one in (*ours, *theirs)]
    shared = frozenset.intersection(*every) if every else frozenset()
    wanted_words, words = term_in_words(asked, shared), term_in_words(value, shared)
    sentence = f"The value must be {wanted_words}; it is {words}" + _hint(value, asked)
    yield sentence, sentence


def _hint(value: Term, asked: Term) -> str:
    if term_in_words(value) == term_in_words(asked):
        return ". They differ in what they are where nothing is found: NULL or nought"
    if _aggregates(value) == _aggregates(asked):
        return ". Mind divisions by nought (NULLIF), whole numbers, and sums of nothing (COALESCE)"
    return ""


def _of_aggregates(found: Term, asked: Term, wanted: Expected) -> Iterator[tuple[str, str]]:
    ours, theirs = found.value[1], asked.value[1]
    if ours.base != theirs.base:
        sentence = f"{term_in_words(asked)} is over rows of {theirs.base}, not of {ours.base}"
        yield sentence, sentence
        return
    for told in _of_clauses(ours.clauses, theirs.clauses, wanted):
        what, _, rest = told.removesuffix(".").partition(": ")
        yield f"{what} in {term_in_words(asked)}: {rest}", told


def _aggregates(term: Term) -> list[Term]:
    return [one for one in walk(term) if one.op == "agg"]


def _shape(term: Term) -> tuple[str, tuple[Term, ...]]:
    return term.value[0], term.args


def _filled(value: Term, wanted: Expected) -> Term:
    """The value, where nothing counts as nought without the words for it."""
    while wanted.fill == 0 and (
        value.op == "opt" or (value.op == "coalesce" and len(value.args) == 2 and is_number(value.args[1], 0))
    ):
        value = value.args[0]
    return value
