"""scripts/venv, the first thing a newcomer runs: after it was cut short, and twice at once. Nothing is downloaded."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.portal_process import ROOT


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    (tmp_path / "scripts").mkdir()
    shutil.copy(ROOT / "scripts" / "venv", tmp_path / "scripts")
    (tmp_path / "requirements.txt").touch()
    return tmp_path


def begin(checkout: Path) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        ["scripts/venv", "requirements.txt"], cwd=checkout, env=os.environ | {"PYTHON": sys.executable},
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
    )  # fmt: skip


def test_an_environment_that_was_cut_short_is_made_again(checkout: Path) -> None:
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", ".venv"], cwd=checkout, check=True)

    first = begin(checkout)
    said, _ = first.communicate()
    again, _ = begin(checkout).communicate()

    assert first.returncode == 0, said
    assert again == ""


def test_two_at_once_do_it_one_after_the_other(checkout: Path) -> None:
    both = [begin(checkout), begin(checkout)]
    said = [one.communicate()[0] for one in both]

    assert [one.returncode for one in both] == [0, 0], said
    assert sorted("waiting for it" in words for words in said) == [False, True]
    assert sorted("Installing locked requirements" in words for words in said) == [False, True]
