"""The rows of the lexicon files: what a concept is called, in which language, and in which context."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from search.analysis.kazakh.letters import SPECIFIC as KAZAKH_LETTERS
from search.analysis.normalisation import tokens
from search.analysis.stemming import stem
from search.analysis.words import STOP_WORDS, content

DATA = Path(__file__).parent.parent / "data"


@lru_cache(maxsize=100_000)
def key_of(surface: str, language: str) -> str:
    """The one stem by which a word of a term is looked up; it is always among the word's readings in any text."""
    if surface.isascii():
        return stem(surface, "en")
    if language == "kk" or not KAZAKH_LETTERS.isdisjoint(surface):
        return stem(surface, "kk")
    return stem(surface, "ru")


@dataclass(frozen=True, slots=True)
class Term:
    """One name of a concept.

    `context`: nothing, "*" (the default reading), "?" (a further reading that is open), or words of which one must appear in the text.
    """

    kind: str  # occupation or skill
    id: str
    language: str
    text: str
    sort: str  # name, synonym, abbreviation, spoken
    context: str = ""
    surfaces: tuple[str, ...] = field(init=False)
    key: tuple[str, ...] = field(init=False)
    context_keys: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        surfaces = tuple(content(tokens(self.text)))
        object.__setattr__(self, "surfaces", surfaces)
        object.__setattr__(self, "key", tuple(key_of(surface, self.language) for surface in surfaces))
        asked = [] if self.context in ("", "*", "?") else tokens(self.context)
        object.__setattr__(self, "context_keys", frozenset(key_of(surface, self.language) for surface in asked if surface not in STOP_WORDS))


def terms_in(path: Path, kind: str) -> Iterator[Term]:
    """The terms of one file of tab-separated rows (id, language, term, sort, context); a half-written last row is passed over."""
    for line in path.read_text(encoding="utf-8").splitlines():
        columns = line.split("\t")
        if len(columns) < 4 or columns[1] not in ("kk", "ru", "en") or not columns[2].strip():
            continue
        yield Term(kind, columns[0].strip(), columns[1], columns[2].strip(), columns[3].strip(), columns[4].strip() if len(columns) > 4 else "")


def all_terms() -> Iterator[Term]:
    for path in sorted((DATA / "occupations").glob("*.tsv")):
        yield from terms_in(path, "occupation")
    skills = DATA / "skills.tsv"
    if skills.exists():
        yield from terms_in(skills, "skill")
