"""What an operator may write as row rules: tables to columns to lists of values, nothing looser."""

from django.core.exceptions import ValidationError

_FORM = 'Write {"schema.table": {"column": ["value", "value"]}}.'


def check_row_rules(rules: object) -> None:
    """Raise ValidationError for any other shape: a text in place of a list would be read letter by letter."""
    if not isinstance(rules, dict):
        raise ValidationError(_FORM)
    for table, columns in rules.items():
        if table.count(".") != 1 or not isinstance(columns, dict) or not columns:
            raise ValidationError(f"{table}: {_FORM}")
        for column, values in columns.items():
            if not isinstance(values, list) or not all(isinstance(value, str | int) for value in values):
                raise ValidationError(f"{table}.{column}: {_FORM}")
