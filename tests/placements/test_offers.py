"""Invitations, referrals and offers: who makes them, who answers, what they close."""

from datetime import timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from labour_exchange.foundation import clock
from labour_exchange.foundation.errors import Conflict, InvalidInput, NotFound
from labour_exchange.jobseekers.states import Audience
from labour_exchange.placements.models import Placement
from labour_exchange.placements.operations import closing, follow_up, invitations, offers, placements, referrals
from labour_exchange.placements.queries import approaches
from labour_exchange.placements.states import ApplicationState, Channel, InvitationState, OfferState, PlacementState, ReferralState
from labour_exchange.vacancies.models import Vacancy
from labour_exchange.vacancies.states import VacancyState
from tests.factories.jobseekers import actor_of, jobseeker
from tests.factories.offices import office, officer, staff
from tests.factories.placements import application, hiring_employer, offer, open_vacancy, terms
from tests.placements.conftest import Cast


def test_invited_once_and_only_with_an_open_profile(session: Session, cast: Cast) -> None:
    made = invitations.invite(session, cast.hirer, cast.vacancy, cast.jobseeker.profile, note="Come and talk")
    assert made.expires_on == clock.today() + timedelta(days=14)
    with pytest.raises(Conflict, match="already_invited"):
        invitations.invite(session, cast.hirer, cast.vacancy, cast.jobseeker.profile, note="")
    hidden = jobseeker(session)
    with pytest.raises(Conflict, match="profile_closed"):
        invitations.invite(session, cast.hirer, cast.vacancy, hidden.profile, note="")
    hidden.profile.audience = Audience.EMPLOYERS
    application(session, cast.vacancy, hidden)
    with pytest.raises(Conflict, match="already_applied"):
        invitations.invite(session, cast.hirer, cast.vacancy, hidden.profile, note="")
    with pytest.raises(NotFound):
        invitations.invite(session, hiring_employer(session)[1], cast.vacancy, cast.jobseeker.profile, note="")


def test_an_offer_follows_an_accepted_invitation_only(session: Session, cast: Cast) -> None:
    made = invitations.invite(session, cast.hirer, cast.vacancy, cast.jobseeker.profile, note="Come")
    with pytest.raises(Conflict):
        offers.make_offer(session, cast.hirer, made, terms())
    invitations.accept_invitation(session, cast.person, made)
    offered = offers.make_offer(session, cast.hirer, made, terms())
    placed = placements.accept_offer(session, cast.person, offered)
    assert (offered.invitation_id, placed.channel) == (made.id, Channel.SELF_SERVICE)


def test_invitation_is_declined_withdrawn_or_runs_out(session: Session, cast: Cast) -> None:
    made = invitations.invite(session, cast.hirer, cast.vacancy, cast.jobseeker.profile, note="Come")
    for actor in (cast.hirer, actor_of(jobseeker(session)), cast.officer):
        with pytest.raises(NotFound):
            invitations.accept_invitation(session, actor, made)
    with clock.hold(clock.now() + timedelta(days=15)):
        assert follow_up.expire_approaches(session) == 1
    assert made.state is InvitationState.EXPIRED
    with pytest.raises(Conflict):
        invitations.decline_invitation(session, cast.person, made, note="Too far")


def test_referral_by_the_office_of_the_region(session: Session, cast: Cast) -> None:
    elsewhere = officer(staff(session, office(session, "KZ-75")))
    with pytest.raises(NotFound):
        referrals.refer(session, elsewhere, cast.jobseeker, cast.vacancy, note="")
    made = referrals.refer(session, cast.officer, cast.jobseeker, cast.vacancy, note="Knows switchboards")
    assert (made.office_id, made.agency_id, made.region_code) == (cast.officer.office_id, None, "KZ-71")
    with pytest.raises(Conflict, match="already_referred"):
        referrals.refer(session, cast.officer, cast.jobseeker, cast.vacancy, note="")
    referrals.accept_referral(session, cast.person, made)
    placed = placements.accept_offer(session, cast.person, offers.make_offer(session, cast.hirer, made, terms()))
    assert (made.state, placed.channel, placed.office_id) == (ReferralState.HIRED, Channel.OFFICE_REFERRAL, cast.officer.office_id)


def test_either_side_refuses_a_referral_with_a_reason(session: Session, cast: Cast) -> None:
    made = referrals.refer(session, cast.officer, cast.jobseeker, cast.vacancy, note="")
    with pytest.raises(InvalidInput):
        referrals.refuse_referral(session, cast.person, made, note="")
    with pytest.raises(NotFound):
        referrals.refuse_referral(session, cast.officer, made, note="Not ours to refuse")
    referrals.refuse_referral(session, cast.hirer, made, note="The post is taken")
    assert (made.state, made.answer_note) == (ReferralState.REFUSED_BY_EMPLOYER, "The post is taken")
    other = referrals.refer(session, cast.officer, cast.jobseeker, open_vacancy(session, cast.employer), note="")
    referrals.refuse_referral(session, cast.person, other, note="Too far")
    assert other.state is ReferralState.REFUSED_BY_PERSON
    late = referrals.refer(session, cast.officer, cast.jobseeker, open_vacancy(session, cast.employer), note="")
    with clock.hold(clock.now() + timedelta(days=15)):
        follow_up.expire_approaches(session)
    assert late.state is ReferralState.EXPIRED


