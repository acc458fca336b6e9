"""What an engine does not have, and sqlglot would translate to something it guesses."""

from typing import Final

from sqlglot import exp

from sqlgen.contracts import Dialect
from sqlgen.guard.functions import EXPLODED
from sqlgen.guard.searched import KEYS

_OF_DATABRICKS: Final = (
    *(exp.UnixDate, exp.UnixSeconds, exp.UnixMillis, exp.UnixMicros, exp.DateFromUnixDate),
    *(exp.Space, exp.Nanvl, exp.Rint, exp.Soundex, exp.ParseUrl, exp.MapContainsKey),
)
_OF_BYTES: Final = (exp.Hex, exp.Unhex, exp.ToBase64, exp.FromBase64, exp.JSONFormat)
_OF_DUCKDB: Final = (
    *(exp.IsInf, exp.Unicode, exp.JarowinklerSimilarity, exp.RegexpFullMatch, exp.StructExtract),
    exp.JSONType,
)

_OF_POSTGRES: Final = (exp.JSONObjectAgg, exp.JSONArrayAgg, exp.JSONBObjectAgg, exp.MatchAgainst, *KEYS)

# PostgreSQL and DuckDB have none: sqlglot writes them as a CASE that holds an argument twice, and all that is in it.
_TWICE: Final = (exp.SafeDivide, exp.DecodeCase)

ABSENT: Final[dict[Dialect, frozenset[type[exp.Expr]]]] = {
    "postgres": frozenset(
        {
            *_TWICE,
            *_OF_BYTES,
            *(exp.Glob, exp.MapFromEntries),
            *(exp.Qualify, exp.DateDiff, exp.TimestampDiff, exp.DateAdd, exp.TimestampAdd, exp.TsOrDsAdd),
            *(
                exp.ArrayContains,
                exp.ArrayIntersect,
                exp.ArrayExcept,
                exp.ArrayCompact,
                exp.ArraySort,
                exp.ArrayDistinct,
                exp.ArrayUniqueAgg,
                exp.ArrayMin,
                exp.ArrayMax,
                exp.ToDays,
            ),
            *(
                exp.GenerateSeries,
                *EXPLODED[1:],
                exp.ArraySlice,
                exp.Split,
                exp.RegexpSplit,
                exp.SubstringIndex,
            ),
            *(exp.MapKeys, exp.JSONKeys, exp.SHA, exp.SHA2, exp.Levenshtein),
            *(exp.ArrayFilter, exp.Transform, exp.Reduce, exp.Lambda, exp.Struct, exp.PropertyEQ),
            *(
                exp.RegexpExtractAll,
                exp.ApproxTopK,
                exp.CurrentTime,
                exp.BitwiseCount,
                *_OF_DATABRICKS,
                *_OF_DUCKDB,
            ),
        }
    ),
    "duckdb": frozenset(
        {
            *_TWICE,
            *(exp.ApproxTopK, exp.JSONFormat, exp.SHA2Digest, exp.MapFromEntries),
            *(
                exp.BitwiseCount,
                exp.MonthsBetween,
                exp.Initcap,
                exp.NextDay,
                exp.MakeInterval,
                exp.ArrayUniqueAgg,
            ),
            *(exp.WidthBucket, exp.Overlaps, exp.Kwarg, *_OF_DATABRICKS),
            *(exp.ExplodingGenerateSeries, exp.StringToArray, exp.JSONBExtract, exp.JSONBExtractScalar),
            *(exp.Overlay, exp.RegexpInstr, exp.ToNumber, exp.Reduce),
            *(exp.RegexpSubstr, exp.RegexpCount, exp.SubstringIndex, exp.ArrayRemove, exp.ArrayIntersect),
            *(exp.ArrayExcept, exp.ArrayCompact),
            *EXPLODED[1:],
            *_OF_POSTGRES,
        }
    ),
    "databricks": frozenset(
        {
            *(exp.Glob, exp.SHA2Digest),
            *(exp.SimilarTo, exp.ToDays, exp.Overlaps, exp.Kwarg, exp.ExplodingGenerateSeries, exp.Slice),
            *(
                exp.CurrentTime,
                exp.Split,
                exp.StringToArray,
                exp.JSONBExtract,
                exp.JSONBExtractScalar,
            ),
            *(exp.ArrayContainsAll, exp.ArrayContainedBy, exp.ArrayOverlaps, exp.ArrayConcat),
            *_OF_DUCKDB,
            *_OF_POSTGRES,
        }
    ),
}
