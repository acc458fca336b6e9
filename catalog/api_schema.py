"""The shapes of the catalog's answers under /v1/."""

from datetime import datetime
from typing import Self

from pydantic import BaseModel

from catalog.contracts import GovernedMetric
from catalog.definitions import MetricDefinition
from catalog.models import MetricRevision
from catalog.offering import backends_of, dimensions_on, has_time


class MetricSummary(BaseModel):
    """A metric in a list. `hash` identifies what its live revision says."""

    name: str
    label: str
    description: str
    domain: str
    owner: str
    unit: str
    direction: str
    type: str
    synonyms: tuple[str, ...]
    revision: int
    hash: str

    @classmethod
    def of(cls, definition: MetricDefinition, *, revision: int, digest: str) -> Self:
        told = definition.model_dump(mode="json", include=set(cls.model_fields))
        return cls(**told, revision=revision, hash=digest)


class MetricPage(BaseModel):
    count: int
    next: str | None
    previous: str | None
    results: tuple[MetricSummary, ...]


class OfferedDimension(BaseModel):
    name: str
    label: str


class Offer(BaseModel):
    """What the metric can be cut by on one backend."""

    backend: str
    dimensions: tuple[OfferedDimension, ...]


class MetricDetail(BaseModel):
    """A live metric: its definition, its parts' names, and what it offers.

    `has_time` is false for a metric of the present state, which takes no window. `closure_hash` changes with
    the definition of any part.
    """

    summary: MetricSummary
    definition: MetricDefinition
    author: str
    closure_hash: str
    parts: tuple[str, ...]
    has_time: bool
    offers: tuple[Offer, ...]

    @classmethod
    def of(cls, metric: GovernedMetric) -> Self:
        known = {part.name: part.definition for part in _closure(metric)}
        definition = metric.definition
        return cls(
            summary=MetricSummary.of(definition, revision=metric.revision, digest=metric.hash),
            definition=definition,
            author=metric.author,
            closure_hash=metric.closure_hash,
            parts=tuple(metric.parts),
            has_time=has_time(definition, known),
            offers=tuple(
                Offer(
                    backend=backend,
                    dimensions=tuple(
                        OfferedDimension(name=dimension.name, label=dimension.label)
                        for dimension in dimensions_on(definition, backend, known)
                    ),
                )
                for backend in backends_of(definition, known)
            ),
        )


class RevisionDetail(BaseModel):
    """One version of a definition, as it was saved; `live` marks the one in force."""

    number: int
    hash: str
    live: bool
    origin: str
    author: str
    note: str
    created_at: datetime
    definition: MetricDefinition

    @classmethod
    def of(cls, revision: MetricRevision) -> Self:
        return cls(
            number=revision.number,
            hash=revision.hash,
            live=revision.metric.live_revision_id == revision.pk,
            origin=revision.origin,
            author=revision.author_name,
            note=revision.note,
            created_at=revision.created_at,
            definition=MetricDefinition.model_validate(revision.definition),
        )


class RevisionPage(BaseModel):
    count: int
    next: str | None
    previous: str | None
    results: tuple[RevisionDetail, ...]


class Impact(BaseModel):
    """The live metrics made of this one, directly or through others: a change of it changes their numbers."""

    metric: str
    derived_metrics: tuple[str, ...]


def _closure(metric: GovernedMetric) -> tuple[GovernedMetric, ...]:
    return (metric, *(below for part in metric.parts.values() for below in _closure(part)))
