"""What was checked and how it came out."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any


@dataclass
class Report:
    """Named checks in order; a name is used once. `impossible` are those that this server cannot be asked, with the remedy."""

    results: dict[str, str] = field(default_factory=dict)
    impossible: dict[str, str] = field(default_factory=dict)

    @property
    def failed(self) -> list[str]:
        return [name for name, fault in self.results.items() if fault]

    def check(self, name: str, is_right: object, fault: Any = "") -> bool:
        """One check; `fault` says what was found instead."""
        if name in self.results:
            raise ValueError(f"{name} was checked already")
        self.results[name] = "" if is_right else (str(fault)[:300] or "not so")
        return bool(is_right)

    def equal(self, name: str, found: Any, wanted: Any) -> bool:
        """Both are the same; of sets and dictionaries only what differs is told."""
        return self.check(name, found == wanted, _difference(found, wanted))

    @contextmanager
    def guarding(self, *names: str) -> Iterator[None]:
        """Whatever breaks inside fails those of these checks that were not reached, and the rest of the run goes on."""
        fault = "not reached"
        try:
            yield
        except Exception as error:
            fault = f"{type(error).__name__}: {error}"[:300]
        for name in names:
            self.results.setdefault(name, fault)

    def as_json(self) -> str:
        return json.dumps({"checks": len(self.results), "failed": self.failed})

    def as_table(self) -> Iterator[str]:
        width = max(len(name) for name in (*self.results, *self.impossible, ""))
        for name, fault in self.results.items():
            yield f"{name:<{width}}  {'failed: ' + fault if fault else 'passed'}"
        for name, why in self.impossible.items():
            yield f"{name:<{width}}  not possible here: {why}"
        yield f"{len(self.results)} checks, {len(self.failed)} failed"


def _difference(found: Any, wanted: Any) -> str:
    if isinstance(found, dict) and isinstance(wanted, dict):
        keys = [key for key in {**found, **wanted} if found.get(key, ...) != wanted.get(key, ...)]
        return f"{len(keys)} differ, for example {[(key, found.get(key), wanted.get(key)) for key in keys[:2]]}"
    if isinstance(found, set) and isinstance(wanted, set):
        return f"{len(wanted - found)} missing, {len(found - wanted)} too many, for example {sorted(map(str, wanted ^ found))[:3]}"
    return f"{found!r} instead of {wanted!r}"
