"""Makes the tree to render: every name quoted, every base table a projection, one LIMIT on the whole."""

import re

from sqlglot import exp

from sqlgen.contracts import Dialect
from sqlgen.guard.columns import Columns
from sqlgen.guard.filled import filled
from sqlgen.guard.inside import conditions_inside
from sqlgen.guard.marks import DATE_PART, LOGARITHM, NO_SIZE, OF_DATES, SUBTRACTED, WRITTEN_FORMAT
from sqlgen.guard.position import position_of
from sqlgen.guard.project import projection
from sqlgen.guard.scope import Source
from sqlgen.guard.swap import swap
from sqlgen.guard.violation import GuardViolation


def quote_names(root: exp.Expr, dialect: Dialect) -> None:
    """Fold unquoted names as the engine would, then quote every name."""
    for identifier in root.find_all(exp.Identifier):
        if not identifier.args.get("quoted"):
            if dialect == "postgres":
                identifier.set("this", identifier.this.lower())
            identifier.set("quoted", True)


def keep_percentiles(root: exp.Expr, dialect: Dialect) -> None:
    """Databricks: write an exact percentile as PERCENTILE; rendered as it is, sqlglot makes it an approximate one."""
    if dialect != "databricks":
        return
    for node in list(root.find_all(exp.WithinGroup)):
        kind, order = node.this, node.expression.expressions
        if not isinstance(kind, (exp.PercentileCont, exp.PercentileDisc)):
            continue
        if isinstance(kind, exp.PercentileDisc) or len(order) != 1 or order[0].args.get("desc"):
            raise GuardViolation(
                "unsupported", "On Databricks, write PERCENTILE(x, 0.9) for a percentile.", position_of(node)
            )
        swap(node, exp.Quantile(this=order[0].this.copy(), quantile=kind.this.copy()))


def keep_dates(root: exp.Expr, dialect: Dialect) -> None:
    """Databricks: write DATEDIFF(end, start), DATE_SUB and UNIX_DATE by their names.

    sqlglot makes the difference of moments of the first, and a BIGINT, which DATE_ADD does not take, of the first and
    the last.
    """
    if dialect != "databricks":
        return
    for node in list(root.find_all(exp.DateDiff, exp.UnixDate, exp.TsOrDsAdd)):
        if node.meta.get(OF_DATES):
            node.replace(exp.Anonymous(this="DATEDIFF", expressions=[node.this, node.expression]))
        elif isinstance(node, exp.UnixDate):
            node.replace(exp.Anonymous(this="UNIX_DATE", expressions=[node.this]))
        elif node.meta.get(SUBTRACTED):
            node.replace(exp.Anonymous(this="DATE_SUB", expressions=[node.this, node.expression.this]))


def keep_sizes(root: exp.Expr, dialect: Dialect) -> None:
    """Databricks: ARRAY_SIZE of no list is NULL, and SIZE, which sqlglot would write, may be -1."""
    if dialect != "databricks":
        return
    for node in list(root.find_all(exp.ArraySize)):
        if node.meta.get(NO_SIZE):
            node.replace(exp.Anonymous(this="ARRAY_SIZE", expressions=[node.this]))


def keep_logarithms(root: exp.Expr, dialect: Dialect) -> None:
    """Write LOG10 and LOG2 by their names."""
    for node in list(root.find_all(exp.Log)):
        if node.meta.get(LOGARITHM):
            swap(node, exp.Anonymous(this=node.meta[LOGARITHM], expressions=[node.expression]))


def keep_written_formats(root: exp.Expr, dialect: Dialect) -> None:
    """PostgreSQL: write a format letter by letter. sqlglot makes `aD` of the era `ad`, and another text of `"yyyy"`."""
    if dialect != "postgres":
        return
    for node in list(root.find_all(exp.TimeToStr, exp.ToChar, exp.StrToDate, exp.StrToTime)):
        name, written = node.meta.get(WRITTEN_FORMAT, ("", ""))
        if written:
            swap(node, exp.Anonymous(this=name, expressions=[node.this, exp.Literal.string(written)]))


def keep_date_parts(root: exp.Expr, dialect: Dialect) -> None:
    """PostgreSQL: DATE_PART('month', x) is a DOUBLE, EXTRACT(MONTH FROM x) a DECIMAL."""
    if dialect != "postgres":
        return
    for node in list(root.find_all(exp.Extract)):
        if node.meta.get(DATE_PART):
            part = exp.Literal.string(node.this.name.lower())
            swap(node, exp.Anonymous(this="DATE_PART", expressions=[part, node.expression]))


def keep_separators(root: exp.Expr, dialect: Dialect) -> None:
    """Databricks: LISTAGG(x) joins with nothing between the texts; sqlglot would put a comma there."""
    if dialect != "databricks":
        return
    for node in root.find_all(exp.GroupConcat):
        if node.args.get("separator") is None:
            node.set("separator", exp.Literal.string(""))


def keep_formats(root: exp.Expr, dialect: Dialect) -> None:
    """Databricks: write TO_DATE with a format as Spark reckons it. sqlglot would leave `yyyy-MM-dd` out."""
    if dialect != "databricks":
        return
    for node in list(root.find_all(exp.TsOrDsToDate)):
        form = node.args.get("format")
        if form is not None:
            moment = exp.StrToTime(this=node.this, format=form)
            swap(node, exp.Cast(this=moment, to=exp.DataType(this=exp.DType.DATE)))


def bound_rows(root: exp.Expr, row_cap: int) -> int:
    """Put the smaller of the query's own LIMIT and the cap on the whole query; gives it."""
    limit = root.args.get("limit")
    cap = row_cap
    if limit is not None:
        cap = min(row_cap, int((limit.args.get("expression") or limit.args["count"]).name))
    root.set("limit", exp.Limit(expression=exp.Literal.number(cap)))
    return cap


def project_tables(base: list[Source], columns: Columns, dialect: Dialect, *, fenced: bool) -> None:
    """Replace each base table by its projection; `fenced` keeps outer conditions behind its row rules."""
    for source in base:
        if source.node is None:
            raise TypeError("A base table has its node.")
        inside = conditions_inside(source, columns, dialect) if fenced and dialect != "duckdb" else []
        source.node.replace(projection(source, dialect, fenced=fenced, inside=inside))


_APART = re.compile(r" ([-+]) (?=[0-9])")


def join_signs(root: exp.Expr) -> None:
    """PostgreSQL's INTERVAL '1 month - 1 day' is '1 month -1 day', each sign at its number."""
    for node in root.find_all(exp.Interval):
        if isinstance(node.this, exp.Literal) and node.args.get("unit") is None:
            node.this.set("this", _APART.sub(r" \1", node.this.name))


def drop_hints(root: exp.Expr) -> None:
    """Databricks: a hint asks for another plan, not for another answer."""
    for select in root.find_all(exp.Select):
        select.set("hint", None)


def unwrapped(root: exp.Expr) -> exp.Expr:
    """The query inside brackets that add nothing."""
    while isinstance(root, exp.Subquery) and not filled(root) - {"this"}:
        root = root.this
    if isinstance(root, exp.Subquery) and root.args.get("alias"):
        raise GuardViolation("not_a_query", "A query of its own has no alias.", position_of(root))
    return root.pop() if root.parent is not None else root
