"""A small country for the access matrix: the same records three times, each marked with words that give away who they belong to."""

from dataclasses import dataclass, field
from datetime import timedelta
from enum import StrEnum
from functools import partial

from sqlalchemy import select

from labour_exchange.accounts.models import User
from labour_exchange.agencies.clients.models import ApiClient, ApiCredential
from labour_exchange.agencies.clients.operations import issue_credential, keep_criteria, register_client
from labour_exchange.agencies.clients.states import ClientScope, CredentialKind
from labour_exchange.agencies.models import Agency, AgencyMember, Licence, Mandate, MandateRequest
from labour_exchange.agencies.operations import file_complaint
from labour_exchange.agencies.states import ComplaintCategory, LicenceState, Scope
from labour_exchange.alerts.models import AlertMatch
from labour_exchange.alerts.operations.searches import save_search
from labour_exchange.alerts.states import Frequency
from labour_exchange.cases.operations import open_case, override_effort, record_absence
from labour_exchange.cases.rules import CaseFacts
from labour_exchange.cases.rules.absences import AbsenceDays
from labour_exchange.cases.states import EffortGroup
from labour_exchange.discovery.proposals.models import LexiconProposal
from labour_exchange.discovery.questions import SearchQuery
from labour_exchange.employers.models import Employer, EmployerClaim, EmployerMember, MemberRole
from labour_exchange.feeds.webhooks import operations as webhooks
from labour_exchange.feeds.webhooks.queries import deliveries_of
from labour_exchange.feeds.webhooks.states import EventKind
from labour_exchange.foundation import clock
from labour_exchange.foundation.access import Actor, ActorKind, system_actor
from labour_exchange.foundation.database import ExchangeSession
from labour_exchange.jobseekers.models import AgencyLink, Jobseeker
from labour_exchange.jobseekers.operations.links import link_agency
from labour_exchange.jobseekers.states import Audience, LinkLevel
from labour_exchange.matching.models import ContestedReason, DismissedSuggestion, Fault, PersonSuggestions, VacancyCandidates
from labour_exchange.notifications.models import Message
from labour_exchange.notifications.states import MessageKind
from labour_exchange.offices.models import Office
from labour_exchange.placements.operations import annulments, invitations, referrals
from labour_exchange.placements.operations import placements as starts
from labour_exchange.placements.operations.placements import PlacementFacts
from labour_exchange.vacancies.models import Vacancy
from labour_exchange.vacancies.runs.models import Way
from labour_exchange.vacancies.runs.operations import record_run
from labour_exchange.vacancies.states import VacancyState
from labour_exchange.web.sign_in import actor_for
from tests.access import case_world, inspection_world, oversight_world, partner_world, programme_world, standards_world
from tests.factories import employers as hirers
from tests.factories import jobseekers as people
from tests.factories import offices, placements, vacancies
from tests.factories.accounts import user

PRIVATE = "zqprivate"
"""Begins every word that only the people concerned may read."""
SHARED = "zqshared"
"""Begins every word that others may read in its place, but never in an answer that was denied."""


class Side(StrEnum):
    """Whose record it is, seen from the actors, who are all at home."""

    HOME = "home"
    NEIGHBOUR = "neighbour"
    AWAY = "away"


HIDDEN = "hidden"
"""In the words of a person at home whom the employer at home has invited and who has not answered: the employer may not read the name."""
REGIONS = {Side.HOME: "KZ-71", Side.NEIGHBOUR: "KZ-71", Side.AWAY: "KZ-75"}
ELSEWHERE = "KZ-63"
"""A region of nobody's: people come from it to each side's, and leave for it."""
Arguments = dict[str, str | int]


@dataclass
class World:
    """Ids only, so that no request is helped by a row another one loaded: users by kind, and records by their name in the table and side."""

    users: dict[ActorKind, str] = field(default_factory=dict)
    records: dict[str, dict[Side, Arguments]] = field(default_factory=dict)
    actors: dict[ActorKind, Actor] = field(default_factory=dict)
    keys: dict[ActorKind, str] = field(default_factory=dict)

    def record(self, name: str, kind: ActorKind) -> dict[Side, Arguments]:
        """The arguments of a record by side; of those that everybody has, the ones of this kind of actor."""
        return self.records.get(f"{name} to {kind}") or self.records.get(name) or self.records[f"{name} to {ActorKind.JOBSEEKER}"]

    def put(self, name: str, side: Side, **arguments: str | int) -> None:
        self.records.setdefault(name, {})[side] = arguments


