"""The one query behind a bearer token. It stands before every API answer, so its SQL is compiled once:
building it anew costs more than running it."""

from collections.abc import Sequence
from functools import cache
from typing import Any, TypeVar

from django.db import connection
from django.db.models import Model, Subquery

from accounts.models import ApiToken, ConfigurationVersion, RowPolicyRecord, User

M = TypeVar("M", bound=Model)


def find_token(digest: str) -> ApiToken | None:
    """The token with its user, the user's row policy and the configuration's version; None when there is none."""
    with connection.cursor() as cursor:
        cursor.execute(_sql(), [digest])
        row = cursor.fetchone()
    if row is None:
        return None
    of_token = len(ApiToken._meta.concrete_fields)
    of_user = of_token + 1 + len(User._meta.concrete_fields)
    token = _instance(ApiToken, row[:of_token])
    token.configuration_version = row[of_token]
    token.user = _instance(User, row[of_token + 1 : of_user])
    token.user.row_policy = _instance(RowPolicyRecord, row[of_user:]) if token.user.row_policy_id else None
    return token


@cache
def _sql() -> str:
    # Columns come in this order: the token's, the annotation, then select_related's: the user's, the row policy's.
    version = Subquery(ConfigurationVersion.objects.values("number")[:1])
    tokens = ApiToken.objects.filter(digest="").annotate(version=version).select_related("user__row_policy")
    sql: str = tokens.query.sql_with_params()[0]
    return sql


def _instance(model: type[M], values: Sequence[Any]) -> M:
    fields = model._meta.concrete_fields
    converted = [_converted(field, value) for field, value in zip(fields, values, strict=True)]
    return model.from_db(connection.alias, [field.attname for field in fields], converted)


def _converted(field: Any, value: Any) -> Any:
    for convert in field.get_db_converters(connection):
        value = convert(value, None, connection)
    return value
