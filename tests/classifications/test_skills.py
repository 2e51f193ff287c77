"""Skills are told apart by id and by word, and lead to occupations and back."""

import csv
import re
from collections import Counter, defaultdict
from itertools import combinations
from pathlib import Path

import pytest

from labour_exchange.classifications.occupations import is_unit_group, unit_groups
from labour_exchange.classifications.skills import is_essential, is_skill, skill, skills, skills_of, skills_to_offer, suggest_skills
from labour_exchange.foundation.texts import LANGUAGES

LEXICON = Path(__file__).resolve().parents[2] / "search" / "analysis" / "data" / "skills.tsv"
ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def lexicon() -> list[dict[str, str]]:
    with LEXICON.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def same(term: str) -> str:
    return term.casefold().replace("ё", "е")


def test_there_are_enough_skills_for_all_sectors() -> None:
    assert len(skills()) >= 2000


def test_every_unit_group_has_skills_to_offer() -> None:
    assert {group.code: len(skills_of(group.code)) for group in unit_groups() if len(skills_of(group.code)) < 3} == {}


def test_ids_are_plain_and_stand_once() -> None:
    ids = [item.id for item in skills()]
    assert len(set(ids)) == len(ids)
    assert all(ID.fullmatch(one) for one in ids)


def test_every_skill_has_a_name_in_every_language() -> None:
    for item in skills():
        for language in LANGUAGES:
            name = item.name.in_language(language)
            assert name == name.strip() != "", (item.id, language)


def test_display_names_stand_once_in_each_language() -> None:
    for language in LANGUAGES:
        seen = Counter(same(item.name.in_language(language)) for item in skills())
        assert [name for name, times in seen.items() if times > 1] == []


def test_occupations_of_a_skill_exist_and_are_named_once() -> None:
    for item in skills():
        codes = (*item.essential_for, *item.optional_for)
        assert all(is_unit_group(code) for code in codes), item.id
        assert len(set(codes)) == len(codes), item.id


def test_the_skills_of_an_occupation_put_essential_ones_first() -> None:
    welding = skills_of("7212")
    essential = ["7212" in item.essential_for for item in welding]
    assert essential == sorted(essential, reverse=True)
    assert skill("welding-mig") in welding
    assert skills_of("0000") == ()
    listed = {item.id for group in unit_groups() for item in skills_of(group.code)}
    assert listed == {item.id for item in skills() if item.essential_for or item.optional_for}


def test_what_is_offered_is_not_named_yet_and_what_is_needed_comes_first() -> None:
    offered = skills_to_offer(["7212", "7213"], ["welding-mig"], 40)
    needed = [any(is_essential(item.id, code) for code in ("7212", "7213")) for item in offered]
    assert needed == sorted(needed, reverse=True)
    assert len({item.id for item in offered}) == len(offered)
    assert "welding-mig" not in [item.id for item in offered]
    assert len(skills_to_offer(["7212"], [], 3)) == 3
    assert skills_to_offer([], [], 3) == []


def test_codes_are_recognised() -> None:
    assert is_skill("ms-excel")
    assert not is_skill("ms-exel")
    with pytest.raises(KeyError, match="ms-exel"):
        skill("ms-exel")


def test_suggestions_come_from_the_beginnings_of_words() -> None:
    assert suggest_skills("excel", "ru")[0].id == "ms-excel"
    assert suggest_skills("c++", "en")[0].id == "cpp"
    assert "welding-mig" in [item.id for item in suggest_skills("сварк", "ru", limit=20)]
    assert "sewing-clothes" in [item.id for item in suggest_skills("киім тіг", "kk")]
    assert suggest_skills("", "kk") == []


def test_search_and_the_classification_know_the_same_skills() -> None:
    assert {row["id"] for row in lexicon()} == {item.id for item in skills()}


def test_the_display_names_are_words_of_recognition() -> None:
    named = {(row["id"], row["language"]): row["term"] for row in lexicon() if row["kind"] == "name"}
    assert named == {(item.id, language): item.name.in_language(language) for item in skills() for language in LANGUAGES}
    assert len(named) == sum(row["kind"] == "name" for row in lexicon())


def test_the_lexicon_is_well_formed() -> None:
    rows = lexicon()
    assert {row["kind"] for row in rows} <= {"name", "synonym", "abbreviation", "spoken"}
    assert {row["language"] for row in rows} == set(LANGUAGES)
    for row in rows:
        assert row["term"] == row["term"].strip() != ""
        # A Latin letter inside a Cyrillic word looks right and is never found.
        assert not [word for word in re.findall(r"[^\W\d_]+", row["term"]) if re.search("[а-я]", word, re.I) and re.search("[a-z]", word, re.I)]
    seen = Counter((row["id"], row["language"], same(row["term"])) for row in rows)
    assert [one for one, times in seen.items() if times > 1] == []


def test_no_term_means_two_skills_without_a_context_that_tells_them_apart() -> None:
    by_term: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for row in lexicon():
        by_term[same(row["term"])][row["id"]].add(row["context"])
    for term, contexts in by_term.items():
        if len(contexts) > 1:
            words = [set().union(*(context.split("|") for context in found)) for found in contexts.values()]
            assert all("" not in some for some in words), term
            assert all(not one & other for one, other in combinations(words, 2)), term
