"""The root of a Kazakh word: its stem without the common derivations."""

from functools import lru_cache

from search.analysis.kazakh.letters import syllables, with_voiceless_end
from search.analysis.kazakh.roots import roots
from search.analysis.kazakh.stemmer import stem

_AGENT = ("ушы", "уші")
_TRADE = ("шы", "ші")
_ABSTRACT = ("лық", "лік", "дық", "дік", "тық", "тік")


@lru_cache(maxsize=200_000)
def root(word: str) -> str:
    """The stem without the common derivations: сатушы -> сат, инженерлік -> инженер, балташы -> балта.

    Derivation changes the meaning more than inflection does, so short bases are left alone: жұмысшы is not жұмыс.
    """
    found = stem(word)
    for endings, shortest in ((_ABSTRACT, 5), (_AGENT, 3), (_TRADE, 5)):
        if found.endswith(endings):
            base = found[: -len(endings[0])]
            lists = roots()
            if endings is _AGENT:
                if base in lists.verbs or (len(base) >= 4 and syllables(base) >= 2):
                    return with_voiceless_end(base)
            elif (
                len(base) >= shortest
                and base[-1] not in "оөұүу"
                and syllables(base) >= 2
                and base + endings[0] not in lists.words
                and found not in lists.words
            ):
                found = with_voiceless_end(base)
    return found
