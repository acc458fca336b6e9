"""One metric on two backends: the same closed window, group by group, and one verdict."""
