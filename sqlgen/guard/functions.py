"""The functions a query may call: typed ones with their argument slots, others by name and dialect.

A function is here because it looks at its arguments and nothing else, and its answer is no bigger than they
are. Anything that reads a file, a setting, the network, the catalog or the server, or that makes rows or long
texts out of small arguments, is absent. Flags are marked with `?`.
"""

from typing import Final

from sqlglot import exp
from sqlglot.expressions.array import _ExplodeOuter

from sqlgen.contracts import Dialect


def words(text: str) -> frozenset[str]:
    return frozenset(text.split())


FUNCTIONS: Final[dict[type[exp.Expr], str]] = {
    # aggregates
    exp.Count: "this expressions ?big_int",
    exp.CountIf: "this",
    exp.Sum: "this",
    exp.Avg: "this",
    exp.Min: "this",
    exp.Max: "this",
    exp.Median: "this",
    exp.Mode: "this",
    exp.Quantile: "this quantile",
    exp.PercentileCont: "this expression",
    exp.PercentileDisc: "this expression",
    exp.ApproxQuantile: "this quantile accuracy",
    exp.ApproxDistinct: "this",
    exp.Stddev: "this",
    exp.StddevPop: "this",
    exp.StddevSamp: "this",
    exp.Variance: "this",
    exp.VariancePop: "this",
    exp.Corr: "this expression",
    exp.CovarPop: "this expression",
    exp.CovarSamp: "this expression",
    exp.RegrSlope: "this expression",
    exp.RegrIntercept: "this expression",
    exp.RegrR2: "this expression",
    exp.RegrCount: "this expression",
    exp.RegrAvgx: "this expression",
    exp.RegrAvgy: "this expression",
    exp.RegrSxx: "this expression",
    exp.RegrSyy: "this expression",
    exp.RegrSxy: "this expression",
    exp.BitwiseAndAgg: "this",
    exp.BitwiseOrAgg: "this",
    exp.BitwiseXorAgg: "this",
    exp.Skewness: "this",
    exp.Kurtosis: "this",
    exp.LogicalAnd: "this",
    exp.LogicalOr: "this",
    exp.ArgMax: "this expression",
    exp.ArgMin: "this expression",
    exp.AnyValue: "this",
    exp.First: "this",
    exp.Last: "this",
    exp.GroupConcat: "this separator",
    exp.ArrayAgg: "this ?nulls_excluded",
    exp.ArrayUniqueAgg: "this",
    exp.Grouping: "expressions",
    exp.GroupingId: "expressions",
    # windows
    exp.RowNumber: "",
    exp.Rank: "",
    exp.DenseRank: "",
    exp.PercentRank: "",
    exp.CumeDist: "",
    exp.Ntile: "this",
    exp.Lag: "this offset default",
    exp.Lead: "this offset default",
    exp.FirstValue: "this",
    exp.LastValue: "this",
    exp.NthValue: "this offset",
    # choice and numbers
    exp.Coalesce: "this expressions",
    exp.Nullif: "this expression",
    exp.Nvl2: "this true false",
    exp.If: "this true false",
    exp.Greatest: "this expressions ?ignore_nulls",
    exp.Least: "this expressions ?ignore_nulls",
    exp.SafeDivide: "this expression",
    exp.EqualNull: "this expression",
    exp.Round: "this decimals",
    exp.Floor: "this",
    exp.Ceil: "this",
    exp.Trunc: "this decimals",
    exp.Abs: "this",
    exp.Sign: "this",
    exp.Mod: "this expression",
    exp.IntDiv: "this expression",
    exp.Pow: "this expression",
    exp.Sqrt: "this",
    exp.Cbrt: "this",
    exp.Ln: "this",
    exp.Log: "this expression",
    exp.Exp: "this",
    exp.IsNan: "this",
    exp.IsInf: "this",
    exp.Nanvl: "this expression",
    exp.Rint: "this",
    exp.Pi: "",
    exp.Sin: "this",
    exp.Cos: "this",
    exp.Tan: "this",
    exp.Cot: "this",
    exp.Sinh: "this",
    exp.Cosh: "this",
    exp.Tanh: "this",
    exp.Asin: "this",
    exp.Acos: "this",
    exp.Atan: "this",
    exp.Atan2: "this expression",
    exp.Radians: "this",
    exp.Degrees: "this",
    exp.SafeAdd: "this expression",
    exp.SafeSubtract: "this expression",
    exp.SafeMultiply: "this expression",
    exp.DecodeCase: "expressions",
    exp.WidthBucket: "this min_value max_value num_buckets threshold",
    # text
    exp.Upper: "this",
    exp.Lower: "this",
    exp.Trim: "this expression",
    exp.Length: "this",
    exp.Substring: "this start length",
    exp.Left: "this expression",
    exp.Right: "this expression",
    exp.Replace: "this expression replacement",
    exp.Translate: "this from_ to",
    exp.Concat: "expressions ?safe ?coalesce",
    exp.ConcatWs: "expressions ?safe ?coalesce ?flatten",
    exp.DPipe: "this expression ?safe",
    exp.Reverse: "this",
    exp.SubstringIndex: "this delimiter count",
    exp.SplitPart: "this delimiter part_index",
    exp.StrPosition: "this substr",
    exp.Contains: "this expression",
    exp.StartsWith: "this expression",
    exp.EndsWith: "this expression",
    exp.Pad: "this expression fill_pattern ?is_left",
    exp.Initcap: "this expression",
    exp.RegexpLike: "this expression",
    exp.RegexpILike: "this expression",
    exp.RegexpExtract: "this expression group ?null_if_pos_overflow",
    exp.RegexpSubstr: "this expression",
    exp.RegexpCount: "this expression",
    exp.RegexpInstr: "this expression",
    exp.RegexpExtractAll: "this expression group",
    exp.RegexpFullMatch: "this expression",
    exp.RegexpReplace: "this expression replacement modifiers ?single_replace",
    exp.MD5: "this",
    exp.Ascii: "this",
    exp.Unicode: "this",
    exp.SHA: "this",
    exp.SHA2: "this length",
    exp.Soundex: "this",
    exp.Levenshtein: "this expression",
    exp.JarowinklerSimilarity: "this expression",
    exp.Overlay: "this expression from_ for_",
    exp.ParseUrl: "this part_to_extract key",
    # lists and JSON
    exp.Array: "expressions",  # of values: see lists
    exp.ArrayToString: "this expression",
    exp.ArrayContains: "this expression",
    exp.ArrayContainsAll: "this expression",
    exp.ArrayContainedBy: "this expression",
    exp.ArrayOverlaps: "this expression ?null_propagation",
    exp.ArrayPosition: "this expression",
    exp.ArrayFilter: "this expression",  # of lambdas: see lambdas
    exp.Transform: "this expression",
    exp.Reduce: "this initial merge finish",
    exp.ArrayRemove: "this expression ?null_propagation",
    exp.ArrayConcat: "this expressions ?null_propagation",
    exp.ArrayAppend: "this expression ?null_propagation",
    exp.ArrayPrepend: "this expression ?null_propagation",
    exp.ArrayIntersect: "expressions",
    exp.ArrayExcept: "this expression",
    exp.ArrayCompact: "this",
    exp.ArraySort: "this asc nulls_first",
    exp.ArrayDistinct: "this ?check_null",
    exp.ArraySize: "this expression",
    exp.ArrayMin: "this",
    exp.ArrayMax: "this",
    exp.Split: "this expression",
    exp.RegexpSplit: "this expression limit",
    exp.StringToArray: "this expression",
    exp.ArraySlice: "this start end ?is_length",
    exp.MapKeys: "this",
    exp.MapContainsKey: "this key",
    exp.StructExtract: "this expression",
    exp.JSONType: "this",
    exp.JSONKeys: "this",
    exp.JSONExtract: "this expression ?only_json_types",
    exp.JSONExtractScalar: "this expression ?only_json_types",
    exp.JSONBExtract: "this expression",
    exp.JSONBExtractScalar: "this expression",
    # time
    exp.CurrentDate: "",
    exp.CurrentTimestamp: "",
    exp.Localtimestamp: "",
    exp.TimestampTrunc: "this unit zone",
    exp.DateTrunc: "this unit",
    exp.Extract: "this expression",
    exp.Date: "this",
    exp.DateDiff: "this expression unit ?date_part_boundary",
    exp.TimestampDiff: "this expression unit",
    exp.DateAdd: "this expression unit",
    exp.TimestampAdd: "this expression unit",
    exp.TsOrDsAdd: "this expression unit",
    exp.TsOrDsToDate: "this format",
    exp.TimeStrToTime: "this",
    exp.AddMonths: "this expression",
    exp.MonthsBetween: "this expression",
    exp.LastDay: "this",
    exp.DateFromParts: "year month day",
    exp.TimestampFromParts: "year month day hour min sec",
    exp.DateBin: "this expression unit zone origin",
    exp.JustifyDays: "this",
    exp.JustifyHours: "this",
    exp.JustifyInterval: "this",
    exp.NextDay: "this expression",
    exp.UnixToStr: "this format",
    exp.TimeToStr: "this format",
    exp.ToChar: "this format",
    exp.ToNumber: "this format",
    exp.StrToTime: "this format",
    exp.StrToDate: "this format",
    exp.StrToUnix: "this format",
    exp.TimeToUnix: "this",
    exp.UnixToTime: "this scale",
    exp.UnixDate: "this",
    exp.UnixSeconds: "this",
    exp.UnixMillis: "this",
    exp.UnixMicros: "this",
    exp.DateFromUnixDate: "this",
    exp.MakeInterval: "year month week day hour minute second",
    exp.ToDays: "this",
    exp.AtTimeZone: "this zone",
    exp.FromTimeZone: "this zone",
    exp.ConvertTimezone: "source_tz target_tz timestamp",
    exp.Year: "this",
    exp.Quarter: "this",
    exp.Month: "this",
    exp.Week: "this",
    exp.WeekOfYear: "this",
    exp.Day: "this",
    exp.DayOfMonth: "this",
    exp.DayOfWeek: "this",
    exp.DayOfWeekIso: "this",
    exp.DayOfYear: "this",
    exp.Hour: "this",
    exp.Minute: "this",
    exp.Second: "this",
    exp.Dayname: "this",
    exp.Monthname: "this",
}

