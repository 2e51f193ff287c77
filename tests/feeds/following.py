"""A reader of the feed as another system would be: it keeps a cursor and what it was told, and nothing else."""

import time
from dataclasses import dataclass, field
from typing import Any

from flask.testing import FlaskClient

FEED = "/api/v1/feed/vacancies"
# Another test's open transaction on the same server holds the feed back until it ends.
PATIENCE_SECONDS = 60.0


@dataclass
class Follower:
    """Follows one question; `told` counts every change it was handed."""

    client: FlaskClient
    query: str = ""
    cursor: str = ""
    held: dict[str, dict[str, Any]] = field(default_factory=dict)
    told: list[tuple[str, str]] = field(default_factory=list)

    def ask(self, limit: int = 200) -> dict[str, Any]:
        """One page, taken in."""
        address = f"{FEED}?limit={limit}{self.query}" + (f"&cursor={self.cursor}" if self.cursor else "")
        answer = self.client.get(address)
        assert answer.status_code == 200, answer.get_data(as_text=True)
        page: dict[str, Any] = answer.get_json()
        for change in page["items"]:
            self.told.append((change["kind"], change["id"]))
            if change["kind"] == "closed":
                self.held.pop(change["id"], None)
            else:
                self.held[change["id"]] = change["vacancy"]
        self.cursor = page["next_cursor"]
        return page

    def until(self, told: int, limit: int = 200) -> "Follower":
        """Ask until so many changes have been told in all."""
        end = time.monotonic() + PATIENCE_SECONDS
        while len(self.told) < told and time.monotonic() < end:
            if not self.ask(limit)["items"]:
                time.sleep(0.05)
        assert len(self.told) >= told, self.told
        while self.ask(limit)["has_more"]:
            pass
        return self
