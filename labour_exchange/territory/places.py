"""What a region, a district and a named place are."""

from dataclasses import dataclass

from labour_exchange.foundation.texts import Text


@dataclass(frozen=True, slots=True)
class Region:
    """A region with its place on the tile map; wage in tenge a month (2022), population in persons (2023), a point inside in degrees."""

    iso_code: str
    kato: str
    name: Text
    short_name: Text
    tile_code: Text
    tile_x: int
    tile_y: int
    is_city: bool
    centre_kato: str | None
    latitude: float
    longitude: float
    population: int
    average_wage: int


@dataclass(frozen=True, slots=True)
class District:
    """A district or a city below a region, by its KATO code; the point is in degrees."""

    kato: str
    region_code: str
    name: Text
    latitude: float
    longitude: float


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where something is, as exactly as it was named: a region, or a district in it."""

    region_code: str
    district_kato: str | None = None

    @property
    def code(self) -> str:
        return self.district_kato or self.region_code


@dataclass(frozen=True, slots=True)
class OtherName:
    """A name beside the official ones; `is_alone` says that it means a place only when nothing else stands beside it."""

    name: str
    code: str
    kind: str
    is_alone: bool
