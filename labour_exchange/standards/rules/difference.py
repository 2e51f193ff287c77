"""What changed between two versions: paragraphs that were added, removed or reworded, and the words within them."""

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum


class Mark(StrEnum):
    SAME = "same"
    ADDED = "added"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class Piece:
    """Words in a row that share a fate."""

    mark: Mark
    words: str


@dataclass(frozen=True, slots=True)
class ChangedParagraph:
    """One paragraph of either version or of both, with its number in each."""

    old_number: int | None
    new_number: int | None
    pieces: tuple[Piece, ...]

    @property
    def is_changed(self) -> bool:
        return any(piece.mark is not Mark.SAME for piece in self.pieces)


def difference(old: Sequence[str], new: Sequence[str]) -> list[ChangedParagraph]:
    """Both versions read together, in the order of the new one; removed paragraphs stand where they stood."""
    found: list[ChangedParagraph] = []
    for tag, left, left_end, right, right_end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        paired = min(left_end - left, right_end - right)
        for step in range(paired):
            pieces = (Piece(Mark.SAME, old[left + step]),) if tag == "equal" else words_of(old[left + step], new[right + step])
            found.append(ChangedParagraph(left + step + 1, right + step + 1, pieces))
        found += [ChangedParagraph(place + 1, None, (Piece(Mark.REMOVED, old[place]),)) for place in range(left + paired, left_end)]
        found += [ChangedParagraph(None, place + 1, (Piece(Mark.ADDED, new[place]),)) for place in range(right + paired, right_end)]
    return found


def words_of(old: str, new: str) -> tuple[Piece, ...]:
    """One paragraph word by word."""
    before, after = old.split(), new.split()
    pieces: list[Piece] = []
    for tag, left, left_end, right, right_end in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag == "equal":
            pieces.append(Piece(Mark.SAME, " ".join(before[left:left_end])))
            continue
        if left < left_end:
            pieces.append(Piece(Mark.REMOVED, " ".join(before[left:left_end])))
        if right < right_end:
            pieces.append(Piece(Mark.ADDED, " ".join(after[right:right_end])))
    return tuple(pieces)
