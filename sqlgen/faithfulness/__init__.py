"""Does SQL that a model wrote compute the metric it was asked for, and nothing else?"""

from sqlgen.faithfulness.check import check_faithful
from sqlgen.faithfulness.errors import UnfaithfulSql
from sqlgen.faithfulness.question import Question
from sqlgen.faithfulness.rebind import rebind

__all__ = ["Question", "UnfaithfulSql", "check_faithful", "rebind"]
