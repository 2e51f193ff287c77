"""What is known of a person on a day, for the rules of a measure."""

from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from labour_exchange.cases.queries.plans import agreed_plan_id
from labour_exchange.foundation.access import system_actor
from labour_exchange.foundation.database import acting_as
from labour_exchange.jobseekers.models import Jobseeker, Profile, Registration
from labour_exchange.jobseekers.states import RegistrationState
from labour_exchange.programmes.businesses.models import BusinessPlan
from labour_exchange.programmes.models.enrolments import Enrolment
from labour_exchange.programmes.rules.facts import Declared, PersonFacts
from labour_exchange.programmes.states import OPEN_ENROLMENTS, TOOK_PART


def person_facts(session: Session, person: Jobseeker, measure_id: int, declared: Declared, today: date) -> PersonFacts:
    """The facts of one person, read from the register, the profile and earlier measures in any region."""
    # The person may have taken part elsewhere, or have hidden the profile: a rule reads the figures, and nobody the rows.
    with acting_as(session, system_actor("person_facts")):
        registration = _registration(session, person.id)
        profile = session.scalars(select(Profile).where(Profile.jobseeker_id == person.id)).one_or_none()
        ended_on = session.scalar(select(func.max(Enrolment.ended_on)).where(Enrolment.jobseeker_id == person.id, Enrolment.started_on.is_not(None)))
        written = select(BusinessPlan.id).where(BusinessPlan.jobseeker_id == person.id, BusinessPlan.enrolment_id.is_(None))
        has_plan = session.scalar(written) is not None
        open_measures = _count(session, person.id, Enrolment.state.in_(OPEN_ENROLMENTS))
        has_agreed_plan = agreed_plan_id(session, person.id) is not None
        times = _count(session, person.id, Enrolment.state.in_(TOOK_PART), Enrolment.measure_id == measure_id)
    finished = [one["finished_in"] for one in (profile.education if profile else []) if one.get("finished_in")]
    return PersonFacts(
        age=age_on(person.born_on, today),
        region_code=person.region_code,
        is_rural=person.is_rural,
        has_disability=person.has_disability,
        category=registration.category.value if registration else None,
        days_registered=(today - registration.registered_on).days if registration else None,
        education_level=profile.education_level if profile else None,
        experience_months=profile.experience_months if profile else None,
        years_since_graduation=today.year - max(finished) if finished else None,
        has_plan=declared.has_plan or has_agreed_plan,
        household_size=declared.household_size,
        household_income=declared.household_income,
        is_ready_to_move=bool(profile and profile.move_regions),
        has_business_plan=declared.has_business_plan or has_plan,
        open_measures=open_measures,
        days_since_measure=(today - ended_on).days if ended_on else None,
        times_in_measure=times,
    )


def agreed_plan_of(session: Session, person: Jobseeker) -> int | None:
    """The number of the individual plan that the person has agreed to; the rule asks whether there is one, and the enrolment keeps which."""
    with acting_as(session, system_actor("agreed_plan_of")):
        return agreed_plan_id(session, person.id)


def age_on(born_on: date, day: date) -> int:
    """Full years."""
    return day.year - born_on.year - ((day.month, day.day) < (born_on.month, born_on.day))


def _registration(session: Session, jobseeker_id: int) -> Registration | None:
    wanted = select(Registration).where(Registration.jobseeker_id == jobseeker_id, Registration.state == RegistrationState.ACTIVE)
    return session.scalars(wanted.order_by(Registration.id.desc()).limit(1)).one_or_none()


def _count(session: Session, jobseeker_id: int, *conditions: object) -> int:
    wanted = select(func.count()).select_from(Enrolment).where(Enrolment.jobseeker_id == jobseeker_id, *conditions)  # type: ignore[arg-type]
    return session.scalar(wanted) or 0
