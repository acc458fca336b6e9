"""How engines are told to plan where rows are hidden from a viewer: without a look at what they know of these."""

from collections.abc import Mapping
from typing import Final

# DuckDB plans with what it knows of whole tables, hidden rows among them. With a column's least and greatest value it
# leaves out what they make true or false: whether a query fails tells of both. By how many rows a table has it chooses
# which side of a join it goes through and how: which rows a LIMIT takes, and which errors it meets, tells how many.
# For ORDER BY with a LIMIT it begins with the stored part that holds the greatest value: which of two equal rows it
# takes tells where that lies. And a join hands the keys it found to its other side, which leaves out stored parts by
# them: an error in such a part told that no hidden row there has one of the keys. With these, plans are the same
# whatever is hidden: joins are made as they are written.
BLIND_DUCKDB: Final = (
    "SET disabled_optimizers = 'statistics_propagation,join_order,build_side_probe_side,row_group_pruner,"
    "join_filter_pushdown'",
    "SET asof_loop_join_threshold = 0",
    "SET nested_loop_join_threshold = 0",
    "SET merge_join_threshold = 0",
)

# PostgreSQL has no such switch. It takes the cheapest plan by how many rows it expects, and a plan that finds one side
# of a join empty never meets an error on the other. So here nothing costs anything: of plans that are equally cheap it
# takes the first it thinks of, in the order in which the query is written. What it would then take too often is off,
# and is used only where there is no other way: tables are read through indexes where one fits and give their rows
# as they are stored (a bitmap). Nothing is joined or grouped by hashes: how big one begins follows how many rows are
# expected, and with that the order of its rows, and which of them a LIMIT takes. Sorted rows come as they are. Nor do
# several workers share a table because it is big, or scans of a big one begin where another one is.
BLIND_POSTGRES: Final[Mapping[str, str]] = {
    "seq_page_cost": "0",
    "random_page_cost": "0",
    "cpu_tuple_cost": "0",
    "cpu_index_tuple_cost": "0",
    "cpu_operator_cost": "0",
    "enable_seqscan": "off",
    "enable_indexscan": "off",
    "enable_indexonlyscan": "off",
    "enable_nestloop": "off",
    "enable_hashjoin": "off",
    "enable_hashagg": "off",
    "geqo": "off",
    "jit": "off",
    "max_parallel_workers_per_gather": "0",
    "synchronize_seqscans": "off",
}
