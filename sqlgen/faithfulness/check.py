"""The check: SQL and intent as facts, compared."""

from collections.abc import Iterator

from sqlglot import exp

from sqlgen.compiler.context import Context
from sqlgen.contracts import Intent
from sqlgen.faithfulness.comparison import differences
from sqlgen.faithfulness.errors import UnfaithfulSql, Unproven
from sqlgen.faithfulness.expected import Expected, expected
from sqlgen.faithfulness.lineage import Lineage
from sqlgen.faithfulness.ordering import order_differences
from sqlgen.faithfulness.question import Question
from sqlgen.faithfulness.world import Read, World
from sqlgen.guard.lists import name_quantifiers, unfold
from sqlgen.guard.parse import parse
from sqlgen.guard.rewrite import quote_names, unwrapped

MAX_TOLD = 12


def check_faithful(sql: str, question: Question) -> None:
    """Show that SQL which the guard accepted computes exactly what an atom of the metric asks for.

    Raises UnfaithfulSql with what is missing, what is there beside it, or what cannot be followed: whatever
    cannot be shown is unfaithful, and so is all SQL for a definition that cannot be followed itself. Raises
    IntentRefused or NoSource where the metric cannot answer the intent.
    """
    dialect = question.dialect
    asked, used = _world(question), _world(question)
    wanted = _wanted(question, asked)
    tree = unwrapped(parse(sql, dialect))
    name_quantifiers(tree)
    unfold(tree, dialect)  # x = ANY (ARRAY['a', 'b']) is x IN ('a', 'b'), as the guard writes it
    quote_names(tree, dialect)
    try:
        found = list(_differences(tree, wanted, used, question.intent))
    except Unproven as unproven:
        raise UnfaithfulSql((str(unproven),)) from unproven
    except RecursionError as error:
        raise UnfaithfulSql(("The SQL is nested too deep to follow.",)) from error
    found += _reads(used.reads, asked.reads)
    if found:
        raise UnfaithfulSql(_first(found))


def _world(question: Question) -> World:
    return World(question.dictionary, question.dialect, question.zone)


def _wanted(question: Question, world: World) -> Expected:
    context = Context(
        backend=question.backend,
        dialect=question.dialect,
        dictionary=question.dictionary,
        zone=question.zone,
    )
    try:
        return expected(question.intent, question.metric, context, world)
    except Unproven as unproven:
        raise UnfaithfulSql(
            (
                f"No SQL for {question.metric.name} can be shown to be right, for its definition cannot be followed: "
                f"{unproven}",
            )
        ) from unproven


def _first(told: list[str]) -> tuple[str, ...]:
    more = len(told) - MAX_TOLD
    return (*told[:MAX_TOLD], f"There are {more} more differences.") if more > 0 else tuple(told)


def _differences(tree: exp.Expr, wanted: Expected, world: World, intent: Intent) -> Iterator[str]:
    relation = Lineage(world).relation(tree, top=True)
    yield from differences(relation, wanted)
    yield from order_differences(tree, intent, wanted.names, wanted.relation.columns[-1][1])


def _reads(used: set[Read], asked: set[Read]) -> list[str]:
    extra = {path[-1][1] if path else base for base, path in used - asked}
    missing = {path[-1][1] if path else base for base, path in asked - used}
    return [f"It also reads {table} in a way the question does not ask for." for table in sorted(extra)] + [
        f"It does not read {table} as the question asks for." for table in sorted(missing)
    ]
