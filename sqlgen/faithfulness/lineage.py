"""Follows a query from its tables to its columns: CTEs and nested queries are read through to the base."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from sqlglot import exp

from sqlgen.faithfulness.distinct import distinct_side, is_distinct, rows_once, united_keys
from sqlgen.faithfulness.errors import Unproven
from sqlgen.faithfulness.filtering import filtered
from sqlgen.faithfulness.folding import folded, is_coarser
from sqlgen.faithfulness.frames import renamed
from sqlgen.faithfulness.grouping import check_order, grouping
from sqlgen.faithfulness.groups import present
from sqlgen.faithfulness.logic import clauses_of, conjunction
from sqlgen.faithfulness.looked_up import is_looked_up, looked_up
from sqlgen.faithfulness.origins import NOTHING, joined_sources, named_as
from sqlgen.faithfulness.padded import aggregated_beside
from sqlgen.faithfulness.queries import Queries
from sqlgen.faithfulness.relations import Frame, Groups, Relation, Rows, Spine, Stack
from sqlgen.faithfulness.selecting import LEAVES_GROUPS_OUT, Having, Names, aggregated
from sqlgen.faithfulness.shown import columns_of, typed
from sqlgen.faithfulness.slots import check_read
from sqlgen.faithfulness.spines import LAID_BESIDE, spine_frame
from sqlgen.faithfulness.stacked import regrouped
from sqlgen.faithfulness.terms import Clauses, Term
from sqlgen.faithfulness.world import World
from sqlgen.guard.spines import lone_spine
from sqlgen.guard.surely import aggregates

MAX_BRANCHES = 8


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

    def named(self, name: str) -> Relation | None:
        if name not in self.ctes:
            return None
        self.ctes[name].used = True
        return self.ctes[name].relation

    def value(self, node: exp.Expr, frame: Frame) -> Term:
        if is_looked_up(node, frame):
            return looked_up(self, frame, node)
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
            known[self.world.folded(alias.this.this)] = Cte(named_as(self.world, relation, alias))
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
        distinct = bool(node.args.get("distinct", True))
        branches: list[Relation] = []
        for side in (node.this, node.expression):
            found = self.relation(distinct_side(side) if distinct else side)
            branches += found.body.branches if isinstance(found.body, Stack) else [found]
        if len({len(branch.columns) for branch in branches}) != 1 or len(branches) > MAX_BRANCHES:
            raise Unproven("This UNION ALL cannot be followed.")
        names = [name for name, _ in branches[0].columns]
        same = tuple(renamed(branch, names) for branch in branches)
        stack = Relation(Stack(same), same[0].columns)
        return united_keys(stack) if distinct else stack

    # ── SELECT

    def _select(self, node: exp.Select) -> Relation:
        for part, words in _REFUSED.items():
            if node.args.get(part):
                raise Unproven(words)
        check_read(node, self.world.dialect)
        if (spine := lone_spine(node)) is not None and not node.args.get("distinct"):
            return self._series(node, spine)
        frames = self._from(node)
        stacked = len(frames) > 1
        results = self._grouped(node, frames, stacked=stacked)
        if results is not None:
            return rows_once(results) if node.args.get("distinct") else results
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
        frame = spine_frame(spine, "", name, Names(self.world, NOTHING, self).reader())
        return Relation(frame.body, tuple(frame.sources[""].items()))

    def _grouped(self, node: exp.Select, frames: tuple[Frame, ...], *, stacked: bool) -> Relation | None:
        names = Names(self.world, frames[0], self, {})
        columns = columns_of(self.world, node, frames[0])
        distinct = is_distinct(node, columns)
        group = [tree for _, tree in columns] if distinct else grouping(node, columns, names)
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
            body,
            tuple((name, typed(self.world, term)) for (name, _), term in zip(columns, terms, strict=True)),
        )

    def _projected(self, node: exp.Select, frame: Frame) -> Relation:
        names = Names(self.world, frame, self, {})
        found: list[tuple[str, Term]] = []
        for name, tree in columns_of(self.world, node, frame):
            term = names.reader().term(tree)
            if isinstance(frame.body, Groups) and frame.body.keys:
                term = present(term, frame.body.scans)
            found.append((name, typed(self.world, term)))
            names.aliases.setdefault(name, tree)
        return Relation(frame.body, tuple(found))

    # ── FROM

    def _from(self, node: exp.Select) -> tuple[Frame, ...]:
        """The frames to select from: one, or one for each answer of a UNION ALL."""
        frames, where = joined_sources(self, node), node.args.get("where")
        if where is None:
            return frames
        if len(frames) > 1:
            raise Unproven("Answers put together by UNION ALL are filtered afterwards.")
        return (filtered(self, frames[0], where.this),)


_REFUSED = {
    "qualify": "QUALIFY leaves rows out.",
    "windows": "Window functions cannot be followed.",
}
