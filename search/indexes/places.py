"""Coordinates and distances in the arithmetic of Elasticsearch (Lucene), so that every engine measures alike."""

import math

# Lucene keeps a coordinate as a 32-bit step of the half or whole circle (GeoEncodingUtils) and measures on a sphere of the mean radius (GeoUtils).
LATITUDE_STEP = 180.0 / 2**32
LONGITUDE_STEP = 360.0 / 2**32
EARTH_METRES = 6_371_008.7714

Place = tuple[float, float]


def on_grid(latitude: float, longitude: float) -> Place:
    """The point that Lucene stores for these degrees, at most 1 cm away."""
    # Ninety and 180 degrees themselves have no step of their own.
    latitude = math.nextafter(90.0, 0.0) if latitude == 90.0 else latitude
    longitude = math.nextafter(180.0, 0.0) if longitude == 180.0 else longitude
    return math.floor(latitude / LATITUDE_STEP) * LATITUDE_STEP, math.floor(longitude / LONGITUDE_STEP) * LONGITUDE_STEP


def metres_between(one: Place, other: Place) -> float:
    """Haversine distance, written as Lucene's SloppyMath writes it."""
    latitude, other_latitude = math.radians(one[0]), math.radians(other[0])
    north = 1 - math.cos(latitude - other_latitude)
    east = 1 - math.cos(math.radians(one[1] - other[1]))
    key = north + math.cos(latitude) * math.cos(other_latitude) * east
    return 2 * EARTH_METRES * math.asin(min(1.0, math.sqrt(key * 0.5)))
