"""The unit groups an advertisement may belong to, best first."""

from search.analysis.concepts.lexicon import lexicon
from search.analysis.concepts.scores import Concept
from search.analysis.forgiveness import forgive, vocabulary_of
from search.analysis.normalisation import tokens
from search.analysis.words import STOP_WORDS

SHORTEST_MISSPELT = 5


def recognise_occupation(title: str, body: str = "", language: str | None = None) -> list[tuple[str, float]]:
    """(unit group code, score 0..1) of an advertisement, distinct, best first.

    The title decides; the body (its category first, where there is one) only helps where the title is ambiguous or silent. A title that names
    nothing is read once more with its unknown words forgiven.
    """
    found = _occupations(title, body, language)
    # What the body alone says stands behind the last word of the title, on no word at all.
    if not any(concept.start < concept.end for concept in found) and (corrected := _forgiven(title)):
        found = _occupations(corrected, body, language)
    return [(concept.id, concept.score) for concept in found]


def _occupations(title: str, body: str, language: str | None) -> list[Concept]:
    return [concept for concept in lexicon().recognise(title, language, context=body) if concept.kind == "occupation"]


def _forgiven(title: str) -> str:
    """The title with its slips mended; nothing when there are none to mend."""
    entries, known = lexicon(), vocabulary_of(lexicon().surfaces)
    mended = False
    kept: list[str] = []
    for token in tokens(title):
        is_strange = len(token) >= SHORTEST_MISSPELT and token.isalpha() and token not in STOP_WORDS and not entries.knows(token)
        better = forgive(token, known) if is_strange else None
        mended = mended or better is not None
        kept.append(better or token)
    return " ".join(kept) if mended else ""
