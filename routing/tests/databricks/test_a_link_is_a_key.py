"""A link to an export's rows is a key, and an address that somebody else chose: who learns of it, and where it may
lead."""

import ipaddress
import logging
import socket
import ssl
import threading
import traceback
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from routing.backends.databricks.backend import DatabricksBackend
from routing.backends.databricks.channel import Running
from routing.backends.databricks.faults import Fault as Failed
from routing.backends.databricks.patience import Patience
from routing.backends.databricks.storage import Link, Storage
from routing.contracts import BackendError, ErrorKind
from routing.tests.databricks.conftest import (
    BY_LINK,
    CHUNK,
    IDS,
    LINK_REFUSED,
    ROWS,
    STORAGE_BROKEN,
    all_of,
    failure_of,
    ids,
    stream,
)
from tests.emulators.faults import Drop, Fault
from tests.emulators.http import LoopbackServer
from tests.emulators.workspace import TOKEN, Workspace

# ── Who has it may read: nobody else learns of it


def test_the_storage_gets_no_token_of_ours_and_the_headers_it_wants(
    backend: DatabricksBackend, workspace: Workspace, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    netrc = tmp_path / "netrc"
    netrc.write_text("machine 127.0.0.1 login portal password of-another-service\n")
    monkeypatch.setenv("NETRC", str(netrc))

    all_of(stream(backend))

    calls = workspace.storage.server.calls(BY_LINK)
    assert [call.status for call in calls] == [200] * (ROWS // CHUNK)
    assert not [call for call in calls if "authorization" in call.request.headers]
    assert not [call for call in calls if TOKEN in str(call.request)]


@pytest.mark.parametrize(
    "fault",
    [
        Fault(operation=BY_LINK, after=3, status=403),
        Fault(operation=BY_LINK, after=3, drop=Drop.UNHEARD),
        Fault(operation=BY_LINK, after=3, drop=Drop.HALFWAY),
        Fault(operation=BY_LINK, after=3, status=200, body=b"nothing of the kind"),
        Fault(operation=BY_LINK, after=3, status=200, headers={"a b": "no header"}),
    ],
    ids=["refused", "unheard", "dropped", "garbled", "bad header"],
)
def test_a_link_is_in_no_log_and_no_error(
    backend: DatabricksBackend, workspace: Workspace, caplog: pytest.LogCaptureFixture, fault: Fault
) -> None:
    workspace.storage.faults.add(fault)

    with caplog.at_level(logging.DEBUG):
        failure = failure_of(backend)

    given = {call.request.query["X-Signature"] for call in workspace.storage.server.calls(BY_LINK)}
    told = caplog.text + failure.detail + "".join(traceback.format_exception(failure))
    assert len(given) > 3
    assert not [signature for signature in given if signature in told]
    assert "X-Signature" not in told


# ── Where it may lead


def test_a_redirect_is_not_followed(backend: DatabricksBackend, workspace: Workspace) -> None:
    elsewhere = {"Location": f"{workspace.url}/elsewhere"}
    workspace.storage.faults.add(Fault(operation=BY_LINK, status=307, headers=elsewhere))

    failure = failure_of(backend)

    assert LINK_REFUSED in failure.detail
    assert not workspace.server.calls("/elsewhere")


@pytest.mark.parametrize(
    "url",
    [
        "http://storage.example.com/results",
        "http://[",
        "file:///etc/passwd",
        "https:///results",
        "results",
        "https://169.254.169.254/results",
        "https://10.0.0.1./results",
        "https://127.1/results",
        "https://0x7f.0x1/results",
        "https://2130706433/results",
        "https://[fe80::1]/results",
        "https://[::ffff:10.0.0.1]/results",
        "https://intranet/results",
    ],
)
def test_an_address_that_is_not_safe_is_not_followed(
    backend: DatabricksBackend, workspace: Workspace, monkeypatch: pytest.MonkeyPatch, url: str
) -> None:
    monkeypatch.setattr(workspace.storage, "link", lambda statement, index: {"external_link": url})

    failure = failure_of(backend)
    monkeypatch.undo()

    assert failure.kind is ErrorKind.BACKEND_UNAVAILABLE
    assert LINK_REFUSED in failure.detail


@pytest.mark.parametrize("scheme", ["http", "https"])
@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "127.0.0.2"])
def test_a_workspace_elsewhere_leads_nobody_to_this_machine(
    workspace: Workspace, scheme: str, host: str
) -> None:
    url = f"{scheme}://{host}:{workspace.storage.server.port}/results/s/0"
    link = Link(chunk=0, url=url, headers={}, rows=None, expires_at=None, following=None)
    patience = Patience(Running(), seconds=1.0)
    storage = Storage("https://dbc-1.cloud.databricks.com", patience, silent_seconds=1.0)

    with pytest.raises(Failed, match="no https address of a named host"):
        list(storage.rows(link, skip=0, most_rows=1))
    storage.close()
    patience.end()

    assert workspace.storage.server.calls() == []
    assert url not in repr(link)


