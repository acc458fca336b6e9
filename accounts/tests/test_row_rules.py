"""Row rules of a shape that would open a table, or break a viewer's every page, cannot be saved."""

from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.test import Client

from accounts.models import RowPolicyRecord, User
from accounts.services import record_event

RULES = {"l3_claims.ev_claim": {"region_id": ["1", 2]}, "ops.issue": {"region_name": []}}


def test_tables_to_columns_to_lists_is_the_shape() -> None:
    RowPolicyRecord(name="north", rules=RULES).full_clean(validate_unique=False)


@pytest.mark.parametrize(
    "rules",
    [
        ["l3_claims.ev_claim"],
        {"ev_claim": {"region_id": ["1"]}},
        {"l3_claims.ev_claim": ["region_id"]},
        {"l3_claims.ev_claim": {}},
        {"l3_claims.ev_claim": {"region_id": "12"}},
        {"l3_claims.ev_claim": {"region_id": [["1"]]}},
        {"l3_claims.ev_claim": {"region_id": [None]}},
    ],
)
def test_any_other_shape_is_refused(rules: Any) -> None:
    with pytest.raises(ValidationError) as refused:
        RowPolicyRecord(name="north", rules=rules).full_clean(validate_unique=False)

    assert "schema.table" in str(refused.value)


@pytest.mark.django_db
def test_the_admin_says_how_to_write_them(client: Client, operator: User) -> None:
    client.force_login(operator)
    form = {"name": "north", "description": "", "rules": '{"l3_claims.ev_claim": {"region_id": "12"}}'}

    page = client.post("/admin/accounts/rowpolicyrecord/add/", form).content.decode()

    assert "l3_claims.ev_claim.region_id: Write" in page
    assert not RowPolicyRecord.objects.exists()


@pytest.mark.django_db
def test_an_act_of_somebody_with_a_long_name_is_written_down(operator: User) -> None:
    operator.first_name, operator.last_name = "A" * 150, "B" * 150

    event = record_event(actor=operator, action="accounts.test", subject="it")

    assert event.actor_name == "A" * 150