def test_what_waits_for_a_person(session: Session, cast: Cast) -> None:
    invitations.invite(session, cast.hirer, cast.vacancy, cast.jobseeker.profile, note="Come")
    referrals.refer(session, cast.officer, cast.jobseeker, open_vacancy(session, cast.employer), note="")
    offer(session, open_vacancy(session, cast.employer), cast.hirer, cast.jobseeker)
    waiting = approaches.things_to_answer(session, cast.person)
    assert [len(waiting.offers), len(waiting.invitations), len(waiting.referrals), len(waiting.placements)] == [1, 1, 1, 0]
    placements.accept_offer(session, cast.person, waiting.offers[0])
    after = approaches.things_to_answer(session, cast.person)
    assert (after.count, len(after.placements)) == (1, 1)


def test_accepting_takes_the_post_and_ends_everything_else(session: Session, cast: Cast) -> None:
    mine = offer(session, cast.vacancy, cast.hirer, cast.jobseeker)
    elsewhere = open_vacancy(session, cast.employer, title="Fitter")
    waiting = application(session, elsewhere, cast.jobseeker)
    other_offer = offer(session, open_vacancy(session, cast.employer), cast.hirer, cast.jobseeker)
    invited = invitations.invite(session, cast.hirer, open_vacancy(session, cast.employer), cast.jobseeker.profile, note="")
    strangers = application(session, elsewhere)
    placed = placements.accept_offer(session, cast.person, mine)
    assert session.get_one(Vacancy, cast.vacancy.id).posts_filled == 1
    assert (placed.state, placed.declared_by, placed.started_on) == (PlacementState.DECLARED, "employer", mine.starts_on)
    assert waiting.state is ApplicationState.WITHDRAWN_HIRED_ELSEWHERE
    assert (other_offer.state, invited.state, strangers.state) == (OfferState.DECLINED, InvitationState.DECLINED, ApplicationState.SENT)
    with pytest.raises(Conflict):
        placements.accept_offer(session, cast.person, mine)
    assert len(list(session.scalars(select(Placement)))) == 1


def test_the_last_post_fills_the_vacancy_and_closes_the_rest(session: Session, cast: Cast) -> None:
    single = open_vacancy(session, cast.employer)
    mine, late = offer(session, single, cast.hirer, cast.jobseeker), jobseeker(session)
    theirs = offer(session, single, cast.hirer, late)
    placements.accept_offer(session, cast.person, mine)
    assert session.get_one(Vacancy, single.id).state is VacancyState.FILLED
    with pytest.raises(Conflict, match="posts_filled"), session.begin_nested():
        placements.accept_offer(session, actor_of(late), theirs)
    closing.close_applications_of_vacancy(session, {"vacancy_id": single.id})
    session.refresh(theirs)
    assert theirs.state is OfferState.WITHDRAWN


def test_one_open_offer_for_a_person_and_vacancy(session: Session, cast: Cast) -> None:
    made = application(session, cast.vacancy, cast.jobseeker)
    offers.make_offer(session, cast.hirer, made, terms())
    with pytest.raises(Conflict):
        offers.make_offer(session, cast.hirer, made, terms())


def test_an_offer_is_declined_withdrawn_or_runs_out(session: Session, cast: Cast) -> None:
    first = offer(session, cast.vacancy, cast.hirer, cast.jobseeker)
    with pytest.raises(NotFound):
        offers.decline_offer(session, cast.hirer, first)
    offers.decline_offer(session, cast.person, first, note="I found something nearer")
    second = offer(session, open_vacancy(session, cast.employer), cast.hirer, cast.jobseeker)
    offers.withdraw_offer(session, cast.hirer, second, note="No money for the post")
    third = offer(session, open_vacancy(session, cast.employer), cast.hirer, cast.jobseeker)
    with clock.hold(clock.now() + timedelta(days=1)):
        with pytest.raises(Conflict, match="offer_late"):
            placements.accept_offer(session, cast.person, third)
        assert follow_up.expire_approaches(session) == 1
    assert [one.state for one in (first, second, third)] == [OfferState.DECLINED, OfferState.WITHDRAWN, OfferState.EXPIRED]
    states = [one.state for one in session.scalars(approaches.applications_of(cast.person).order_by("id"))]
    assert states == [ApplicationState.WITHDRAWN, ApplicationState.DECLINED, ApplicationState.WITHDRAWN]


def test_only_its_person_accepts_an_offer(session: Session, cast: Cast) -> None:
    made = offer(session, cast.vacancy, cast.hirer, cast.jobseeker)
    for actor in (actor_of(jobseeker(session)), cast.hirer, cast.officer):
        with pytest.raises(NotFound):
            placements.accept_offer(session, actor, made)
    assert list(session.scalars(select(Placement))) == []
