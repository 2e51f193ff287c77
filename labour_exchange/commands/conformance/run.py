"""What the parts of a run share: the agency, its vacancies as the kit believes them to be, and the checks."""

import json
import secrets
from dataclasses import dataclass, field
from typing import Any

from labour_exchange.commands.conformance.client import Answer, Client
from labour_exchange.commands.conformance.report import Report

SOURCE = "conformance"
REGIONS = ("KZ-71", "KZ-75")
WORK = ("Welder", "Electrician", "Cook", "Driver", "Nurse", "Teacher", "Accountant", "Plumber", "Mechanic", "Carpenter", "Painter", "Tailor")
CODES = ("7212", "7411", "5120", "8332", "2221", "2341", "2411", "7126", "7231", "7115", "7131", "7531")
PHONE = "+77005550199"


@dataclass
class Run:
    """One run of the kit. `open` and `closed` hold what was pushed by external id; `ids` the exchange's own ids."""

    client: Client
    visitor: Client
    report: Report
    bins: list[str]
    count: int
    patience: float
    mark: str = field(default_factory=lambda: secrets.token_hex(4))
    cursor: str = ""
    open: dict[str, dict[str, Any]] = field(default_factory=dict)
    closed: set[str] = field(default_factory=set)
    ids: dict[str, str] = field(default_factory=dict)

    def external_id(self, number: int) -> str:
        return f"{self.mark}-{number:05d}"

    def vacancy(self, number: int, **changes: Any) -> dict[str, Any]:
        """The number's advertisement; two are never alike."""
        kind = number % len(WORK)
        made = {
            "external_id": self.external_id(number),
            "title": f"{WORK[kind]} {self.mark} {number}",
            "description": f"Work number {number} of the run {self.mark}: {WORK[kind].lower()} in a workshop of {3 + number % 90} people.",
            "employer_bin": self.bins[number % len(self.bins)],
            "language": "en",
            "region_code": REGIONS[number % len(REGIONS)],
            "occupation_code": CODES[kind],
            "pay_from": 300_000 + number,
            "contact_phone": PHONE,
            "contact_name": "Invented Contact",
        }
        return made | changes

    def push(self, rows: list[Any], *, key: str = "") -> Answer:
        """Send rows by the import stream; a row may be bytes as they are."""
        lines = [row if isinstance(row, bytes) else json.dumps(row).encode() for row in rows]
        return self.client.stream(f"/api/v1/vacancies:import?source={SOURCE}", lines, key=key)

    def one(self, external_id: str) -> str:
        return f"/api/v1/vacancies/{SOURCE}/{external_id}"

    def public_open(self) -> dict[str, str]:
        """Titles of what must be public now, by the exchange's id."""
        return {self.ids[one]: said["title"] for one, said in self.open.items()}
