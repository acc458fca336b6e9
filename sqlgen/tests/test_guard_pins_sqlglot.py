"""The guard is proven with one version of sqlglot; beside another it does not even import."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from sqlgen.guard.parse import SQLGLOT_VERSION

_ROOT = Path(__file__).resolve().parents[2]


def _import_beside(folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", "import sqlgen.guard"],
        cwd=_ROOT,
        env=os.environ | {"PYTHONPATH": str(folder)},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


def _installed(folder: Path, package: str, version: str) -> Path:
    """A folder in which pip would have put that version."""
    about = folder / f"{package}-{version}.dist-info"
    about.mkdir()
    (about / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {package}\nVersion: {version}\n")
    return folder


def test_it_imports_beside_the_version_it_is_proven_with(tmp_path: Path) -> None:
    assert _import_beside(_installed(tmp_path, "sqlglot", SQLGLOT_VERSION)).returncode == 0


@pytest.mark.parametrize("package", ["sqlglot", "sqlglotc"])
def test_it_does_not_import_beside_another_version(tmp_path: Path, package: str) -> None:
    answer = _import_beside(_installed(tmp_path, package, "99.0.0"))

    assert answer.returncode != 0
    assert f"ImportError: The guard is proven with {package} {SQLGLOT_VERSION}, not 99.0.0." in answer.stderr


def test_the_lock_file_holds_that_version_of_both_its_packages() -> None:
    lines = (_ROOT / "requirements.txt").read_text(encoding="utf-8").splitlines()

    assert [line.split()[0] for line in lines if line.startswith("sqlglot")] == [
        f"sqlglot=={SQLGLOT_VERSION}",
        f"sqlglotc=={SQLGLOT_VERSION}",
    ]
