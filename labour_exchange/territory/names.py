"""The index of every name of every place, and the places that a text names."""

from collections import defaultdict
from dataclasses import dataclass
from functools import cache

from labour_exchange.foundation.texts import LANGUAGES
from labour_exchange.territory.loading import load_districts, load_other_names, load_regions
from labour_exchange.territory.places import Place
from labour_exchange.territory.spelling import (
    BEFORE_ONLY,
    NOISE,
    SEPARATORS,
    STREET_AFTER,
    STREET_BEFORE,
    fold,
    inflected,
    kind_of_word,
    sounds,
    spellings,
    tokens,
)

LONGEST_NAME = 4
SHORTEST_TOLD = 5
# Forms that only look like a place in some case: "арыстан" is a lion, not "from Arys".
OTHER_WORDS = frozenset({("арыстан",)})
# A bare name is the city of that name rather than the region or the district around it.
BARE_ORDER = {"city": 0, "region": 1, "town": 2, "district": 3}


@dataclass(frozen=True, slots=True)
class Name:
    """One way of writing a place: folded words without their type word, and how far to trust them in running text."""

    words: tuple[str, ...]
    place: Place
    kind: str
    language: str | None
    is_official: bool
    is_inflected: bool
    needs_type_word: bool


@dataclass(frozen=True, slots=True)
class Mention:
    """The names that one stretch of a text may mean, best kind only."""

    start: int
    end: int
    names: tuple[Name, ...]


def place_of(code: str) -> Place:
    """The place of an ISO region code or a KATO district code; KeyError when there is none."""
    if code in load_regions():
        return Place(code)
    return Place(load_districts()[code].region_code, code)


def bare_words(name: str) -> tuple[tuple[str, ...], str | None]:
    """The words of a name without its type word, and the kind which that word said."""
    words = [word for word in tokens(name) if word not in SEPARATORS]
    kinds = [kind for word in words if (kind := kind_of_word(word))]
    return tuple(word for word in words if not kind_of_word(word)) or tuple(words), kinds[0] if kinds else None


def _official_names() -> list[Name]:
    names = []
    for region in load_regions().values():
        kind = "city" if region.is_city else "region"
        for language in LANGUAGES:
            for text in (region.name, region.short_name):
                words, _ = bare_words(text.in_language(language))
                # "Абай" is also a poet and half the streets; "Карагандинская" alone is an adjective.
                unsure = not region.is_city and (words == ("абай",) or words == ("abai",) or words[-1].endswith("ая"))
                names.append(Name(words, Place(region.iso_code), kind, language, True, False, unsure))
    for district in load_districts().values():
        kind = "district" if kind_of_word(tokens(district.name.kk)[-1]) == "district" else "city"
        for language in LANGUAGES:
            words, _ = bare_words(district.name.in_language(language))
            names.append(Name(words, place_of(district.kato), kind, language, True, False, kind == "district"))
    return names


def _other_names() -> list[Name]:
    names = []
    for other in load_other_names():
        words, said = bare_words(other.name)
        place = place_of(other.code)
        if other.kind == "town" or (said == "city" and place.district_kato):
            kind = "town"
        elif place.district_kato is None:
            kind = "city" if load_regions()[place.region_code].is_city else "region"
        else:
            official = kind_of_word(tokens(load_districts()[place.district_kato].name.kk)[-1])
            kind = "district" if official == "district" and said == "district" else "city" if official == "city" else "town"
        # A name written here with its type word ("Қонаев қаласы") is known by that word; alone it may be something else.
        unsure = other.is_alone or said is not None
        names.append(Name(words, place, kind, None, False, False, unsure))
    return names


@cache
def all_names() -> tuple[Name, ...]:
    """Every name as written in nominative, official ones first."""
    return tuple(_official_names() + _other_names())


@cache
def telling_words() -> frozenset[str]:
    """The words of official names that are long enough for a slip in them to be told."""
    return frozenset(word for name in all_names() if name.is_official for word in name.words if len(word) >= SHORTEST_TOLD)


