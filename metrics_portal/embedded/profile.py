"""What the embedded profile started: `make up` writes it, every process reads it. Standard library only."""

import json
import os
import secrets
from pathlib import Path


def read(var_dir: Path) -> dict[str, str]:
    """Connection URLs of the embedded servers, or nothing where none were started."""
    try:
        return dict(json.loads((var_dir / "embedded.json").read_text()))
    except FileNotFoundError:
        return {}


def write(var_dir: Path, **urls: str) -> None:
    write_private(var_dir / "embedded.json", json.dumps(urls, indent=2))


def secret_key(var_dir: Path) -> str:
    """The installation's own key, made once; production sets SECRET_KEY instead."""
    path = var_dir / "secret_key"
    if not path.exists():
        write_private(path, secrets.token_urlsafe(50))
    return path.read_text().strip()


def write_private(path: Path, text: str) -> None:
    """Replace a file at once, readable by its owner only."""
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_suffix(f".{os.getpid()}.tmp")
    descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "w") as file:
        file.write(text)
    temporary.replace(path)
