"""How well the Kazakh stemmer groups judged words by lemma: families and running texts, with its lists and for roots that no list knows."""

import re
from collections.abc import Iterator

import pytest
from kazakh_judgements import Grouping, Judged, families, grouping, texts

from search.analysis.kazakh import stemmer
from search.analysis.kazakh.letters import syllables
from search.analysis.kazakh.roots import Roots, roots

# The floors only rise. Held out means written before the stemmer was run on them; docs/search.md says how far they were looked into.
FLOORS = {
    "kazakh_families.tsv": 0.98,
    "kazakh_families_heldout.tsv": 0.965,
    "kazakh_families_third.tsv": 0.975,
    "kazakh_texts_developed.txt": 0.97,
    "kazakh_texts_heldout.txt": 0.96,
}
FLOORS_BY_PART = {"noun": 0.96, "verb": 0.95, "other": 0.93}
FLOOR_UNLISTED_FAMILIES = 0.87
# What the families show: the end of a form beside its lemma, or of the lemma, and in how many families at least.
SHOWN_BY_FORMS = {
    "[лдт][ае]р": 200,
    "[ндт][ыі]ң": 250,
    "[ғқгк][ае]|[ыі]н[ае]": 250,
    "[ндт][ыі]": 200,
    "[дт][ае]": 85,
    "[ндт][ае]н": 70,
    "[мбп]ен": 60,
    "[ыі]?м|[ыі]?м[ыі]з": 45,
    "[ыі]?ң[ыі]з": 45,
    "[сы]?[ыі]": 350,
    "[мбп][ыі]н": 20,
    "[ыі]?р[ае][кқ]|[лдт][ае]у": 15,
    "[ыі]?нш[ыі]": 7,
    "[ғқгк][ае]н|[ае]т[ыі]н|йт[ыі]н": 130,
    "[ае]д[ыі]|йд[ыі]": 120,
    "с[ае]": 80,
    "[ыі]?п": 120,
    "[ую]": 100,
}
SHOWN_BY_LEMMAS = {"ш[ыі]": 25, "[лдт][ыі][қк]": 20, "уш[ыі]": 8}
FLOOR_UNLISTED_TEXTS = 0.75


def _families() -> list[Judged]:
    return [each for name in FLOORS if name.endswith(".tsv") for each in families(name)]


def _read(name: str) -> list[Judged]:
    return families(name) if name.endswith(".tsv") else texts(name)


def _running_texts() -> list[Judged]:
    return texts("kazakh_texts_developed.txt") + texts("kazakh_texts_heldout.txt")


def _print(what: str, found: Grouping) -> None:
    print(f"kazakh {what}: {found}")  # noqa: T201


def test_enough_is_judged() -> None:
    assert len({each.lemma for each in _families()}) >= 400
    assert len({each.lemma for each in families("kazakh_families_heldout.tsv")}) >= 150
    assert len(_running_texts()) >= 2_000


@pytest.mark.parametrize("ending", SHOWN_BY_FORMS)
def test_families_show_every_kind_of_form(ending: str) -> None:
    shown = {each.lemma for each in _families() if each.form != each.lemma and re.fullmatch(f"{each.lemma[:-1]}.{{0,3}}(?:{ending})", each.form)}
    assert len(shown) >= SHOWN_BY_FORMS[ending]


@pytest.mark.parametrize("ending", SHOWN_BY_LEMMAS)
def test_families_show_every_kind_of_derivation(ending: str) -> None:
    assert len({each.lemma for each in _families() if re.search(f"{ending}$", each.lemma)}) >= SHOWN_BY_LEMMAS[ending]


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
    in_families, in_texts = _as_if_unlisted(_families(), lists), _as_if_unlisted(_running_texts(), lists)
    _print("families, each root unlisted", in_families)
    _print("texts, each root unlisted", in_texts)
    assert in_families.f1 >= FLOOR_UNLISTED_FAMILIES
    assert in_texts.f1 >= FLOOR_UNLISTED_TEXTS


def test_the_lists_are_worth_their_place(lists: list[Roots]) -> None:
    nothing: frozenset[str] = frozenset()
    lists[0] = Roots(nothing, nothing, nothing, nothing, nothing, nothing, {}, {})
    stemmer.stem.cache_clear()
    bare = grouping(_running_texts(), stemmer.stem)
    _print("texts, without any list", bare)
    lists[0] = roots()
    stemmer.stem.cache_clear()
    assert grouping(_running_texts(), stemmer.stem).f1 > bare.f1