def made(session: ExchangeSession) -> World:
    """The country, written in the session's transaction."""
    world, national = World(), {code: offices.office(session, code) for code in sorted(set(REGIONS.values()))}
    for side, region_code in REGIONS.items():
        _fill(session, world, side, national[region_code])
    for kind in (ActorKind.ANALYST, ActorKind.ADMINISTRATOR):
        for side in Side:
            account = user(session, kind)
            world.users.setdefault(kind, account.public_id)
            _messages(session, world, side, [account])
    session.flush()
    session.commit()
    session.expunge_all()
    return world


def _fill(session: ExchangeSession, world: World, side: Side, office: Office) -> None:
    officer, approver = offices.staff(session, office), offices.staff(session, office, approver=True)
    employer, owner = placements.hiring_employer(session, REGIONS[side], name=f"{SHARED}-{side} Works", about=f"{SHARED}-{side} about")
    person = _person(session, side, office)
    mandate, agency, agent = _agency(session, side, employer)
    program, key, words = _program(session, agency)
    world.put("program", side, public_id=program.public_id)
    world.put("key", side, public_id=program.public_id, credential_id=key.public_id)
    if side is Side.HOME:
        world.keys[ActorKind.AGENCY] = words
    world.put("mandate", side, public_id=mandate.public_id)
    _webhook(session, world, side, agency)
    if side is Side.HOME:
        owner_user, seeker = session.get_one(User, owner.user_id), session.get_one(User, person.user_id)
        for account in (officer.user, approver.user, owner_user, seeker, agent):
            world.users[account.kind] = account.public_id
            world.actors[account.kind] = actor_for(session, account)
    world.put("office", side, public_id=office.public_id)
    world.put("staff account", side, public_id=officer.user.public_id)
    days = AbsenceDays(clock.today(), clock.today())
    away = record_absence(session, offices.officer(officer), days, absent=officer.user, substitute=approver.user)
    world.put("absence", side, public_id=away.public_id)
    world.put("region", side, region_code=REGIONS[side])
    word = LexiconProposal(term=f"word{side}".lower(), language="en", in_searches=5, counted_on=clock.today())
    session.add(word)
    session.flush()
    world.put("word", side, public_id=word.public_id)
    world.put("asked region", side, region=REGIONS[side])
    _agency_records(session, world, side, agency, agent, employer, person)
    world.put("employer", side, public_id=employer.public_id)
    world.put("agency", side, public_id=agency.public_id)
    world.put("jobseeker", side, public_id=person.public_id)
    assert person.profile is not None
    world.put("profile", side, public_id=person.profile.public_id)
    world.put("work", side, entry_id=person.profile.work_history[0].id)
    _employer_records(session, world, side, employer)
    _work_records(session, world, side, employer, person, officer.user, office)
    acting = offices.officer(officer), offices.officer(approver)
    agent_actor, case_id = Actor(ActorKind.AGENCY, user_id=agent.id, organisation_id=agency.id), str(world.records["case"][side]["public_id"])
    put, another = partial(_put, world, side), partial(_person, session, side, office)
    partner_world.fill(session, put, side, acting[0], agent_actor, case_id, another)
    for name, public_id in programme_world.filled(session, side, person, employer, *acting).items():
        world.put(name, side, **({"code": public_id} if name == "measure" else {"public_id": public_id}))
    world.put("assessment", side, year=programme_world.YEARS[side], area=REGIONS[side])
    for name, public_id in standards_world.filled(session, side, person, office, acting, (PRIVATE, SHARED)).items():
        world.put(name, side, public_id=public_id)
    for record, arguments in oversight_world.filled(session, side, acting[0]).items():
        world.records.setdefault(record, {})[side] = arguments
    placed, brought, paid = (str(world.records[name][side]["public_id"]) for name in ("placement", "start to confirm", "payment"))
    for record, arguments in inspection_world.filled(session, side, acting, (placed, brought), paid).items():
        world.records.setdefault(record, {})[side] = arguments
    _messages(session, world, side, [officer.user, approver.user, session.get_one(User, owner.user_id), session.get_one(User, person.user_id), agent])


def _put(world: World, side: Side, name: str, **arguments: str | int) -> None:
    world.put(name, side, **arguments)


