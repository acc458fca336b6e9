"""The API's request bodies: JSON whose every value can be answered, stored and compared."""

import json
import re
from collections.abc import Mapping
from typing import IO, Any

from rest_framework.exceptions import ParseError
from rest_framework.parsers import JSONParser

_NUL = re.compile(r"(?<!\\)(?:\\\\)*\\u0000")  # as JSON writes it, not the six letters of a text


class StrictJSONParser(JSONParser):
    """JSON (RFC 8259) without what Python alone would take: 1e999 as infinity, half of a surrogate pair, NUL.

    None of them can be written back as JSON or kept by PostgreSQL, so they would fail later and as our fault.
    """

    def parse(
        self,
        stream: IO[Any],
        media_type: str | None = None,
        parser_context: Mapping[str, Any] | None = None,
    ) -> Any:
        """The body's value; raises ParseError (400)."""
        try:
            value = super().parse(stream, media_type, parser_context)
            written = json.dumps(value, ensure_ascii=False, allow_nan=False)
            written.encode()
        except UnicodeEncodeError as error:
            raise ParseError("The body holds text that is not Unicode: half of a surrogate pair.") from error
        except ValueError as error:
            raise ParseError("The body holds a number too large for JSON.") from error
        except RecursionError as error:
            raise ParseError("The body is nested too deeply.") from error
        if _NUL.search(written):
            raise ParseError("The body holds a NUL character. Leave it out.")
        return value
