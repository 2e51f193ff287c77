"""Where each promise is read from: what began it, what fulfils it, and what takes its ground away, as rows of one shape."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import BigInteger, Cast, Date, Subquery, case, cast, func, literal, null, select
from sqlalchemy.orm import Session, aliased

from labour_exchange.foundation.lifecycle.moves import Transition
from labour_exchange.jobseekers.models import Registration
from labour_exchange.jobseekers.states import REGISTRATION_LIFECYCLE, Category
from labour_exchange.offices.models import Office
from labour_exchange.offices.states import OfficeLevel
from labour_exchange.placements.models import Referral
from labour_exchange.standards.models import Standard, StandardVersion
from labour_exchange.standards.states import Promise, VersionState
from labour_exchange.vacancies.models import Vacancy
from labour_exchange.vacancies.states import VacancySource, VacancyState

COUNTRY = "Asia/Almaty"


@dataclass(frozen=True, slots=True)
class Terms:
    """For how long a version promised how many working days; without a region to everybody whose region has no standard of its own."""

    standard_id: int
    region_code: str | None
    term_days: int
    from_on: date
    until_on: date | None

    def covers(self, region_code: str, day: date) -> bool:
        in_time = self.from_on <= day and (self.until_on is None or day < self.until_on)
        return in_time and self.region_code in (None, region_code)


def terms_in_force(session: Session, promise: Promise) -> list[Terms]:
    """Every version that is or was in force, a region's own before the ministry's."""
    wanted = (
        select(Standard.id, Standard.region_code, StandardVersion.term_days, StandardVersion.in_force_from, StandardVersion.replaced_on)
        .join(StandardVersion, StandardVersion.standard_id == Standard.id)
        .where(Standard.promise == promise, StandardVersion.state.in_((VersionState.IN_FORCE, VersionState.REPLACED)))
        .order_by(Standard.region_code.asc().nulls_last(), StandardVersion.number.desc())
    )
    return [Terms(*row) for row in session.execute(wanted).all()]


def registrations() -> Subquery:
    """From the day a person came to the register to the day on which the office wrote it down."""
    written = (
        select(func.min(_day(Transition.moved_at)))
        .where(Transition.subject_kind == REGISTRATION_LIFECYCLE.name, Transition.subject_id == Registration.id, Transition.action == "open")
        .scalar_subquery()
    )
    return (
        select(
            Registration.id.label("subject_id"),
            Registration.jobseeker_id,
            cast(null(), BigInteger).label("employer_id"),
            Registration.office_id,
            Registration.region_code,
            Registration.registered_on.label("promised_on"),
            written.label("done_on"),
            cast(null(), Date).label("lapsed_on"),
        )
        .where(written.is_not(None))
        .subquery()
    )


def vacancy_checks() -> Subquery:
    """From the day an employer handed a vacancy in to the day on which the office had read it; imported advertisements are nobody's request."""
    handed_in = _day(func.coalesce(Vacancy.submitted_at, Vacancy.published_at))
    regional = aliased(Office)
    office_id = (
        select(func.min(regional.id)).where(regional.region_code == Vacancy.region_code, regional.level == OfficeLevel.REGIONAL).scalar_subquery()
    )
    withdrawn = case((Vacancy.state == VacancyState.WITHDRAWN, _day(Vacancy.closed_at)), else_=null())
    return (
        select(
            Vacancy.id.label("subject_id"),
            cast(null(), BigInteger).label("jobseeker_id"),
            Vacancy.employer_id,
            office_id.label("office_id"),
            Vacancy.region_code,
            handed_in.label("promised_on"),
            _day(Vacancy.checked_at).label("done_on"),
            withdrawn.label("lapsed_on"),
        )
        .where(Vacancy.source != VacancySource.IMPORT, Vacancy.employer_id.is_not(None), Vacancy.region_code.is_not(None), handed_in.is_not(None))
        .subquery()
    )


def referrals() -> Subquery:
    """From the registration of an unemployed person to the first referral by an office; who leaves the register in time needs none."""
    sent = (
        select(func.min(_day(Referral.created_at)))
        .where(
            Referral.jobseeker_id == Registration.jobseeker_id,
            Referral.office_id.is_not(None),
            _day(Referral.created_at) >= Registration.registered_on,
        )
        .scalar_subquery()
    )
    return (
        select(
            Registration.id.label("subject_id"),
            Registration.jobseeker_id,
            cast(null(), BigInteger).label("employer_id"),
            Registration.office_id,
            Registration.region_code,
            Registration.registered_on.label("promised_on"),
            sent.label("done_on"),
            Registration.ended_on.label("lapsed_on"),
        )
        .where(Registration.category == Category.UNEMPLOYED)
        .subquery()
    )


SOURCES: dict[Promise, Callable[[], Subquery]] = {
    Promise.REGISTRATION: registrations,
    Promise.VACANCY_CHECK: vacancy_checks,
    Promise.REFERRAL: referrals,
}


def _day(instant: Any) -> Cast[date]:
    """The calendar date in the country."""
    return cast(func.timezone(literal(COUNTRY), instant), Date)
