"""Follows a query from its tables to its columns: CTEs and nested queries are read through to the base."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from sqlglot import exp

from sqlgen.compiler.types import Family
from sqlgen.faithfulness.errors import Unproven
from sqlgen.faithfulness.filtering import Queries, filtered
from sqlgen.faithfulness.folding import folded, is_coarser
from sqlgen.faithfulness.frames import frames_of, renamed, with_merged
from sqlgen.faithfulness.grouping import aggregates, check_order, grouping
from sqlgen.faithfulness.groups import present
from sqlgen.faithfulness.joins import joined, marked
from sqlgen.faithfulness.logic import clauses_of, conjunction
from sqlgen.faithfulness.padded import aggregated_beside
from sqlgen.faithfulness.relations import Frame, Groups, Relation, Rows, Spine, Stack
from sqlgen.faithfulness.selecting import LEAVES_GROUPS_OUT, Having, Names, aggregated, regrouped
from sqlgen.faithfulness.slots import check_read
from sqlgen.faithfulness.spines import LAID_BESIDE, spine_frame, spine_of
from sqlgen.faithfulness.terms import Clauses, Term, is_literal, with_family
from sqlgen.faithfulness.world import World
from sqlgen.guard.spines import lone_spine

MAX_BRANCHES = 8
_NOTHING = Frame(Groups(frozenset(), 0), {})  # no FROM


@dataclass(slots=True)
class Cte:
    relation: Relation
    used: bool = False


Ctes = Mapping[str, Cte]


@dataclass(slots=True)
class Lineage(Queries):
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
        (frame,) = self._from(node)
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
        if (spine := lone_spine(node)) is not None:
            return self._series(node, spine)
        frames = self._from(node)
        stacked = len(frames) > 1
        results = self._grouped(node, frames, stacked=stacked)
        if results is not None:
            return results
        if node.args.get("having"):
            raise Unproven(LEAVES_GROUPS_OUT)
        found = tuple(self._projected(node, frame) for frame in frames)
        return Relation(Stack(found), found[0].columns) if stacked else found[0]

    def _series(self, node: exp.Select, spine: exp.Expr) -> Relation:
        """SELECT EXPLODE(SEQUENCE(…)) AS day, which is a source like any other."""
        shown = node.expressions[0]
        cast = shown.unalias()
        if isinstance(cast, exp.Cast) and cast.to.this != exp.DType.DATE:
            raise Unproven("A series of days that is cast to something else cannot be followed.")
        name = self.world.folded(shown.alias) if isinstance(shown, exp.Alias) else "col"
        frame = spine_frame(spine, "", name, Names(self.world, _NOTHING, self).reader())
        return Relation(frame.body, tuple(frame.sources[""].items()))

    def _grouped(self, node: exp.Select, frames: tuple[Frame, ...], *, stacked: bool) -> Relation | None:
        names = Names(self.world, frames[0], self, {})
        columns = self._columns(node, frames[0])
        group = grouping(node, columns, names)
        if group is None and not any(aggregates(one) for _, one in columns):
            return None
        check_order(node, columns, group or (), names)
        if any(isinstance(frame.body, Spine) for frame in frames):
            raise Unproven(LAID_BESIDE)
        trees, having = [tree for _, tree in columns], node.args.get("having")
        if having is not None and (stacked or isinstance(frames[0].body, Groups)):
            raise Unproven(LEAVES_GROUPS_OUT)
        first = frames[0].body
        if isinstance(first, Rows) and first.spine is not None and not stacked:
            if having is not None:
                raise Unproven(LEAVES_GROUPS_OUT)
            beside, terms = aggregated_beside(names, trees, group or ())
            return Relation(
                beside, tuple((name, term) for (name, _), term in zip(columns, terms, strict=True))
            )
        if not stacked and is_coarser(names, frames[0], group or ()):
            body, terms = folded(names, frames[0], trees, group or ())
        elif stacked or isinstance(frames[0].body, Groups):
            body, terms = regrouped(names, frames, trees, group or ())
        else:
            asked = Having(having.this, dict(columns)) if having else None
            body, terms = aggregated(names, trees, group or (), asked)
        return Relation(
            body, tuple((name, self._typed(term)) for (name, _), term in zip(columns, terms, strict=True))
        )

    def _projected(self, node: exp.Select, frame: Frame) -> Relation:
        names = Names(self.world, frame, self, {})
        found: list[tuple[str, Term]] = []
        for name, tree in self._columns(node, frame):
            term = names.reader().term(tree)
            if isinstance(frame.body, Groups) and frame.body.keys:
                term = present(term, frame.body.scans)
            found.append((name, self._typed(term)))
            names.aliases.setdefault(name, tree)
        return Relation(frame.body, tuple(found))

    def _typed(self, term: Term) -> Term:
        """A column of an answer. A text written there is a text from there on, which only Databricks compares with a
        time."""
        written = is_literal(term, "text") and self.world.dialect != "databricks"
        return with_family(term, Family.OTHER) if written else term

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

    def _from(self, node: exp.Select) -> tuple[Frame, ...]:
        """The frames to select from: one, or one for each answer of a UNION ALL."""
        frames, where = self.joined_sources(node), node.args.get("where")
        if where is None:
            return frames
        if len(frames) > 1:
            raise Unproven("Answers put together by UNION ALL are filtered afterwards.")
        return (filtered(self, frames[0], where.this),)

    def joined_sources(self, node: exp.Expr) -> tuple[Frame, ...]:
        origin, joins = node.args.get("from_"), node.args.get("joins") or []
        if origin is None:
            return (_NOTHING,)
        sources = self._source(origin.this)
        if len(sources) > 1:
            if joins:
                raise Unproven("Answers put together by UNION ALL are joined afterwards.")
            return sources
        frame = sources[0]
        for join in joins:
            frame = self._joined(frame, join)
        return (frame,)

    def looked_up(self, node: exp.Expr) -> Relation:
        return self._used(self.relation(node))

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
        if (spine := spine_of(node)) is not None:
            columns = alias.args.get("columns") if alias is not None else None
            named = self.world.folded(columns[0].name) if columns else ""
            return (spine_frame(spine, shown, named, Names(self.world, _NOTHING, self).reader()),)
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
        if kind == "CROSS" and side:
            raise Unproven("A CROSS JOIN has no side.")
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


_REFUSED = {
    "distinct": "DISTINCT leaves rows out.",
    "qualify": "QUALIFY leaves rows out.",
    "windows": "Window functions cannot be followed.",
}
