"""A call reaches the checked address under the right name, and nothing inside: hostile addresses send no packet to an inner listener."""

import socket
import ssl
import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from config import Settings
from labour_exchange.feeds.webhooks import sending
from labour_exchange.feeds.webhooks.rules import Target
from labour_exchange.feeds.webhooks.sending import Call, send
from labour_exchange.feeds.webhooks.states import Outcome
from tests.feeds.receiving import Listener, Receiver, listening, receiving

ASIDE = Settings(webhook_loopback_receivers=())
# Names that an attacker's own name server answers as it likes.
NAMES = {
    "inner.example": ["127.0.0.1"],
    "private.example": ["10.0.0.1"],
    "mixed.example": ["93.184.216.34", "127.0.0.1"],
    "mixed-first.example": ["127.0.0.1", "93.184.216.34"],
    "six.example": ["::1"],
    "mapped.example": ["::ffff:127.0.0.1"],
    "nat64.example": ["64:ff9b::7f00:1"],
    "sixtofour.example": ["2002:7f00:1::1"],
    "metadata.example": ["169.254.169.254"],
    "shared.example": ["100.64.0.1"],
    "many.example": ["224.0.0.1"],
    "nothing.example": ["0.0.0.0"],
    "scoped.example": ["fe80::1%lo"],
    "local.example": ["fd00::1"],
    "127.0.0.1.nip.example": ["127.0.0.1"],
}
HOSTS = (
    *("127.0.0.1", "127.1", "127.0.1", "2130706433", "0x7f000001", "0x7f.0.0.1", "0x7f.1", "017700000001", "0177.0.0.1", "0177.1", "127.0.0.01"),
    *("0", "0.0.0.0", "0x0", "00000000", "127.255.255.254", "127.000.000.001", "[::1]", "[::]", "[0:0:0:0:0:0:0:1]", "[::ffff:127.0.0.1]"),
    *("[::ffff:7f00:1]", "[::127.0.0.1]", "[64:ff9b::127.0.0.1]", "[64:ff9b::7f00:1]", "[2002:7f00:1::]", "[fe80::1%25lo]", "[::1%25lo]"),
    *("10.0.0.1", "172.16.0.1", "192.168.0.1", "169.254.169.254", "100.64.0.1", "198.18.0.1", "224.0.0.1", "255.255.255.255"),
    *("localhost", "LOCALHOST", "localhost.", "localhost.localdomain", "service.internal", "printer.local", "a.localhost", "ip6-localhost"),
    *("user@127.0.0.1", "agency.example@127.0.0.1", "user:word@127.0.0.1", "①②⑦.⓪.⓪.①", "127。0。0。1", "ⓛocalhost", "127.0.0.1%00.agency.example"),
    *NAMES,
)
SHAPES = (
    "http://127.0.0.1:{port}/",
    "HTTP://127.0.0.1:{port}/",
    "//127.0.0.1:{port}/",
    "ftp://127.0.0.1:{port}/",
    "file:///etc/passwd",
    "gopher://127.0.0.1:{port}/_GET",
    "https:127.0.0.1:{port}",
    "https:///127.0.0.1:{port}/",
    "https://127.0.0.1:{port}#@agency.example/",
    "https://agency.example\\@127.0.0.1:{port}/",
    "https://127.0.0.1\t:{port}/",
    "https://127.0.0.1:{port}/\r\nHost: agency.example",
    "https://127.0.0.1:99999/",
    "https://:{port}/",
    "javascript:alert(1)",
    "https://[::1:{port}/",
    " https://127.0.0.1:{port}/",
    "",
)


@pytest.fixture
def only_known_names(monkeypatch: pytest.MonkeyPatch) -> None:
    """The attacker's name server; literal addresses are read by the machine's own resolver."""
    real = socket.getaddrinfo

    def resolve(host: Any, port: Any, *arguments: Any, **options: Any) -> Any:
        if host in NAMES:
            families = {True: socket.AF_INET6, False: socket.AF_INET}
            return [(families[":" in one], socket.SOCK_STREAM, 6, "", (one, port)) for one in NAMES[host]]
        return real(host, port, *arguments, **options)

    monkeypatch.setattr(socket, "getaddrinfo", resolve)


