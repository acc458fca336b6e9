"""Visits the expressions of one SELECT."""

from collections.abc import Iterator
from typing import Protocol

from sqlglot import exp

from sqlgen.guard.colons import check_colon, is_colon
from sqlgen.guard.columns import Columns
from sqlgen.guard.growth import is_gathering, joined_growth, literal_growth
from sqlgen.guard.joins import MAX_GATHERED_ROWS
from sqlgen.guard.json_made import becomes_jsonb, check_no_text
from sqlgen.guard.kinds import element, is_number, pair
from sqlgen.guard.lambdas import (
    COMPARING,
    MAKES,
    MAPPING,
    PICKING,
    RECKONING,
    WIDE,
    ZIPPING,
    Call,
    call_of,
    is_narrow,
    parameters_in,
)
from sqlgen.guard.position import position_of
from sqlgen.guard.reach import REACHING, check_reached, gathered_kind, kind_of
from sqlgen.guard.scope import MAX_GROWTH, Output, Scope, fold
from sqlgen.guard.searched import asked_in
from sqlgen.guard.spelling import may_spell
from sqlgen.guard.violation import GuardViolation

_NAMING = (exp.Alias, exp.Aliases, exp.Window, exp.Collate, exp.Dot, exp.PropertyEQ)
_NESTED = (exp.Select, exp.SetOperation, exp.Subquery)


class Queries(Protocol):
    """Who resolves the queries met inside expressions."""

    columns: Columns

    def query(self, node: exp.Expr, ctes: dict[str, Output], outer: Scope | None) -> Output: ...


