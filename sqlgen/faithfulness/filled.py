"""A series of buckets as the groups it shows: what it adds must be what the portal fills an empty bucket with."""

from datetime import timedelta

from sqlgen.calendar import bucket_start
from sqlgen.faithfulness.absence import nought_without, null_without
from sqlgen.faithfulness.errors import Unproven
from sqlgen.faithfulness.expected import Expected
from sqlgen.faithfulness.groups import present
from sqlgen.faithfulness.relations import Groups, Relation, Spine
from sqlgen.faithfulness.terms import imply
from sqlgen.windows import days_of


def without_empty_buckets(found: Relation, wanted: Expected) -> Relation:
    """The same answer without the buckets that only its series has; raises Unproven where they say something."""
    spine, ask = found.body, wanted.ask
    if not isinstance(spine, Spine):
        return found
    if ask.grain is None or ask.window is None or ask.dimensions:
        raise Unproven(
            "A series of days adds groups that were not asked for: only a series of one line may have it."
        )
    start, end = days_of(ask.window)
    asked = Spine(bucket_start(start, ask.grain), bucket_start(end - timedelta(days=1), ask.grain), ask.grain)
    if (spine.first, spine.last, spine.grain) != (asked.first, asked.last, asked.grain):
        raise Unproven(f"The series must hold {_words(asked)}; it holds {_words(spine)}.")
    value = found.columns[-1][1]
    absent = nought_without if wanted.fill == 0 else null_without
    if not absent(spine.scans, value):
        raise Unproven(
            f"In a bucket without rows the value must be {'0' if wanted.fill == 0 else 'NULL'}, and nothing else."
        )
    # A bucket with rows, but none that was asked for, is as empty as one without any.
    body, scans = wanted.relation.body, spine.scans
    if isinstance(body, Groups) and imply(body.scans, scans) and absent(body.scans, value):
        scans = body.scans
    columns = tuple((name, present(term, scans)) for name, term in found.columns)
    return Relation(Groups(scans, 1), columns)


def _words(spine: Spine) -> str:
    return f"each {spine.grain.value} from {spine.first} to {spine.last}"
