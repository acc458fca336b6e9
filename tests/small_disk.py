"""A file system of a test's own, that can be full and get room again."""

import subprocess
from pathlib import Path
from typing import NoReturn

import pytest

from tests import prerequisites


class SmallDisk:
    """A tmpfs; who may not mount one is skipped, or fails where everything is required."""

    def __init__(self, directory: Path, size: str) -> None:
        self.directory = directory
        directory.mkdir()
        done = self._mount(f"size={size},mode=0755", "-t", "tmpfs", "tmpfs")
        if done.returncode:
            refuse = pytest.fail if prerequisites.everything_is_required() else pytest.skip
            refuse(f"No file system can be mounted here, which takes root: {done.stderr.strip()}")

    def fill(self) -> None:
        """Leave no byte."""
        with pytest.raises(OSError, match="No space left on device"):
            _write_for_ever(self.directory / "filler")

    def make_room(self) -> None:
        """More than `make up` asks for; memory is taken only by what is written."""
        assert self._mount("remount,size=4g").returncode == 0

    def remove(self) -> None:
        subprocess.run(["umount", str(self.directory)], check=True)

    def _mount(self, options: str, *what: str) -> "subprocess.CompletedProcess[str]":
        return subprocess.run(
            ["mount", "-o", options, *what, str(self.directory)], capture_output=True, text=True, check=False
        )


def _write_for_ever(path: Path) -> NoReturn:
    with path.open("wb", buffering=0) as file:
        while True:
            file.write(bytes(4096))