class Walk:
    """Visits the expressions of one SELECT: binds columns, enters queries, and notes what it met."""

    def __init__(self, resolver: Queries, scope: Scope) -> None:
        self.resolver = resolver
        self.scope = scope
        self.scans = 0
        self.singles = 0
        self.aggregates: list[exp.Expr] = []
        self.reached: list[exp.Expr] = []  # fields and places
        self.converted: list[exp.Expr] = []  # to JSONB
        self.casts: list[exp.Expr] = []  # to a DECIMAL of any length, in PostgreSQL

    def clause(self, node: exp.Expr | None) -> int:
        """Bind everything below a node; gives its growth. Raises GuardViolation past the bound."""
        growth = self._visit(node) if node is not None else 1
        if growth > MAX_GROWTH:
            raise GuardViolation(
                "too_large", "Joining texts here could make them too long.", position_of(node)
            )
        while self.reached:
            reached = self.reached.pop()
            check = check_colon if is_colon(reached) else check_reached
            check(reached, self.resolver.columns)
        while self.converted:
            check_no_text(self.converted.pop(), self.resolver.columns)
        while self.casts:
            cast = self.casts.pop()
            if may_spell(cast.this, self.resolver.columns.owners):
                raise GuardViolation(
                    "forbidden_type", "Cast a text made here to a DECIMAL(38, 10), say.", position_of(cast)
                )
        return growth

    def _visit(self, root: exp.Expr) -> int:
        growth = 1
        stack = [root]
        while stack:
            node = stack.pop()
            kind = type(node)
            if kind is exp.Column:
                growth = max(growth, self.resolver.columns.resolve(node, self.scope))
            elif kind is exp.Literal:
                growth = max(growth, literal_growth(node))
            elif isinstance(node, _NESTED):
                output = self.resolver.query(node, self.scope.ctes, self.scope)
                if isinstance(node.parent, exp.Array) and self.scope.made * output.made > MAX_GATHERED_ROWS:
                    raise GuardViolation(
                        "too_large", "ARRAY(SELECT …) would gather too many rows.", position_of(node)
                    )
                self.resolver.columns.give(node, output)
                self.scans += output.scans
                self.singles += output.singles
                growth = max(growth, *growths(output))
            elif kind is exp.Star:
                if not isinstance(node.parent, exp.Count):
                    raise GuardViolation("forbidden_node", "* may not stand here.", position_of(node))
            elif kind is exp.Identifier:
                self._bare_name(node)
            elif kind is exp.Window:
                self._named_window(node)
                stack.extend(_window_parts(node))
            elif (call := call_of(node, self.resolver.columns.dialect)) is not None:
                growth = max(growth, self._over_a_list(call))
            elif (joined := joined_growth(node, self._visit)) is not None:
                self._note(node)
                growth = max(growth, joined)
            else:
                if isinstance(node, exp.Cast) and self._is_endless(node):
                    self.casts.append(node)
                self._note(node)
                stack.extend(node.iter_expressions())
        return growth

    def _bare_name(self, node: exp.Expr) -> None:
        """A name that is no column gives a name, or is a value of a lambda; nobody resolved any other."""
        if id(node) not in self.resolver.columns.parameters and not isinstance(node.parent, _NAMING):
            raise GuardViolation("unknown_column", f"{node.this!a} means nothing here.", position_of(node))

    def _over_a_list(self, call: Call) -> int:
        """The growth of a call whose lambdas look at each value of a list."""
        columns = self.resolver.columns
        growth = self._visit(call.listed)
        inner = element(kind_of(call.listed, columns)) or gathered_kind(call.listed, columns)
        if call.kind == RECKONING and columns.dialect == "duckdb" and not is_number(inner):
            raise GuardViolation(
                "too_large", "LIST_REDUCE goes over a list of numbers, by its type.", position_of(call.listed)
            )
        others = max((self._visit(part) for part in call.others), default=1)
        made = max(self._lambda(one, call.kind, self._kinds(call, inner)) for one in call.lambdas)
        if call.kind == ZIPPING:  # as long as the longer list
            return (growth + others) * made
        return growth * made if call.kind in MAKES else max(growth, others, made)

    def _kinds(self, call: Call, inner: str) -> tuple[str, str]:
        """The types of what the first and the second name of a lambda mean."""
        columns = self.resolver.columns
        if call.kind in (PICKING, MAPPING):
            return pair(kind_of(call.listed, columns))
        if call.kind == ZIPPING:
            return inner, element(kind_of(call.others[0], columns))
        return ("", inner) if call.kind == RECKONING else (inner, inner if call.kind == COMPARING else "")

    def _lambda(self, node: exp.Lambda, kind: str, kinds: tuple[str, str]) -> int:
        """Bind the names of a lambda, which may mean nothing else here; gives the growth of what it makes."""
        columns = self.resolver.columns
        names = [fold(name.this, columns.dialect) for name in node.expressions]
        for name, key in zip(node.expressions, names, strict=True):
            if self.scope.means(key, columns.dialect):
                raise GuardViolation(
                    "ambiguous_column",
                    f"{name.this!a} is a name of this query already: call the value of the list otherwise.",
                    position_of(name),
                )
        if len(names) == 1 and kind == RECKONING:  # what is done at the end, of what was reckoned
            kinds = kinds[1], ""
        meant = dict(zip(names, kinds, strict=False))
        for used in parameters_in(node):
            columns.parameters[id(used)] = meant[fold(used.this, columns.dialect)]
        made = self._visit(node.this)
        return made * WIDE if kind in MAKES and not is_narrow(node.this) else made

    def _note(self, node: exp.Expr) -> None:
        if isinstance(node, exp.AggFunc) or is_gathering(node):
            self.aggregates.append(node)
        elif isinstance(node, REACHING) or is_colon(node) or asked_in(node) is not None:
            self.reached.append(node)
        if becomes_jsonb(node):
            self.converted.append(node)

    def _is_endless(self, cast: exp.Cast) -> bool:
        kind = cast.to
        postgres = self.resolver.columns.dialect == "postgres"
        return postgres and kind.args["this"] == exp.DType.DECIMAL and not kind.expressions

    def _named_window(self, node: exp.Expr) -> None:
        alias = node.args.get("alias")
        if alias is not None and fold(alias.this, self.resolver.columns.dialect) not in self.scope.windows:
            raise GuardViolation(
                "unknown_window", f"There is no window {alias.this!a} here.", position_of(alias)
            )


def _window_parts(node: exp.Expr) -> Iterator[exp.Expr]:
    """What a window holds, without its function: an aggregate over a window does not group the rows."""
    for key, part in node.args.items():
        if key == "this":
            while isinstance(part, exp.Filter | exp.IgnoreNulls | exp.RespectNulls):
                if part.args.get("expression") is not None:
                    yield part.expression
                part = part.this
            yield from (part.iter_expressions() if isinstance(part, exp.Func) else (part,))
        elif isinstance(part, list):
            yield from part
        elif isinstance(part, exp.Expr):
            yield part


def growths(output: Output) -> list[int]:
    """How far each column of a query may have grown."""
    return [column.growth for column in output.columns]
