"""Hours of working days, as a setting says them: `08:00-18:00`, Monday to Friday."""

import re
from dataclasses import dataclass
from datetime import datetime, time

_HOURS = re.compile(r"(\d{1,2}):(\d{2})-(\d{1,2}):(\d{2})")
_SATURDAY = 5


@dataclass(frozen=True, slots=True)
class OfficeHours:
    start: time
    end: time

    @classmethod
    def read(cls, text: str) -> "OfficeHours | None":
        """`08:00-18:00`; None for no text. Raises ValueError, which says what is wrong."""
        if not text.strip():
            return None
        found = _HOURS.fullmatch(text.strip())
        if not found:
            raise ValueError(f"{text!r} are no hours; write 08:00-18:00.")
        parts = [int(part) for part in found.groups()]
        try:
            start, end = time(parts[0], parts[1]), time(parts[2], parts[3])
        except ValueError as error:
            raise ValueError(f"{text!r} are no hours of a day; write 08:00-18:00.") from error
        if start >= end:
            raise ValueError(f"{text!r} end before they start; write the earlier time first.")
        return cls(start, end)

    def hold(self, local: datetime) -> bool:
        """Whether that local time is within: from the first minute up to the last, on a working day."""
        return local.weekday() < _SATURDAY and self.start <= local.time() < self.end
