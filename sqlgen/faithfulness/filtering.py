"""WHERE: conditions on rows, on groups by their keys, and on rows that another table has."""

from dataclasses import replace

from sqlglot import exp

from sqlgen.faithfulness.conditions import listed_texts
from sqlgen.faithfulness.errors import Unproven
from sqlgen.faithfulness.frames import frames_of
from sqlgen.faithfulness.groups import narrowed, narrowed_scan
from sqlgen.faithfulness.joins import kept_by, marked
from sqlgen.faithfulness.logic import clauses_of
from sqlgen.faithfulness.origins import joined_sources
from sqlgen.faithfulness.queries import Queries
from sqlgen.faithfulness.relations import Frame, Groups, Rows, Spine
from sqlgen.faithfulness.selecting import Names
from sqlgen.faithfulness.slots import check_read
from sqlgen.faithfulness.terms import Clauses, Scan, Term, rebuilt, walk

# What EXISTS may select: none of these gives no row where there is one, or one where there is none.
_SHOWN = (exp.Literal, exp.Null, exp.Boolean, exp.Column, exp.Star)

_OF_LIMIT = ("offset", "limit_options", "expressions")


def filtered(queries: Queries, frame: Frame, node: exp.Expr) -> Frame:
    """The frame with a condition of WHERE; raises Unproven."""
    body = frame.body
    if isinstance(body, Spine) or (isinstance(body, Rows) and body.spine is not None):
        raise Unproven(
            "A condition beside a series of days leaves buckets out: write it where rows are grouped."
        )
    if isinstance(body, Rows):
        for one in _all_of(node):
            frame = _narrower(queries, frame, one)
        return frame
    if not body.keys:
        raise Unproven("A condition on the answer leaves it out where it does not hold.")
    more = {scan: _on_keys(queries, frame, scan, node) for scan in body.scans}
    narrower = Groups(frozenset(narrowed_scan(scan, more) for scan in body.scans), body.keys)
    return frame.mapped(lambda term: narrowed(term, more), narrower)


def _all_of(node: exp.Expr) -> list[exp.Expr]:
    """What a condition demands, part by part."""
    if isinstance(node, exp.Paren):
        return _all_of(node.this)
    return [*_all_of(node.this), *_all_of(node.expression)] if isinstance(node, exp.And) else [node]


def _narrower(queries: Queries, frame: Frame, node: exp.Expr) -> Frame:
    if isinstance(node, exp.In) and node.args.get("query"):
        return _in_query(queries, frame, node)
    if isinstance(node, exp.Exists):
        return _existing(queries, frame, node, without=False)
    if isinstance(node, exp.Not) and isinstance(node.this, exp.Exists):
        return _existing(queries, frame, node.this, without=True)
    condition = Names(queries.world, frame, queries).reader().term(node)
    return _with_conditions(frame, (condition,))


def _with_conditions(frame: Frame, more: tuple[Term, ...]) -> Frame:
    if not isinstance(frame.body, Rows):
        raise TypeError("Rows are narrowed here.")
    return replace(frame, body=replace(frame.body, conditions=(*frame.body.conditions, *more)))


def _in_query(queries: Queries, frame: Frame, node: exp.Expr) -> Frame:
    """`key IN (SELECT key FROM …)`, where it must hold: an inner join that brings no columns."""
    check_read(node, queries.world.dialect)
    if (listed := _listed(node)) is not None:
        return _narrower(queries, frame, listed)
    found = queries.looked_up(node.args["query"])
    if len(found.columns) != 1:
        raise Unproven("A condition IN (SELECT …) compares one column.")
    sources = frames_of(found, "")
    if len(sources) != 1:
        raise Unproven("A condition IN (SELECT … UNION ALL …) cannot be followed.")
    right = marked(sources[0])
    (theirs,) = right.sources[""].values()
    names = Names(queries.world, frame, queries).reader()
    return kept_by(queries.world, frame, right, names.compare("eq", names.term(node.this), theirs))


def _listed(node: exp.Expr) -> exp.Expr | None:
    """`x IN (VALUES ('a'), ('b'))`, or IN a SELECT of their column, as IN a list; None where it is none of texts."""
    query = node.args["query"].unnest()
    if isinstance(query, exp.Select):
        query = _values_of(query)
    if not isinstance(query, exp.Values):
        return None
    texts = listed_texts(query)
    return exp.In(this=node.this, expressions=texts) if texts is not None else None


