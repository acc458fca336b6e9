"""How DuckDB is opened where rows are hidden from a viewer, so that it plans without a look at them."""

from typing import Final

# DuckDB plans with what it knows of whole tables, hidden rows among them. With a column's least and greatest value it
# leaves out what they make true or false: whether a query fails tells of both. By how many rows a table has it chooses
# which side of a join it goes through and how: which rows a LIMIT takes, and which errors it meets, tells how many.
# For ORDER BY with a LIMIT it begins with the stored part that holds the greatest value: which of two equal rows it
# takes tells where that lies. With these, plans are the same whatever is hidden: joins are made as they are written.
BLIND: Final = (
    "SET disabled_optimizers = 'statistics_propagation,join_order,build_side_probe_side,row_group_pruner'",
    "SET asof_loop_join_threshold = 0",
    "SET nested_loop_join_threshold = 0",
    "SET merge_join_threshold = 0",
)
