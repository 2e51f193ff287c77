"""Every event is heard or declared unheard, every subscription is to an event that exists, and events hold nothing about persons."""

from dataclasses import fields
from importlib import import_module
from pathlib import Path

from labour_exchange.foundation.events import Event
from labour_exchange.subscriptions import REACTIONS, UNHEARD

ROOT = Path(__file__).resolve().parents[2]
PLAIN = {"int", "int | None", "str", "str | None", "bool", "date", "list[int]", "tuple[int, ...]"}
PERSONAL = {"name", "email", "phone", "iin", "address", "born_on", "note"}


def announced() -> dict[str, type[Event]]:
    for path in (ROOT / "labour_exchange").glob("*/events.py"):
        import_module(f"labour_exchange.{path.parent.name}.events")
    return {event.kind: event for event in Event.__subclasses__()}


def test_every_event_is_heard_or_declared_unheard() -> None:
    known = set(announced())
    assert known - set(REACTIONS) - UNHEARD == set()
    assert (set(REACTIONS) | UNHEARD) - known == set()
    assert set(REACTIONS) & UNHEARD == set()


def test_events_hold_ids_codes_and_dates_only() -> None:
    for event in announced().values():
        for field in fields(event):
            kind = field.type if isinstance(field.type, str) else getattr(field.type, "__name__", str(field.type))
            assert kind in PLAIN or kind == "tuple", f"{event.__name__}.{field.name}: {kind}"
            assert field.name not in PERSONAL
