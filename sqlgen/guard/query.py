"""SQL that passed the guard: the only thing a backend executes."""

from typing import Any, Final, NoReturn, final

from sqlgen.contracts import Dialect

# Held by the pipeline only. Whoever imports it from elsewhere goes around the guard on purpose.
_KEY: Final = object()


@final
class GuardedQuery:
    """Proven SQL, made by `sqlgen.guard.check` and by nothing else.

    `sql` is the rebuilt text, `tables` the sorted policy keys it reads, `row_cap` the LIMIT it carries. `hides_rows`
    tells that a table of it has rows that the viewer may not see, which how it is planned could tell of.
    Immutable; it can be neither subclassed, copied into something else, nor unpickled.
    """

    __slots__ = ("_dialect", "_hides_rows", "_row_cap", "_sql", "_tables")

    _sql: str
    _tables: tuple[str, ...]
    _dialect: Dialect
    _row_cap: int
    _hides_rows: bool

    def __init__(
        self,
        key: object,
        *,
        sql: str,
        tables: tuple[str, ...],
        dialect: Dialect,
        row_cap: int,
        hides_rows: bool,
    ) -> None:
        if key is not _KEY:
            raise TypeError("A GuardedQuery is made by sqlgen.guard.check only.")
        if hasattr(self, "_sql"):
            raise AttributeError("A GuardedQuery cannot be changed.")
        object.__setattr__(self, "_sql", sql)
        object.__setattr__(self, "_tables", tables)
        object.__setattr__(self, "_dialect", dialect)
        object.__setattr__(self, "_row_cap", row_cap)
        object.__setattr__(self, "_hides_rows", hides_rows)

    @property
    def sql(self) -> str:
        return self._sql

    @property
    def tables(self) -> tuple[str, ...]:
        return self._tables

    @property
    def dialect(self) -> Dialect:
        return self._dialect

    @property
    def row_cap(self) -> int:
        return self._row_cap

    @property
    def hides_rows(self) -> bool:
        return self._hides_rows

    def __init_subclass__(cls, **kwargs: Any) -> NoReturn:
        raise TypeError("A GuardedQuery cannot be subclassed.")

    def __setattr__(self, name: str, value: object) -> NoReturn:
        raise AttributeError("A GuardedQuery cannot be changed.")

    def __delattr__(self, name: str) -> NoReturn:
        raise AttributeError("A GuardedQuery cannot be changed.")

    def __reduce_ex__(self, protocol: object) -> NoReturn:
        raise TypeError("A GuardedQuery cannot be pickled: guard the SQL again where it is needed.")

    def __eq__(self, other: object) -> bool:
        return isinstance(other, GuardedQuery) and (self._sql, self._dialect, self._row_cap) == (
            other._sql,
            other._dialect,
            other._row_cap,
        )

    def __hash__(self) -> int:
        return hash((self._sql, self._dialect, self._row_cap))

    def __repr__(self) -> str:
        return f"GuardedQuery({self._dialect}, {', '.join(self._tables)}, row_cap={self._row_cap})"
