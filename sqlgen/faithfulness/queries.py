"""What a part of a query asks of the whole: the meaning of the queries nested in it."""

from abc import ABC, abstractmethod

from sqlglot import exp

from sqlgen.faithfulness.relations import Relation
from sqlgen.faithfulness.selecting import Subqueries
from sqlgen.faithfulness.world import World


class Queries(Subqueries, ABC):
    """Gives nested queries as sources too."""

    world: World

    @abstractmethod
    def relation(self, node: exp.Expr) -> Relation:
        """The answer of a nested query; raises Unproven."""

    @abstractmethod
    def named(self, name: str) -> Relation | None:
        """The answer of the CTE of that name, which is used from now on; None where there is none."""

    def looked_up(self, node: exp.Expr) -> Relation:
        """The answer of a query that rows are looked up in."""
        return self.world.used(self.relation(node))
