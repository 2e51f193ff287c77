"""The rules that the Kazakh stemmer keeps; how well it groups judged words is asked in test_kazakh_grouping.py."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.analysis.kazakh import root, stem, stem_of_token
from search.analysis.kazakh.letters import harmony, is_possible_stem, with_voiceless_end
from search.analysis.kazakh.roots import roots

KAZAKH = st.text(alphabet="аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя", max_size=20)


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
        ("қояды", "қой"),
        ("нығаюы", "нығай"),
        ("танитын", "таны"),
        ("қорқып", "қорық"),
        ("алмайтындығын", "ал"),
        ("беріңізші", "бер"),
        ("барғысы", "бар"),
        ("келгелі", "кел"),
        ("отырмын", "отыр"),
        ("жатырсың", "жат"),
        ("көрейік", "көр"),
        ("тоғызыншы", "тоғыз"),
        ("екеуміз", "екі"),
        ("қалаңыздағы", "қала"),
        ("пікірінше", "пікір"),
        ("жүрегімді", "жүрек"),
        ("журналистер", "журналист"),
        ("банкінде", "банк"),
        ("рублін", "рубль"),
        ("жияды", "жи"),
        ("құлағым", "құлақ"),
        ("көргім", "көр"),
        ("болмасымды", "бол"),
        ("өлтіріспей", "өлтір"),
        ("алаңдарлықтай", "алаңда"),
        ("алмаса", "ал"),
        ("екенсіңдер", "е"),
        ("таусылды", "тауыс"),
        ("тегістеуішінде", "тегістеуіш"),
        ("қаласыз", "қал"),
    ],
)
def test_layers_come_off_in_order(form: str, expected: str) -> None:
    assert stem(form) == expected


@pytest.mark.parametrize(
    "word", ["қазақстан", "бизнесмен", "жағдай", "тәжірибелі", "тәжірибесіз", "жігерсіз", "менеджер", "команда", "басқа", "келісім", "сауда"]
)
def test_ends_that_only_look_like_suffixes_stay(word: str) -> None:
    assert stem(word) == word


@pytest.mark.parametrize(
    ("first", "second"),
    [("жұмысшы", "жұмыс"), ("бала", "балық"), ("тіл", "тілші"), ("алма", "ал"), ("тәжірибе", "тәжірибесіз"), ("оқушы", "оқы")],
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


@given(st.text(max_size=20))
def test_any_token_has_one_stem_and_never_loses_itself(token: str) -> None:
    assert bool(stem_of_token(token)) == bool(token.strip())


@pytest.mark.parametrize(
    ("token", "expected"),
    [
        ("Қазақстанның", "қазақстан"),
        ("АҚШ-тың", "ақш"),
        ("NATO-ға", "nato"),
        ("О\u2019Нилге", "о'нил"),
        ("5-ші", "5"),
        ("100-ден", "100"),
        ("90-жылдары", "90-жыл"),
        ("ата-аналарының", "ата-ана"),
        ("Нью-Йоркте", "нью-йорк"),
        ("жан-жағынан", "жан-жақ"),
        ("бармай-ақ", "бар"),
        ("жап-жаңасы", "жаңа"),
        ("түр-түсіне", "түр-түс"),
        ("көші-қонның", "көші-қон"),
        ("мұнда", "бұл"),
        ("барған-ды", "бар"),
        ("ЮНЕСКО-ның", "юнеско"),
        ("бірте-бірте", "бірте-бірте"),
        ("«Алматыда»", "алматы"),
        ("12,5", "12,5"),
        ("—", "-"),
        ("...", "..."),
    ],
)
def test_tokens_of_texts_keep_their_own_shape(token: str, expected: str) -> None:
    assert stem_of_token(token) == expected


def test_lists_hold_roots_once_and_no_endings() -> None:
    lists = roots()
    assert not lists.uninflected & lists.words
    assert lists.adjectives | lists.numerals <= lists.words
    assert all(word.isalpha() or "-" in word for word in lists.words | lists.verbs)
    # A listed plural or case would hide its root.
    hidden = {word for word in lists.words for ending in ("лар", "лер", "дар", "дер") if word.endswith(ending) and word[:-3] in lists.words}
    assert hidden <= {"айдар"}  # a name, not "moons"
