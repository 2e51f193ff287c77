"""Reads the territory's tables, which are shipped with the code."""

import csv
from functools import cache
from pathlib import Path

from labour_exchange.foundation.texts import Text
from labour_exchange.territory.places import District, OtherName, Region

FOLDER = Path(__file__).parent / "data"


def _rows(name: str) -> list[dict[str, str]]:
    with (FOLDER / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def _text(row: dict[str, str], prefix: str = "") -> Text:
    return Text(kk=row[f"{prefix}kk"], ru=row[f"{prefix}ru"], en=row[f"{prefix}en"])


@cache
def load_regions() -> dict[str, Region]:
    """Regions by ISO 3166-2 code, in the order of the codes."""
    regions = (
        Region(
            iso_code=row["iso"],
            kato=row["kato"],
            name=_text(row),
            short_name=_text(row, "short_"),
            tile_code=_text(row, "code_"),
            tile_x=int(row["tile_x"]),
            tile_y=int(row["tile_y"]),
            is_city=row["is_city"] == "yes",
            centre_kato=row["centre"] or None,
            latitude=float(row["lat"]),
            longitude=float(row["lon"]),
            population=int(row["population"]),
            average_wage=int(row["average_wage"]),
        )
        for row in _rows("regions.tsv")
    )
    return {region.iso_code: region for region in sorted(regions, key=lambda region: region.iso_code)}


@cache
def load_districts() -> dict[str, District]:
    """Districts by KATO code, in the order of the codes."""
    districts = (
        District(kato=row["kato"], region_code=row["region"], name=_text(row), latitude=float(row["lat"]), longitude=float(row["lon"]))
        for row in _rows("districts.tsv")
    )
    return {district.kato: district for district in sorted(districts, key=lambda district: district.kato)}


@cache
def load_other_names() -> tuple[OtherName, ...]:
    return tuple(OtherName(row["name"], row["code"], row["kind"], row["alone"] == "yes") for row in _rows("names.tsv"))
