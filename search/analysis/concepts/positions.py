"""Where the words of a term stand in a text: together, in another order, or with small gaps."""

from typing import NamedTuple

from search.analysis.words import Word

MOST_GAPS = 2


class Place(NamedTuple):
    """Positions in the word list, one for each word of the term, and how well they fit the term (0..1)."""

    positions: tuple[int, ...]
    fit: float


def positions_by_term(found: tuple[Word, ...]) -> dict[str, list[int]]:
    positions: dict[str, list[int]] = {}
    for position, word in enumerate(found):
        for term in word.terms:
            positions.setdefault(term, []).append(position)
    return positions


def best_place(key: tuple[str, ...], positions: dict[str, list[int]]) -> Place | None:
    """The closest place in which all words of the key occur, or None when they are further apart than the allowed gaps."""
    if len(key) == 1:
        return Place((positions[key[0]][0],), 1.0)
    rarest = min(key, key=lambda term: len(positions[term]))
    best: Place | None = None
    for anchor in positions[rarest][:20]:
        chosen: list[int] = []
        for offset, term in enumerate(key):
            # Natural order is tried first: where this word would stand if the term were written out from the anchor.
            wanted = anchor + offset - key.index(rarest)
            free = [position for position in positions[term] if position not in chosen]
            if not free:
                break
            chosen.append(min(free, key=lambda position: abs(position - wanted)))
        else:
            place = _judged(tuple(chosen))
            if place and (best is None or place.fit > best.fit):
                best = place
    return best


def _judged(chosen: tuple[int, ...]) -> Place | None:
    gaps = max(chosen) - min(chosen) + 1 - len(chosen)
    if gaps > MOST_GAPS:
        return None
    in_order = all(left < right for left, right in zip(chosen, chosen[1:], strict=False))
    return Place(chosen, (1.0 if in_order else 0.93) * (1.0, 0.88, 0.78)[gaps])