# What makes rows of a list or a map.
EXPLODED: Final = (exp.Explode, _ExplodeOuter, exp.Posexplode, exp.PosexplodeOuter, exp.Inline)

_OF_DATABRICKS: Final = (
    *(exp.UnixDate, exp.UnixSeconds, exp.UnixMillis, exp.UnixMicros, exp.DateFromUnixDate),
    *(exp.Nanvl, exp.Rint, exp.Soundex, exp.ParseUrl, exp.MapContainsKey),
)
_OF_DUCKDB: Final = (
    *(exp.IsInf, exp.Unicode, exp.JarowinklerSimilarity, exp.RegexpFullMatch, exp.StructExtract),
    exp.JSONType,
)

# PostgreSQL and DuckDB have none: sqlglot writes them as a CASE that holds an argument twice, and all that is in it.
_TWICE: Final = (exp.SafeDivide, exp.DecodeCase)

# What an engine does not have, and sqlglot would translate to something it guesses.
ABSENT: Final[dict[Dialect, frozenset[type[exp.Expr]]]] = {
    "postgres": frozenset(
        {
            *_TWICE,
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
            *(exp.ArrayFilter, exp.Transform, exp.Reduce, exp.Lambda),
            *(exp.RegexpExtractAll, *_OF_DATABRICKS, *_OF_DUCKDB),
        }
    ),
    "duckdb": frozenset(
        {
            *_TWICE,
            *(exp.MonthsBetween, exp.Initcap, exp.NextDay, exp.MakeInterval, exp.ArrayUniqueAgg),
            *(exp.WidthBucket, exp.Overlaps, exp.Kwarg, *_OF_DATABRICKS),
            *(exp.ExplodingGenerateSeries, exp.StringToArray, exp.JSONBExtract, exp.JSONBExtractScalar),
            *(exp.Overlay, exp.RegexpInstr, exp.ToNumber, exp.Reduce),
            *(exp.RegexpSubstr, exp.RegexpCount, exp.SubstringIndex, exp.ArrayRemove, exp.ArrayIntersect),
            *(exp.ArrayExcept, exp.ArrayCompact),
            *EXPLODED[1:],
        }
    ),
    "databricks": frozenset(
        {
            *(exp.SimilarTo, exp.ToDays, exp.Overlaps, exp.Kwarg, exp.ExplodingGenerateSeries, exp.Slice),
            *(exp.Split, exp.StringToArray, exp.JSONExtract, exp.JSONBExtract, exp.JSONBExtractScalar),
            *(exp.ArrayContainsAll, exp.ArrayContainedBy, exp.ArrayOverlaps, exp.ArrayConcat),
            *_OF_DUCKDB,
        }
    ),
}

