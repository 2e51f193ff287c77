"""Names are found by how any of their words begins, in the asked language first, each thing once."""

from hypothesis import given
from hypothesis import strategies as st

from search.analysis.normalisation import normalise
from search.analysis.prefixes import Name, PrefixIndex, other_spellings

INDEX = PrefixIndex(
    [
        Name("Сварщик", "occupation", "7212", "ru"),
        Name("Электросварщик", "occupation", "7212", "ru", 1),
        Name("Помощник сварщика", "occupation", "9329", "ru"),
        Name("Сварочный контроль", "skill", "weld-check", "ru"),
        Name("Welder", "occupation", "7212", "en"),
        Name("Webmaster", "occupation", "2513", "en"),
        Name("Дәнекерлеуші", "occupation", "7212", "kk"),
        Name("ЁЛКА", "occupation", "1", "ru"),
    ]
)


def codes(typed: str, language: str = "ru", limit: int = 10) -> list[str]:
    return [name.code for name in INDEX.find(typed, language, limit)]


def test_first_words_go_before_later_ones_and_each_thing_comes_once() -> None:
    assert [name.text for name in INDEX.find("свар", "ru", 10)] == ["Сварщик", "Сварочный контроль", "Помощник сварщика"]


def test_the_asked_language_goes_first_and_the_others_follow() -> None:
    assert codes("we", "en") == ["7212", "2513"]
    assert codes("дәнек", "en") == ["7212"]
    both = PrefixIndex([Name("мастер", "occupation", "a", "kk"), Name("мастер участка", "occupation", "b", "ru")])
    assert [name.code for name in both.find("маст", "ru", 5)] == ["b", "a"]
    assert [name.code for name in both.find("маст", "kk", 5)] == ["a", "b"]


def test_words_in_another_order_are_found_too() -> None:
    assert codes("сварщика помощ") == ["9329"]
    assert codes("сварщика повар") == []


def test_case_and_yo_do_not_matter_and_the_limit_holds() -> None:
    assert codes("елк") == codes("Ёлк") == ["1"]
    assert len(INDEX.find("с", "ru", 1)) == 1
    assert codes("") == codes("   ") == [] == codes("свар", limit=0)


def test_other_layout_and_other_alphabet() -> None:
    assert "свар" in other_spellings("cdfh")
    assert "свар" in other_spellings("svar")
    assert "повар" in other_spellings("gjdfh")


@given(st.lists(st.text(alphabet="абвә wx", min_size=1, max_size=9), max_size=12), st.text(alphabet="абвә wx", min_size=1, max_size=3))
def test_exactly_the_names_that_begin_so_are_found(texts: list[str], typed: str) -> None:
    index = PrefixIndex(Name(text, "occupation", text) for text in texts)
    wanted = normalise(typed)
    if wanted and " " not in wanted:
        begins = {text for text in texts if any(word.startswith(wanted) for word in normalise(text).split(" "))}
        assert {name.code for name in index.find(typed, "ru", 100)} == begins
