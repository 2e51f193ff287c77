"""A vacancy as the feed, the snapshot and the files write it: what its page says, without contacts."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import Select, select

from labour_exchange.employers.models import Employer
from labour_exchange.vacancies.models import Vacancy

CURRENCY = "KZT"
SAME_NAME = (
    *("title", "description", "requirements", "language", "place_text", "latitude", "longitude", "posts", "pay_stated", "employment_kind", "hours"),
    *("is_remote", "experience", "education_level", "skills_required", "skills_wished", "licences", "languages", "is_quota", "source"),
)
OWN = ("state", "rejection_code", "rejection_note", "external_id")
NEEDED = (
    *("public_id", "employer_id", "agency_id", "occupation_code", "region_code", "district_code", "posts_filled", "pay_from", "pay_to"),
    *("published_at", "closed_at", "apply_by_on", "source_name"),
)


def selected() -> Select[Any]:
    """The columns a document is made of."""
    columns = [getattr(Vacancy, name) for name in (*NEEDED, *SAME_NAME, *OWN)]
    return select(*columns, Employer.public_id.label("employer_public_id"), Employer.name.label("employer_name")).outerjoin(
        Employer, Employer.id == Vacancy.employer_id
    )


def vacancy_document(row: Any, base_url: str, language: str) -> dict[str, Any]:
    """The fields of `selected` as plain JSON values."""
    same = {name: _plain(getattr(row, name)) for name in SAME_NAME}
    return {
        "id": row.public_id,
        "url": f"{base_url}/{language}/vacancies/{row.public_id}",
        **same,
        "employer": {"id": row.employer_public_id, "name": row.employer_name} if row.employer_id else None,
        "occupation": row.occupation_code,
        "region": row.region_code,
        "district": row.district_code,
        "posts_left": row.posts - row.posts_filled,
        "pay": {"from": row.pay_from, "to": row.pay_to, "currency": CURRENCY} if row.pay_from or row.pay_to else None,
        "published_at": _plain(row.published_at),
        "apply_by": _plain(row.apply_by_on),
    }


def own_document(row: Any, base_url: str, language: str) -> dict[str, Any]:
    """What the agency that brought it reads besides: where it stands and why."""
    more = {"source_name": source_as_named(row.source_name), "closed_at": _plain(row.closed_at)}
    return vacancy_document(row, base_url, language) | {name: _plain(getattr(row, name)) for name in OWN} | more


def source_as_named(stored: str | None) -> str | None:
    """A source as its agency calls it: it is kept behind the agency's id."""
    return stored.rpartition("/")[2] if stored else None


def instant(value: datetime) -> str:
    """In UTC, ending with Z."""
    return f"{value:%Y-%m-%dT%H:%M:%SZ}"


def _plain(value: Any) -> Any:
    if isinstance(value, datetime):
        return instant(value)
    return value.isoformat() if isinstance(value, date) else value
