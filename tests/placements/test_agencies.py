"""What an agency may do for an employer and a person: each act under its own scope, nothing without licence, mandate or link."""

from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import select

from labour_exchange.agencies.models import Agency
from labour_exchange.agencies.operations import suspend_licence, withdraw_mandate
from labour_exchange.employers.models import Employer
from labour_exchange.foundation import clock
from labour_exchange.foundation.access import Actor
from labour_exchange.foundation.database import ExchangeSession, acting_as
from labour_exchange.foundation.errors import Conflict, NotFound
from labour_exchange.jobseekers.models import AgencyLink, Jobseeker
from labour_exchange.jobseekers.operations import erase_jobseeker
from labour_exchange.jobseekers.operations.links import link_agency, unlink_agency
from labour_exchange.jobseekers.queries import candidate, link_for, links_of_person, looks_at
from labour_exchange.jobseekers.states import Audience, LinkLevel
from labour_exchange.placements import access
from labour_exchange.placements.models import JobApplication, Offer, Placement, Referral
from labour_exchange.placements.operations import applications, offers, placements, referrals
from labour_exchange.placements.operations.placements import PlacementFacts
from labour_exchange.placements.states import EvidenceSource
from labour_exchange.vacancies import operations as vacancy_operations
from labour_exchange.vacancies.models import Vacancy
from labour_exchange.vacancies.queries import own_vacancy
from tests.factories import agencies
from tests.factories.jobseekers import actor_of
from tests.factories.placements import application, hiring_employer, open_vacancy, terms

Setting = tuple[Agency, Actor, Employer, Actor]


def setting(session: ExchangeSession, *scopes: str) -> Setting:
    agency, actor = agencies.in_force(session)
    employer, keeper = hiring_employer(session)
    if scopes:
        agencies.mandated(session, agency, employer, keeper, scopes)
    return agency, actor, employer, keeper


def brought(session: ExchangeSession, agency: Agency, employer: Employer, **facts: Any) -> Vacancy:
    return open_vacancy(session, employer, agency_id=agency.id, posts=3, **facts)


def acts(session: ExchangeSession, agency: Agency, actor: Actor, employer: Employer) -> dict[str, Callable[[], object]]:
    """One act under each scope, each on things of its own."""
    posted, answered, reported = (brought(session, agency, employer) for _ in range(3))
    sent, other = application(session, answered), application(session, reported)
    _person, link = agencies.linked(session, agency)
    facts = PlacementFacts(other.jobseeker_id, employer.id, clock.today(), reported.id)
    return {
        "post": lambda: vacancy_operations.pause_vacancy(session, actor, posted),
        "answer": lambda: applications.invite_to_interview(session, actor, sent, note="Tomorrow at nine."),
        "refer": lambda: referrals.refer_candidate(session, actor, link, posted, note=""),
        "report": lambda: placements.declare_placement(session, actor, facts),
    }


@pytest.mark.parametrize("scope", ["post", "answer", "report", "refer"])
def test_each_act_needs_its_own_scope(session: ExchangeSession, scope: str) -> None:
    agency, actor, employer, _keeper = setting(session, scope)
    possible = acts(session, agency, actor, employer)
    with acting_as(session, actor):
        if scope == "refer":
            possible["refer"]()
        for name, act in possible.items():
            if name not in (scope, "refer"):
                with pytest.raises(NotFound):
                    act()
        possible[scope]() if scope != "refer" else None


@pytest.mark.parametrize("ending", ["no mandate", "withdrawn", "suspended"])
def test_without_mandate_or_licence_nothing_is_done_or_seen(session: ExchangeSession, ending: str) -> None:
    agency, actor, employer, keeper = setting(session)
    mandate = agencies.mandated(session, agency, employer, keeper) if ending != "no mandate" else None
    possible = acts(session, agency, actor, employer)
    vacancy = brought(session, agency, employer)
    application(session, vacancy)
    if ending == "withdrawn" and mandate:
        withdraw_mandate(session, keeper, employer, mandate)
    elif ending == "suspended":
        suspend_licence(session, agencies.SYSTEM, agencies.licence(session, agency), reason="A check.")
    session.flush()
    with acting_as(session, actor):
        for act in possible.values():
            with pytest.raises(NotFound):
                act()
        for model in (JobApplication, Offer, Referral, Placement):
            entity: Any = model
            assert session.scalars(select(entity)).all() == [], "the database alone"
    for model in (JobApplication, Offer, Referral, Placement):
        entity = model
        assert session.scalars(access.visible(actor, select(entity), entity)).all() == [], "the policy alone"
    draft = vacancy_operations.draft_vacancy(session, keeper, employer, vacancy_operations.facts_of(vacancy))
    draft.agency_id = agency.id
    session.flush()
    with pytest.raises(NotFound):
        own_vacancy(session, actor, draft.public_id)


