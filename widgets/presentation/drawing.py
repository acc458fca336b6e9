"""What every visual is given to draw with."""

from dataclasses import dataclass
from datetime import date

from sqlgen.contracts import ColumnKind
from widgets.charts.labels import Words
from widgets.charts.periods import bucket_name
from widgets.contracts import TileData
from widgets.presentation.formats import Formats
from widgets.specs import WidgetSpec


@dataclass(frozen=True, slots=True)
class Drawing:
    """An answer, how it is to be drawn, and how its numbers are written."""

    data: TileData
    spec: WidgetSpec
    formats: Formats

    @property
    def words(self) -> Words:
        return self.formats.words

    @property
    def grain(self) -> str:
        return self.data.intent.grain.value if self.data.intent.grain else ""

    @property
    def compared(self) -> bool:
        return self.data.intent.compare is not None

    @property
    def comparison_words(self) -> str:
        """`previous` for the period before, `a year before` for the year before."""
        compare = self.data.intent.compare
        return "a year before" if compare and compare.kind == "previous_year" else "previous"

    @property
    def title(self) -> str:
        return self.spec.title

    def dimension_labels(self) -> tuple[str, ...]:
        named = [column for column in self.data.columns if column.kind is ColumnKind.DIMENSION]
        return tuple(column.label or column.name.replace("_", " ").capitalize() for column in named)

    def bucket(self, bucket: date | None) -> str:
        return "–" if bucket is None else bucket_name(bucket, self.grain, self.words)