def _person(session: ExchangeSession, side: Side, office: Office, *, word: str = "", region_code: str = "") -> Jobseeker:
    region_code, word = region_code or REGIONS[side], word or side
    names = {"family_name": f"{PRIVATE}-{word}-family", "given_name": f"{PRIVATE}-{word}-given", "phone": f"+7700{list(Side).index(side):07d}"}
    person = people.jobseeker(session, region_code, **names)
    shared = {"headline": f"{SHARED}-{side} electrician", "summary": f"{SHARED}-{side} summary", "audience": Audience.EMPLOYERS}
    people.with_profile(session, region_code, person=person, **shared)
    assert person.profile is not None
    person.profile.work_history[0].employer_name = f"{SHARED}-{side} former employer"
    return people.registered(session, region_code, person=person, at=office)


def _agency(session: ExchangeSession, side: Side, employer: Employer) -> tuple[Mandate, Agency, User]:
    today = clock.today()
    agency = Agency(
        bin=placements.bin_number(), name=f"{SHARED}-{side} Agency", region_code=REGIONS[side], connected_on=today, created_at=clock.now()
    )
    agent = user(session, ActorKind.AGENCY)
    session.add(agency)
    session.flush()
    session.add(AgencyMember(user_id=agent.id, agency_id=agency.id))
    expires_on = today + timedelta(days=365)
    session.add(Licence(agency_id=agency.id, number=f"{SHARED}-{side}", state=LicenceState.GRANTED, granted_on=today, expires_on=expires_on))
    mandate = Mandate(agency_id=agency.id, employer_id=employer.id, scopes=[scope.value for scope in Scope], given_on=today)
    session.add(mandate)
    session.flush()
    return mandate, agency, agent


def _program(session: ExchangeSession, agency: Agency) -> tuple[ApiClient, ApiCredential, str]:
    """One that may do everything, with its key, which was used today already."""
    program = register_client(session, system_actor("test"), agency, name="Program", scopes=list(ClientScope))
    credential, words = issue_credential(session, system_actor("test"), program, CredentialKind.KEY)
    credential.last_used_on = clock.today()
    session.flush()
    return program, credential, words


def _webhook(session: ExchangeSession, world: World, side: Side, agency: Agency) -> None:
    actor = Actor(ActorKind.AGENCY, organisation_id=agency.id)
    endpoint = webhooks.add_endpoint(session, actor, url=f"https://{PRIVATE}-{side}.example/hooks")
    webhooks.tell_agency(session, agency.id, EventKind.LICENCE_CHANGED, {"state": "granted"})
    delivery = session.scalars(deliveries_of(endpoint)).one()
    world.put("webhook", side, public_id=endpoint.public_id)
    keep_criteria(session, actor, agency, name=f"{PRIVATE}-{side}".lower(), question="q=welder")
    world.put("criteria", side, criteria_name=f"{PRIVATE}-{side}".lower())
    world.put("webhook delivery", side, public_id=endpoint.public_id, delivery_id=delivery.public_id)


def _agency_records(session: ExchangeSession, world: World, side: Side, agency: Agency, agent: User, employer: Employer, person: Jobseeker) -> None:
    """What an agency asks for, a person who links it, another agency member, and a complaint of the person."""
    asked = MandateRequest(agency_id=agency.id, employer_id=employer.id, scopes=["post"], note=f"{PRIVATE}-{side} question", asked_at=clock.now())
    colleague = user(session, ActorKind.AGENCY, display_name=f"{PRIVATE}-{side} colleague")
    session.add_all([asked, AgencyMember(user_id=colleague.id, agency_id=agency.id)])
    session.flush()
    world.put("mandate request", side, public_id=asked.public_id)
    world.put("agency colleague", side, user_public_id=colleague.public_id)
    link = link_agency(session, people.actor_of(person), person, agency, shows=LinkLevel.CONTACTS)
    world.put("link", side, public_id=link.public_id)
    said = {"category": ComplaintCategory.OTHER, "text": f"{SHARED}-{side} complaint"}
    world.put("import run", side, public_id=record_run(session, agency.id, "file", Way.FILE, []).public_id)
    world.put("complaint", side, public_id=file_complaint(session, people.actor_of(person), agency, **said).public_id)


