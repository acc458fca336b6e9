"""DISTINCT and UNION: rows that are groups by all that is shown of them."""

from collections.abc import Sequence

from sqlglot import exp

from sqlgen.faithfulness.errors import Unproven
from sqlgen.faithfulness.groups import permuted_scans
from sqlgen.faithfulness.presence import united
from sqlgen.faithfulness.relations import Groups, Relation, Stack
from sqlgen.faithfulness.terms import Term
from sqlgen.guard.surely import aggregates

_LEAVES_OUT = "DISTINCT leaves rows out."


def is_distinct(node: exp.Select, columns: Sequence[tuple[str, exp.Expr]]) -> bool:
    """Whether SELECT DISTINCT is a GROUP BY of all its columns; raises Unproven for DISTINCT ON."""
    held = node.args.get("distinct")
    if held is None:
        return False
    if held.args.get("on") is not None or held.expressions:
        raise Unproven(_LEAVES_OUT)
    if node.args.get("group") is not None or node.args.get("having") is not None:
        return False
    return not any(aggregates(one) for _, one in columns)


def distinct_side(node: exp.Expr) -> exp.Expr:
    """One side of a UNION, each of its rows once: the other rows are left out anyway."""
    if not isinstance(node, exp.Select) or node.args.get("distinct"):
        return node
    side = node.copy()
    side.set("distinct", exp.Distinct())
    return side


def rows_once(relation: Relation) -> Relation:
    """An answer none of whose rows is there twice, so that DISTINCT changes nothing; raises Unproven."""
    body = relation.body
    if not isinstance(body, Groups) or not set(range(body.keys)) <= {
        term.value for _, term in relation.columns if term.op == "key"
    }:
        raise Unproven(_LEAVES_OUT)
    return relation


def united_keys(relation: Relation) -> Relation:
    """UNION of answers that show all of their keys and nothing else: the groups that any of them has."""
    if not isinstance(relation.body, Stack):
        return rows_once(relation)
    scans = united(scan for branch in relation.body.branches for scan in _by_place(branch).scans)
    keys = tuple(
        (name, Term("key", place, family=term.family)) for place, (name, term) in enumerate(relation.columns)
    )
    return Relation(Groups(scans, len(keys)), keys)


def _by_place(branch: Relation) -> Groups:
    """The groups, their keys in the order in which they are shown."""
    body = branch.body
    shown = [term.value if term.op == "key" else None for _, term in branch.columns]
    if not isinstance(body, Groups) or sorted(map(str, shown)) != sorted(map(str, range(body.keys))):
        raise Unproven(
            "UNION leaves equal rows out: it can be followed over the groups of several answers alone."
        )
    return Groups(permuted_scans(body.scans, [int(str(place)) for place in shown]), body.keys)