def _values_of(query: exp.Select) -> exp.Expr | None:
    """The VALUES that a SELECT shows the one column of; None for any other. A column of another name is the outer
    query's, and compares it with itself."""
    origin, shown = query.args.get("from_"), query.expressions
    if origin is None or {name for name, value in query.args.items() if value} != {"expressions", "from_"}:
        return None
    held: exp.Expr = origin.this
    alias = held.args.get("alias")
    if len(shown) != 1 or not isinstance(shown[0], exp.Column) or alias is None or alias.this is None:
        return None
    named = [one.name for one in alias.args.get("columns") or ()]
    of_it = shown[0].table in ("", alias.this.name)
    return held if named == [shown[0].name] and of_it else None


def _existing(queries: Queries, frame: Frame, node: exp.Expr, *, without: bool) -> Frame:
    """`EXISTS (SELECT 1 FROM dim WHERE dim.key = fact.key AND …)`, where it must hold: an inner join too. `without`:
    where it must not, which leaves a row without the other as it leaves one whose conditions are not met."""
    check_read(node, queries.world.dialect)
    inner = node.this
    right = marked(looked_for(queries, inner))
    # An inner table hides an outer one of its name. A column that both sides have means the inner one without its
    # table; here it could be either, and is refused, as are the merged columns of USING.
    both = Frame(frame.body, {**frame.sources, **right.sources})
    queries.world.spend(sum(len(columns) for columns in both.sources.values()))
    condition = Names(queries.world, both, queries).reader().term(inner.args["where"].this)
    return kept_by(queries.world, frame, right, condition, without=without)


def looked_for(queries: Queries, inner: exp.Expr) -> Frame:
    """The rows that EXISTS looks among, without its WHERE."""
    if not isinstance(inner, exp.Select) or not inner.args.get("where") or not inner.args.get("from_"):
        raise Unproven("EXISTS can be followed over one SELECT … FROM … WHERE …, joined by its WHERE.")
    read = {"expressions", "from_", "joins", "where", "limit"}
    limit = inner.args.get("limit")
    if any(value and name not in read for name, value in inner.args.items()) or not _keeps_a_row(limit):
        raise Unproven("EXISTS can be followed over a plain SELECT … FROM … WHERE … only.")
    if not all(isinstance(one.unalias(), _SHOWN) for one in inner.expressions):
        raise Unproven("What EXISTS selects decides whether there is a row: write SELECT 1.")
    # DuckDB knows them in WHERE already, before the columns of the query around.
    named = {queries.world.folded(one.alias) for one in inner.expressions if isinstance(one, exp.Alias)}
    asked = inner.args["where"].find_all(exp.Column)
    if any(not one.table and queries.world.folded(one.name) in named for one in asked):
        raise Unproven("A name that EXISTS gives to what it selects stands in its WHERE: write SELECT 1.")
    frames = joined_sources(queries, inner)
    if len(frames) != 1:
        raise Unproven("EXISTS over several answers cannot be followed.")
    return frames[0]


def _keeps_a_row(limit: exp.Expr | None) -> bool:
    """Whether a LIMIT, if there is one, keeps a row where there are some."""
    if limit is None:
        return True
    amount = limit.args.get("expression")
    plain = isinstance(limit, exp.Limit) and not any(limit.args.get(more) for more in _OF_LIMIT)
    return plain and isinstance(amount, exp.Literal) and amount.is_int and int(amount.name) > 0


def _on_keys(queries: Queries, frame: Frame, scan: Scan, node: exp.Expr) -> Clauses:
    """A condition on groups as one on their rows; only keys may be in it."""

    def as_row(term: Term) -> Term:
        if any(part.op in ("agg", "opt") for part in walk(term)):
            return Term("unknown", "A condition on an aggregate leaves groups out.")
        return rebuilt(term, lambda one: scan.keys[one.value] if one.op == "key" else None)

    rows = frame.mapped(as_row, frame.body)
    return clauses_of(Names(queries.world, rows, queries).reader().term(node))
