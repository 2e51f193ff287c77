"""Regions and their districts: codes, names and a point inside each."""

from typing import Any

import marshmallow as ma

from labour_exchange.api.blueprints import Blueprint
from labour_exchange.api.fields import Question
from labour_exchange.api.pages import PageQuestion, next_link, page_of_table, page_schema
from labour_exchange.api.reading import keep_for
from labour_exchange.api.v1.shapes import A_DAY, READ_CLASSIFICATIONS, Names, described, named
from labour_exchange.foundation.access import permits
from labour_exchange.foundation.errors import NotFound
from labour_exchange.territory.places import District, Region
from labour_exchange.territory.queries import districts_of, is_region, region, regions

blueprint = Blueprint("api_regions", __name__, url_prefix="/api/v1/regions", description="Regions, and the districts and cities in them.")


class RegionItem(ma.Schema):
    """A region by its ISO 3166-2 code; the point is in degrees."""

    code = ma.fields.String(required=True)
    kato = ma.fields.String(required=True)
    name = ma.fields.String(required=True)
    names = ma.fields.Nested(Names, required=True)
    is_city = ma.fields.Boolean(required=True)
    latitude = ma.fields.Float(required=True)
    longitude = ma.fields.Float(required=True)


class DistrictItem(ma.Schema):
    """A district or city by its nine-digit KATO code."""

    code = ma.fields.String(required=True)
    region = ma.fields.String(required=True)
    name = ma.fields.String(required=True)
    names = ma.fields.Nested(Names, required=True)
    latitude = ma.fields.Float(required=True)
    longitude = ma.fields.Float(required=True)


@blueprint.get("")
@permits(READ_CLASSIFICATIONS)
@blueprint.arguments(PageQuestion, location="query", unknown="raise")
@blueprint.response(200, page_schema("RegionPage", RegionItem))
@described(blueprint, "listRegions", "List regions", "/api/v1/regions?lang=en")
def list_regions(question: dict[str, Any]) -> Any:
    """The twenty regions in the order of their codes."""
    keep_for(A_DAY)
    page = page_of_table([_region(one) for one in regions()], lambda item: str(item["code"]), question)
    return page, 200, next_link(page)


@blueprint.get("/<string:code>")
@permits(READ_CLASSIFICATIONS)
@blueprint.arguments(Question, location="query", unknown="raise")
@blueprint.response(200, RegionItem)
@described(blueprint, "readRegion", "Read one region", "/api/v1/regions/KZ-71?lang=en")
def read_region(question: dict[str, Any], code: str) -> Any:
    """One region."""
    if not is_region(code):
        raise NotFound
    keep_for(A_DAY)
    return _region(region(code))


@blueprint.get("/<string:code>/districts")
@permits(READ_CLASSIFICATIONS)
@blueprint.arguments(PageQuestion, location="query", unknown="raise")
@blueprint.response(200, page_schema("DistrictPage", DistrictItem))
@described(blueprint, "listDistricts", "List the districts of a region", "/api/v1/regions/KZ-75/districts?lang=en")
def list_districts(question: dict[str, Any], code: str) -> Any:
    """Districts and cities of a region in the order of their codes."""
    if not is_region(code):
        raise NotFound
    keep_for(A_DAY)
    page = page_of_table([_district(one) for one in districts_of(code)], lambda item: str(item["code"]), question)
    return page, 200, next_link(page)


def _region(one: Region) -> dict[str, Any]:
    place = {"code": one.iso_code, "kato": one.kato, "is_city": one.is_city, "latitude": one.latitude, "longitude": one.longitude}
    return place | named(one.name)


def _district(one: District) -> dict[str, Any]:
    return {"code": one.kato, "region": one.region_code, "latitude": one.latitude, "longitude": one.longitude} | named(one.name)
