"""Places are found under every name that people write."""

import pytest

from labour_exchange.foundation.texts import LANGUAGES
from labour_exchange.territory.places import Place
from labour_exchange.territory.queries import (
    district,
    districts_in_order,
    districts_of,
    find_place,
    place,
    place_name,
    places_in_text,
    region,
    regions,
    regions_in_order,
    suggest_places,
)

ASTANA, ALMATY, SHYMKENT = Place("KZ-71"), Place("KZ-75"), Place("KZ-79")
QARAGHANDY = Place("KZ-35", "351000000")


def test_regions_come_in_the_order_of_their_codes() -> None:
    codes = [item.iso_code for item in regions()]
    assert codes == sorted(codes)
    assert region("KZ-35").name.ru == "Карагандинская область"


@pytest.mark.parametrize("lookup", [region, district, place, districts_of])
def test_an_unknown_code_is_refused_by_name(lookup) -> None:
    with pytest.raises(KeyError, match="KZ-99"):
        lookup("KZ-99")


def test_each_language_has_its_own_alphabetical_order() -> None:
    kazakh = [item.iso_code for item in regions_in_order("kk")]
    russian = [item.iso_code for item in regions_in_order("ru")]
    english = [item.short_name.en for item in regions_in_order("en")]
    # Ұ stands after Т and Ү, Қ after К: West Kazakhstan is БҚО in Kazakh and ЗКО in Russian.
    assert kazakh.index("KZ-62") > kazakh.index("KZ-61")
    assert kazakh.index("KZ-27") < kazakh.index("KZ-31") < kazakh.index("KZ-35")
    assert russian.index("KZ-63") < russian.index("KZ-33") < russian.index("KZ-27")
    assert english == sorted(english)


def test_districts_are_ordered_by_name_and_not_by_the_word_city() -> None:
    names = [item.name.ru for item in districts_in_order("KZ-35", "ru")]
    assert names.index("Актогайский район") < names.index("г. Балхаш") < names.index("Бухар-Жырауский район")


def test_every_official_name_of_a_region_finds_it() -> None:
    for item in regions():
        for language in LANGUAGES:
            found = find_place(item.name.in_language(language))
            assert found == Place(item.iso_code), (item.name, language)


def test_every_district_is_found_by_its_name_beside_its_region() -> None:
    for item in regions():
        for part in districts_of(item.iso_code):
            for language in LANGUAGES:
                address = f"{item.name.in_language(language)}, {part.name.in_language(language)}"
                assert find_place(address) == Place(item.iso_code, part.kato), address


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("Нур-Султан", ASTANA),
        ("г. Нур-Султан", ASTANA),
        ("НУР СУЛТАН", ASTANA),
        ("Целиноград", ASTANA),
        ("Акмолинск", ASTANA),
        ("Алма-Ата", ALMATY),
        ("Alma-Ata", ALMATY),
        ("Чимкент", SHYMKENT),
        ("Гурьев", Place("KZ-23", "231000000")),
        ("Семипалатинск", Place("KZ-10", "101000000")),
        ("Усть-Каменогорск", Place("KZ-63", "631000000")),
        ("Өскемен", Place("KZ-63", "631000000")),
        ("Уральск", Place("KZ-27", "271000000")),
        ("Орал", Place("KZ-27", "271000000")),
        ("Актюбинск", Place("KZ-15", "151000000")),
        ("Джамбул", Place("KZ-31", "311000000")),
        ("Шевченко", Place("KZ-47", "471000000")),
        ("Капчагай", Place("KZ-19", "191000000")),
        ("Зыряновск", Place("KZ-63", "634800000")),
        ("ЗКО", Place("KZ-27")),
        ("ВКО", Place("KZ-63")),
        ("СҚО", Place("KZ-59")),
        ("ЮКО", Place("KZ-61")),
        ("Karaganda", QARAGHANDY),
        ("Qaraghandy", QARAGHANDY),
        ("караганды", QARAGHANDY),
        ("Қарағанды қ.", QARAGHANDY),
        ("Қарағандыда", QARAGHANDY),
        ("в Караганде", QARAGHANDY),
        ("Карагандинская обл.", Place("KZ-35")),
        ("в Карагандинской области", Place("KZ-35")),
        ("Qarağandy oblast".replace("ğ", "gh"), Place("KZ-35")),
        ("Алматы обл.", Place("KZ-19")),
        ("Алматы", ALMATY),
        ("г. Алматы", ALMATY),
        ("Алматы ауданы", Place("KZ-71", "711110000")),
        ("Павлодарский р-н", Place("KZ-55", "556000000")),
        ("город Павлодар", Place("KZ-55", "551000000")),
        ("Павлодар облысы", Place("KZ-55")),
        ("Республика Казахстан, г. Астана", ASTANA),
        ("Щучинск", Place("KZ-11", "117000000")),
        ("Астана, Нуринский район", Place("KZ-71", "711510000")),
        ("Нуринский район", Place("KZ-35", "355200000")),
    ],
)
def test_a_place_is_found_as_people_write_it(written: str, expected: Place) -> None:
    assert find_place(written) == expected


@pytest.mark.parametrize("written", ["", "Уфа", "Абайский район", "Жамбыл ауданы", "Астана или Алматы", "сварщик", "ул. Абая"])
def test_what_names_no_single_place_finds_none(written: str) -> None:
    assert find_place(written) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Уфа, ул. Карла Маркса", []),
        ("Курская обл., Курчатов, Коммунистический пр-кт", []),
        ("завод «Арыстан»", []),
        ("проспект Абая, 12", []),
        ("сварщик караганда", [QARAGHANDY]),
        ("Ақтауда дәнекерлеуші керек", [Place("KZ-47", "471000000")]),
        ("Алматы, ул. Сатпаева 22", [ALMATY]),
        ("Алматы, Сатпаева 22", [ALMATY]),
        ("Сәтбаев көшесі, Қарағанды", [QARAGHANDY]),
        ("Работа в Астане и Усть-Каменогорске", [ASTANA, Place("KZ-63", "631000000")]),
        ("Алматинская область, Талгарский район, с. Панфилово", [Place("KZ-19", "196200000")]),
        ("область Абай, Абайский район", [Place("KZ-10", "103200000")]),
        ("Карагандинская область, Абайский район", [Place("KZ-35", "353200000")]),
        ("Атырау облысының Махамбет ауданында", [Place("KZ-23", "235600000")]),
        ("Астана, трасса Астана - Караганда, 71", [ASTANA, QARAGHANDY]),
        ("Это большой май и маленький шет", []),
    ],
)
def test_places_are_read_from_running_text(text: str, expected: list[Place]) -> None:
    assert places_in_text(text) == expected


def test_suggestions_put_the_big_city_before_its_region_and_districts() -> None:
    names = [place_name(item).ru for item in suggest_places("Алм", "ru")]
    assert names[:2] == ["город Алматы", "Алматинская область"]
    assert place_name(suggest_places("kar", "en")[0]).en == "Qaraghandy"
    assert suggest_places("нур-с", "ru") == [ASTANA]
    assert suggest_places("ос", "kk")[0] == Place("KZ-63", "631000000")
    assert suggest_places("", "ru") == []
    assert len(suggest_places("а", "kk", limit=3)) == 3
