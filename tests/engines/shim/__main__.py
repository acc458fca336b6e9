"""Run the shim by itself: `python -m tests.engines.shim --spark PORT [--port PORT]`; says on which port it listens."""

import argparse
import sys
from pathlib import Path

from tests.engines.shim.context import Options
from tests.engines.shim.server import Certificate, ShimServer


def main() -> None:
    asked = _arguments().parse_args()
    aliases = dict(alias.split("=", 1) for alias in asked.alias)
    certificate = Certificate(asked.cert, asked.key) if asked.cert else None
    server = ShimServer(
        spark=("127.0.0.1", asked.spark),
        options=Options(aliases={name.lower(): catalog for name, catalog in aliases.items()}),
        port=asked.port,
        certificate=certificate,
    )
    sys.stdout.write(f"{server.server_address[1]}\n")
    sys.stdout.flush()
    server.serve_forever()


def _arguments() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.engines.shim")
    parser.add_argument(
        "--spark", type=int, required=True, help="port of Spark's Thrift server on this machine"
    )
    parser.add_argument("--port", type=int, default=0, help="port to listen on; any free one without it")
    parser.add_argument(
        "--alias", action="append", default=[], metavar="main=spark_catalog", help="a catalog by another name"
    )
    parser.add_argument("--cert", type=Path, help="certificate chain, to speak TLS")
    parser.add_argument("--key", type=Path, help="its private key")
    return parser


if __name__ == "__main__":
    main()
