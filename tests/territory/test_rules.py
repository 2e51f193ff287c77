"""Distances are those of the map."""

import pytest

from labour_exchange.territory.queries import regions
from labour_exchange.territory.rules import distance_between, distance_km, point_of, regions_within


def test_a_degree_of_latitude_is_about_111_kilometres() -> None:
    assert distance_km(50.0, 70.0, 51.0, 70.0) == pytest.approx(111.2, abs=0.1)
    assert distance_km(0.0, 0.0, 0.0, 180.0) == pytest.approx(20015.1, abs=1)


@pytest.mark.parametrize(
    ("one", "other", "kilometres"),
    [("KZ-71", "KZ-75", 970), ("KZ-71", "KZ-35", 190), ("351000000", "352400000", 30), ("KZ-75", "191000000", 72), ("KZ-79", "KZ-61", 163)],
)
def test_known_distances(one: str, other: str, kilometres: float) -> None:
    assert distance_between(one, other) == pytest.approx(kilometres, rel=0.06)
    assert distance_between(other, one) == pytest.approx(distance_between(one, other))


def test_a_place_is_no_distance_from_itself_and_a_region_is_where_its_centre_is() -> None:
    for item in regions():
        assert distance_between(item.iso_code, item.iso_code) == 0
        if item.centre_kato:
            assert point_of(item.iso_code) == point_of(item.centre_kato)


def test_an_unknown_place_has_no_distance() -> None:
    with pytest.raises(KeyError, match="KZ-99"):
        distance_between("KZ-99", "KZ-71")


def test_regions_within_reach_come_nearest_first() -> None:
    assert regions_within("KZ-71", 300) == ("KZ-35", "KZ-11")
    assert regions_within("352400000", 250)[0] == "KZ-71"
    assert "KZ-35" not in regions_within("352400000", 5000)
    assert len(regions_within("KZ-71", 5000)) == 19
    assert regions_within("KZ-47", 10) == ()
