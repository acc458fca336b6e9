"""Groups put together into coarser ones: a sum of sums, the largest of the largest, how many values a key has."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sqlglot import exp

from sqlgen.faithfulness.absence import COUNTS
from sqlgen.faithfulness.chosen import Choice, choice_of, is_one_group, narrower, summand
from sqlgen.faithfulness.decimals import summed_again
from sqlgen.faithfulness.errors import Unproven
from sqlgen.faithfulness.groups import has_value
from sqlgen.faithfulness.logic import simplified
from sqlgen.faithfulness.measuring import NOTHING, Measuring
from sqlgen.faithfulness.reading import Reader
from sqlgen.faithfulness.relations import Frame, Groups
from sqlgen.faithfulness.selecting import Names, group_keys, keyed
from sqlgen.faithfulness.slots import check_read
from sqlgen.faithfulness.terms import NULL, Clauses, Scan, Term, imply, is_literal, is_number, rebuilt
from sqlgen.faithfulness.times import day_of
from sqlgen.faithfulness.values import ZERO, coalesce, opt

# Which aggregates of the finer groups are those of the coarser ones once they are put together so.
_FOLDS: dict[type[exp.Expr], tuple[str, ...]] = {
    exp.Sum: ("sum", "count"),
    exp.Max: ("max",),
    exp.Min: ("min",),
}
_NOT_FOLDED = (
    "An answer is grouped once more: sums of its sums and counts can be followed, the largest of its largest, and the "
    "value of one group that is chosen by each key which is not grouped by."
)


@dataclass(slots=True)
class Folded(Names):
    """Names of a SELECT that puts groups together: `frame` has their keys as the rows have them, `finer` the groups,
    `scan` the coarser ones."""

    finer: Frame | None = None
    scan: Scan | None = None

    def aggregate(self, node: exp.Expr, more: Clauses, reader: Reader) -> Term:
        if self.finer is None or self.scan is None:
            raise TypeError("Groups are put together here.")
        if not more and type(node) is exp.Count:
            return self._counted(node, self.finer, self.scan)
        choice = choice_of(node.this) if type(node) in _FOLDS else None
        if choice is None:
            raise Unproven(_NOT_FOLDED)
        check_read(node, self.world.dialect)  # MAX(x, 2) of DuckDB is a list
        return self._of_choice(node, choice, more, self.finer, self.scan)

    def _of_choice(self, node: exp.Expr, choice: Choice, more: Clauses, finer: Frame, scan: Scan) -> Term:
        required = self.world.required(scan.base)
        rows, test = narrower(scan, more, required), NOTHING
        if choice.condition is not None:
            test = Names(self.world, self.frame, self.subqueries).reader().clauses(choice.condition)
        value = Names(self.world, finer, self.subqueries).reader().term(choice.value)
        found = self._picked_or_folded(node, value, finer, narrower(rows, test, required))
        if not choice.nought:
            return found
        if not self._adds_nought(node, value):
            raise Unproven(_NOT_FOLDED)
        return Measuring(rows, required).or_nought(found, test, summand(value))

    def _adds_nought(self, node: exp.Expr, value: Term) -> bool:
        """Whether noughts beside the values change nothing: in a sum, and beside the largest of counts."""
        return type(node) is exp.Sum or (
            type(node) is exp.Max and value.op == "agg" and value.value[0] in COUNTS
        )

    def _picked_or_folded(self, node: exp.Expr, value: Term, finer: Frame, chosen: Scan) -> Term:
        """The one group's value where one is chosen; else the values put together."""
        if value.op == "agg" and chosen != self.scan and is_one_group(_lone_scan(finer), chosen):
            found = self._of_chosen(value, finer, chosen)
            if type(node) is exp.Sum:
                found = summed_again(found, self.world.dialect)
            return opt(frozenset((chosen,)), found)
        return self._folded(value, _FOLDS[type(node)], finer, chosen)

    def _of_chosen(self, value: Term, finer: Frame, chosen: Scan) -> Term:
        """An aggregate of finer groups over the rows of the coarser ones that are chosen."""
        function, own = value.value
        if not isinstance(finer.body, Groups) or not imply(frozenset((own,)), finer.body.scans):
            raise Unproven(_NOT_FOLDED)
        scan = Scan(own.base, simplified(own.clauses | chosen.clauses), chosen.keys)
        return Term("agg", (function, scan), value.args, value.family)

    def _folded(self, value: Term, followed: tuple[str, ...], finer: Frame, chosen: Scan) -> Term:
        some = frozenset((chosen,))
        if (
            value.op == "coalesce"
            and len(value.args) == 2
            and is_number(value.args[1], 0)
            and "sum" in followed
        ):
            return opt(some, coalesce((self._folded(value.args[0], ("sum",), finer, chosen), ZERO)))
        if value.op != "agg" or value.value[0] not in followed:
            raise Unproven(_NOT_FOLDED)
        found, function = self._of_chosen(value, finer, chosen), value.value[0]
        if function in ("sum", "count"):
            found = summed_again(found, self.world.dialect)
        return opt(some, found) if function == "count" else found  # a sum of no counts is NULL

    def _counted(self, node: exp.Expr, finer: Frame, scan: Scan) -> Term:
        """How many values of a key there are in a coarser group: COUNT(DISTINCT key), or COUNT where the groups differ
        by that key alone."""
        check_read(node, self.world.dialect)
        known = _lone_scan(finer)
        others = {place for place, one in enumerate(known.keys) if one not in scan.keys}
        this, distinct = node.this, isinstance(node.this, exp.Distinct)
        if distinct and len(this.expressions) == 1:
            this = this.expressions[0]
        elif distinct or node.expressions:
            raise Unproven(_NOT_FOLDED)
        if isinstance(this, exp.Star):
            counted = Term("key", min(others)) if len(others) == 1 else NULL
        else:
            counted = Names(self.world, finer, self.subqueries).reader().term(this)
        place = counted.value
        if counted.op != "key" or not (distinct or others <= {place}):
            raise Unproven(_NOT_FOLDED)
        if isinstance(this, exp.Star) and not has_value(known, place):
            raise Unproven(_NOT_FOLDED)
        return Measuring(scan, self.world.required(scan.base)).distinct(known.keys[place])


