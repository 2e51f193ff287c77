"""How well the Kazakh stemmer groups judged word families, and the rules it keeps."""

from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.analysis.kazakh import root, stem
from search.analysis.kazakh.letters import harmony, is_possible_stem, with_voiceless_end
from search.analysis.kazakh.stemmer import roots

KAZAKH = st.text(alphabet="аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя", max_size=20)

# The floors only rise.
FLOOR_ALL = 0.97
FLOOR_UNLISTED = 0.95


def families() -> dict[str, list[str]]:
    lines = (Path(__file__).parent / "kazakh_families.tsv").read_text(encoding="utf-8").splitlines()[1:]
    return {lemma: [lemma, *forms.split()] for lemma, forms in (line.split("\t") for line in lines)}


def pairwise_f1(judged: dict[str, list[str]]) -> tuple[float, float, float]:
    """Precision, recall and F1 over pairs of different forms: pairs with one stem against pairs of one family."""
    stems: Counter[str] = Counter()
    both: Counter[tuple[str, str]] = Counter()
    lemmas: Counter[str] = Counter()
    for lemma, forms in judged.items():
        for form in set(forms):
            found = stem(form)
            stems[found] += 1
            lemmas[lemma] += 1
            both[lemma, found] += 1

    def pairs(counts: Counter[str] | Counter[tuple[str, str]]) -> int:
        return sum(count * (count - 1) // 2 for count in counts.values())

    right, guessed, wanted = pairs(both), pairs(stems), pairs(lemmas)
    precision, recall = right / guessed, right / wanted
    return precision, recall, 2 * precision * recall / (precision + recall)


def test_there_are_enough_families() -> None:
    judged = families()
    assert len(judged) >= 150
    assert sum(map(len, judged.values())) >= 1_000


def test_forms_of_one_family_share_a_stem() -> None:
    precision, recall, f1 = pairwise_f1(families())
    print(f"kazakh families: precision {precision:.3f}, recall {recall:.3f}, F1 {f1:.3f}")  # noqa: T201
    assert f1 >= FLOOR_ALL


def test_rules_alone_carry_words_that_no_list_knows() -> None:
    lists = roots()
    listed = lists.words | lists.verbs | set(lists.forms.values())
    unlisted = {lemma: forms for lemma, forms in families().items() if lemma not in listed}
    assert len(unlisted) >= 40
    precision, recall, f1 = pairwise_f1(unlisted)
    print(f"kazakh families without a listed root ({len(unlisted)}): precision {precision:.3f}, recall {recall:.3f}, F1 {f1:.3f}")  # noqa: T201
    assert f1 >= FLOOR_UNLISTED


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        ("мектептеріміздегілерге", "мектеп"),
        ("барғандардың", "бар"),
        ("халқының", "халық"),
        ("тауып", "тап"),
        ("оқиды", "оқы"),
        ("қызметкерлерінің", "қызметкер"),
        ("жүрегі", "жүрек"),
        ("студентпін", "студент"),
        ("үлкенірек", "үлкен"),
    ],
)
def test_layers_come_off_in_order(form: str, expected: str) -> None:
    assert stem(form) == expected


@pytest.mark.parametrize(
    "word", ["қазақстан", "бизнесмен", "жағдай", "тәжірибелі", "тәжірибесіз", "менеджер", "команда", "басқа", "келісім", "сауда"]
)
def test_ends_that_only_look_like_suffixes_stay(word: str) -> None:
    assert stem(word) == word


@pytest.mark.parametrize(
    ("first", "second"), [("жұмысшы", "жұмыс"), ("бала", "балық"), ("тіл", "тілші"), ("алма", "ал"), ("тәжірибе", "тәжірибесіз")]
)
def test_different_words_stay_apart(first: str, second: str) -> None:
    assert stem(first) != stem(second)


@pytest.mark.parametrize(
    ("word", "expected"),
    [("дәнекерлеушілер", "дәнекерле"), ("сатушы", "сат"), ("инженерлік", "инженер"), ("аспазшылар", "аспаз"), ("жұмысшы", "жұмысшы")],
)
def test_root_takes_off_common_derivations(word: str, expected: str) -> None:
    assert root(word) == expected


def test_vowel_harmony_is_asked() -> None:
    assert harmony("бала") == "b"
    assert harmony("мектеп") == "f"
    # -лар after a front stem and -ге after a back one are no Kazakh suffixes.
    assert stem("мектеплар") == "мектеплар"
    assert stem("шапкаге") == "шапкаге"


def test_assimilation_is_asked() -> None:
    # After a voiceless consonant the locative is -та, after a vowel -да.
    assert stem("зырлапда") == "зырлапда"
    assert is_possible_stem("студент")
    assert not is_possible_stem("қазақс")


def test_voiced_ends_come_from_voiceless_ones() -> None:
    assert with_voiceless_end("кітаб") == "кітап"
    assert with_voiceless_end("геолог") == "геолог"


@given(KAZAKH)
def test_any_word_has_a_stem_no_longer_than_itself_plus_a_vowel(word: str) -> None:
    found = stem(word)
    assert bool(found) == bool(word)
    assert len(found) <= len(word) + 1
    assert bool(root(word)) == bool(word)
