"""The order of a result's chunks over the Statement Execution API, as the workspace tells it."""

from databricks.sdk.service.sql import ResultManifest

from routing.backends.databricks.faults import Fault, Trouble


def following(chunk: int, told: int | None, manifest: ResultManifest) -> int | None:
    """The chunk after that one, None after the last; raises Fault where the one that is told would lead round in a
    circle, or beyond the end."""
    count = manifest.total_chunk_count
    if told is not None and (told <= chunk or (count is not None and told >= count)):
        raise Fault(Trouble.CHUNKS, f"after chunk {chunk} of {count} is to come {told}")
    return told
