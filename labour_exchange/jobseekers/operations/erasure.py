"""Identity and profile are taken away for good; what the law keeps stays without a name."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from labour_exchange.accounts.models import User
from labour_exchange.accounts.operations.users import close_account
from labour_exchange.accounts.states import UserState
from labour_exchange.foundation import clock, outside
from labour_exchange.foundation.access import Actor, system_actor
from labour_exchange.foundation.errors import NotFound
from labour_exchange.foundation.events import record
from labour_exchange.foundation.records.audit import record_act
from labour_exchange.jobseekers import access
from labour_exchange.jobseekers.events import JobseekerErased, JobseekerInactive
from labour_exchange.jobseekers.models import Jobseeker, Profile, Registration
from labour_exchange.jobseekers.operations.links import end_links
from labour_exchange.jobseekers.operations.registrations import end_registration
from labour_exchange.jobseekers.rules.contacts import birth_month
from labour_exchange.jobseekers.rules.registers import CONFIRM_WITHIN, ERASE_AFTER, NOTICE_AFTER
from labour_exchange.jobseekers.states import EndReason

MOST_A_NIGHT = 500
ERASURES = "erasures"


def erase_jobseeker(session: Session, actor: Actor, person: Jobseeker, *, reason: str) -> Jobseeker:
    """Empty the identity columns, delete the profile, end the registration and close the sign-in; twice is the same as once.

    Registrations and placements stay, without a name: the law keeps them (texts.KEPT_BY_LAW). `reason` is a code, not free text.
    """
    if not access.may_erase(actor, person):
        raise NotFound
    if person.anonymised_at is not None:
        return person
    account, profile = person.user_id and session.get(User, person.user_id), person.profile
    for registration in session.scalars(select(Registration).where(Registration.jobseeker_id == person.id, Registration.ended_on.is_(None))):
        end_registration(session, system_actor("erase_jobseeker"), registration, reason=EndReason.OWN_WISH)
    end_links(session, system_actor("erase_jobseeker"), person)
    profile_public_id = profile.public_id if profile else None
    if profile:
        # Deleted and forgotten, in this order: a profile cut loose from its person first is no row that the person may write.
        session.delete(profile)
        session.flush()
        session.expire(person, ["profile"])
    person.iin = person.iin_hash = person.phone = person.phone_hash = person.district_code = None
    person.family_name = person.given_name = person.patronymic = ""
    person.born_on = birth_month(person.born_on)
    person.anonymised_at, person.inactive_notice_at = clock.now(), None
    record_act(session, actor, "erase jobseeker", "jobseeker", person.id, reason=reason)
    record(session, actor, JobseekerErased(person.id, profile_public_id))
    if account:
        _close(session, account)
    person.user_id = None
    session.flush()
    return person


def note_erasure(session: Session, facts: Mapping[str, Any]) -> None:
    """Reaction to jobseeker_erased: remembered beside the database, so that a restored copy can be made to forget as well. Twice does no harm."""
    public_id = session.scalar(select(Jobseeker.public_id).where(Jobseeker.id == facts["jobseeker_id"]))
    outside.append(ERASURES, [{"jobseeker": public_id, "erased_at": clock.now().isoformat()}])


def erased_since(begun_at: datetime, journal: Path | None = None) -> set[str]:
    """Public ids of those erased since an instant, from the file beside the database or from another one."""
    return {row["jobseeker"] for row in outside.rows(ERASURES, journal) if datetime.fromisoformat(row["erased_at"]) >= begun_at}


def replay_erasures(session: Session, public_ids: Iterable[str]) -> int:
    """Erase again, in a restored copy, everybody who was erased after the copy was made; how many there were."""
    actor, erased = system_actor("replay_erasures"), 0
    for person in session.scalars(select(Jobseeker).where(Jobseeker.public_id.in_(list(public_ids)), Jobseeker.anonymised_at.is_(None))):
        erase_jobseeker(session, actor, person, reason="replayed")
        erased += 1
    return erased


def anonymise_inactive(session: Session) -> None:
    """What runs each night: announce the end to people silent for 700 days, erase those who stay silent for 730 and had 30 days' notice."""
    actor, now = system_actor("anonymise_inactive"), clock.now()
    silent = select(Jobseeker).join(Profile).where(Jobseeker.anonymised_at.is_(None), ~_is_on_the_register()).limit(MOST_A_NIGHT)
    for person in session.scalars(silent.where(Profile.active_at < now - NOTICE_AFTER, Jobseeker.inactive_notice_at.is_(None))):
        person.inactive_notice_at = now
        record(session, actor, JobseekerInactive(person.id, (clock.today() + ERASE_AFTER - NOTICE_AFTER).isoformat()))
    warned = Jobseeker.inactive_notice_at <= now - (ERASE_AFTER - NOTICE_AFTER)
    for person in session.scalars(silent.where(Profile.active_at < now - ERASE_AFTER, warned)):
        erase_jobseeker(session, actor, person, reason="inactive")


def erase_unconfirmed(session: Session) -> None:
    """What runs each night: who signed up and did not confirm the address in 14 days is forgotten, so that nobody's national id stays taken."""
    unconfirmed = (User.email_confirmed_at.is_(None), User.created_at < clock.now() - CONFIRM_WITHIN, User.state != UserState.CLOSED)
    wanted = select(Jobseeker).join(User, User.id == Jobseeker.user_id).where(*unconfirmed, Jobseeker.anonymised_at.is_(None))
    for person in session.scalars(wanted.limit(MOST_A_NIGHT)):
        erase_jobseeker(session, system_actor("erase_unconfirmed"), person, reason="never confirmed")


def hide_when_closed(session: Session, facts: Mapping[str, Any]) -> None:
    """Reaction to a closed account (facts: user_id): nobody finds the profile any longer; after two years it is erased like any silent one."""
    person = session.scalars(select(Jobseeker).where(Jobseeker.user_id == facts["user_id"])).one_or_none()
    if person is not None:
        end_links(session, system_actor("hide_when_closed"), person)
    if person is not None and person.profile is not None:
        person.profile.is_active = False


def _is_on_the_register() -> Any:
    return select(Registration.id).where(Registration.jobseeker_id == Jobseeker.id, Registration.ended_on.is_(None)).exists()


def _close(session: Session, account: User) -> None:
    if account.state is not UserState.CLOSED:
        close_account(session, system_actor("erase_jobseeker"), account, reason="erased")
