"""Which names of functions the guard could let pass in a dialect: for tests that ask the engine whether it has them."""

from sqlglot.errors import SqlglotError

from sqlgen.contracts import Dialect
from sqlgen.guard.foreign import FOREIGN
from sqlgen.guard.functions_by_name import BY_NAME
from sqlgen.guard.nodes import _KNOWN
from sqlgen.guard.parse import DIALECTS
from sqlgen.guard.units import words

# Grammar, which no engine lists as functions, and names that stand in no call: x = ANY (…), GRANT APPLY.
_GRAMMAR = words(
    "ANY APPLY ARRAY COALESCE COLLATE COLUMNS CONVERT CURRENT_DATE CURRENT_TIME CURRENT_TIMESTAMP DATE EXISTS EXPLODE "
    "EXPLODING_GENERATE_SERIES EXTRACT GREATEST GROUPING GROUPING_ID IFNULL LEAST LIKE LOCALTIMESTAMP NULLIF "
    "PERCENTILE_CONT PERCENTILE_DISC ROW TRIM UUID UNNEST TIMESTAMPADD TIMESTAMPDIFF"
)
_OF_DATABRICKS_ALONE = words("CHARINDEX GETDATE IFF")


def spoken(dialect: Dialect) -> frozenset[str]:
    """The names a call may be written with."""
    parser = DIALECTS[dialect].parser_class
    read = (parser.FUNCTIONS.keys() | parser.FUNCTION_PARSERS.keys()) - FOREIGN[dialect]
    named = {name for name in read if any(_passes(name, dialect, count) for count in range(5))}
    return frozenset(named | BY_NAME[dialect]) - _GRAMMAR - _OF_DATABRICKS_ALONE


def _passes(name: str, dialect: Dialect, count: int) -> bool:
    """Whether all nodes of a call with so many arguments are of types that the guard knows."""
    try:
        tree = DIALECTS[dialect].parse(f"SELECT {name}({', '.join('abcd'[:count])})")[0]
    except (
        SqlglotError,
        IndexError,
        TypeError,
        KeyError,
        ValueError,
    ):  # sqlglot meets odd calls with any of them
        return False
    return tree is not None and all(type(node) in _KNOWN[dialect] for node in tree.walk())
