"""A whole answer from the SQL of its atoms: each bound to its window, checked again, and put together.

What puts them together is the compiler's own: comparison, totals, order and limit are the same for SQL a
model wrote as for compiled SQL, and so are the columns that come out.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from sqlglot import exp

from sqlgen.compiler import nodes
from sqlgen.compiler.arrange import arranged
from sqlgen.compiler.columns import output_columns
from sqlgen.compiler.compare import compared
from sqlgen.compiler.context import Ask
from sqlgen.compiler.totals import without_keys
from sqlgen.contracts import CompiledQuery, Intent, Window
from sqlgen.faithfulness import rebind
from sqlgen.generation.checking import check_text
from sqlgen.generation.contracts import AtomQuestion
from sqlgen.guard.meaning import keep_meaning
from sqlgen.guard.parse import parse

_WRITTEN = "written"


class Written:
    """The relations of an answer, from SQL that a model wrote.

    `texts` holds each atom's question as it was asked, with its SQL.
    """

    def __init__(self, texts: Iterable[tuple[AtomQuestion, str]]) -> None:
        self._texts = {_kind(question.intent): (question, sql) for question, sql in texts}
        self._used = 0

    def relate(self, ask: Ask) -> exp.Query:
        """SELECT [bucket], dimensions, value; raises UnfaithfulSql and GuardViolation where a text does not fit
        its new window."""
        if ask.totals:
            series = self.relate(replace(ask, totals=False))
            total = self.relate(replace(ask, totals=False, grain=None, dimensions=()))
            return nodes.union_all([series, without_keys(total, ask)])
        question, sql = self._texts[ask.dimensions, ask.grain]
        self._used += 1
        tree = _bound(question, sql, ask.window, self._used)
        columns: list[exp.Expr] = [_bucket()] if ask.grain else []
        columns += [nodes.column(name) for name in (*ask.dimensions, "value")]
        return nodes.select(columns, exp.Subquery(this=tree, alias=exp.TableAlias(this=nodes.name(_WRITTEN))))


def compose(intent: Intent, texts: Sequence[tuple[AtomQuestion, str]]) -> CompiledQuery:
    """The one statement that answers `intent`, with the columns its compiled SQL has, not yet guarded.

    Raises UnfaithfulSql and GuardViolation where a text does not fit the window it is bound to.
    """
    question = texts[0][0]
    place, columns = question.place, output_columns(intent, question.metric)
    relate = Written(texts).relate
    names = tuple(column.name for column in columns)
    query = arranged(compared(intent, relate), names, intent, relate, place.dialect)
    return CompiledQuery(
        # Names are quoted where we or the model quoted them: an engine folds the others as the model expected.
        sql=query.sql(dialect=place.dialect, comments=False),
        dialect=place.dialect,
        columns=columns,
        tables=(),
    )


def _kind(intent: Intent) -> tuple[tuple[str, ...], object]:
    return intent.dimensions, intent.grain


def _bucket() -> exp.Expr:
    # An engine that gave a timestamp would give buckets that no day of the window equals.
    return nodes.aliased(nodes.cast(nodes.column("bucket"), exp.DType.DATE), "bucket")


def _bound(question: AtomQuestion, sql: str, window: Window | None, number: int) -> exp.Expr:
    """The tree of a text for another window than it was written for, its CTEs named apart by `number`.

    It is checked as it will stand in the statement: the dictionary may have changed too.
    """
    place, asked = question.place, question.intent.window
    wanted = replace(question, intent=replace(question.intent, window=window))
    if asked is not None and window is not None and (asked.start, asked.end) != (window.start, window.end):
        sql = rebind(sql, question.asked, window)
    tree = parse(sql, place.dialect)
    keep_meaning(tree, place.dialect)
    if tree.find(exp.CTE):
        tree = _named_apart(tree, number)
    check_text(tree.sql(dialect=place.dialect, comments=False), wanted)
    return tree


def _named_apart(tree: exp.Expr, number: int) -> exp.Expr:
    """Databricks SQL is written with every WITH at its head: two texts may not both name a CTE `sales`."""
    ctes = list(tree.find_all(exp.CTE))
    names = {cte.alias.lower() for cte in ctes}
    for table in list(tree.find_all(exp.Table)):
        if not table.db and table.name.lower() in names:
            if not table.alias:  # what is written `sales.amount` stays so
                table.set("alias", exp.TableAlias(this=table.this.copy()))
            table.set("this", _numbered(table.this, number))
    for cte in ctes:
        cte.args["alias"].set("this", _numbered(cte.args["alias"].this, number))
    return tree


def _numbered(name: exp.Identifier, number: int) -> exp.Identifier:
    return exp.Identifier(this=f"{name.name}_{number}", quoted=name.args.get("quoted"))
