"""Which driver is meant when a query names a driver and the categories of a licence: "жүргізуші C санаты" drives a lorry."""

from collections.abc import Sequence
from dataclasses import replace

from search.analysis.concepts.scores import Concept
from search.analysis.words import readings

CARS, BUSES, LORRIES = "8322", "8331", "8332"
_BY_CATEGORY = {"B": CARS, "C": LORRIES, "D": BUSES, "E": LORRIES}
_ANY_DRIVER = frozenset(stem for word in ("водитель", "шофер", "жүргізуші", "driver") for stem in readings(word))


def by_category(concepts: Sequence[Concept], categories: Sequence[str]) -> tuple[Concept, ...]:
    """The concepts, with those named only "driver" led to the unit groups (ISCO-08 832, 833) that drive with these categories."""
    meant = tuple(dict.fromkeys(_BY_CATEGORY[category] for category in categories if category in _BY_CATEGORY))
    if not meant:
        return tuple(concepts)
    found: dict[tuple[str, str], Concept] = {}
    for concept in concepts:
        is_any = concept.kind == "occupation" and concept.id == CARS and not _ANY_DRIVER.isdisjoint(readings(concept.surface))
        for one in (replace(concept, id=code) for code in meant) if is_any else (concept,):
            found.setdefault((one.kind, one.id), one)
    return tuple(found.values())
