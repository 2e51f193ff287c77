"""Records of the job site API in the hh form (names of its fields and codes as documented at api.hh.ru), as plain fields."""

from collections.abc import Mapping
from typing import Any

from labour_exchange.territory.queries import find_place
from labour_exchange.vacancies.imports.rules import clean_text

EXPERIENCE = {"noExperience": "none", "between1And3": "year_1_3", "between3And6": "year_3_6", "moreThan6": "over_6"}
EMPLOYMENT_KINDS = {"full": "permanent", "part": "permanent", "project": "fixed_term", "probation": "temporary", "volunteer": "temporary"}
PERIODS = {"MONTH": "month", "HOUR": "hour", "SHIFT": "shift", "FLY_IN_FLY_OUT": "rotation", "SERVICE": "service"}


def fields_of_hh(record: Mapping[str, Any]) -> dict[str, object]:
    """What the record says, in the exchange's field names; what is missing stays missing."""
    snippet, employer = _part(record, "snippet"), _part(record, "employer")
    return {
        "external_id": record.get("id"),
        "title": record.get("name"),
        "description": record.get("description") or snippet.get("responsibility"),
        "requirements": snippet.get("requirement"),
        "category": ", ".join(str(role.get("name", "")) for role in record.get("professional_roles") or ()),
        "employer_id": employer.get("id"),
        "employer_name": employer.get("name"),
        "experience": EXPERIENCE.get(str(_code(record, "experience"))),
        "employment_kind": EMPLOYMENT_KINDS.get(str(_code(record, "employment")), "permanent"),
        "hours": _hours(record),
        "is_remote": _is_remote(record),
        "is_quota": record.get("accept_handicapped"),
        "is_closed": record.get("archived"),
        **_pay(record),
        **_where(record),
    }


def _hours(record: Mapping[str, Any]) -> str:
    schedule, employment = _code(record, "schedule"), _code(record, "employment")
    form = _code(record, "employment_form")
    if schedule == "flyInFlyOut" or form == "FLY_IN_FLY_OUT":
        return "rotational"
    if employment == "part" or form in {"PART", "SIDE_JOB"}:
        return "part"
    return "shift" if schedule == "shift" else "full"


def _is_remote(record: Mapping[str, Any]) -> bool:
    """Where the work can be done is `work_format` in newer records and `schedule` in older ones; a choice between both is no remote work."""
    formats = {str(_value(item, "id")) for item in record.get("work_format") or ()}
    return formats == {"REMOTE"} if formats else _code(record, "schedule") == "remote"


def _pay(record: Mapping[str, Any]) -> dict[str, object]:
    stated = record.get("salary_range") or record.get("salary") or {}
    mode = _code(stated, "mode")
    return {
        "pay_from": stated.get("from"),
        "pay_to": stated.get("to"),
        "pay_currency": stated.get("currency"),
        "pay_is_gross": stated.get("gross"),
        "pay_period": PERIODS.get(str(mode), "service") if mode else "month",
    }


def _where(record: Mapping[str, Any]) -> dict[str, object]:
    """The area says the region. The address says more of it, unless it lies elsewhere: then it is only kept as words."""
    area, address = _part(record, "area"), _part(record, "address")
    region = find_place(clean_text(str(area.get("name") or "")))
    named = clean_text(str(address.get("raw") or area.get("name") or ""))
    city = clean_text(str(address.get("city") or ""))
    stands = find_place(city) if city else region
    is_within = region is not None and stands is not None and stands.region_code == region.region_code
    exact = stands if is_within and stands and stands.district_kato else region
    return {
        "place": named,
        "region_code": exact and exact.region_code,
        "district_code": exact and exact.district_kato,
        "latitude": address.get("lat") if is_within else None,
        "longitude": address.get("lng") if is_within else None,
    }


def _part(record: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    value = record.get(name)
    return value if isinstance(value, Mapping) else {}


def _code(record: Mapping[str, Any], name: str) -> object:
    return _part(record, name).get("id")


def _value(item: object, name: str) -> object:
    return item.get(name) if isinstance(item, Mapping) else None
