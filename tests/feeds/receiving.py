"""An agency with an endpoint, and the server that is called there."""

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from labour_exchange.agencies.models import Agency, Licence
from labour_exchange.agencies.states import LicenceState
from labour_exchange.foundation import clock
from labour_exchange.foundation.access import Actor, ActorKind
from labour_exchange.foundation.database import ExchangeSession
from tests.factories.placements import bin_number


@dataclass
class Received:
    """Requests as they came: path, headers, body."""

    path: str
    headers: dict[str, str]
    body: bytes


@dataclass
class Receiver:
    """A server that answers what `status` says; `wait` holds each answer back until it is set."""

    port: int = 0
    status: int = 204
    location: str = ""
    requests: list[Received] = field(default_factory=list)
    wait: threading.Event | None = None
    body: bytes = b""

    @property
    def authority(self) -> str:
        return f"127.0.0.1:{self.port}"

    @property
    def url(self) -> str:
        return f"http://{self.authority}/hooks?of=exchange"


@contextmanager
def receiving() -> Iterator[Receiver]:
    receiver = Receiver()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
            receiver.requests.append(Received(self.path, {name.lower(): value for name, value in self.headers.items()}, body))
            if receiver.wait is not None:
                receiver.wait.wait(30)
            self.send_response(receiver.status)
            if receiver.location:
                self.send_header("Location", receiver.location)
            self.send_header("Content-Length", str(len(receiver.body)))
            self.end_headers()
            self.wfile.write(receiver.body)

        def log_message(self, format: str, *arguments: object) -> None:
            """Nothing is said."""

    class Quiet(ThreadingHTTPServer):
        daemon_threads = True

        def handle_error(self, request: object, client_address: object) -> None:
            """The exchange hangs up when it has seen enough."""

    server = Quiet(("127.0.0.1", 0), Handler)
    receiver.port = server.server_port
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield receiver
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


@dataclass
class Listener:
    """Counts connections to a port on every address of this machine, whatever they want."""

    port: int
    connections: int = 0


@contextmanager
def listening() -> Iterator[Listener]:
    plain = socket.create_server(("0.0.0.0", 0), backlog=64)  # noqa: S104 - every address of this machine is what is tested
    listener, stop = Listener(plain.getsockname()[1]), threading.Event()
    sockets = [plain]
    if socket.has_ipv6:
        six = socket.socket(socket.AF_INET6, socket.SOCK_STREAM)
        six.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 1)
        try:
            six.bind(("::", listener.port))
            six.listen(64)
            sockets.append(six)
        except OSError:
            six.close()

    def accept(one: socket.socket) -> None:
        one.settimeout(0.05)
        while not stop.is_set():
            try:
                connection, _ = one.accept()
            except TimeoutError:
                continue
            listener.connections += 1
            connection.close()

    threads = [threading.Thread(target=accept, args=(one,), daemon=True) for one in sockets]
    for thread in threads:
        thread.start()
    try:
        yield listener
    finally:
        stop.set()
        for thread in threads:
            thread.join()
        for one in sockets:
            one.close()


def agency_with_licence(session: ExchangeSession, *, state: LicenceState = LicenceState.GRANTED) -> Actor:
    """The actor of an agency that may work for a year."""
    today = clock.today()
    agency = Agency(bin=bin_number(), name="Invented Agency", region_code="KZ-71", connected_on=today, created_at=clock.now())
    session.add(agency)
    session.flush()
    until = today + timedelta(days=365)
    session.add(Licence(agency_id=agency.id, number=f"L-{agency.id}", state=state, granted_on=today, expires_on=until))
    session.flush()
    return Actor(ActorKind.AGENCY, user_id=1, organisation_id=agency.id)
