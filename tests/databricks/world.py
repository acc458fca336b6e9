"""A small stall whose sales stand in a warehouse: the same rows in Spark and in DuckDB, and the metrics over them."""

from pathlib import Path
from typing import Any

from catalog.definitions import MetricDefinition
from catalog.models import Metric, MetricRevision
from catalog.services import save_definition
from routing.models import Route
from tests.emulators.duckdb_engine import DuckDBEngine
from tests.engines.engine import SparkEngine

ROWS = 60
NOTE_BYTES = 5 * 1024 * 1024
PILE = 12  # such notes: more than one answer may hold
LEDGER_ROWS, ENTRY_BYTES = 60_000, 500  # 30 MB: more than comes inline
_SLEEP_MS = 60_000  # longer than any deadline of these tests
_SALES = (
    "SELECT n AS sale_id, CONCAT('T', n) AS ticket, CAST(10.25 AS DECIMAL(12, 2)) AS amount FROM {numbers}"
)

TABLE_CATALOG = """\
schema,table,layer,description,grain,primary_key,time_column,loaded_at_column,freshness_hours,row_estimate,column_count,owner
stall,sale,gold,Sales,one sale,sale_id,,,,60,3,sales
stall,slow_sale,gold,Sales that take their time,one sale,sale_id,,,,60,3,sales
stall,note,gold,One very long note,one note,note_id,,,,1,2,sales
stall,pile,gold,Very long notes,one note,note_id,,,,12,2,sales
stall,ledger,gold,Many entries,one entry,entry_id,,,,60000,2,sales
stall,secret,gold,Nobody may read it,one row,secret_id,,,,1,1,sales
stall,missing,gold,It is in the dictionary only,one row,missing_id,,,,1,1,sales
"""
COLUMN_DICTIONARY = """\
schema,table,column,data_type,role,references,description,synonyms,sensitivity,ai_notes
stall,sale,sale_id,bigint,key,,,,internal,
stall,sale,ticket,string; varchar,dimension,,,,public,
stall,sale,amount,"decimal(12,2)",measure,,,,internal,
stall,slow_sale,sale_id,bigint,key,,,,internal,
stall,slow_sale,ticket,string; varchar,dimension,,,,public,
stall,slow_sale,amount,"decimal(12,2)",measure,,,,internal,
stall,note,note_id,bigint,key,,,,internal,
stall,note,note,string; varchar,dimension,,,,public,
stall,pile,note_id,bigint,key,,,,internal,
stall,pile,note,string; varchar,dimension,,,,public,
stall,ledger,entry_id,bigint,key,,,,internal,
stall,ledger,entry,string; varchar,dimension,,,,public,
stall,secret,secret_id,bigint,key,,,,internal,
stall,missing,missing_id,bigint,key,,,,internal,
"""
FILES = {
    "table_catalog.csv": TABLE_CATALOG,
    "column_dictionary.csv": COLUMN_DICTIONARY,
    "join_map.csv": "left_schema,left_table,left_column,right_schema,right_table,right_column,cardinality\n",
    "kpi_catalog.csv": "name,label,description,base_tables,formula_sql,unit,direction,owner\n",
    "ai_query_guidelines.md": "Sales are rows of stall.sale.\n",
}
METRICS: dict[str, dict[str, Any]] = {
    "revenue": {"table": "stall.sale", "measure": "SUM(amount)", "dimensions": ["ticket"]},
    "slow_revenue": {"table": "stall.slow_sale", "measure": "SUM(amount)", "dimensions": ["ticket"]},
    "notes": {"table": "stall.note", "measure": "COUNT(note_id)", "dimensions": ["note"]},
    "piled_notes": {"table": "stall.pile", "measure": "COUNT(note_id)", "dimensions": ["note"]},
    "entries": {"table": "stall.ledger", "measure": "COUNT(entry_id)", "dimensions": ["entry"]},
    "secrets": {"table": "stall.secret", "measure": "COUNT(secret_id)"},
    "lost": {"table": "stall.missing", "measure": "COUNT(missing_id)"},
}


_LEDGER = f"SELECT n AS entry_id, CONCAT(n, REPEAT('e', {ENTRY_BYTES})) AS entry FROM {{numbers}}"


def write_dictionary(folder: Path) -> Path:
    folder.mkdir()
    for name, text in FILES.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def govern_metrics(backend: str) -> None:
    """Every metric of the stall, routed to that backend."""
    for name, source in METRICS.items():
        plain = {"name": name, "label": name.replace("_", " ").title(), "unit": "count"}
        definition = MetricDefinition.model_validate(
            {**plain, "sources": [{**source, "backends": [backend]}]}
        )
        save_definition(definition=definition, author=None, origin=MetricRevision.Origin.FILE)
        Route.objects.create(metric=Metric.objects.get(name=name), backend=backend)


def fill_duckdb(engine: DuckDBEngine) -> None:
    engine.execute("CREATE SCHEMA stall")
    engine.execute(f"CREATE TABLE stall.sale AS {_SALES.format(numbers=f'range({ROWS}) AS numbers(n)')}")
    engine.execute("CREATE VIEW stall.slow_sale AS SELECT * FROM stall.sale")  # a test holds its statements
    engine.execute(f"CREATE TABLE stall.note AS SELECT 1 AS note_id, repeat('n', {NOTE_BYTES}) AS note")
    engine.execute(
        "CREATE VIEW stall.pile AS SELECT n AS note_id, CONCAT(n, note.note) AS note"
        f" FROM stall.note AS note, range({PILE}) AS numbers(n)"
    )
    engine.execute(
        f"CREATE VIEW stall.ledger AS {_LEDGER.format(numbers=f'range({LEDGER_ROWS}) AS numbers(n)')}"
    )
    engine.execute("CREATE TABLE stall.secret AS SELECT 1 AS secret_id")


def fill_spark(engine: SparkEngine) -> None:
    numbers, many = (f"(SELECT id AS n FROM range({rows})) AS numbers" for rows in (ROWS, LEDGER_ROWS))
    sleep = f"reflect('java.lang.Thread', 'sleep', CAST({_SLEEP_MS} AS BIGINT))"
    with engine.connection() as connection, connection.cursor() as cursor:
        for statement in (
            "CREATE SCHEMA stall",
            f"CREATE TABLE stall.sale USING parquet AS {_SALES.format(numbers=numbers)}",
            # Asked for in a filter, so that no column's absence from a query spares the sleep.
            "CREATE VIEW stall.slow_sale AS SELECT sale.* FROM stall.sale AS sale"
            f" WHERE sale.sale_id > 0 OR COALESCE({sleep}, 'null') <> 'never'",
            "CREATE TABLE stall.note USING parquet AS"
            f" SELECT CAST(1 AS BIGINT) AS note_id, repeat('n', {NOTE_BYTES}) AS note",
            "CREATE VIEW stall.pile AS SELECT n.id AS note_id, CONCAT(n.id, note.note) AS note"
            f" FROM stall.note AS note CROSS JOIN RANGE({PILE}) AS n",
            f"CREATE VIEW stall.ledger AS {_LEDGER.format(numbers=many)}",
            "CREATE TABLE stall.secret USING parquet AS SELECT CAST(1 AS BIGINT) AS secret_id",
        ):
            cursor.execute(statement)