def is_coarser(names: Names, frame: Frame, group: Sequence[exp.Expr]) -> bool:
    """Whether groups are grouped once more, by something else than each of their keys."""
    body = frame.body
    if not isinstance(body, Groups):
        return False
    keys = group_keys(names, frame, group)
    return {one.value for one in keys if one.op == "key"} != set(range(body.keys)) or len(keys) > body.keys


def folded(
    names: Names, finer: Frame, columns: Sequence[exp.Expr], group: Sequence[exp.Expr]
) -> tuple[Groups, list[Term]]:
    """SELECT … GROUP BY over groups, by less than all of their keys or by what is computed from them."""
    known = _lone_scan(finer)
    rows = finer.mapped(lambda term: _of_rows(term, known), finer.body)
    reader = Names(names.world, rows, names.subqueries).reader()
    keys = tuple(dict.fromkeys(day_of(reader.term(one)) for one in group))
    if any(is_literal(one) for one in keys):
        raise Unproven("Rows are grouped by a constant.")
    scan = replace(known, keys=keys)
    scans = frozenset((scan,)) if keys else frozenset()
    scope = Folded(names.world, rows, names.subqueries, names.aliases, finer, scan)
    return Groups(scans, len(keys)), [keyed(scope.reader().term(one), keys, scans) for one in columns]


def _lone_scan(finer: Frame) -> Scan:
    body = finer.body
    if not isinstance(body, Groups) or len(body.scans) != 1:
        raise Unproven(_NOT_FOLDED)
    return next(iter(body.scans))


def _of_rows(term: Term, scan: Scan) -> Term:
    """A column of groups as one of their rows: keys only."""

    def change(one: Term) -> Term | None:
        if one.op in ("agg", "opt"):
            return Term("unknown", _NOT_FOLDED)
        return scan.keys[one.value] if one.op == "key" else None

    found = rebuilt(term, change)
    return found if found.op != "unknown" and not _holds_unknown(found) else Term("unknown", _NOT_FOLDED)


def _holds_unknown(term: Term) -> bool:
    return any(arg.op == "unknown" or _holds_unknown(arg) for arg in term.args)
