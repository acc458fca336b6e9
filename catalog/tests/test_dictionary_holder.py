"""The dictionary in use is swapped whole, and never for a bad one."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from catalog.dictionary.holder import DictionaryHolder
from catalog.dictionary.loader import DictionaryInvalid
from catalog.selectors import dictionary
from tests.clock import Clock

Edit = Callable[[str, str, str], None]


@pytest.fixture
def holder(shop_files: Path, clock: Clock) -> DictionaryHolder:
    return DictionaryHolder(str(shop_files), clock)


def test_keeps_the_object_while_nothing_changes(holder: DictionaryHolder, clock: Clock) -> None:
    first = holder.get()
    clock.now += 60

    assert holder.get() is first


def test_swaps_in_a_change_a_second_later_and_not_before(
    holder: DictionaryHolder, clock: Clock, edit_file: Edit
) -> None:
    first = holder.get()
    edit_file("ai_query_guidelines.md", "once", "twice, then once")

    clock.now += 0.9
    early = holder.get()
    clock.now += 0.2
    late = holder.get()

    assert early is first
    assert late.guidelines == "Count orders twice, then once.\n"
    assert late.version != first.version


def test_notices_a_change_that_keeps_the_size(
    holder: DictionaryHolder, clock: Clock, shop_files: Path, edit_file: Edit
) -> None:
    holder.get()
    edit_file("ai_query_guidelines.md", "once", "ONCE")
    os.utime(shop_files / "ai_query_guidelines.md", ns=(1, 1))
    clock.now += 1

    assert holder.get().guidelines == "Count orders ONCE.\n"


def test_a_bad_version_leaves_the_running_one_and_says_why(
    holder: DictionaryHolder, clock: Clock, edit_file: Edit, caplog: pytest.LogCaptureFixture
) -> None:
    first = holder.get()
    edit_file("column_dictionary.csv", "shop,orders,items,int; integer", "shop,orders,items,itn")

    clock.now += 1
    during = holder.get()
    edit_file("column_dictionary.csv", "shop,orders,items,itn", "shop,orders,items,bigint")
    clock.now += 1
    mended = holder.get()

    assert during is first
    assert "column_dictionary.csv:10:data_type: itn is no type" in caplog.text
    assert mended.tables["shop.orders"].columns["items"].data_types == ("bigint",)


def test_a_folder_that_goes_away_leaves_the_running_one(
    holder: DictionaryHolder, clock: Clock, shop_files: Path
) -> None:
    first = holder.get()
    shop_files.rename(shop_files.with_name("elsewhere"))
    clock.now += 1

    assert holder.get() is first


def test_a_first_version_with_errors_is_refused_until_it_is_mended(
    holder: DictionaryHolder, edit_file: Edit
) -> None:
    edit_file("join_map.csv", "shop,orders,customer_id", "shop,order,customer_id")

    with pytest.raises(DictionaryInvalid):
        holder.get()
    edit_file("join_map.csv", "shop,order,customer_id", "shop,orders,customer_id")

    assert "shop.orders" in holder.get().tables


def test_the_process_uses_the_configured_folder(shop_in_use: Path) -> None:
    assert dictionary() is dictionary()
    assert set(dictionary().tables) >= {"shop.orders", "ops.order_daily"}
