"""A model that writes well: what it would write for the atoms of a question, without one."""

from dataclasses import replace
from zoneinfo import ZoneInfo

from catalog.contracts import GovernedMetric
from sqlgen.compiler import compile_intent
from sqlgen.compiler.columns import output_columns
from sqlgen.contracts import Dialect, Intent, Window
from sqlgen.generation.contracts import AtomQuestion, Place
from sqlgen.generation.shape import questions_of
from sqlgen.tests import example

Texts = list[tuple[AtomQuestion, str]]


def place(dialect: Dialect, backend: str = "lake", zone: ZoneInfo = example.ZONE) -> Place:
    return Place(
        backend=backend, dialect=dialect, dictionary=example.dictionary(), zone=zone, row_cap=100_000
    )


def texts(intent: Intent, metric: GovernedMetric, at: Place, window: Window | None = None) -> Texts:
    """Each atom's question with SQL for it, written for `window` where one is given."""
    asked = replace(intent, window=window) if window and intent.window else intent
    return [(question, written(question)) for question in questions_of(asked, metric, at)]


def written(question: AtomQuestion) -> str:
    """As a person would write it: the rows in a CTE, the columns picked from it."""
    at = question.place
    compiled = compile_intent(
        question.intent,
        question.metric,
        backend=at.backend,
        dialect=at.dialect,
        dictionary=at.dictionary,
        zone=at.zone,
    )
    names = ", ".join(
        f'"{column.name}"' if at.dialect != "databricks" else f"`{column.name}`"
        for column in output_columns(question.intent, question.metric)
    )
    body = compiled.sql.partition(" ORDER BY ")[0] if question.intent.dimensions else compiled.sql
    return f"WITH answer AS ({body}) SELECT {names} FROM answer"
