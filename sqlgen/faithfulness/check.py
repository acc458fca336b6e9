"""The check: SQL and intent as facts, compared."""

from zoneinfo import ZoneInfo

from catalog.contracts import Dictionary, GovernedMetric
from sqlgen.compiler.context import Context
from sqlgen.contracts import Dialect, Intent
from sqlgen.faithfulness.comparison import differences
from sqlgen.faithfulness.errors import UnfaithfulSql, Unproven
from sqlgen.faithfulness.expected import expected
from sqlgen.faithfulness.lineage import Lineage
from sqlgen.faithfulness.world import World
from sqlgen.guard.parse import parse
from sqlgen.guard.rewrite import quote_names, unwrapped


def check_faithful(
    sql: str,
    *,
    intent: Intent,
    metric: GovernedMetric,
    dictionary: Dictionary,
    backend: str,
    dialect: Dialect,
    zone: ZoneInfo,
) -> None:
    """Show that SQL which the guard accepted computes exactly what an atom of the metric asks for.

    Raises UnfaithfulSql with what is missing, what is there beside it, or what cannot be followed: whatever
    cannot be shown is unfaithful. Raises IntentRefused or NoSource where the metric cannot answer the intent.
    """
    context = Context(backend=backend, dialect=dialect, dictionary=dictionary, zone=zone)
    asked, used = World(dictionary, dialect, zone), World(dictionary, dialect, zone)
    wanted = expected(intent, metric, context, asked)
    tree = unwrapped(parse(sql, dialect))
    quote_names(tree, dialect)
    try:
        found = tuple(differences(Lineage(used).relation(tree, top=True), wanted))
    except Unproven as unproven:
        raise UnfaithfulSql((str(unproven),)) from unproven
    except RecursionError as error:
        raise UnfaithfulSql(("The SQL is nested too deep to follow.",)) from error
    if used.reads != asked.reads:
        found = (*found, "Other tables are read.")
    if found:
        raise UnfaithfulSql(found)