def test_an_agency_drafts_hands_in_answers_and_reports(session: ExchangeSession) -> None:
    agency, actor, employer, _keeper = setting(session, *agencies.ALL_SCOPES)
    model = open_vacancy(session, employer)
    with acting_as(session, actor):
        vacancy = vacancy_operations.draft_vacancy(session, actor, employer, vacancy_operations.facts_of(model))
        vacancy_operations.submit_vacancy(session, actor, vacancy)
    assert (vacancy.source, vacancy.agency_id, vacancy.is_open) == ("agency", agency.id, True)
    sent = application(session, vacancy)
    with acting_as(session, actor):
        made = offers.make_offer(session, actor, sent, terms())
    placed = placements.accept_offer(session, actor_of(session.get_one(Jobseeker, made.jobseeker_id)), made)
    assert (placed.agency_id, placed.channel) == (agency.id, "agency")


def test_a_referred_person_is_reported_as_the_agencys(session: ExchangeSession) -> None:
    agency, actor, employer, _keeper = setting(session, "refer", "report")
    person, link = agencies.linked(session, agency)
    vacancy = open_vacancy(session, employer)
    with acting_as(session, actor):
        referral = referrals.refer_candidate(session, actor, link, vacancy, note="A careful electrician.")
        placed = placements.declare_placement(session, actor, PlacementFacts(person.id, employer.id, clock.today(), vacancy.id))
    assert (referral.agency_id, referral.office_id) == (agency.id, None)
    assert (placed.agency_id, placed.declared_by) == (agency.id, EvidenceSource.AGENCY)


def test_nobody_is_referred_whose_name_is_not_shown(session: ExchangeSession) -> None:
    agency, actor, employer, _keeper = setting(session, "refer")
    vacancy = open_vacancy(session, employer)
    for shows, audience in ((LinkLevel.PROFILE, Audience.EMPLOYERS), (LinkLevel.CONTACTS, Audience.NOBODY)):
        _person, link = agencies.linked(session, agency, shows=shows, audience=audience)
        with acting_as(session, actor), pytest.raises(Conflict) as refused:
            referrals.refer_candidate(session, actor, link, vacancy, note="")
        assert refused.value.code == "contacts_not_shown"


@pytest.mark.parametrize(
    ("shows", "audience", "profile", "name"),
    [
        (LinkLevel.PROFILE, Audience.OFFICES, True, False),
        (LinkLevel.CONTACTS, Audience.OFFICES, True, True),
        (LinkLevel.CONTACTS, Audience.EMPLOYERS, True, True),
        (LinkLevel.CONTACTS, Audience.NOBODY, False, False),
    ],
)
def test_an_agency_reads_what_the_person_shows_and_the_person_sees_when(
    session: ExchangeSession, shows: LinkLevel, audience: Audience, profile: bool, name: bool
) -> None:
    agency, actor = agencies.in_force(session)
    person, link = agencies.linked(session, agency, shows=shows, audience=audience)
    session.expire_all()
    with acting_as(session, actor):
        read = candidate(session, actor, link_for(session, actor, link.public_id), look="profile")
    assert (read.profile is not None, read.name is not None, read.phone is not None) == (profile, name, name)
    assert len(looks_at(session, actor_of(person), link)) == 1


def test_after_unlinking_the_agency_sees_and_does_nothing(session: ExchangeSession) -> None:
    agency, actor, employer, _keeper = setting(session, *agencies.ALL_SCOPES)
    person, link = agencies.linked(session, agency, audience=Audience.EMPLOYERS)
    vacancy = open_vacancy(session, employer)
    with acting_as(session, actor):
        referrals.refer_candidate(session, actor, link, vacancy, note="")
    for _twice in range(2):
        unlink_agency(session, actor_of(person), link)
    with acting_as(session, actor):
        for model in (Referral, AgencyLink, Jobseeker):
            entity: Any = model
            assert session.scalars(select(entity)).all() == [], "the database alone"
        with pytest.raises(NotFound):
            link_for(session, actor, link.public_id)
        with pytest.raises(NotFound):
            candidate(session, actor, link, look="profile")
        with pytest.raises(NotFound):
            referrals.refer_candidate(session, actor, link, open_vacancy(session, employer), note="")
    assert session.scalars(access.visible(actor, select(Referral), Referral)).all() == [], "the policy alone"
    assert [row[0].ended_at is not None for row in links_of_person(session, actor_of(person))] == [True]


def test_consent_is_recorded_once_for_a_link_and_taken_back_with_it(session: ExchangeSession) -> None:
    agency, _actor = agencies.in_force(session)
    person, link = agencies.linked(session, agency)
    with pytest.raises(Conflict) as refused:
        link_agency(session, actor_of(person), person, agency, shows=LinkLevel.PROFILE)
    assert refused.value.code == "agency_linked_already"
    unlink_agency(session, actor_of(person), link)
    again = link_agency(session, actor_of(person), person, agency, shows=LinkLevel.PROFILE)
    assert again.consent_id not in (None, link.consent_id)
    waiting, _other = agencies.applying(session)
    with pytest.raises(Conflict) as refused:
        link_agency(session, actor_of(person), person, waiting, shows=LinkLevel.PROFILE)
    assert refused.value.code == "agency_not_working"
    erase_jobseeker(session, actor_of(person), person, reason="own wish")
    assert again.ended_at is not None
