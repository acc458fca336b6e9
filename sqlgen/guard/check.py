"""The pipeline: untrusted text in, proven SQL out."""

import logging
import re
from typing import get_args

from sqlglot import exp

from sqlgen.contracts import Dialect
from sqlgen.guard.chosen import MAYBE, read_choices
from sqlgen.guard.comprehensions import COMPREHENDED, unfold_comprehensions
from sqlgen.guard.fence import fences_due
from sqlgen.guard.frames import FRAMED, in_capitals
from sqlgen.guard.groups import unfold_sets
from sqlgen.guard.json_fields import FIELDS, bracket_arrows, name_functions, read_arrows
from sqlgen.guard.listed_rows import unfold_rows
from sqlgen.guard.lists import check_brackets, name_overlaps, name_quantifiers, unfold
from sqlgen.guard.meaning import keep_meaning
from sqlgen.guard.nested_joins import open_joins
from sqlgen.guard.nodes import check_nodes
from sqlgen.guard.parse import parse, render
from sqlgen.guard.pivots import unfold_pivots
from sqlgen.guard.places import as_written
from sqlgen.guard.policy import Policy
from sqlgen.guard.query import _KEY, GuardedQuery
from sqlgen.guard.record_sets import RECORDS, open_record_sets
from sqlgen.guard.resolve import Resolver
from sqlgen.guard.rewrite import (
    bound_rows,
    drop_hints,
    join_signs,
    project_tables,
    quote_names,
    unwrapped,
)
from sqlgen.guard.scan import scan, scan_final
from sqlgen.guard.sources import Rebuilt
from sqlgen.guard.spark_fences import NOTHING_LIFTED, are_in_order, check_places, lift, order_all
from sqlgen.guard.statements import as_query
from sqlgen.guard.stored_lists import open_lists
from sqlgen.guard.violation import GuardViolation
from sqlgen.guard.vocabulary import VOCABULARY
from sqlgen.guard.with_ties import put_around, write_one

logger = logging.getLogger(__name__)
# What is short for something plainer, whatever else these words may stand for.
_SHORT = re.compile(
    r"(?i:\b(?:ANY|ALL(?!\s+SELECT\b)|SOME|UNNEST|(?:POS)?EXPLODE(?:_OUTER)?|JSONB?_[A-Z_]+|(?:STRING|REGEXP_SPLIT)_TO_TABLE|STACK|LATERAL|PIVOT|UNPIVOT)\b)|\[\]"
)
_QUANTIFIED = re.compile(r"(?i:\b(?:ALL(?!\s+SELECT\b)|SOME)\b)")
# Of these some are written again by their names or in brackets; where none is met there is nothing to look for.
_NAMED_AGAIN = frozenset({*FIELDS, exp.ArrayOverlaps, exp.ArrayContainsAll, exp.ArrayContainedBy})
_SIGN_APART = re.compile(r"'[-+0-9A-Za-z ]{1,80}[A-Za-z] [-+] [0-9]")
_FETCH = re.compile(r"(?i:\bFETCH\b)")
_JOIN = re.compile(r"(?i:\bJOIN\b)")
_SETS = re.compile(r"(?i:\bGROUPING\s+SETS\b)")
_BARE_WORD = re.compile(r"(?<![0-9A-Za-z_])[A-Za-z_][A-Za-z0-9_]*")  # not the e of 1e3


def check(sql: str, *, dialect: Dialect, policy: Policy) -> GuardedQuery:
    """Prove one query harmless under a policy and rebuild it; raises GuardViolation for everything else.

    The text that comes back was made from the checked tree and then proven again from zero: the text that
    came in reaches no engine.
    """
    if dialect not in get_args(Dialect):
        raise GuardViolation("unknown_dialect", f"The guard reads {', '.join(get_args(Dialect))}.")
    if not isinstance(sql, str):
        raise GuardViolation("not_a_query", "SQL is text.")
    query, moved = as_query(sql) if dialect == "duckdb" else (sql, 0)
    try:
        return _guarded(query, dialect, policy)
    except RecursionError as error:
        raise GuardViolation("too_deep", "The SQL is nested too deep.") from error
    except GuardViolation as violation:
        if not moved:
            raise
        at = min(max(0, violation.position - moved), len(sql))
        raise GuardViolation(violation.code, violation.message, at) from violation
    except Exception as error:  # a shape no rule foresaw: it may not pass, and it may not bring a page down
        logger.exception("The guard met SQL it did not foresee")
        raise GuardViolation("unforeseen", "The guard cannot vouch for this SQL.") from error


