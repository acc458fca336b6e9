"""A number leaves the portal exactly, or as text; never rounded in silence."""

from decimal import Decimal

import pytest

from widgets.serialise import number


@pytest.mark.parametrize(
    ("given", "sent"),
    [
        (Decimal("12.50"), 12.5),
        (Decimal("123456789012345"), 123456789012345.0),
        (Decimal("1234567890123456.78"), "1234567890123456.78"),
        (Decimal("0.1000000000000000000001"), "0.1000000000000000000001"),
        (Decimal("NaN"), None),
        (2**53, 2**53),
        (2**53 + 1, "9007199254740993"),
        (-(2**60), "-1152921504606846976"),
        (0.1, 0.1),
        (float("inf"), None),
        (None, None),
    ],
)
def test_numbers(given: Decimal | int | float | None, sent: object) -> None:
    assert number(given) == sent
    assert type(number(given)) is type(sent)
