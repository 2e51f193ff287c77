"""Matched words marked in titles and snippets: escaped text with <mark> around words, nothing else."""

from dataclasses import dataclass

from markupsafe import Markup, escape

from labour_exchange.discovery.finders import FoundPage
from labour_exchange.vacancies.models import Vacancy
from labour_exchange.web.public import wording
from search.analysis.concepts import lexicon
from search.analysis.highlighting import first_match, matched_pieces

BEFORE_MATCH = 60


@dataclass(frozen=True, slots=True)
class Marker:
    """What is to be marked: the terms of typed words, and in titles also the words that name one of the occupations meant."""

    terms: frozenset[str]
    occupations: frozenset[str]

    @classmethod
    def of(cls, page: FoundPage) -> "Marker":
        return cls(frozenset(term for word in page.words for term in word.terms), frozenset(page.occupations))

    def title(self, text: str) -> Markup:
        named = [one for one in lexicon().recognise(text) if one.kind == "occupation" and one.id in self.occupations] if self.occupations else []
        return self._marked(text, frozenset(surface for one in named for surface in one.surface.split()))

    def snippet(self, vacancy: Vacancy) -> Markup:
        """The beginning of the text, or, where nothing of it matched, the stretch around the first match."""
        whole = wording.summary_text(vacancy)
        start = wording.cut(whole)
        at = first_match(whole, self.terms) if self.terms else None
        if at is None or at < len(start) - 1:
            return self._marked(start)
        begin = whole.rfind(" ", 0, max(at - BEFORE_MATCH, 0)) + 1
        return self._marked(("… " if begin else "") + wording.cut(whole[begin:]))

    def _marked(self, text: str, surfaces: frozenset[str] = frozenset()) -> Markup:
        pieces = matched_pieces(text, self.terms, surfaces)
        return Markup("").join(Markup("<mark>{}</mark>").format(piece) if is_matched else escape(piece) for piece, is_matched in pieces)