def _guarded(sql: str, dialect: Dialect, policy: Policy) -> GuardedQuery:
    tree = unwrapped(_read(scan(sql, dialect), dialect))
    tree = _written_out(tree, sql, dialect, policy)
    met = check_nodes(tree, dialect)
    quote_names(tree, dialect)
    resolver = Resolver(dialect, policy)
    resolver.statement(tree)
    keep_meaning(tree, dialect, met)
    if not _NAMED_AGAIN.isdisjoint(met):
        name_functions(tree, dialect)
        bracket_arrows(tree, dialect)
        name_overlaps(tree, dialect)
    due = fences_due(tree, dialect, resolver)
    project_tables(resolver.base, resolver.columns, dialect, fenced=due.rows)
    row_cap = bound_rows(tree, policy.row_cap)
    if due.order:
        order_all(tree)
    if dialect == "databricks" and (due.rows or due.order):
        check_places(tree)
    tables = _keys(resolver)
    rebuilt = render(tree, dialect)
    try:
        _prove(rebuilt, dialect, policy, tables, row_cap)
    except GuardViolation as violation:  # its position would point into the rebuilt text
        raise GuardViolation(violation.code, violation.message) from violation
    hides_rows = due.blind and any(policy.tables[table].rows for table in tables)
    return GuardedQuery(
        _KEY, sql=rebuilt, tables=tables, dialect=dialect, row_cap=row_cap, hides_rows=hides_rows
    )


def _written_out(tree: exp.Expr, sql: str, dialect: Dialect, policy: Policy) -> exp.Expr:
    """The tree, with what is short for something plainer written as that, and hints left out."""
    if "/*+" in sql:
        drop_hints(tree)
    if _FETCH.search(sql):
        write_one(tree)
        tree = put_around(tree)
    if _JOIN.search(sql):
        open_joins(tree, dialect, policy)
    if dialect == "postgres" and _SIGN_APART.search(sql):
        join_signs(tree)
    if dialect == "postgres" and RECORDS.search(sql):
        open_record_sets(tree)
    if dialect == "databricks" and _SETS.search(sql):
        unfold_sets(tree)
    if dialect == "duckdb" and COMPREHENDED.search(sql):
        unfold_comprehensions(tree)
    if dialect == "duckdb" and MAYBE.search(sql):
        read_choices(tree)
    if _SHORT.search(sql):
        unfold(tree, dialect)
        unfold_rows(tree, dialect)
        open_lists(tree, dialect)
        unfold_pivots(tree, dialect, policy)
    return tree


def _prove(rebuilt: str, dialect: Dialect, policy: Policy, tables: tuple[str, ...], row_cap: int) -> None:
    """The same rules on the rebuilt text, which must read the same tables, all through projections."""
    words = {word.upper() for word in _BARE_WORD.findall(scan_final(rebuilt, dialect))}
    strange = words - VOCABULARY[dialect]
    if strange:
        named = ", ".join(sorted(strange)).lower()
        raise GuardViolation("unknown_function", f"{dialect} SQL may not use {named[:80]} here.")
    tree = _read(rebuilt, dialect)
    lifted = lift(tree) if dialect == "databricks" else NOTHING_LIFTED
    check_nodes(tree, dialect)
    resolver = Resolver(dialect, policy, rebuilt=Rebuilt(lifted.projections))
    resolver.statement(tree)
    due = fences_due(tree, dialect, resolver)
    # A fence more than is due does no harm: what is written again may be read as something that cannot fail.
    ruled = [source for source in resolver.base if source.table is not None and source.table.rows]
    fenced = not due.rows or all(source.fenced for source in ruled)
    ordered = not due.order or are_in_order(tree, lifted)
    limit = tree.args.get("limit")
    bounded = limit is not None and limit.expression.name == str(row_cap)
    if _keys(resolver) != tables or not (bounded and fenced and ordered):
        raise GuardViolation("final_check", "The rebuilt SQL does not mean what was checked.")


def _read(text: str, dialect: Dialect) -> exp.Expr:
    """The tree of a text, with what sqlglot reads otherwise than the engines set right."""
    tree = parse(text, dialect)
    if "[" in text:
        as_written(tree, dialect)
        check_brackets(tree, text, dialect)
    if "->" in text:
        read_arrows(tree, dialect)
    if FRAMED.search(text):
        in_capitals(tree)
    if dialect != "databricks" and _QUANTIFIED.search(text):
        name_quantifiers(tree)
    return tree


def _keys(resolver: Resolver) -> tuple[str, ...]:
    return tuple(sorted({source.table.key for source in resolver.base if source.table is not None}))