# Functions sqlglot has no class for in that dialect, in upper case, as the engine spells them.
BY_NAME: Final[dict[Dialect, frozenset[str]]] = {
    "postgres": frozenset(
        {"MAKE_DATE", "AGE", "EVERY", "ISFINITE", "CLOCK_TIMESTAMP", "STATEMENT_TIMESTAMP", "OCTET_LENGTH"}
        | {
            "JSONB_ARRAY_ELEMENTS",
            "JSONB_ARRAY_ELEMENTS_TEXT",
            "JSONB_OBJECT_KEYS",
            "JSONB_EACH",
            "JSONB_EACH_TEXT",
        }
        | {
            "JSON_ARRAY_ELEMENTS",
            "JSON_ARRAY_ELEMENTS_TEXT",
            "JSON_OBJECT_KEYS",
            "JSON_EACH",
            "JSON_EACH_TEXT",
        }
        | {"JSONB_ARRAY_LENGTH", "JSON_ARRAY_LENGTH", "JSONB_TYPEOF", "JSON_TYPEOF"}
        | {"CARDINALITY", "JSONB_EXTRACT_PATH_TEXT", "REGEXP_MATCH", "NUM_NULLS", "NUM_NONNULLS", "TIMEZONE"}
        | {"REGEXP_SPLIT_TO_ARRAY", "GCD", "LCM", "SCALE", "MIN_SCALE", "TRIM_SCALE", "TRANSACTION_TIMESTAMP"}
        | {"ARRAY_UPPER", "ARRAY_LOWER", "ARRAY_NDIMS", "ARRAY_POSITIONS"}
    ),
    "duckdb": frozenset(
        {
            "MEAN",
            "WEEKDAY",
            "ISOYEAR",
            "ISFINITE",
            "DATE_PART",
            "DATE_SUB",
            "NOW",
            "TIMEZONE",
            "PREFIX",
            "SUFFIX",
            "YEARWEEK",
            "CENTURY",
            "DECADE",
            "TO_DAYS",
            "TO_HOURS",
            "TO_MONTHS",
            "AGE",
            "PRODUCT",
            "GEOMEAN",
            "MAD",
            "ENTROPY",
            "ARBITRARY",
            "FSUM",
            "FAVG",
            "SEM",
            "EVEN",
            "STRLEN",
            "DATEPART",
            "DATESUB",
            "LIST_EXTRACT",
            "ARRAY_EXTRACT",
            "LIST_ELEMENT",
            "LIST_SLICE",
            "LIST_SUM",
            "LIST_AVG",
            "LIST_UNIQUE",
            "LIST_POSITION",
            "LIST_INDEXOF",
            "LIST_HAS_ANY",
            "LIST_HAS_ALL",
            "LIST_REVERSE",
            "LIST_INTERSECT",
            "BTRIM",
        }
        | {"MAP_VALUES", "MAP_EXTRACT", "MAP_EXTRACT_VALUE", "MAP_CONTAINS", "ELEMENT_AT", "CARDINALITY"}
        | {
            "LIST_FIRST",
            "LIST_LAST",
            "LIST_COUNT",
            "LIST_MEDIAN",
            "LIST_MODE",
            "LIST_PRODUCT",
            "LIST_ANY_VALUE",
        }
        | {
            "LIST_STDDEV_POP",
            "LIST_STDDEV_SAMP",
            "LIST_VAR_POP",
            "LIST_VAR_SAMP",
            "LIST_AGGREGATE",
            "LIST_AGGR",
        }
        | {"JSON_ARRAY_LENGTH", "JSON_EXISTS", "JSON_VALID", "TRY_STRPTIME", "REGEXP_SPLIT_TO_ARRAY"}
        | {
            "JARO_SIMILARITY",
            "JACCARD",
            "STRIP_ACCENTS",
            "ORD",
            "HASH",
            "GCD",
            "LCM",
            "KAHAN_SUM",
            "SUMKAHAN",
        }
        | {
            "HISTOGRAM",
            "GET_CURRENT_TIMESTAMP",
            "ROUND_EVEN",
            "TO_YEARS",
            "TO_MINUTES",
            "TO_SECONDS",
            "TO_WEEKS",
        }
        | {
            "EPOCH_US",
            "EPOCH_NS",
            "LIST_APPLY",
            "ARRAY_APPLY",
            "ARRAY_TRANSFORM",
            "LIST_REDUCE",
            "ARRAY_REDUCE",
        }
    ),
    "databricks": frozenset(
        {"MAKE_DATE", "WEEKDAY", "DATE_PART", "ISNULL", "ISNOTNULL", "BROUND", "EVERY", "SOME", "PMOD"}
        | {"CARDINALITY", "FORMAT_NUMBER", "TIMESTAMP_SECONDS", "TIMESTAMP_MILLIS", "TRY_TO_TIMESTAMP", "GET"}
        | {"ARRAYS_OVERLAP", "BTRIM", "STD", "TRY_AVG", "TRY_SUM", "MEAN", "HYPOT", "E", "LOG1P", "EXPM1"}
        | {"NULLIFZERO", "ZEROIFNULL", "BIGINT", "CRC32", "HASH", "XXHASH64", "FIND_IN_SET", "URL_DECODE"}
        | {
            "MAP_VALUES",
            "MAP_ENTRIES",
            "JSON_ARRAY_LENGTH",
            "VARIANT_GET",
            "TRY_VARIANT_GET",
            "HISTOGRAM_NUMERIC",
        }
        | {"TIMESTAMP_MICROS", "OCTET_LENGTH", "ARRAY_UNION", "TRY_MOD", "FORALL"}
    ),
}

