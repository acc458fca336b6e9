"""Prompts read back as a model reads them: what the portal says itself, and what stands in which fence."""

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from catalog.contracts import Dictionary, GovernedMetric
from sqlgen.contracts import Dialect
from sqlgen.models_llm.contracts import SqlRequest
from sqlgen.models_llm.prompt import build_request
from sqlgen.tests import example
from sqlgen.tests.asking import intent_of

_BEGIN = re.compile(r"^BEGIN DATA (?P<name>\w+) (?P<id>[0-9a-f]+)$")


def prompt(
    metric: GovernedMetric | str,
    *,
    dictionary: Dictionary | None = None,
    backend: str = "lake",
    dialect: Dialect = "duckdb",
    note: str = "",
    **asked: Any,
) -> SqlRequest:
    """The request for an atom of the example."""
    governed = example.metric(metric) if isinstance(metric, str) else metric
    return build_request(
        intent_of(governed, **asked),
        governed,
        dictionary=dictionary or example.dictionary(),
        backend=backend,
        dialect=dialect,
        zone=example.ZONE,
        note=note,
    )


def told(request: SqlRequest) -> str:
    """Everything the model is told, in order."""
    return "\n".join((*(part.text for part in request.system), request.question))


def fences(request: SqlRequest) -> tuple[str, dict[str, str]]:
    """What stands outside of every fence, and what stands in each, as the prompt's own rule reads them."""
    outside: list[str] = []
    inside: dict[str, list[str]] = {}
    opened: Mapping[str, str] | None = None
    for line in told(request).splitlines():
        begins = _BEGIN.match(line)
        if opened is None and begins:
            opened = begins.groupdict()
            assert opened["name"] not in inside
            inside[opened["name"]] = []
        elif opened and line == f"END DATA {opened['name']} {opened['id']}":
            opened = None
        elif opened:
            inside[opened["name"]].append(line)
        else:
            outside.append(line)
    assert opened is None
    return "\n".join(outside), {name: "\n".join(lines) for name, lines in inside.items()}


def with_words(column: str = "", *, table: str = "", guidelines: str = "") -> Dictionary:
    """The example's dictionary with those words as l3.ev_claim.status' and l3.ev_claim's, and as guidelines."""
    words = example.dictionary()
    claims = words.tables["l3.ev_claim"]
    status = replace(claims.columns["status"], description=column, ai_notes=column, synonyms=(column,))
    changed = replace(claims, description=table, grain=table, columns={**claims.columns, "status": status})
    return replace(words, tables={**words.tables, "l3.ev_claim": changed}, guidelines=guidelines)