def _linked(session: ExchangeSession, side: Side, office: Office, agency_id: int | None) -> tuple[Jobseeker, AgencyLink]:
    person = _person(session, side, office)
    agency = session.get_one(Agency, agency_id)
    return person, link_agency(session, people.actor_of(person), person, agency, shows=LinkLevel.CONTACTS)


def _employer_records(session: ExchangeSession, world: World, side: Side, employer: Employer) -> None:
    place = hirers.establishment(session, employer, name=f"{PRIVATE}-{side} workshop")
    world.put("place", side, public_id=place.public_id)
    colleague = user(session, ActorKind.EMPLOYER, display_name=f"{PRIVATE}-{side} colleague")
    session.add(EmployerMember(user_id=colleague.id, employer_id=employer.id, role=MemberRole.STAFF))
    world.put("colleague", side, user_public_id=colleague.public_id)
    known = hirers.unclaimed(session, name=f"{SHARED}-{side} known name", region_code=REGIONS[side])
    world.put("claimable", side, public_id=known.public_id)
    claim = EmployerClaim(employer_id=known.id, claimant_id=employer.id, reason=f"{PRIVATE}-{side} reason", claimed_at=clock.now())
    session.add(claim)
    session.flush()
    world.put("claim", side, public_id=claim.public_id)
    unchecked = hirers.employer(session, name=f"{PRIVATE}-{side} unchecked", region_code=REGIONS[side])
    world.put("unchecked employer", side, public_id=unchecked.public_id)
    texts = {"description": f"{PRIVATE}-{side} description", "region_code": REGIONS[side], "by": employer}
    world.put("draft", side, public_id=vacancies.vacancy(session, title=f"{PRIVATE}-{side} draft", **texts).public_id)
    leader = vacancies.checked(session, title=f"{SHARED}-{side} announced", **texts)
    twice = vacancies.of_import(session, title=f"{SHARED}-{side} announced", duplicate_of_id=leader.id, **texts)
    world.put("announced twice", side, public_id=twice.public_id)
    world.put("submitted", side, public_id=vacancies.submitted(session, title=f"{PRIVATE}-{side} submitted", **texts).public_id)


