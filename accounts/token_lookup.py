"""The one query behind a bearer token. It stands before every API answer, so its SQL is compiled once:
building it anew costs more than running it."""

from collections.abc import Sequence
from functools import cache
from typing import Any, TypeVar

from django.db import connection
from django.db.models import Model

from accounts.models import ApiToken, RowPolicyRecord, User

M = TypeVar("M", bound=Model)


def find_token(digest: str) -> ApiToken | None:
    """The token with its user and the user's row policy loaded; None when there is none."""
    with connection.cursor() as cursor:
        cursor.execute(_sql(), [digest])
        row = cursor.fetchone()
    if row is None:
        return None
    after_token = len(ApiToken._meta.concrete_fields)
    after_user = after_token + len(User._meta.concrete_fields)
    token = _instance(ApiToken, row[:after_token])
    token.user = _instance(User, row[after_token:after_user])
    token.user.row_policy = _instance(RowPolicyRecord, row[after_user:]) if token.user.row_policy_id else None
    return token


@cache
def _sql() -> str:
    # Columns come in the order of select_related: the token's, the user's, the row policy's.
    queryset = ApiToken.objects.select_related("user__row_policy").filter(digest="")
    sql: str = queryset.query.sql_with_params()[0]
    return sql


def _instance(model: type[M], values: Sequence[Any]) -> M:
    fields = model._meta.concrete_fields
    converted = [_converted(field, value) for field, value in zip(fields, values, strict=True)]
    return model.from_db(connection.alias, [field.attname for field in fields], converted)


def _converted(field: Any, value: Any) -> Any:
    for convert in field.get_db_converters(connection):
        value = convert(value, None, connection)
    return value
