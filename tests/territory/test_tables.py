"""The shipped tables are complete and agree with one another."""

import csv
from collections import Counter
from pathlib import Path

import pytest

from labour_exchange.foundation.texts import LANGUAGES
from labour_exchange.territory.loading import load_districts, load_other_names, load_regions
from labour_exchange.territory.names import all_names, names_by_words
from labour_exchange.territory.queries import find_place, place

LISTS = Path(__file__).resolve().parents[3] / "shared" / "data"
needs_lists = pytest.mark.skipif(not LISTS.is_dir(), reason="the lists to check against are not at hand")


def rows(name: str) -> list[dict[str, str]]:
    with (LISTS / name).open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


@needs_lists
def test_regions_agree_with_the_published_facts() -> None:
    published = {row["iso"]: row for row in rows("kz_regions.csv")}
    assert set(load_regions()) == set(published)
    for code, region in load_regions().items():
        facts = published[code]
        assert region.kato == facts["kato"]
        assert (region.name.kk, region.name.ru, region.name.en) == (facts["name_kk"], facts["name_ru"], facts["name_en"])
        assert (region.population, region.average_wage) == (int(facts["population_2023"]), int(facts["avg_wage_2022_kzt"]))
        assert region.latitude == pytest.approx(float(facts["lat"]), abs=0.01)
        assert region.longitude == pytest.approx(float(facts["lon"]), abs=0.01)


@needs_lists
def test_every_district_of_the_published_list_is_there() -> None:
    published = {row["kato"]: row for row in rows("kz_districts.csv")}
    assert set(load_districts()) == set(published)
    for kato, district in load_districts().items():
        assert district.region_code == published[kato]["iso_region"]
        # Towns stand at their own place here, and within their territory in the list.
        assert district.latitude == pytest.approx(float(published[kato]["lat"]), abs=0.9)
        assert district.longitude == pytest.approx(float(published[kato]["lon"]), abs=0.9)


def test_twenty_regions_stand_on_places_of_their_own() -> None:
    regions = load_regions().values()
    assert len(regions) == 20
    assert len({(region.tile_x, region.tile_y) for region in regions}) == 20
    assert all(1 <= region.tile_x <= 6 and 1 <= region.tile_y <= 5 for region in regions)
    for language in LANGUAGES:
        assert len({region.tile_code.in_language(language) for region in regions}) == 20
        assert len({region.short_name.in_language(language) for region in regions}) == 20
    assert {region.iso_code for region in regions if region.is_city} == {"KZ-71", "KZ-75", "KZ-79"}


def test_codes_hang_together() -> None:
    for region in load_regions().values():
        assert region.iso_code == f"KZ-{region.kato[:2]}"
        assert region.is_city == (region.centre_kato is None)
        if region.centre_kato:
            assert load_districts()[region.centre_kato].region_code == region.iso_code
    for district in load_districts().values():
        assert len(district.kato) == 9
        assert district.region_code == f"KZ-{district.kato[:2]}"
        assert 40 < district.latitude < 56
        assert 46 < district.longitude < 88
    assert {district.region_code for district in load_districts().values()} == set(load_regions())


def test_names_inside_a_region_are_distinct_and_say_their_type() -> None:
    for language in LANGUAGES:
        seen = Counter((district.region_code, district.name.in_language(language)) for district in load_districts().values())
        assert [name for name, times in seen.items() if times > 1] == []
    for district in load_districts().values():
        is_town = district.name.ru.startswith("г. ")
        assert district.name.kk.endswith(" қ." if is_town else " ауданы")
        assert "район" in district.name.ru or is_town
        assert district.name.en.endswith(" District") != is_town


def test_kazakh_letters_are_not_written_in_english_names() -> None:
    for district in load_districts().values():
        assert district.name.en.isascii(), district.name.en


def test_every_other_name_leads_to_its_place() -> None:
    # These are also the official or another unofficial name of a district elsewhere: only beside their region do they lead here.
    shared = {"Есильский район", "Нуринский район"}
    others = load_other_names()
    assert [other.name for other in others if other.name not in shared and find_place(other.name) != place(other.code)] == []
    for other in others:
        if other.name in shared:
            assert find_place(f"{load_regions()[place(other.code).region_code].name.ru}, {other.name}") == place(other.code)


def test_other_names_stand_once() -> None:
    seen = Counter((other.name.casefold(), other.code) for other in load_other_names())
    assert [name for name, times in seen.items() if times > 1] == []


def test_every_name_is_in_the_index() -> None:
    assert len(all_names()) > 1000
    assert len(names_by_words()) > 2000