@cache
def names_by_words() -> dict[tuple[str, ...], tuple[Name, ...]]:
    """Names by folded words, other spellings and grammatical cases included."""
    index: dict[tuple[str, ...], list[Name]] = defaultdict(list)
    for name in all_names():
        languages = (name.language,) if name.language else ("kk", "ru")
        for words in spellings(name.words):
            index[sounds(words)].append(name)
            for language in languages:
                for form in inflected(words, language):
                    if form in OTHER_WORDS:
                        continue
                    index[form].append(Name(form, name.place, name.kind, language, name.is_official, True, name.needs_type_word))
    return {words: tuple(names) for words, names in index.items()}


def names_of(words: tuple[str, ...]) -> tuple[Name, ...]:
    """The names that are written with exactly these folded words."""
    return names_by_words().get(sounds(words), ())


def best_names(names: tuple[Name, ...], kinds: tuple[str, ...]) -> tuple[Name, ...]:
    """The names of the kind that the neighbouring words say (the first that fits), else of the kind a bare name means."""
    for kind in kinds:
        fitting = tuple(name for name in names if name.kind == kind or (kind == "city" and name.kind == "town"))
        if fitting:
            return fitting
    if kinds:
        return ()
    first = min(BARE_ORDER[name.kind] for name in names)
    return tuple(name for name in names if BARE_ORDER[name.kind] == first)


def choose_place(names: tuple[Name, ...], region_codes: frozenset[str] = frozenset()) -> Place | None:
    """The one place that the names can mean, preferring the regions spoken of, then official names; None when it stays open."""
    places = {name.place for name in names}
    near = {place for place in places if place.region_code in region_codes}
    official = {name.place for name in names if name.is_official}
    for candidates in (near, places, official):
        if len(candidates) == 1:
            return next(iter(candidates))
    return None


def mentions(text: str) -> list[Mention]:
    """Every stretch of the text that can name a place: the longest match wins, streets are left out."""
    words = tokens(text)
    capitals = _capitalised(text, len(words))
    found: list[Mention] = []
    position = 0
    while position < len(words):
        mention = _mention_at(words, position, capitals)
        if mention:
            found.append(mention)
        position = mention.end if mention else position + 1
    return [] if _is_abroad(words, capitals, found) else found


def _is_abroad(words: list[str], capitals: list[bool], found: list[Mention]) -> bool:
    """Whether the text names a region that is not ours ("Курская обл., Курчатов"): the towns in it are others of the same name."""
    covered = {position for mention in found for position in range(mention.start, mention.end)}
    return any(
        kind_of_word(words[after]) == "region" and words[after - 1].endswith(("ская", "цкая")) and capitals[after - 1] and after - 1 not in covered
        for after in range(1, len(words))
    )


def _capitalised(text: str, count: int) -> list[bool]:
    """For each token whether it may begin a name: in a text that uses capitals a bare name has one."""
    if text == text.lower():
        return [True] * count
    folded, place, marks = fold(text), 0, []
    plain = len(folded) == len(text)
    for token in tokens(text):
        place = folded.index(token, place)
        marks.append(not plain or text[place].isupper())
        place += len(token)
    return marks


def _mention_at(words: list[str], start: int, capitals: list[bool]) -> Mention | None:
    for length in range(min(LONGEST_NAME, len(words) - start), 0, -1):
        end = start + length
        names = names_of(tuple(words[start:end]))
        if not names or _is_street(words, start, end):
            continue
        kinds = _said_kinds(words, start, end)
        chosen = best_names(names, kinds)
        if not kinds:
            followed_by_number = end < len(words) and words[end].isdigit()
            chosen = tuple(n for n in chosen if not n.needs_type_word and capitals[start] and not (n.is_inflected and followed_by_number))
        if chosen:
            return Mention(start, end, chosen)
    return None


def _said_kinds(words: list[str], start: int, end: int) -> tuple[str, ...]:
    before = kind_of_word(words[start - 1]) if start else None
    after = kind_of_word(words[end]) if end < len(words) else None
    if after and BEFORE_ONLY.fullmatch(words[end]) and end + 1 < len(words) and words[end + 1] not in SEPARATORS:
        after = None
    return tuple(kind for kind in (after, before) if kind)


def _is_street(words: list[str], start: int, end: int) -> bool:
    for word in reversed(words[max(0, start - 3) : start]):
        if word in SEPARATORS:
            break
        if STREET_BEFORE.fullmatch(word):
            return True
    return end < len(words) and bool(STREET_AFTER.fullmatch(words[end]))


def is_noise(word: str) -> bool:
    return word in NOISE or word in SEPARATORS
