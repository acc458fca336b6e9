"""Golden questions as files: what a person asks, the question it means, and what must come of it."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Self

import yaml
from django.conf import settings
from pydantic import Field, ValidationError, model_validator

from metrics_portal.closed import Closed
from metrics_portal.problems import InvalidInput
from sqlgen.intent import IntentSpec


class UnknownSuite(InvalidInput):
    """No such suite, or a file of it that does not fit the schema."""

    code = "unknown_suite"
    title = "There is no such suite of golden questions"


class GoldenCase(Closed):
    """One golden question. The compiled SQL of `intent` gives the expected result.

    `refused` is the code everyone must refuse it with (rules tell in their own words), `refused_by_models` the
    one only models must. `reference_sql` is a person's own SQL of the same answer for `reference_backend`: the
    compiled SQL is held against it. In it `{start}`, `{end}`, `{previous_start}` and `{previous_end}` stand for
    the instants of the windows, `{zone}` for the portal's time zone; its columns stand in the answer's order.
    """

    id: Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]{0,79}$")]
    question: str = Field(min_length=1, max_length=500)
    intent: IntentSpec | None = None
    refused: str = ""
    refused_by_models: str = ""
    reference_sql: str = ""
    reference_backend: str = "duckdb"

    @model_validator(mode="after")
    def _has_an_answer_or_none(self) -> Self:
        if self.intent is None and not self.refused:
            raise ValueError(
                "a question without an intent is one that is refused: give the code in `refused`"
            )
        if self.refused and (self.reference_sql or self.refused_by_models):
            raise ValueError("what everyone refuses has no reference_sql and no refused_by_models")
        if self.reference_sql and self.intent is None:
            raise ValueError("reference_sql belongs to an intent")
        return self

    def wanted(self) -> IntentSpec:
        """The intent of a question that has one."""
        if self.intent is None:
            raise ValueError(f"{self.id} has no intent: it is refused before one is asked for")
        return self.intent


@dataclass(frozen=True, slots=True, kw_only=True)
class Suite:
    """`hash` is the SHA-256 (hex) of the questions: two runs with the same one asked the same."""

    name: str
    hash: str
    cases: tuple[GoldenCase, ...]


def load(reference: str) -> Suite:
    """The suite with a name of settings.EVALUATION_SUITES, or at the path of a YAML file or a folder of them.

    Raises UnknownSuite with the file, the question and what is wrong.
    """
    path = settings.EVALUATION_SUITES.get(reference, Path(reference))
    files = sorted(path.glob("*.yaml")) if path.is_dir() else [path]
    if not files or not files[0].is_file():
        names = ", ".join(sorted(settings.EVALUATION_SUITES))
        raise UnknownSuite(
            f"There is no suite {reference}. Name one of: {names}; or give the path of a YAML file, or of a "
            "folder that holds some.",
            field="suite",
            value=reference,
        )
    cases = tuple(case for file in files for case in _read(file))
    _check_once(cases)
    told = "\n".join(case.model_dump_json() for case in cases)
    return Suite(name=reference, hash=hashlib.sha256(told.encode()).hexdigest(), cases=cases)


def _read(file: Path) -> Iterable[GoldenCase]:
    try:
        entries = yaml.safe_load(file.read_text(encoding="utf-8"))
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise UnknownSuite(f"{file} is not YAML: {error}", field="suite", value=str(file)) from error
    if not isinstance(entries, list):
        raise UnknownSuite(f"{file} holds no list of questions.", field="suite", value=str(file))
    for number, entry in enumerate(entries, start=1):
        try:
            yield GoldenCase.model_validate(entry)
        except ValidationError as error:
            named = entry.get("id", number) if isinstance(entry, dict) else number
            told = "; ".join(
                f"{'.'.join(map(str, one['loc']))}: {one['msg']}" for one in error.errors(include_url=False)
            )
            raise UnknownSuite(f"{file}, question {named}: {told}", field="suite", value=str(file)) from error


def _check_once(cases: tuple[GoldenCase, ...]) -> None:
    names = [case.id for case in cases]
    if doubled := sorted({name for name in names if names.count(name) > 1}):
        raise UnknownSuite(
            f"These ids stand more than once: {', '.join(doubled)}.", field="suite", value=doubled
        )
