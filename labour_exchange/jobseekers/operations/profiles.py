"""A profile is described, section by section, its jobs are listed, and its audience is chosen."""

from dataclasses import fields

from sqlalchemy.orm import Session
from sqlalchemy.orm.exc import StaleDataError

from labour_exchange.foundation import clock
from labour_exchange.foundation.access import Actor
from labour_exchange.foundation.errors import FieldError, InvalidInput, NotFound, StaleVersion
from labour_exchange.foundation.events import record
from labour_exchange.foundation.records.audit import record_act
from labour_exchange.jobseekers import access, texts
from labour_exchange.jobseekers.events import ProfileChanged
from labour_exchange.jobseekers.models import Profile, WorkHistory
from labour_exchange.jobseekers.rules.sections import Education, Section, section_problems
from labour_exchange.jobseekers.rules.work import MOST_JOBS, WorkFacts, experience_months, highest_education, work_problems
from labour_exchange.jobseekers.states import Audience


def save_profile(session: Session, actor: Actor, profile: Profile, section: Section, *, version: int) -> Profile:
    """Replace one section of the profile. Raises InvalidInput, or StaleVersion when the profile is no longer the one that was read."""
    _open_for_change(actor, profile, version)
    errors = section_problems(section, clock.today())
    if errors:
        raise InvalidInput(errors)
    for field in fields(section):
        setattr(profile, field.name, getattr(section, field.name))
    if isinstance(section, Education):
        profile.education_level = highest_education(section.education)
    return _saved(session, actor, profile)


def set_audience(session: Session, actor: Actor, profile: Profile, audience: Audience, *, version: int) -> Profile:
    """Choose who may read the profile; a logged act."""
    _open_for_change(actor, profile, version)
    before, profile.audience = profile.audience, audience
    record_act(session, actor, "set audience", "profile", profile.id, before=before.value, after=audience.value)
    return _saved(session, actor, profile)


def add_work(session: Session, actor: Actor, profile: Profile, work: WorkFacts, *, version: int) -> WorkHistory:
    """Add a job held. Raises InvalidInput or StaleVersion."""
    _open_for_change(actor, profile, version)
    if len(profile.work_history) >= MOST_JOBS:
        raise InvalidInput([FieldError("title", texts.TOO_MANY, {"most": MOST_JOBS})])
    entry = WorkHistory(profile_id=profile.id)
    _write(profile, entry, work)
    profile.work_history.append(entry)
    _recount(session, actor, profile)
    return entry


def change_work(session: Session, actor: Actor, profile: Profile, entry_id: int, work: WorkFacts, *, version: int) -> WorkHistory:
    """Change a job held. Raises NotFound for an entry of another profile, InvalidInput or StaleVersion."""
    entry = entry_of(profile, entry_id)
    _open_for_change(actor, profile, version)
    _write(profile, entry, work)
    _recount(session, actor, profile)
    return entry


def remove_work(session: Session, actor: Actor, profile: Profile, entry_id: int, *, version: int) -> Profile:
    """Take a job held away. Raises NotFound or StaleVersion."""
    entry = entry_of(profile, entry_id)
    _open_for_change(actor, profile, version)
    profile.work_history.remove(entry)
    return _recount(session, actor, profile)


def entry_of(profile: Profile, entry_id: int) -> WorkHistory:
    """The job of this profile with this id. Raises NotFound."""
    found = next((entry for entry in profile.work_history if entry.id == entry_id), None)
    if found is None:
        raise NotFound
    return found


def _open_for_change(actor: Actor, profile: Profile, version: int) -> None:
    if not access.may_change(actor, profile.jobseeker):
        raise NotFound
    if profile.version != version:
        raise StaleVersion


def _write(profile: Profile, entry: WorkHistory, work: WorkFacts) -> None:
    errors = work_problems(work, profile.jobseeker.born_on, clock.today())
    if errors:
        raise InvalidInput(errors)
    for field in fields(work):
        setattr(entry, field.name, getattr(work, field.name))


def _recount(session: Session, actor: Actor, profile: Profile) -> Profile:
    periods = [(entry.started_on, entry.ended_on) for entry in profile.work_history]
    profile.experience_months = experience_months(periods, clock.today())
    return _saved(session, actor, profile)


def _saved(session: Session, actor: Actor, profile: Profile) -> Profile:
    """The time of the change makes the row differ, so that the version rises and another editor is seen."""
    profile.active_at, profile.is_active = clock.now(), True
    try:
        session.flush()
    except StaleDataError:
        raise StaleVersion from None
    record(session, actor, ProfileChanged(profile.jobseeker_id, profile.id))
    return profile