def certificate(folder: Path, address: str) -> Path:
    """A certificate for that address which nobody signed but itself, with its key."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "a storage")])
    now = datetime.now(UTC)
    signed = (
        x509.CertificateBuilder(issuer_name=name, subject_name=name, public_key=key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(
            x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address(address))]), critical=False
        )
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    file = folder / "storage.pem"
    pem = serialization.Encoding.PEM
    form, unlocked = serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    file.write_bytes(key.private_bytes(pem, form, unlocked) + signed.public_bytes(pem))
    return file


@pytest.mark.parametrize(
    ("address", "trusted", "comes"),
    [("127.0.0.1", True, True), ("127.0.0.1", False, False), ("192.0.2.1", True, False)],
    ids=["good", "of nobody", "of another"],
)
def test_a_storage_is_believed_by_its_certificate(
    backend: DatabricksBackend,
    workspace: Workspace,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    address: str,
    trusted: bool,
    comes: bool,
) -> None:
    file = certificate(tmp_path, address)
    tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    tls.load_cert_chain(file)
    with monkeypatch.context() as patched, LoopbackServer(workspace.storage, tls=tls) as server:
        patched.setattr(workspace.storage, "server", server)
        if trusted:
            patched.setenv("REQUESTS_CA_BUNDLE", str(file))
        streamed = all_of(stream(backend)) if comes else failure_of(backend)

    if isinstance(streamed, BackendError):
        assert STORAGE_BROKEN in streamed.detail
        assert server.calls() == []
    else:
        assert ids(streamed) == IDS
        assert server.url.startswith("https://")
        assert len(server.calls(BY_LINK)) == ROWS // CHUNK


def test_a_proxy_learns_the_host_alone(
    backend: DatabricksBackend, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    url = {"external_link": "https://storage.example.com/results?X-Signature=secret"}
    heard: list[bytes] = []

    def refuse(listening: socket.socket) -> None:
        asking, _ = listening.accept()
        with asking:
            heard.append(asking.recv(65_536))
            asking.sendall(b"HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n")

    with socket.create_server(("127.0.0.1", 0)) as proxy, monkeypatch.context() as patched:
        patched.setenv("HTTPS_PROXY", f"http://127.0.0.1:{proxy.getsockname()[1]}")
        patched.setattr(workspace.storage, "link", lambda statement, index: url)
        refusing = [
            threading.Thread(target=refuse, args=[proxy]) for _ in range(3)
        ]  # as often as it is tried
        for each in refusing:
            each.start()
        failure = failure_of(backend)
        for each in refusing:
            each.join()

    assert STORAGE_BROKEN in failure.detail
    assert all(head.startswith(b"CONNECT storage.example.com:443 ") for head in heard)
    assert not [head for head in heard if b"secret" in head or TOKEN.encode() in head]
