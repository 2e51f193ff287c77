"""Receive webhooks on a loopback port, check their signatures, and have them sent again."""

import base64
import hashlib
import hmac
import json
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import urlsplit

from labour_exchange.commands.conformance.client import until
from labour_exchange.commands.conformance.run import Run

WEBHOOKS = "/api/v1/webhooks"
HEADERS = ("webhook-id", "webhook-timestamp", "webhook-signature")
CLOCKS_APART = 300
RECEIPT_CHECKS = ("webhook_arrives", "webhook_is_signed", "webhook_is_thin", "webhook_of_an_application_arrives")
RECEIPT_CHECKS += ("webhook_is_signed_by_both_secrets", "webhook_is_sent_again_under_its_id", "webhook_log_shows_attempts")
LOOPBACK = ("127.0.0.1", "localhost", "::1")
HOSTILE = ("http://agency.example/", "https://127.0.0.1/", "https://10.0.0.1/", "https://[::1]/", "https://169.254.169.254/")


class Receiver:
    """A server of the kit's own; `arrived` holds (headers, body)."""

    def __init__(self, port: int, url: str) -> None:
        arrived: list[tuple[dict[str, str], bytes]] = []

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
                arrived.append(({name.lower(): value for name, value in self.headers.items()}, body))
                self.send_response(204)
                self.end_headers()

            def log_message(self, format: str, *arguments: object) -> None:
                """The kit prints its own lines only."""

        self.arrived = arrived
        self._server = ThreadingHTTPServer(("127.0.0.1", port), Handler)
        self.url = url or f"http://127.0.0.1:{self._server.server_port}/"
        self._thread = threading.Thread(target=self._server.serve_forever, daemon=True)
        self._thread.start()

    def of_kind(self, kind: str) -> list[tuple[dict[str, str], bytes]]:
        return [one for one in list(self.arrived) if json.loads(one[1]).get("type") == kind]

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()


class Endpoint:
    """What the exchange said when the endpoint was added."""

    def __init__(self, said: dict[str, Any], receiver: Receiver) -> None:
        self.id, self.secret, self.receiver = said["id"], said["secret"], receiver


def check_adding(run: Run, receiver: Receiver, *, is_url_given: bool) -> Endpoint | None:
    """Add the endpoint; None when this server cannot reach the kit, which is then said and no failure."""
    with run.report.guarding("webhook_refuses_inner_addresses"):
        statuses = {url: run.client.post(WEBHOOKS, {"url": url}).status for url in HOSTILE}
        run.report.equal("webhook_refuses_inner_addresses", statuses, dict.fromkeys(HOSTILE, 422))
    added = run.client.post(WEBHOOKS, {"url": receiver.url})
    is_here = urlsplit(run.client.base_url).hostname in LOOPBACK
    if added.status == 422 and not is_here and not is_url_given:
        why = "the server does not call this machine; give --receiver-url, an https address that leads to --receiver-port"
        run.report.impossible.update(dict.fromkeys(("webhook_endpoint_is_added", *RECEIPT_CHECKS), why))
        return None
    is_added = added.status == 201 and str(added.json.get("secret", "")).startswith("whsec_")
    if not run.report.check("webhook_endpoint_is_added", is_added, added.body):
        for name in RECEIPT_CHECKS:
            run.report.check(name, False, "no endpoint")
        return None
    return Endpoint(added.json, receiver)


def check_receiving(run: Run, endpoint: Endpoint) -> None:
    """A test message arrives signed; a replaced secret signs together with the former one; sending again keeps the id."""
    names = RECEIPT_CHECKS[:3] + RECEIPT_CHECKS[4:]
    receiver = endpoint.receiver
    with run.report.guarding(*names):
        run.client.post(f"{WEBHOOKS}/{endpoint.id}/test")
        run.report.check("webhook_arrives", until(lambda: receiver.of_kind("webhook.test"), run.patience), "nothing came")
        headers, body = receiver.of_kind("webhook.test")[0]
        run.report.check("webhook_is_signed", is_signed(endpoint.secret, headers, body), {name: headers.get(name) for name in HEADERS})
        run.report.equal("webhook_is_thin", set(json.loads(body)), {"type", "timestamp", "data"})
        former, said = endpoint.secret, run.client.post(f"{WEBHOOKS}/{endpoint.id}/rotation").json
        run.client.post(f"{WEBHOOKS}/{endpoint.id}/test")
        until(lambda: len(receiver.of_kind("webhook.test")) > 1, run.patience)
        headers, body = receiver.of_kind("webhook.test")[1]
        both = [is_signed(secret, headers, body) for secret in (former, said["secret"])]
        run.report.check("webhook_is_signed_by_both_secrets", both == [True, True], both)
        endpoint.secret = said["secret"]
        _check_log(run, endpoint)


def _check_log(run: Run, endpoint: Endpoint) -> None:
    log = list(run.client.pages(f"{WEBHOOKS}/{endpoint.id}/deliveries", limit=100))
    tests = [one for one in log if one["event"] == "webhook.test"]
    run.report.check("webhook_log_shows_attempts", len(tests) >= 2 and all(one["attempts"] for one in tests[:1]), tests[:1])
    run.client.post(f"{WEBHOOKS}/{endpoint.id}/replays", {"delivery": tests[0]["id"]})

    def times() -> int:
        return sum(headers.get("webhook-id") == tests[0]["message"] for headers, _ in endpoint.receiver.of_kind("webhook.test"))

    run.report.check("webhook_is_sent_again_under_its_id", until(lambda: times() > 1, run.patience), f"{times()} times")


def check_application_arrived(run: Run, endpoint: Endpoint, application: str) -> None:
    """The application that was made meanwhile was told by its id, signed."""
    with run.report.guarding("webhook_of_an_application_arrives"):

        def arrived() -> bool:
            told = endpoint.receiver.of_kind("application.sent")
            return any(json.loads(body)["data"]["application"] == application and is_signed(endpoint.secret, headers, body) for headers, body in told)

        run.report.check("webhook_of_an_application_arrives", until(arrived, run.patience), "nothing came")


def is_signed(secret: str, headers: dict[str, str], body: bytes) -> bool:
    """As Standard Webhooks 1.0 has it; within five minutes of now."""
    message_id, stamp, signatures = (headers.get(name, "") for name in HEADERS)
    if not stamp.isdigit() or abs(time.time() - int(stamp)) > CLOCKS_APART:
        return False
    key = base64.b64decode(secret.removeprefix("whsec_"))
    wanted = "v1," + base64.b64encode(hmac.new(key, f"{message_id}.{stamp}.".encode() + body, hashlib.sha256).digest()).decode()
    return any(hmac.compare_digest(wanted, one) for one in signatures.split())