@pytest.fixture
def inner() -> Iterator[Listener]:
    with listening() as found:
        yield found


@pytest.fixture
def receiver(settings: Settings) -> Iterator[Receiver]:
    with receiving() as found:
        sending.configure(replace(ASIDE, webhook_loopback_receivers=(found.authority,)))
        yield found
    sending.configure(settings)


def call(url: str) -> Call:
    return Call(url, "msg_1", 1_700_000_000, b'{"type":"webhook.test"}', "v1,c2lnbmF0dXJl")


def test_hostile_addresses_send_no_packet_to_an_inner_listener(inner: Listener, only_known_names: None) -> None:
    sending.configure(ASIDE)
    hostile = [f"https://{host}:{inner.port}/" for host in HOSTS] + [shape.format(port=inner.port) for shape in SHAPES]
    assert len(set(hostile)) >= 60
    outcomes = {url: send(call(url)).outcome for url in hostile}
    assert set(outcomes.values()) <= {Outcome.ADDRESS, Outcome.UNREACHABLE}
    time.sleep(0.2)
    assert inner.connections == 0
    # The listener does hear who comes.
    socket.create_connection(("127.0.0.1", inner.port)).close()
    time.sleep(0.2)
    assert inner.connections == 1


def test_a_name_is_asked_for_once_and_the_answer_is_what_is_called(monkeypatch: pytest.MonkeyPatch, inner: Listener) -> None:
    answers, called = [["8.8.8.8"], ["127.0.0.1"]], []

    def rebinding(host: str, port: int, *arguments: Any, **options: Any) -> Any:
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (one, port)) for one in answers.pop(0)]

    def connecting(address: tuple[str, int], *arguments: Any) -> socket.socket:
        called.append(address)
        raise OSError("no way out of the test")

    monkeypatch.setattr(socket, "getaddrinfo", rebinding)
    monkeypatch.setattr(socket, "create_connection", connecting)
    assert send(call(f"https://rebinding.example:{inner.port}/")).outcome is Outcome.UNREACHABLE
    assert called == [("8.8.8.8", inner.port)]
    assert answers == [["127.0.0.1"]]


def test_a_redirect_is_not_followed(receiver: Receiver, inner: Listener) -> None:
    for status in (301, 302, 303, 307, 308):
        receiver.status, receiver.location = status, f"http://127.0.0.1:{inner.port}/"
        answer = send(call(receiver.url))
        assert (answer.outcome, answer.status) == (Outcome.REDIRECT, status)
    assert inner.connections == 0
    assert len(receiver.requests) == 5


@pytest.mark.parametrize(
    ("status", "outcome"),
    [
        (200, Outcome.DELIVERED),
        (204, Outcome.DELIVERED),
        (299, Outcome.DELIVERED),
        (400, Outcome.REFUSED),
        (410, Outcome.GONE),
        (500, Outcome.REFUSED),
    ],
)
def test_what_an_answer_means(receiver: Receiver, status: int, outcome: Outcome) -> None:
    receiver.status = status
    answer = send(call(receiver.url))
    assert (answer.outcome, answer.status) == (outcome, status)
    assert receiver.requests[0].path == "/hooks?of=exchange"
    assert receiver.requests[0].headers["host"] == receiver.authority
    assert receiver.requests[0].headers["webhook-id"] == "msg_1"
    assert receiver.requests[0].body == b'{"type":"webhook.test"}'


def test_a_long_answer_is_not_read_to_its_end(receiver: Receiver) -> None:
    receiver.status, receiver.body = 200, b"x" * 50_000_000
    begun = time.monotonic()
    assert send(call(receiver.url)).outcome is Outcome.DELIVERED
    assert time.monotonic() - begun < 2


