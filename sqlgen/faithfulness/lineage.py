"""Follows a query from its tables to its columns: CTEs and nested queries are read through to the base."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from sqlglot import exp

from sqlgen.faithfulness.errors import Unproven
from sqlgen.faithfulness.folding import folded, is_coarser
from sqlgen.faithfulness.frames import frames_of, renamed, with_merged
from sqlgen.faithfulness.grouping import aggregates, grouping
from sqlgen.faithfulness.groups import narrowed, narrowed_scan, present
from sqlgen.faithfulness.joins import joined, kept_by, marked
from sqlgen.faithfulness.logic import clauses_of, conjunction
from sqlgen.faithfulness.relations import Frame, Groups, Relation, Rows, Stack
from sqlgen.faithfulness.selecting import Names, Subqueries, aggregated, regrouped
from sqlgen.faithfulness.slots import check_read
from sqlgen.faithfulness.terms import Clauses, Scan, Term, rebuilt, walk
from sqlgen.faithfulness.world import World

MAX_BRANCHES = 8


@dataclass(slots=True)
class Cte:
    relation: Relation
    used: bool = False


Ctes = Mapping[str, Cte]


@dataclass(slots=True)
class Lineage(Subqueries):
    """Reads queries as relations; raises Unproven for what cannot be followed."""

    world: World
    ctes: Ctes = field(default_factory=dict)

    def relation(self, node: exp.Expr, *, top: bool = False) -> Relation:
        """The answer of a query. Order and limit of the whole statement (`top`) are looked at elsewhere."""
        inner = self._with(node)
        found = inner._query(node, top=top)
        unused = [name for name, cte in inner.ctes.items() if not cte.used and cte is not self.ctes.get(name)]
        if unused:
            raise Unproven(f"WITH names {', '.join(unused)}, which is not used.")
        return found

    def clauses(self, node: exp.Select) -> Clauses:
        """The conditions on the rows that a plain SELECT aggregates."""
        (frame,) = self._from(node)[0]
        conditions = frame.body.conditions if isinstance(frame.body, Rows) else ()
        return clauses_of(conjunction(conditions))

    def value(self, node: exp.Expr) -> Term:
        found = self.relation(node)
        if not isinstance(found.body, Groups) or found.body.keys or len(found.columns) != 1:
            raise Unproven("A query inside an expression must give one value.")
        return found.columns[0][1]

    def _with(self, node: exp.Expr) -> "Lineage":
        held = node.args.get("with_")
        if held is None:
            return self
        known = dict(self.ctes)
        for cte in held.expressions:
            alias = cte.args["alias"]
            relation = Lineage(self.world, known).relation(cte.this)
            known[self.world.folded(alias.this.this)] = Cte(self._renamed(relation, alias))
        return Lineage(self.world, known)

    def _query(self, node: exp.Expr, *, top: bool) -> Relation:
        if not top and (node.args.get("limit") or node.args.get("offset")):
            raise Unproven("A LIMIT inside the query leaves rows out.")
        if isinstance(node, exp.Subquery):
            return self.relation(node.this)
        if type(node) is exp.Union:
            return self._union(node)
        if not isinstance(node, exp.Select):
            raise Unproven(f"{node.key.upper()} of two queries cannot be followed.")
        return self._select(node)

    def _union(self, node: exp.Union) -> Relation:
        check_read(node, self.world.dialect)
        if node.args.get("distinct", True):
            raise Unproven("UNION leaves equal rows out; only UNION ALL can be followed.")
        branches: list[Relation] = []
        for side in (node.this, node.expression):
            found = self.relation(side)
            branches += found.body.branches if isinstance(found.body, Stack) else [found]
        if len({len(branch.columns) for branch in branches}) != 1 or len(branches) > MAX_BRANCHES:
            raise Unproven("This UNION ALL cannot be followed.")
        names = [name for name, _ in branches[0].columns]
        same = tuple(renamed(branch, names) for branch in branches)
        return Relation(Stack(same), same[0].columns)

    # ── SELECT

    def _select(self, node: exp.Select) -> Relation:
        for part, words in _REFUSED.items():
            if node.args.get(part):
                raise Unproven(words)
        check_read(node, self.world.dialect)
        frames, stacked = self._from(node)
        results = self._grouped(node, frames, stacked=stacked)
        if results is not None:
            return results
        found = tuple(self._projected(node, frame) for frame in frames)
        return Relation(Stack(found), found[0].columns) if stacked else found[0]

    def _grouped(self, node: exp.Select, frames: tuple[Frame, ...], *, stacked: bool) -> Relation | None:
        names = Names(self.world, frames[0], self, {})
        columns = self._columns(node, frames[0])
        group = grouping(node, columns, names)
        if group is None and not any(aggregates(one) for _, one in columns):
            return None
        trees = [tree for _, tree in columns]
        if not stacked and is_coarser(names, frames[0], group or ()):
            body, terms = folded(names, frames[0], trees, group or ())
        elif stacked or isinstance(frames[0].body, Groups):
            body, terms = regrouped(names, frames, trees, group or ())
        else:
            body, terms = aggregated(names, trees, group or ())
        return Relation(body, tuple((name, term) for (name, _), term in zip(columns, terms, strict=True)))

    def _projected(self, node: exp.Select, frame: Frame) -> Relation:
        names = Names(self.world, frame, self, {})
        found: list[tuple[str, Term]] = []
        for name, tree in self._columns(node, frame):
            term = names.reader().term(tree)
            if isinstance(frame.body, Groups) and frame.body.keys:
                term = present(term, frame.body.scans)
            found.append((name, term))
            names.aliases.setdefault(name, tree)
        return Relation(frame.body, tuple(found))

    def _columns(self, node: exp.Select, frame: Frame) -> list[tuple[str, exp.Expr]]:
        """The columns of SELECT by name, stars written out."""
        found: list[tuple[str, exp.Expr]] = []
        for one in node.expressions:
            if isinstance(one, exp.Star) or (isinstance(one, exp.Column) and isinstance(one.this, exp.Star)):
                found += self._starred(one, frame)
            elif isinstance(one, exp.Alias):
                found.append((self.world.folded(one.alias), one.this))
            else:
                found.append((self.world.folded(one.name) if isinstance(one, exp.Column) else "", one))
        return found

    def _starred(self, star: exp.Expr, frame: Frame) -> list[tuple[str, exp.Expr]]:
        if any(one.args.get("except_") for one in (star, star.this) if isinstance(one, exp.Expr)):
            raise Unproven("A star with exceptions cannot be followed: name the columns.")
        if frame.merged:
            raise Unproven("A star over USING cannot be followed: name the columns.")
        wanted = self.world.folded(star.table) if isinstance(star, exp.Column) else ""
        return [
            (name, exp.column(name, table=alias, quoted=True))
            for alias, columns in frame.sources.items()
            if wanted in ("", alias)
            for name in columns
        ]

    # ── FROM

    def _from(self, node: exp.Select) -> tuple[tuple[Frame, ...], bool]:
        """The frames to select from: one, or one for each answer of a UNION ALL, and whether it is one."""
        origin = node.args.get("from_")
        if origin is None:
            return (Frame(Groups(frozenset(), 0), {}),), False
        joins = node.args.get("joins") or []
        sources = self._source(origin.this)
        if len(sources) > 1:
            if joins or node.args.get("where"):
                raise Unproven("Answers put together by UNION ALL are joined or filtered afterwards.")
            return sources, True
        frame = sources[0]
        for join in joins:
            frame = self._joined(frame, join)
        where = node.args.get("where")
        return (self._where(frame, where.this) if where else frame,), False

    def _source(self, node: exp.Expr) -> tuple[Frame, ...]:
        check_read(node, self.world.dialect)
        alias = node.args.get("alias")
        if isinstance(node, exp.Table):
            return self._table(node, alias)
        if not isinstance(node, exp.Subquery):
            raise Unproven("VALUES bring data of their own.")
        relation = self._used(self._renamed(self.relation(node), alias))
        name = self.world.folded(alias.this.this) if alias is not None and alias.this is not None else ""
        return frames_of(relation, name)

    def _table(self, node: exp.Table, alias: exp.Expr | None) -> tuple[Frame, ...]:
        name = self.world.folded(node.name)
        shown = self.world.folded(alias.this.this) if alias is not None and alias.this is not None else name
        if not node.db and name in self.ctes:
            self.ctes[name].used = True
            return frames_of(self._used(self._renamed(self.ctes[name].relation, alias)), shown)
        table = self.world.table(node.db, node.name)
        return (Frame(Rows(table.key), {shown: self.world.columns(table)}),)

    def _renamed(self, relation: Relation, alias: exp.Expr | None) -> Relation:
        names = (
            [self.world.folded(one.name) for one in alias.args.get("columns") or ()]
            if alias is not None
            else []
        )
        return renamed(relation, names) if names else relation

    def _used(self, relation: Relation) -> Relation:
        branches = relation.body.branches if isinstance(relation.body, Stack) else (relation,)
        self.world.spend(sum(term.size for branch in branches for _, term in branch.columns))
        return relation

    def _joined(self, left: Frame, join: exp.Join) -> Frame:
        check_read(join, self.world.dialect)
        side, kind = join.args.get("side") or "", join.args.get("kind") or ""
        if kind in ("SEMI", "ANTI"):
            raise Unproven(f"A {kind} JOIN leaves rows out.")
        sources = self._source(join.this)
        if len(sources) > 1:
            raise Unproven("Answers put together by UNION ALL are joined.")
        right = marked(sources[0])
        (name,) = right.sources
        self.world.spend(sum(term.size for one in left.sources.values() for term in one.values()))
        using = [self.world.folded(one.name) for one in join.args.get("using") or ()]
        both = Frame(left.body, {**left.sources, **right.sources}, left.merged)
        on = [self._on(both, join.args["on"])] if join.args.get("on") else []
        on += [self._equal(left, right, name, one) for one in using]
        found = joined(self.world, left, right, side, conjunction(on))
        return with_merged(found, left, name, using, side)

    def _on(self, both: Frame, node: exp.Expr) -> Term:
        return Names(self.world, both, self).reader().term(node)

    def _equal(self, left: Frame, right: Frame, source: str, name: str) -> Term:
        ours, theirs = left.column(name), right.column(name, source)
        if ours is None or theirs is None:
            raise Unproven(f"The column {name} of USING cannot be followed.")
        return Names(self.world, left, self).reader().compare("eq", ours, theirs)

    def _where(self, frame: Frame, node: exp.Expr) -> Frame:
        body = frame.body
        if isinstance(body, Rows):
            for one in _all_of(node):
                frame = self._in_query(frame, one) if _is_in_query(one) else self._narrower(frame, one)
            return frame
        if not body.keys:
            raise Unproven("A condition on the answer leaves it out where it does not hold.")
        more = {scan: self._on_keys(frame, scan, node) for scan in body.scans}
        narrower = Groups(frozenset(narrowed_scan(scan, more) for scan in body.scans), body.keys)
        return frame.mapped(lambda term: narrowed(term, more), narrower)

    def _narrower(self, frame: Frame, node: exp.Expr) -> Frame:
        if not isinstance(frame.body, Rows):
            raise TypeError("Rows are narrowed here.")
        condition = Names(self.world, frame, self).reader().term(node)
        return replace(frame, body=replace(frame.body, conditions=(*frame.body.conditions, condition)))

    def _in_query(self, frame: Frame, node: exp.Expr) -> Frame:
        """`key IN (SELECT key FROM …)`, where it must hold: an inner join that brings no columns."""
        check_read(node, self.world.dialect)
        found = self._used(self.relation(node.args["query"]))
        if len(found.columns) != 1:
            raise Unproven("A condition IN (SELECT …) compares one column.")
        sources = frames_of(found, "")
        if len(sources) != 1:
            raise Unproven("A condition IN (SELECT … UNION ALL …) cannot be followed.")
        right = marked(sources[0])
        (theirs,) = right.sources[""].values()
        names = Names(self.world, frame, self).reader()
        return kept_by(self.world, frame, right, names.compare("eq", names.term(node.this), theirs))

    def _on_keys(self, frame: Frame, scan: Scan, node: exp.Expr) -> Clauses:
        """A condition on groups as one on their rows; only keys may be in it."""

        def as_row(term: Term) -> Term:
            if any(part.op in ("agg", "opt") for part in walk(term)):
                return Term("unknown", "A condition on an aggregate leaves groups out.")
            return rebuilt(term, lambda one: scan.keys[one.value] if one.op == "key" else None)

        rows = frame.mapped(as_row, frame.body)
        return clauses_of(Names(self.world, rows, self).reader().term(node))


def _all_of(node: exp.Expr) -> list[exp.Expr]:
    """What a condition demands, part by part."""
    if isinstance(node, exp.Paren):
        return _all_of(node.this)
    return list(node.flatten()) if isinstance(node, exp.And) else [node]


def _is_in_query(node: exp.Expr) -> bool:
    return isinstance(node, exp.In) and bool(node.args.get("query"))


_REFUSED = {
    "distinct": "DISTINCT leaves rows out.",
    "having": "HAVING leaves groups out.",
    "qualify": "QUALIFY leaves rows out.",
    "windows": "Window functions cannot be followed.",
}
