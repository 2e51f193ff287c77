"""How far apart places are."""

from math import asin, cos, radians, sin, sqrt

from labour_exchange.territory.loading import load_districts, load_regions

EARTH_RADIUS_KM = 6371.0088


def distance_km(latitude_1: float, longitude_1: float, latitude_2: float, longitude_2: float) -> float:
    """Great-circle distance in kilometres between two points in degrees (haversine formula, mean Earth radius of IUGG)."""
    phi_1, phi_2 = radians(latitude_1), radians(latitude_2)
    half_turns = sin((phi_2 - phi_1) / 2) ** 2 + cos(phi_1) * cos(phi_2) * sin(radians(longitude_2 - longitude_1) / 2) ** 2
    return 2 * EARTH_RADIUS_KM * asin(sqrt(min(1.0, half_turns)))


def point_of(code: str) -> tuple[float, float]:
    """Latitude and longitude of a region's or district's code; KeyError when unknown.

    A region is measured from its centre: most of its people and its offices are there, and the middle of the steppe is nobody's place of work.
    """
    districts, regions = load_districts(), load_regions()
    if code in regions:
        centre = regions[code].centre_kato
        if centre is None:
            return regions[code].latitude, regions[code].longitude
        code = centre
    if code not in districts:
        raise KeyError(f"no place has the code {code!r}")
    return districts[code].latitude, districts[code].longitude


def distance_between(code_1: str, code_2: str) -> float:
    """Kilometres in a straight line between two places, each a region's ISO code or a district's KATO code."""
    return distance_km(*point_of(code_1), *point_of(code_2))


def regions_within(code: str, kilometres: float) -> tuple[str, ...]:
    """Codes of the other regions whose centre is at most so far from a place, the nearest first."""
    districts = load_districts()
    own = districts[code].region_code if code in districts else code
    near = ((distance_between(code, other), other) for other in load_regions() if other != own)
    return tuple(other for distance, other in sorted(near) if distance <= kilometres)