# Those of them that gather rows: no class says so.
AGGREGATES_BY_NAME: Final = frozenset(
    {"EVERY", "SOME", "MEAN", "PRODUCT", "GEOMEAN", "MAD", "ENTROPY", "ARBITRARY", "FSUM", "FAVG", "SEM"}
    | {"STD", "TRY_AVG", "TRY_SUM", "KAHAN_SUM", "SUMKAHAN", "HISTOGRAM", "HISTOGRAM_NUMERIC"}
)

UNITS: Final = words(
    "MICROSECOND MICROSECONDS MILLISECOND MILLISECONDS SECOND SECONDS MINUTE MINUTES HOUR HOURS DAY "
    "DAYS WEEK WEEKS MONTH MONTHS QUARTER QUARTERS YEAR YEARS DECADE CENTURY DOW ISODOW DOY ISOYEAR "
    "EPOCH DAYOFWEEK DAYOFWEEK_ISO DAYOFWEEKISO DAYOFYEAR WEEKOFYEAR YEAROFWEEK"
)
TYPES: Final = frozenset(
    {
        exp.DType.BOOLEAN,
        exp.DType.TINYINT,
        exp.DType.SMALLINT,
        exp.DType.INT,
        exp.DType.BIGINT,
        exp.DType.INT128,
        exp.DType.FLOAT,
        exp.DType.DOUBLE,
        exp.DType.DECIMAL,
        exp.DType.DATE,
        exp.DType.TIME,
        exp.DType.TIMESTAMP,
        exp.DType.TIMESTAMPTZ,
        exp.DType.TIMESTAMPLTZ,
        exp.DType.TIMESTAMPNTZ,
        exp.DType.TEXT,
        exp.DType.VARCHAR,
        exp.DType.INTERVAL,
        exp.DType.UUID,
        exp.DType.JSON,  # not JSONB: it writes the number 1e99999 out
    }
)
