"""The demo shows inspections at each point of their way, made once, with pages for those who can be signed in as."""

from collections import Counter

from sqlalchemy import select

from labour_exchange.accounts.models import User
from labour_exchange.commands.demo.accounts import DOMAIN, HOME, open_demo_accounts
from labour_exchange.commands.demo.oversight.inspections import show_inspections
from labour_exchange.foundation.database import ExchangeSession
from labour_exchange.inspections.models import Inspection, InspectionReply
from labour_exchange.inspections.states import InspectionState
from labour_exchange.offices.operations import ensure_offices
from labour_exchange.web.sign_in import actor_for
from tests.factories.placements import confirmed, hiring_employer, open_vacancy

S = InspectionState


def test_the_demo_shows_an_inspection_in_each_state(session: ExchangeSession) -> None:
    ensure_offices(session)
    open_demo_accounts(session, "a secret for tests only, long enough to sign")
    for _ in range(24):
        employer, hirer = hiring_employer(session, HOME)
        confirmed(session, open_vacancy(session, employer), hirer)
    for _ in range(2):
        show_inspections(session)
        found = Counter(session.scalars(select(Inspection.state)))
        assert found == {S.CLOSED: 2, S.PREPARED: 1, S.ASKED: 2, S.OPENED: 3, S.ANSWERED: 1}, "8 of 24 by shares, and one of the sign-ins"
    answered = session.scalars(select(Inspection).where(Inspection.state == S.ANSWERED)).one()
    for kind in ("jobseeker", "employer"):
        actor = actor_for(session, session.scalars(select(User).where(User.email == f"{kind}@{DOMAIN}")).one())
        assert actor.user_id in set(session.scalars(select(InspectionReply.user_id).where(InspectionReply.inspection_id == answered.id)))
