"""The kit's HTTP client: a token by client credentials, patience with 429, and nothing that an agency could not do."""

import base64
import json
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from email.message import Message
from typing import Any
from urllib.parse import urlencode

NDJSON = "application/x-ndjson"
TIMEOUT = 120.0
MOST_WAITS = 5
LONGEST_WAIT = 61.0


class _NoRedirect(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *arguments: Any) -> None:
        """The interface does not redirect; if it did, that would be a fault to be seen."""


@dataclass(frozen=True)
class Answer:
    """Status, headers and body of one answer."""

    status: int
    headers: Message
    body: bytes

    @property
    def json(self) -> Any:
        return json.loads(self.body)

    @property
    def lines(self) -> list[dict[str, Any]]:
        return [json.loads(line) for line in self.body.splitlines() if line.strip()]

    @property
    def code(self) -> str:
        """Of a problem document; empty when there is none."""
        try:
            return str(self.json.get("code", ""))
        except (ValueError, AttributeError):
            return ""


class Client:
    """One program of one agency; without credentials a visitor."""

    def __init__(self, base_url: str, client_id: str = "", secret: str = "") -> None:
        self.base_url, self.client_id, self.secret = base_url.rstrip("/"), client_id, secret
        self.token = ""
        self._opener = urllib.request.build_opener(_NoRedirect)

    def take_token(self, secret: str | None = None) -> Answer:
        """Exchange the secret, or another one, for a token."""
        basic = base64.b64encode(f"{self.client_id}:{self.secret if secret is None else secret}".encode()).decode()
        body = urlencode({"grant_type": "client_credentials"}).encode()
        headers = {"Authorization": f"Basic {basic}", "Content-Type": "application/x-www-form-urlencoded"}
        answer = self.send("POST", "/api/v1/oauth/token", body, headers)
        if answer.status == 200 and secret is None:
            self.token = answer.json["access_token"]
        return answer

    def get(self, path: str, headers: Mapping[str, str] | None = None, **query: Any) -> Answer:
        return self.send("GET", self._with_query(path, query), None, self._authorised(headers))

    def post(self, path: str, body: Any = None, *, key: str = "") -> Answer:
        headers = {"Content-Type": "application/json"} | ({"Idempotency-Key": key} if key else {})
        return self.send("POST", path, json.dumps({} if body is None else body).encode(), self._authorised(headers))

    def put(self, path: str, body: Any, headers: Mapping[str, str] | None = None) -> Answer:
        return self.send("PUT", path, json.dumps(body).encode(), self._authorised({"Content-Type": "application/json", **(headers or {})}))

    def delete(self, path: str) -> Answer:
        return self.send("DELETE", path, None, self._authorised(None))

    def stream(self, path: str, lines: list[bytes], *, key: str = "") -> Answer:
        """Send lines as one NDJSON body."""
        headers = {"Content-Type": NDJSON} | ({"Idempotency-Key": key} if key else {})
        return self.send("POST", path, b"\n".join(lines) + b"\n", self._authorised(headers))

    def pages(self, path: str, **query: Any) -> Iterator[dict[str, Any]]:
        """Every item of a list."""
        cursor: str | None = None
        while True:
            answer = self.get(path, **query, **({"cursor": cursor} if cursor else {})).json
            yield from answer["items"]
            cursor = answer["next_cursor"]
            if not cursor:
                return

    def first_line(self, path: str, **query: Any) -> dict[str, Any]:
        """The first line of a stream; the rest is not waited for."""
        request = urllib.request.Request(self.base_url + self._with_query(path, query))  # noqa: S310 - the operator names the server
        with self._opener.open(request, timeout=TIMEOUT) as response:
            found: dict[str, Any] = json.loads(response.readline())
            return found

    def send(self, method: str, path: str, body: bytes | None, headers: Mapping[str, str]) -> Answer:
        """One request as it is; asked to wait it waits."""
        for waited in range(MOST_WAITS + 1):
            request = urllib.request.Request(self.base_url + path, data=body, headers=dict(headers), method=method)  # noqa: S310
            try:
                with self._opener.open(request, timeout=TIMEOUT) as response:
                    answer = Answer(response.status, response.headers, response.read())
            except urllib.error.HTTPError as error:
                answer = Answer(error.code, error.headers, error.read())
            if answer.status != 429 or waited == MOST_WAITS:
                return answer
            time.sleep(min(float(answer.headers.get("Retry-After") or 1), LONGEST_WAIT))
        raise AssertionError("the loop returns")

    def _authorised(self, headers: Mapping[str, str] | None) -> dict[str, str]:
        return {**(headers or {}), **({"Authorization": f"Bearer {self.token}"} if self.token else {})}

    def _with_query(self, path: str, query: Mapping[str, Any]) -> str:
        return f"{path}?{urlencode(query, doseq=True)}" if query else path


def until(condition: Any, seconds: float, pause: float = 0.2) -> bool:
    """Ask again and again until it is so or time is up."""
    end = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > end:
            return False
        time.sleep(pause)
    return True
