"""The cells behind each estimate as they are kept: those that may be shown one by one, the rest in one row, and who lacked a match and why."""

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from labour_exchange.foundation.disclosure import protected
from labour_exchange.programmes.efficiency.assessment import REGION_OF, TRAITS, Assessment, Group, Matched, is_comparable
from labour_exchange.programmes.efficiency.disclosure import EVERYBODY, Kind, is_covered, withheld
from labour_exchange.programmes.efficiency.rules import Cell
from labour_exchange.programmes.efficiency.states import Standing

UNKNOWN = {"education": Standing.UNKNOWN_EDUCATION, "occupation": Standing.UNKNOWN_OCCUPATION, "waited": Standing.NOT_REGISTERED}
Row = dict[str, Any]


def rows_of(found: Assessment, matched: Matched, today: date) -> Iterator[Row]:
    """Of every group of the assessment. Additional placements of its matched rows, divided by its matched participants, are its effect exactly."""
    if not found.whole or not found.middle:
        return
    hidden = withheld({group: cells for group, cells in matched.items() if group[0] != "region"}, REGION_OF)
    is_early = not is_comparable(found.middle, today)
    for group in (found.whole, *(one for some in found.groups.values() for one in some)):
        name = (group.dimension, group.key)
        known = {"dimension": group.dimension, "key": group.key}
        # A kind of people has its region, so what is withheld of everybody is withheld of the region.
        told = hidden[EVERYBODY if group.dimension == "region" else name]
        for row in (*_matched_rows(group, matched[name], told), *_rows_without_match(group, matched[name], is_early)):
            yield known | row


def _matched_rows(group: Group, cells: Mapping[Kind, Cell], told: set[Kind]) -> Iterator[Row]:
    together = []
    for kind, cell in cells.items():
        if not cell.is_usable:
            continue
        if kind in told:
            together.append(cell)
            continue
        traits = dict(zip(TRAITS, kind, strict=True))
        yield _row(Standing.SHOWN, group, [cell], traits)
    if together:
        row = _row(Standing.TOGETHER, group, together, dict.fromkeys(TRAITS))
        if not is_covered(together):
            # All of the group: who took part and what was added is said of the group itself, and no more is said here.
            row |= dict.fromkeys(("employed", "others", "others_employed"))
        yield row


def _row(standing: Standing, group: Group, cells: list[Cell], traits: Mapping[str, str | None]) -> Row:
    participants, matched, is_said = sum(cell.participants for cell in cells), group.estimate.matched, group.estimate.can_be_said
    additional = sum(cell.additional for cell in cells)
    is_told = is_said or standing is Standing.SHOWN
    return {
        "standing": standing,
        **traits,
        "cells": len(cells),
        "participants": participants,
        "employed": sum(cell.employed for cell in cells),
        "others": sum(cell.others for cell in cells),
        "others_employed": sum(cell.others_employed for cell in cells),
        "weight": participants / matched,
        "difference": (cells[0].difference if len(cells) == 1 else additional / participants) if is_told else None,
        "additional": additional if is_told else None,
    }


def _rows_without_match(group: Group, cells: Mapping[Kind, Cell], is_early: bool) -> Iterator[Row]:
    """How many lacked a match for each reason; a small number is kept back, and another with it where the total would give it back."""
    counts: Counter[Standing] = Counter()
    for kind, cell in cells.items():
        if not cell.is_usable:
            counts[Standing.TOO_EARLY if is_early else _reason(kind, cell)] += cell.participants
    counts[Standing.TOO_EARLY] += group.counts["entrants"] - sum(cell.participants for cell in cells.values())
    column = protected(+counts)
    for standing, count in column.cells.items():
        empty = dict.fromkeys(("employed", "others", "others_employed", "weight", "difference", "additional"))
        yield {"standing": standing, **dict.fromkeys(TRAITS), "cells": None, "participants": count, **empty}


def _reason(kind: Kind, cell: Cell) -> Standing:
    traits = dict(zip(TRAITS, kind, strict=True))
    missing = next((standing for trait, standing in UNKNOWN.items() if traits[trait] is None), None)
    return missing or (Standing.ONE_ALIKE if cell.others else Standing.NOBODY_ALIKE)
