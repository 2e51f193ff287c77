"""Employers for tests, each function a situation: verified, only claimed, known from advertisements alone."""

from itertools import count
from typing import Any

from sqlalchemy.orm import Session

from labour_exchange.accounts.models import User
from labour_exchange.employers.models import Employer, EmployerClaim, EmployerMember, Establishment, MemberRole
from labour_exchange.employers.states import EmployerState
from labour_exchange.foundation import clock
from labour_exchange.foundation.access import Actor, ActorKind
from tests.factories.accounts import user

_numbers = count(1)


def employer(session: Session, **facts: Any) -> Employer:
    """A registered employer that nobody has checked yet; `facts` are columns of Employer."""
    number = next(_numbers)
    given = {
        "bin": f"{900_000_000_000 + number}",
        "name": f"Invented Works {number}",
        "region_code": "KZ-71",
        "state": EmployerState.CLAIMED,
        "created_at": clock.now(),
    }
    made = Employer(**given | facts)
    session.add(made)
    session.flush()
    return made


def verified(session: Session, **facts: Any) -> Employer:
    """Checked by an office: its vacancies are published at once."""
    return employer(session, **{"state": EmployerState.VERIFIED} | facts)


def unclaimed(session: Session, **facts: Any) -> Employer:
    """Known only from an imported advertisement: a name and a source, no BIN."""
    given = {"bin": None, "state": EmployerState.UNCLAIMED, "source": "jobsite", "external_id": f"employer-{next(_numbers)}"}
    return employer(session, **given | facts)


def answering(session: Session, *, due: int = 20, answered: int = 18, **facts: Any) -> Employer:
    """A verified employer with a history of answers."""
    return verified(session, **{"applications_due": due, "applications_answered": answered} | facts)


def establishment(session: Session, at: Employer, **facts: Any) -> Establishment:
    """A place of work."""
    given = {"name": "Workshop", "region_code": at.region_code or "KZ-71", "address": "1 Invented Street"}
    made = Establishment(employer_id=at.id, **given | facts)
    session.add(made)
    session.flush()
    return made


def member(session: Session, of: Employer, role: MemberRole = MemberRole.OWNER, **facts: Any) -> User:
    """A user who acts for the employer; `facts` are columns of User."""
    account = user(session, ActorKind.EMPLOYER, **facts)
    session.add(EmployerMember(user_id=account.id, employer_id=of.id, role=role))
    session.flush()
    return account


def actor_of(account: User, of: Employer) -> Actor:
    """The actor this member is."""
    return Actor(ActorKind.EMPLOYER, user_id=account.id, organisation_id=of.id)


def claim(session: Session, by: Employer, of: Employer, **facts: Any) -> EmployerClaim:
    """An employer's claim that waits for an office."""
    made = EmployerClaim(**{"employer_id": of.id, "claimant_id": by.id, "reason": "The same phone and address", "claimed_at": clock.now()} | facts)
    session.add(made)
    session.flush()
    return made
