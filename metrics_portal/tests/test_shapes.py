"""A class that keeps its fields keeps its shape; whatever is added, taken away or typed otherwise, deep down too, gives
another."""

from dataclasses import make_dataclass
from typing import Annotated, Any

import pytest
from pydantic import AfterValidator, BaseModel, create_model

from metrics_portal.shapes import shape_of


def kept(**fields: Any) -> type:
    return make_dataclass("Kept", fields.items(), frozen=True, slots=True, namespace={"__module__": __name__})


def inner(**fields: Any) -> type[BaseModel]:
    return create_model("Inner", __module__=__name__, **{name: (kind, ...) for name, kind in fields.items()})


def test_the_same_fields_are_the_same_shape() -> None:
    assert shape_of(kept(value=int, parts=tuple[inner(name=str), ...])) == shape_of(
        kept(value=int, parts=tuple[inner(name=str), ...])
    )


@pytest.mark.parametrize(
    "other",
    [
        {"value": int},
        {"value": int, "parts": tuple[inner(name=str), ...], "more": str},
        {"value": float, "parts": tuple[inner(name=str), ...]},
        {"value": int, "parts": tuple[inner(name=str, more=int), ...]},
        {"value": int, "parts": tuple[inner(name=str | None), ...]},
    ],
    ids=["taken away", "added", "of another type", "added deep down", "of another type deep down"],
)
def test_any_other_field_is_another_shape(other: dict[str, Any]) -> None:
    assert shape_of(kept(**other)) != shape_of(kept(value=int, parts=tuple[inner(name=str), ...]))


def checked_name() -> Any:
    def checked(name: str) -> str:
        return name

    return Annotated[str, AfterValidator(checked)] | None


def test_a_check_of_a_value_is_no_part_of_it() -> None:
    # Its words hold an address, by which two processes would find nothing that the other kept.
    assert shape_of(inner(name=checked_name())) == shape_of(inner(name=checked_name()))