def test_who_answers_too_slowly_is_cut_off(monkeypatch: pytest.MonkeyPatch, receiver: Receiver) -> None:
    monkeypatch.setattr(sending, "WHOLE_SECONDS", 0.3)
    receiver.wait = threading.Event()
    begun = time.monotonic()
    assert send(call(receiver.url)).outcome is Outcome.TIMEOUT
    assert time.monotonic() - begun < 3
    receiver.wait.set()


def test_who_sends_a_byte_now_and_then_is_cut_off(monkeypatch: pytest.MonkeyPatch, settings: Settings) -> None:
    monkeypatch.setattr(sending, "WHOLE_SECONDS", 0.5)
    stop = threading.Event()
    with socket.create_server(("127.0.0.1", 0)) as server:

        def drip() -> None:
            connection, _ = server.accept()
            with connection:
                connection.sendall(b"HTTP/1.1 200 OK\r\n")
                while not stop.wait(0.1):
                    try:
                        connection.sendall(b"X: y\r\n")
                    except OSError:
                        return

        thread = threading.Thread(target=drip, daemon=True)
        thread.start()
        authority = f"127.0.0.1:{server.getsockname()[1]}"
        sending.configure(replace(ASIDE, webhook_loopback_receivers=(authority,)))
        begun = time.monotonic()
        assert send(call(f"http://{authority}/")).outcome is Outcome.TIMEOUT
        assert time.monotonic() - begun < 3
        stop.set()
        thread.join()
    sending.configure(settings)


def certificate(folder: Path, name: str) -> Path:
    """A certificate for one name, which vouches for itself."""
    key = ec.generate_private_key(ec.SECP256R1())
    who, now = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)]), datetime.now(UTC)
    made = x509.CertificateBuilder().subject_name(who).issuer_name(who).public_key(key.public_key()).serial_number(x509.random_serial_number())
    made = made.not_valid_before(now - timedelta(days=1)).not_valid_after(now + timedelta(days=1))
    made = made.add_extension(x509.SubjectAlternativeName([x509.DNSName(name)]), critical=False)
    path = folder / f"{name}.pem"
    private = key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    path.write_bytes(private + made.sign(key, hashes.SHA256()).public_bytes(serialization.Encoding.PEM))
    return path


@pytest.mark.parametrize(("name", "is_reached"), [("agency.example", True), ("other.example", False)])
def test_the_connection_is_to_the_address_and_the_certificate_for_the_name(tmp_path: Path, name: str, is_reached: bool) -> None:
    path, asked = certificate(tmp_path, "agency.example"), []
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(path)
    context.set_servername_callback(lambda _socket, asked_name, _context: asked.append(asked_name))
    heard: list[bytes] = []
    with socket.create_server(("127.0.0.1", 0)) as server:

        def answer() -> None:
            plain, _ = server.accept()
            try:
                with context.wrap_socket(plain, server_side=True) as safe:
                    heard.append(b"")
                    while not heard[0].endswith(b"}"):
                        heard[0] += safe.recv(4096)
                    safe.sendall(b"HTTP/1.1 204 No Content\r\n\r\n")
            except OSError:
                plain.close()

        thread = threading.Thread(target=answer, daemon=True)
        thread.start()
        sending.trust(ssl.create_default_context(cafile=path))
        target = Target("https", name, server.getsockname()[1], "/hooks")
        try:
            if is_reached:
                assert sending._exchange(target, call(""), ["127.0.0.1"]) == (Outcome.DELIVERED, 204)
            else:
                with pytest.raises(ssl.SSLCertVerificationError):
                    sending._exchange(target, call(""), ["127.0.0.1"])
        finally:
            sending.trust(None)
        thread.join(5)
    assert asked == [name]
    assert bool(heard) is is_reached
    if is_reached:
        assert f"Host: agency.example:{target.port}\r\n".encode() in heard[0]