def _work_records(session: ExchangeSession, world: World, side: Side, employer: Employer, person: Jobseeker, officer: User, office: Office) -> None:
    owner_user = session.scalars(
        select(EmployerMember).where(EmployerMember.employer_id == employer.id, EmployerMember.role == MemberRole.OWNER)
    ).one()
    owner = Actor(ActorKind.EMPLOYER, user_id=owner_user.user_id, organisation_id=employer.id)
    staff = Actor(ActorKind.OFFICE, user_id=officer.id, office_id=office.id, region_code=office.region_code)
    started = placements.placement(session, _open(session, side, employer), owner, person)
    proposal = annulments.propose_annulment(session, staff, started, reason=f"{PRIVATE}-{side} doubt")
    world.put("placement", side, public_id=started.public_id)
    world.put("proposal", side, public_id=started.public_id, proposal_id=proposal.public_id)
    pushed = _open(session, side, employer)
    pushed.agency_id = session.scalars(select(Mandate.agency_id).where(Mandate.employer_id == employer.id)).one()
    pushed.source_name = f"{session.get_one(Agency, pushed.agency_id).public_id}/ours"
    pushed.external_id = f"x-{side}"
    world.put("pushed", side, source="ours", external_id=pushed.external_id)
    application = placements.application(session, pushed, person, note=f"{PRIVATE}-{side} letter")
    world.put("vacancy", side, public_id=pushed.public_id)
    world.put("application", side, public_id=application.public_id)
    offered = placements.offer(session, _open(session, side, employer), owner, person)
    offered.note = f"{PRIVATE}-{side} terms"
    world.put("offer", side, public_id=offered.public_id)
    assert person.profile is not None
    invited = invitations.invite(session, owner, _open(session, side, employer), person.profile, note=f"{PRIVATE}-{side} invitation")
    world.put("invitation", side, public_id=invited.public_id)
    if side is Side.HOME:
        hidden = _person(session, side, office, word=HIDDEN)
        assert hidden.profile is not None
        unanswered = invitations.invite(session, owner, _open(session, side, employer), hidden.profile, note="Come and talk to us.")
        world.put("unanswered invitation", side, public_id=unanswered.public_id)
    _third, third_link = _linked(session, side, office, pushed.agency_id)
    agent = Actor(ActorKind.AGENCY, user_id=-1, organisation_id=pushed.agency_id)
    sent = referrals.refer_candidate(session, agent, third_link, _open(session, side, employer), note=f"{PRIVATE}-{side} agency referral")
    world.put("agency referral", side, public_id=sent.public_id)
    referred = referrals.refer(session, staff, person, _open(session, side, employer), note=f"{PRIVATE}-{side} referral")
    world.put("referral", side, public_id=referred.public_id)
    registration = people.select(people.Registration).where(people.Registration.jobseeker_id == person.id)
    world.put("registration", side, public_id=session.scalars(registration).one().public_id)
    step = CaseFacts(f"{PRIVATE}-{side} next step", clock.today())
    kept_case = open_case(session, staff, person, step)
    override_effort(session, staff, kept_case, group=EffortGroup.SUPPORTED, reason=f"{PRIVATE}-{side} effort")
    world.put("case", side, public_id=kept_case.public_id)
    case_world.fill(session, lambda name, **arguments: world.put(name, side, **arguments), kept_case, staff, f"{PRIVATE}-{side}")
    stranger = _person(session, side, offices.office(session, ELSEWHERE), region_code=ELSEWHERE)
    case_world.fill_transfers(session, lambda name, **arguments: world.put(name, side, **arguments), person, stranger, REGIONS[side])
    closed = vacancies.expired(session, by=employer, title=f"{SHARED}-{side} closed", region_code=REGIONS[side])
    world.put("closed vacancy", side, public_id=closed.public_id)
    looked_for = SearchQuery(text=f"{PRIVATE}-{side} words")
    kept = save_search(session, people.actor_of(person), looked_for, name=f"{PRIVATE}-{side} search", frequency=Frequency.DAILY)
    world.put("saved search", side, public_id=kept.public_id)
    session.add(AlertMatch(search_id=kept.id, vacancy_id=closed.public_id, matched_at=clock.now()))
    session.add(DismissedSuggestion(jobseeker_id=person.id, vacancy_id=closed.id, dismissed_at=clock.now()))
    _lists(session, world, side, person, pushed)
    second = _person(session, side, office)
    assert second.profile is not None
    second.profile.audience = Audience.OFFICES
    world.put("closed profile", side, public_id=second.profile.public_id)
    claimed = placements.application(session, pushed, second, note=f"{PRIVATE}-{side} second letter")
    facts = PlacementFacts(claimed.jobseeker_id, employer.id, clock.today(), pushed.id)
    own_word = starts.declare_placement(session, people.actor_of(claimed.jobseeker), facts)
    world.put("start to confirm", side, public_id=own_word.public_id)


def _lists(session: ExchangeSession, world: World, side: Side, person: Jobseeker, vacancy: Vacancy) -> None:
    """What was suggested to whom, and a reason that was called wrong."""
    assert person.profile is not None
    made = {"scores": [1], "refreshed_at": clock.now()}
    session.add(PersonSuggestions(jobseeker_id=person.id, profile_version=0, vacancy_ids=[vacancy.id], **made))
    session.add(VacancyCandidates(vacancy_id=vacancy.id, vacancy_version=0, profile_ids=[person.profile.id], **made))
    said = {"reason": "pay_met", "fault": Fault.VACANCY, "region_code": REGIONS[side], "contested_at": clock.now()}
    contested = ContestedReason(jobseeker_id=person.id, vacancy_id=vacancy.id, **said)
    session.add(contested)
    session.flush()
    world.put("contested reason", side, public_id=contested.public_id)


def _open(session: ExchangeSession, side: Side, employer: Employer) -> Vacancy:
    texts = {"title": f"{SHARED}-{side} electrician", "description": f"{SHARED}-{side} description", "region_code": REGIONS[side], "posts": 5}
    found = placements.open_vacancy(session, employer, **texts)
    assert found.state is VacancyState.PUBLISHED
    return found


def _messages(session: ExchangeSession, world: World, side: Side, accounts: list[User]) -> None:
    """One to each; by kind of actor, because everybody has messages of their own."""
    for account in accounts:
        words = {"subject": f"{SHARED}-{side} subject", "body": f"{SHARED}-{side} body", "language": "en"}
        now = clock.now()
        written = Message(kind=MessageKind.PASSWORD_CHANGED, user_id=account.id, created_at=now, next_try_at=now, **words)
        session.add(written)
        session.flush()
        world.put(f"message to {account.kind}", side, public_id=written.public_id)
