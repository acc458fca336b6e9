"""Some of an answer's groups, chosen by their keys: `SUM(CASE WHEN status = 'open' THEN n ELSE 0 END)` over counts."""

from dataclasses import dataclass, replace

from sqlglot import exp

from sqlgen.faithfulness.absence import COUNTS
from sqlgen.faithfulness.logic import simplified
from sqlgen.faithfulness.measuring import without_certain
from sqlgen.faithfulness.terms import Clauses, Scan, Term, is_literal, walk
from sqlgen.faithfulness.values import ZERO


@dataclass(frozen=True, slots=True)
class Choice:
    """What is aggregated: a value where a condition holds, and NULL or nought elsewhere."""

    value: exp.Expr
    condition: exp.Expr | None = None
    nought: bool = False


def choice_of(node: exp.Expr) -> Choice | None:
    """A value as the choice it is; None where it chooses between more than a value and nothing."""
    if isinstance(node, exp.Paren):
        return choice_of(node.this)
    if isinstance(node, exp.If):
        return _chosen(node, node.this, node.args.get("false"))
    if not isinstance(node, exp.Case):
        return Choice(node)
    if len(node.args["ifs"]) != 1:
        return None
    (when,) = node.args["ifs"]
    subject = node.args.get("this")
    test = exp.EQ(this=subject.copy(), expression=when.this.copy()) if subject is not None else when.this
    return _chosen(when, test, node.args.get("default"))


def _chosen(branch: exp.Expr, condition: exp.Expr, default: exp.Expr | None) -> Choice | None:
    if default is None or isinstance(default, exp.Null):
        return Choice(branch.args["true"], condition)
    nought = isinstance(default, exp.Literal) and not default.is_string and default.name == "0"
    return Choice(branch.args["true"], condition, nought=True) if nought else None


def narrower(scan: Scan, more: Clauses, required: frozenset[str]) -> Scan:
    return replace(scan, clauses=simplified(scan.clauses | without_certain(more, required))) if more else scan


def is_one_group(finer: Scan, chosen: Scan) -> bool:
    """Whether the finer groups of the rows chosen are one for each coarser group: every other key is one value."""
    known = {value for clause in chosen.clauses if len(clause) == 1 for value in map(_told, clause)}
    return all(_columns(key) <= known for key in finer.keys if key not in chosen.keys)


def _told(term: Term) -> Term | None:
    """What has one value wherever the condition holds."""
    if term.op == "eq" and is_literal(term.args[1]):
        return term.args[0]
    if term.op in ("not", "isnull"):
        return term.args[0]
    return term if term.op == "col" else None


def _columns(key: Term) -> set[Term]:
    return {one for one in walk(key) if one.op == "col"}


def summand(value: Term) -> Term:
    """What an aggregate of rows is NULL without; nought for a count, which never is."""
    return ZERO if value.op != "agg" or value.value[0] in COUNTS else value.args[0]
