"""What is wrong with a definition, before anyone knows which file or form it stands in."""

from dataclasses import dataclass

Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Issue:
    """One issue. `path` leads to the member meant: ("sources", 0, "measure")."""

    metric: str
    path: Path
    message: str
    hint: str = ""

    @property
    def where(self) -> str:
        """The path for people: `sources[0].measure`."""
        parts = (f"[{part}]" if isinstance(part, int) else f".{part}" for part in self.path)
        return "".join(parts).lstrip(".")

    def __str__(self) -> str:
        hint = f" {self.hint}" if self.hint else ""
        return f"{self.where}: {self.message}{hint}" if self.path else f"{self.message}{hint}"
