"""Regions, districts and places, looked up by code, by name and in a text."""

from labour_exchange.foundation.collation import sort_key
from labour_exchange.foundation.texts import Text
from labour_exchange.territory.loading import load_districts, load_regions
from labour_exchange.territory.names import (
    BARE_ORDER,
    Mention,
    all_names,
    bare_words,
    best_names,
    choose_place,
    is_noise,
    mentions,
    names_of,
    place_of,
)
from labour_exchange.territory.places import District, Place, Region
from labour_exchange.territory.spelling import fold, kind_of_word, sounds, tokens


def regions() -> tuple[Region, ...]:
    """All regions in the order of their ISO codes."""
    return tuple(load_regions().values())


def region(iso_code: str) -> Region:
    """The region of an ISO 3166-2 code such as `KZ-35`; KeyError when there is none."""
    try:
        return load_regions()[iso_code]
    except KeyError:
        raise KeyError(f"no region has the code {iso_code!r}") from None


def is_region(iso_code: str) -> bool:
    return iso_code in load_regions()


def regions_in_order(language: str) -> tuple[Region, ...]:
    """All regions in the alphabetical order of their short names."""
    return tuple(sorted(load_regions().values(), key=lambda item: sort_key(item.short_name.in_language(language), language)))


def districts() -> tuple[District, ...]:
    """All districts and cities in the order of their KATO codes."""
    return tuple(load_districts().values())


def districts_of(iso_code: str) -> tuple[District, ...]:
    """The districts and cities of a region in the order of their KATO codes; KeyError when there is no such region."""
    wanted = region(iso_code).iso_code
    return tuple(item for item in load_districts().values() if item.region_code == wanted)


def districts_in_order(iso_code: str, language: str) -> tuple[District, ...]:
    """The districts and cities of a region in alphabetical order, without regard to "г." before a name."""
    return tuple(sorted(districts_of(iso_code), key=lambda item: sort_key(_without_type(item.name.in_language(language)), language)))


def district(kato: str) -> District:
    """The district or city of a nine-digit KATO code; KeyError when there is none."""
    try:
        return load_districts()[kato]
    except KeyError:
        raise KeyError(f"no district has the code {kato!r}") from None


def is_district(kato: str) -> bool:
    return kato in load_districts()


def place(code: str) -> Place:
    """The place of an ISO region code or a KATO district code; KeyError when there is none."""
    try:
        return place_of(code)
    except KeyError:
        raise KeyError(f"no place has the code {code!r}") from None


def place_name(named: Place) -> Text:
    """The official name of the region or district."""
    return district(named.district_kato).name if named.district_kato else region(named.region_code).name


def find_place(text: str) -> Place | None:
    """The one place that a form's field or an address means, or None when it names none, several, or one of several of that name."""
    words = tuple(word for word in tokens(text) if not is_noise(word))
    bare = tuple(word for word in words if not kind_of_word(word)) or words
    kinds = tuple(kind for word in words if (kind := kind_of_word(word)))
    names = names_of(bare)
    if names and len(kinds) <= 1 and (chosen := choose_place(best_names(names, kinds))):
        return chosen
    named = places_in_text(text)
    return named[0] if len(named) == 1 else None


def places_in_text(text: str) -> list[Place]:
    """The places that a text names, in its order and each once; a region gives way to a district of it that is named too."""
    found = mentions(text)
    known = frozenset(chosen.region_code for mention in found if (chosen := _sure_place(mention)))
    chosen_places = [place for mention in found if (place := choose_place(mention.names, known))]
    narrowed = {place.region_code for place in chosen_places if place.district_kato}
    kept = (place for place in chosen_places if place.district_kato or place.region_code not in narrowed)
    return list(dict.fromkeys(kept))


def suggest_places(prefix: str, language: str, limit: int = 10) -> list[Place]:
    """Places with a name that begins like this, big cities first, then by alphabet; names in the reader's language go before others."""
    typed = " ".join(sounds(tuple(word for word in bare_words(prefix)[0] if not is_noise(word))))
    if not typed:
        return []
    ranks: dict[Place, tuple[int, int, str]] = {}
    for name in all_names():
        if " ".join(sounds(name.words)).startswith(typed):
            shown = sort_key(place_name(name.place).in_language(language), language)
            size = BARE_ORDER[name.kind] + (1 if name.place.district_kato else 0)
            rank = (0 if name.language == language else 1, size, shown)
            ranks[name.place] = min(rank, ranks.get(name.place, rank))
    return sorted(ranks, key=lambda item: (*ranks[item], item.code))[:limit]


def _sure_place(mention: Mention) -> Place | None:
    places = {name.place for name in mention.names}
    return next(iter(places)) if len(places) == 1 else None


def _without_type(name: str) -> str:
    return " ".join(word for word in name.split() if not kind_of_word(fold(word).strip(".")))
