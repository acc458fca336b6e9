"""What the columns of an answer mean, in order."""

from catalog.contracts import GovernedMetric
from sqlgen.contracts import ColumnKind, Intent, OutputColumn
from sqlgen.shape import dimension_of, fill_of, simple_parts


def output_columns(intent: Intent, metric: GovernedMetric) -> tuple[OutputColumn, ...]:
    """The columns a compiled intent gives: [period], [bucket], dimensions, value, [previous_value]."""
    fill = fill_of(metric)
    label = metric.definition.label
    found: list[OutputColumn] = []
    if intent.grain and intent.compare:
        found.append(OutputColumn("period", ColumnKind.PERIOD, "Period"))
    if intent.grain:
        found.append(OutputColumn("bucket", ColumnKind.BUCKET, intent.grain.value.capitalize()))
    found += [
        OutputColumn(name, ColumnKind.DIMENSION, dimension_label(metric, name)) for name in intent.dimensions
    ]
    found.append(OutputColumn("value", ColumnKind.VALUE, label, fill))
    if intent.compare and not intent.grain:
        found.append(OutputColumn("previous_value", ColumnKind.PREVIOUS_VALUE, f"{label}, before", fill))
    return tuple(found)


def dimension_label(metric: GovernedMetric, name: str) -> str:
    """The label its definition gives a dimension, else its name as words."""
    for part in simple_parts(metric):
        for source in part.definition.sources:
            dimension = dimension_of(source, name)
            if dimension and dimension.label:
                return dimension.label
    return name.replace("_", " ").capitalize()
