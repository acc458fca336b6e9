"""The functions a query may call: typed ones with their argument slots, others by name and dialect.

A function is here because it looks at its arguments and nothing else, and its answer is no bigger than they
are. Anything that reads a file, a setting, the network, the catalog or the server, or that makes rows or long
texts out of small arguments, is absent. Flags are marked with `?`.
"""

from typing import Final

from sqlglot import exp
from sqlglot.expressions.array import _ExplodeOuter

from sqlgen.guard.functions_of_rows import OF_ROWS
from sqlgen.guard.functions_of_times import OF_TIMES
from sqlgen.guard.functions_of_values import OF_VALUES

FUNCTIONS: Final[dict[type[exp.Expr], str]] = OF_ROWS | OF_VALUES | OF_TIMES

# Aggregates that give one of the values as it is.
KEEPING_ONE: Final = (exp.Max, exp.Min, exp.ArgMax, exp.ArgMin, exp.AnyValue, exp.First, exp.Last)

# What makes rows of a list or a map.
EXPLODED: Final = (exp.Explode, _ExplodeOuter, exp.Posexplode, exp.PosexplodeOuter, exp.Inline)
