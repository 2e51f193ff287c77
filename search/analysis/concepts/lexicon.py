"""The lexicon: every name of every occupation and skill, looked up by stems and by first letters."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache

from search.analysis.concepts.management import management_terms
from search.analysis.concepts.near import Near, near_occupations, with_near
from search.analysis.concepts.positions import Place, best_place, positions_by_term
from search.analysis.concepts.scores import Concept, Title
from search.analysis.concepts.terms import Term, all_terms
from search.analysis.concepts.titles import read_title
from search.analysis.normalisation import normalise
from search.analysis.words import Word, readings, words

# Below this a title is taken to say too little, and the text around it is asked too.
UNSURE = 0.55
FROM_CONTEXT = 0.45
DEFAULT_READING = 0.8
# A term whose every reading asks for a context that is not there: better than nothing, when there is nothing else.
OPEN_READING = 0.6
# A word that stands in so many names of so many concepts ("инженер", "manager") says little alone, unless most of them name the same ("сварщик").
GENERIC_FROM = 40
CONCEPTS_OF_A_GENERIC = 8
MOST_OF_ITS_NAMES = 0.6
# A further reading that ISCO-08 leaves open: an import keeps it beside the first, a query does not ask for it.
ALSO = 0.3
_MOST_SUGGESTIONS_WEIGHED = 1000
_MOST_SENTENCES = 12
_SENTENCE = re.compile(r"[.;!?\n•]+(?=\s|$)")

Named = tuple[Term, Place, float]
"""A term that stands in a text: where, and how certain this reading of it is."""


class Lexicon:
    """Immutable once built, so threads share it."""

    def __init__(self, terms: Iterable[Term], near: Near | None = None) -> None:
        self._near = near or {}
        self._by_key: dict[tuple[str, ...], list[Term]] = {}
        self._names: dict[tuple[str, str, str], list[Term]] = {}
        for term in terms:
            if term.key:
                self._by_key.setdefault(term.key, []).append(term)
                self._names.setdefault((term.kind, term.id, term.language), []).append(term)
        frequency = Counter(stem for key in self._by_key for stem in set(key))
        self._by_rarest: dict[str, list[tuple[str, ...]]] = {}
        for key in self._by_key:
            self._by_rarest.setdefault(min(key, key=lambda stem: (frequency[stem], stem)), []).append(key)
        self.stems: frozenset[str] = frozenset(frequency)
        everything = [term for found in self._by_key.values() for term in found]
        self._generic = _generic({stem for stem, count in frequency.items() if count >= GENERIC_FROM}, everything)
        self.surfaces: frozenset[str] = frozenset(surface for term in everything for surface in term.surfaces)
        self._size = len(everything)
        self._prefixes: dict[str, list[tuple[str, int, bool, Term]]] = {}

    def size(self) -> int:
        """The number of terms."""
        return self._size

    def knows(self, surface: str) -> bool:
        """Whether the normalised word, in any of its forms, belongs to a term."""
        return surface in self.surfaces or any(term in self.stems for term in readings(surface))

    def terms(self) -> Iterator[Term]:
        """Every term, those with the same words together."""
        return (term for found in self._by_key.values() for term in found)

    def names(self, kind: str, id: str, language: str) -> tuple[str, ...]:
        """What the concept is called in a language, its name first."""
        found = self._names.get((kind, id, language), [])
        return tuple(term.text for term in sorted(found, key=lambda term: term.sort != "name"))

    def recognise(self, text: str, language: str | None = None, *, context: str = "", beside: str = "") -> tuple[Concept, ...]:
        """Concepts in a title or query, best first, each concept once.

        `context` (the category and the body of an advertisement, the most telling first) decides ambiguous terms and is searched itself, at a lower
        score, when the text says too little. What stands `beside` only decides ambiguous terms.
        """
        found = read_title(text, words(text, language), self.stems)
        around = words(context) if context else ()
        nearby = _nearby((*found, *around, *(words(beside) if beside else ())))
        concepts = self._concepts(text, found, nearby, with_open=True)
        occupations = [concept for concept in concepts if concept.kind == "occupation"]
        if around and (not occupations or occupations[0].score < UNSURE):
            concepts = _best_of_each([*concepts, *self._from_context(context, nearby, len(found))])
        return tuple(with_near(concepts, self._near))

    def skills(self, text: str) -> tuple[Concept, ...]:
        """The skills among what `recognise` finds in the text, without weighing the occupations, which only decide which of them are hidden."""
        found = read_title(text, words(text), self.stems)
        named = self._named(found, _nearby(found), with_open=True)
        return tuple(_best_of_each([_concept(term, place, found, place.fit * sure) for term, place, sure in named if term.kind == "skill"]))

    def _concepts(self, text: str, found: tuple[Word, ...], nearby: set[str], *, with_open: bool = False) -> list[Concept]:
        title = Title(text, found, self.stems, self._generic)
        return _best_of_each(
            [
                _concept(term, place, found, (title.score(term, place) if term.kind == "occupation" else place.fit) * certainty)
                for term, place, certainty in self._named(found, nearby, with_open=with_open)
            ]
        )

    def _named(self, found: tuple[Word, ...], nearby: set[str], *, with_open: bool) -> list[Named]:
        """The terms that stand here. `with_open`: where none is of an occupation, those whose every reading asks for a context too."""
        places = self._places(found)
        named = self._chosen(places, found, nearby, 0.0)
        if not with_open or any(term.kind == "occupation" for term, *_ in named):
            return named
        return self._chosen(places, found, nearby, OPEN_READING)

    def _chosen(self, places: list[tuple[tuple[str, ...], Place]], found: tuple[Word, ...], nearby: set[str], otherwise: float) -> list[Named]:
        # What the context forbids is dropped first, so that it hides nothing.
        allowed = [(place, _in_context(self._by_key[key], nearby, otherwise)) for key, place in places]
        return [
            (term, place, certainty)
            for place, terms in _longest(allowed)
            for term, certainty in _as_written(terms, tuple(found[position].surface for position in place.positions))
        ]

    def _places(self, found: tuple[Word, ...]) -> list[tuple[tuple[str, ...], Place]]:
        positions = positions_by_term(found)
        standing = set(positions)
        places: list[tuple[tuple[str, ...], Place]] = []
        for stem in positions:
            for key in self._by_rarest.get(stem, ()):
                if standing.issuperset(key) and (len(key) > 1 or len(stem) > 1 or len(found) < 3) and (place := best_place(key, positions)):
                    places.append((key, place))
        return places

    def _from_context(self, context: str, nearby: set[str], end: int) -> list[Concept]:
        """Occupations the surrounding text speaks of, its first sentence counting most; they stand nowhere in the title, so behind its last word."""
        concepts: list[Concept] = []
        share = FROM_CONTEXT
        for sentence in _SENTENCE.split(context)[:_MOST_SENTENCES]:
            found = words(sentence)
            if found:
                concepts += [
                    Concept(concept.kind, concept.id, round(concept.score * share, 4), concept.surface, end, end)
                    for concept in self._concepts(sentence, _all_readings(found), nearby)
                    if concept.kind == "occupation"
                ]
                share = FROM_CONTEXT * 0.6
        return concepts

    def suggest(self, prefix: str, language: str, limit: int, kind: str | None = None) -> list[tuple[str, str, str]]:
        """(id, kind, term) of terms with a word that begins so, each concept once; first words before later ones, names and short terms first."""
        wanted = normalise(prefix)
        keys = self._prefixes_in(language)
        if not wanted:
            return []
        weighed: list[tuple[bool, bool, int, str, Term]] = []
        for index in range(bisect_left(keys, (wanted,)), len(keys)):
            key, later, term = keys[index][0], keys[index][2], keys[index][3]
            if not key.startswith(wanted) or len(weighed) == _MOST_SUGGESTIONS_WEIGHED:
                break
            if kind is None or term.kind == kind:
                weighed.append((later, term.sort != "name", len(term.text), term.text, term))
        best: dict[tuple[str, str], str] = {}
        for *_, term in sorted(weighed, key=lambda entry: entry[:4]):
            best.setdefault((term.id, term.kind), term.text)
        return [(id, kind_found, text) for (id, kind_found), text in best.items()][:limit]

    def _prefixes_in(self, language: str) -> list[tuple[str, int, bool, Term]]:
        # Built when first asked for; two threads that build it at once build the same.
        if language not in self._prefixes:
            self._prefixes[language] = _prefixes([term for found in self._by_key.values() for term in found], language)
        return self._prefixes[language]


def _generic(frequent: set[str], terms: list[Term]) -> frozenset[str]:
    """Of the frequent stems those whose names are spread over many concepts."""
    named: dict[str, Counter[str]] = {stem: Counter() for stem in frequent}
    for term in terms:
        for stem in frequent.intersection(term.key):
            named[stem][term.id] += 1
    spread = {stem: ids for stem, ids in named.items() if len(ids) >= CONCEPTS_OF_A_GENERIC}
    return frozenset(stem for stem, ids in spread.items() if max(ids.values()) < MOST_OF_ITS_NAMES * ids.total())


def _prefixes(terms: list[Term], language: str) -> list[tuple[str, int, bool, Term]]:
    """Every term from each of its words on, in alphabetical order; the number keeps terms themselves from being compared."""
    keys: list[tuple[str, int, bool, Term]] = []
    for term in terms:
        if term.language == language:
            parts = normalise(term.text).split(" ")
            keys += [(" ".join(parts[start:]), len(keys) + start, start > 0, term) for start in range(len(parts))]
    return sorted(keys, key=lambda entry: entry[:2])


def _nearby(found: Iterable[Word]) -> set[str]:
    return {term for word in found for term in readings(word.surface)}


def _all_readings(found: tuple[Word, ...]) -> tuple[Word, ...]:
    return tuple(Word(word.surface, readings(word.surface)) for word in found)


def _longest(places: list[tuple[Place, list[tuple[Term, float]]]]) -> list[tuple[Place, list[tuple[Term, float]]]]:
    """Without terms whose words all belong to a longer term: a "менеджер по продажам" is no "менеджер". A skill hides no occupation."""
    kept: list[tuple[Place, list[tuple[Term, float]]]] = []
    covered: dict[str, list[set[int]]] = {"occupation": [], "skill": []}
    for place, terms in sorted(places, key=lambda entry: (-len(entry[0].positions), -entry[0].fit)):
        standing = set(place.positions)
        hidden = {kind: any(standing < longer for longer in sets) for kind, sets in covered.items()}
        left = [entry for entry in terms if not (hidden["occupation"] or hidden[entry[0].kind])]
        if left:
            kept.append((place, left))
            for kind in {term.kind for term, _ in left}:
                covered[kind].append(standing)
    return kept


def _in_context(terms: list[Term], nearby: set[str], otherwise: float) -> list[tuple[Term, float]]:
    """The readings a text allows, each with its certainty: without a condition or with one met; else the default; else, `otherwise`, all."""
    occupations = [term for term in terms if term.kind == "occupation"]
    skills = [term for term in terms if term.kind != "occupation"]
    return (_allowed(occupations, nearby, otherwise) if occupations else []) + (_allowed(skills, nearby, 0.0) if skills else [])


def _allowed(terms: list[Term], nearby: set[str], otherwise: float) -> list[tuple[Term, float]]:
    also = [(term, ALSO) for term in terms if term.context == "?"]
    met = [term for term in terms if term.context_keys and not term.context_keys.isdisjoint(nearby)]
    free = [term for term in terms if not term.context]
    default = [term for term in terms if term.context == "*"]
    if met:
        return [(term, 1.0) for term in met] + [(term, DEFAULT_READING) for term in (*free, *default)] + also
    if not free and not default and otherwise:
        return [(term, otherwise) for term in terms]
    return [(term, 1.0) for term in (*free, *default)] + also


def _as_written(terms: list[tuple[Term, float]], surfaces: tuple[str, ...]) -> list[tuple[Term, float]]:
    """Where a name is written so, other names of the same stems are not meant: a "product manager" is no "production manager"."""
    return [entry for entry in terms if entry[0].surfaces == surfaces] or terms


def _concept(term: Term, place: Place, found: tuple[Word, ...], score: float) -> Concept:
    positions = sorted(place.positions)
    surface = " ".join(found[position].surface for position in positions)
    return Concept(term.kind, term.id, round(score, 4), surface, positions[0], positions[-1] + 1)


def _best_of_each(concepts: list[Concept]) -> list[Concept]:
    """Each concept once; one that is named twice, in two places, is a little surer."""
    best: dict[tuple[str, str], Concept] = {}
    for concept in sorted(concepts, key=lambda each: (-each.score, each.start, each.id)):
        kept = best.setdefault((concept.kind, concept.id), concept)
        if kept is not concept and kept.start != concept.start and kept.end != concept.end and kept.score < 0.97:
            score = round(min(1.0, kept.score + 0.04), 4)
            best[(concept.kind, concept.id)] = Concept(kept.kind, kept.id, score, kept.surface, kept.start, kept.end)
    return sorted(best.values(), key=lambda each: (-each.score, each.start, each.id))


@cache
def _file_terms() -> tuple[Term, ...]:
    written = tuple(all_terms())
    return (*written, *management_terms({term.key for term in written if term.kind == "occupation"}))


@cache
def _of_files() -> Lexicon:
    return Lexicon(_file_terms(), near_occupations())


_extended: list[Lexicon] = []


def lexicon() -> Lexicon:
    """The lexicon of the files in data/, read once, with the terms it was extended by."""
    return _extended[0] if _extended else _of_files()


def extend_lexicon(terms: Iterable[Term]) -> None:
    """From now on the lexicon of this process is that of the files and these terms. Whoever reads the one before goes on with it."""
    more = tuple(terms)
    _extended[:] = [Lexicon((*_file_terms(), *more), near_occupations())] if more else []
