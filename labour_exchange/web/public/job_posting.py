"""A vacancy for search engines: schema.org JobPosting."""

from datetime import datetime, time
from typing import Any

from flask import url_for

from labour_exchange.foundation import clock
from labour_exchange.territory.queries import district, is_district, is_region, region
from labour_exchange.vacancies.models import Vacancy
from labour_exchange.vacancies.states import EmploymentKind, Hours
from labour_exchange.web.addresses import base_url
from labour_exchange.web.localisation import words
from labour_exchange.web.site import site

COUNTRY = "KZ"
# Google's list of employmentType has no word for rotational work: it is full time.
BY_HOURS = {Hours.PART: "PART_TIME"}
BY_KIND = {EmploymentKind.SEASONAL: "TEMPORARY", EmploymentKind.TEMPORARY: "TEMPORARY"}


def job_posting(vacancy: Vacancy) -> dict[str, Any]:
    """Only what the page itself shows; https://schema.org/JobPosting."""
    posting: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "JobPosting",
        "title": vacancy.title,
        "description": "\n".join(part for part in (vacancy.description, vacancy.requirements) if part),
        "identifier": {"@type": "PropertyValue", "name": site().name, "value": vacancy.public_id},
        "datePosted": (vacancy.published_at or vacancy.created_at).isoformat(),
        "employmentType": [kind for kind in (BY_HOURS.get(vacancy.hours, "FULL_TIME"), BY_KIND.get(vacancy.employment_kind)) if kind],
        "hiringOrganization": {"@type": "Organization", "name": vacancy.employer.name} if vacancy.employer else "confidential",
        "directApply": True,
        "totalJobOpenings": vacancy.posts_left,
        "url": base_url() + url_for("public.vacancy", public_id=vacancy.public_id),
    }
    if vacancy.apply_by_on:
        posting["validThrough"] = datetime.combine(vacancy.apply_by_on, time(23, 59, 59), clock.COUNTRY_ZONE).isoformat()
    if address := _address(vacancy):
        posting["jobLocation"] = {"@type": "Place", "address": address}
    if vacancy.is_remote:
        posting |= {"jobLocationType": "TELECOMMUTE", "applicantLocationRequirements": {"@type": "Country", "name": COUNTRY}}
    if pay := _pay(vacancy):
        posting["baseSalary"] = {"@type": "MonetaryAmount", "currency": "KZT", "value": {"@type": "QuantitativeValue", "unitText": "MONTH", **pay}}
    if vacancy.occupation_code:
        posting["occupationalCategory"] = vacancy.occupation_code
    return posting


def _address(vacancy: Vacancy) -> dict[str, str]:
    if not vacancy.region_code or not is_region(vacancy.region_code):
        return {}
    found = {"@type": "PostalAddress", "addressCountry": COUNTRY, "addressRegion": words(region(vacancy.region_code).name)}
    if vacancy.district_code and is_district(vacancy.district_code):
        found["addressLocality"] = words(district(vacancy.district_code).name)
    if vacancy.place_text:
        found["streetAddress"] = vacancy.place_text
    return found


def _pay(vacancy: Vacancy) -> dict[str, int]:
    low, high = vacancy.pay_from, vacancy.pay_to
    if low is not None and high is not None:
        return {"minValue": low, "maxValue": high}
    single = {"minValue": low, "maxValue": high}
    return {name: amount for name, amount in single.items() if amount is not None}
