"""How well the Kazakh stemmer groups judged words by lemma: families and running texts, with its lists and for roots that no list knows."""

from collections.abc import Iterator

import pytest
from kazakh_judgements import Grouping, Judged, families, grouping, texts

from search.analysis.kazakh import stemmer
from search.analysis.kazakh.letters import syllables
from search.analysis.kazakh.roots import Roots, roots

# The floors only rise. Held out means written before the stemmer was run on them, and never looked into: only the figures were read.
FLOORS = {
    "kazakh_families.tsv": 0.98,
    "kazakh_families_heldout.tsv": 0.96,
    "kazakh_texts_developed.txt": 0.97,
    "kazakh_texts_heldout.txt": 0.95,
}
FLOORS_BY_PART = {"noun": 0.96, "verb": 0.95, "other": 0.93}
FLOOR_UNLISTED_FAMILIES = 0.85
FLOOR_UNLISTED_TEXTS = 0.68


def _read(name: str) -> list[Judged]:
    return families(name) if name.endswith(".tsv") else texts(name)


def _running_texts() -> list[Judged]:
    return texts("kazakh_texts_developed.txt") + texts("kazakh_texts_heldout.txt")


def _print(what: str, found: Grouping) -> None:
    print(f"kazakh {what}: {found}")  # noqa: T201


def test_enough_is_judged() -> None:
    named = {name: _read(name) for name in FLOORS}
    kinds = {name: {each.lemma for each in judged} for name, judged in named.items()}
    assert len(kinds["kazakh_families.tsv"]) + len(kinds["kazakh_families_heldout.tsv"]) >= 300
    assert len(kinds["kazakh_families_heldout.tsv"]) >= 150
    assert len(_running_texts()) >= 2_000


@pytest.mark.parametrize("name", FLOORS)
def test_forms_of_one_lemma_share_a_stem(name: str) -> None:
    found = grouping(_read(name), stemmer.stem)
    _print(name, found)
    assert found.f1 >= FLOORS[name]


@pytest.mark.parametrize("part", FLOORS_BY_PART)
def test_parts_of_speech_in_running_texts(part: str) -> None:
    found = grouping([each for each in _running_texts() if each.part == part], stemmer.stem)
    _print(f"{part}s in running texts", found)
    assert found.f1 >= FLOORS_BY_PART[part]


@pytest.fixture
def lists(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[Roots]]:
    """The lists the stemmer sees, to be replaced by a test."""
    seen = [roots()]
    monkeypatch.setattr(stemmer, "roots", lambda: seen[0])
    yield seen
    stemmer.stem.cache_clear()


def _without(lemma: str) -> Roots:
    whole, gone = roots(), {lemma}
    return whole._replace(verbs=whole.verbs - gone, words=whole.words - gone, adjectives=whole.adjectives - gone)


def _as_if_unlisted(judged: list[Judged], lists: list[Roots]) -> Grouping:
    """Each lemma of two syllables or more stemmed with lists that do not know it, but all others."""
    stems: dict[tuple[str, str], str] = {}
    longer = [each for each in judged if syllables(each.lemma) > 1]
    for lemma in {each.lemma for each in longer}:
        lists[0] = _without(lemma)
        stemmer.stem.cache_clear()
        stems |= {(each.form, lemma): stemmer.stem(each.form) for each in longer if each.lemma == lemma}
    renamed = [Judged(f"{each.form} {each.lemma}", each.lemma, each.part) for each in longer]
    return grouping(renamed, lambda form: stems[tuple(form.split(" "))])  # type: ignore[index]


def test_rules_carry_roots_that_no_list_knows(lists: list[Roots]) -> None:
    named = families("kazakh_families.tsv") + families("kazakh_families_heldout.tsv")
    in_families, in_texts = _as_if_unlisted(named, lists), _as_if_unlisted(_running_texts(), lists)
    _print("families, each root unlisted", in_families)
    _print("texts, each root unlisted", in_texts)
    assert in_families.f1 >= FLOOR_UNLISTED_FAMILIES
    assert in_texts.f1 >= FLOOR_UNLISTED_TEXTS


def test_the_lists_are_worth_their_place(lists: list[Roots]) -> None:
    nothing: frozenset[str] = frozenset()
    lists[0] = Roots(nothing, nothing, nothing, nothing, nothing, {}, {})
    stemmer.stem.cache_clear()
    bare = grouping(_running_texts(), stemmer.stem)
    _print("texts, without any list", bare)
    lists[0] = roots()
    stemmer.stem.cache_clear()
    assert grouping(_running_texts(), stemmer.stem).f1 > bare.f1
