"""Pages of an agency as an organisation: the application, its people, mandates asked for, links, complaints; what a stopped agency reads."""

import re
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select

from labour_exchange.accounts.models import User
from labour_exchange.accounts.states import UserState
from labour_exchange.agencies.models import Agency, Complaint, Licence, MandateRequest
from labour_exchange.agencies.operations import ask_for_mandate, file_complaint, invite_colleague, refuse_licence, suspend_licence
from labour_exchange.agencies.queries import mandates_of_employer
from labour_exchange.agencies.states import ComplaintCategory, ComplaintState, LicenceState, RequestState
from labour_exchange.foundation import clock
from labour_exchange.foundation.access import Actor, ActorKind
from labour_exchange.foundation.database import ExchangeSession
from labour_exchange.foundation.texts import LANGUAGES
from labour_exchange.jobseekers.models import AgencyLink, Jobseeker
from tests.factories import agencies
from tests.factories import jobseekers as people
from tests.factories.accounts import PASSWORD, user
from tests.factories.placements import bin_number, hiring_employer
from tests.factories.signing_in import sign_in_as

PAGES = ("home", "licence", "colleagues", "mandates", "mandates/ask", "vacancies", "vacancies/new", "applications", "candidates", "placements")
STOPPED = ("colleagues", "mandates", "vacancies", "vacancies/new", "vacancies.csv", "applications", "candidates", "placements", "placements.csv")


def as_actor(client: FlaskClient, session: ExchangeSession, actor: Actor) -> None:
    sign_in_as(client, session, session.get_one(User, actor.user_id))
    session.commit()


def page(client: FlaskClient, address: str, status: int = 200) -> str:
    answer = client.get(address)
    assert answer.status_code == status, address
    return answer.get_data(as_text=True)


def day(name: str, days: int) -> dict[str, object]:
    found = clock.today() + timedelta(days=days)
    return {f"{name}-day": found.day, f"{name}-month": found.month, f"{name}-year": found.year}


def application(**changed: object) -> dict[str, object]:
    facts = {"bin": bin_number(), "name": "Жаңа агенттік", "region_code": "KZ-71", "licence_number": bin_number(), "contact_name": "Office"}
    person = {"display_name": "Invented Person", "email": f"a{bin_number()}@agency.example.kz", "password": PASSWORD, "consent": "y"}
    return facts | person | {"contact_phone": "+77000000000"} | day("asked_until_on", 365) | changed


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_agency_applies_and_its_user_confirms_the_address(client: FlaskClient, session: ExchangeSession, language: str) -> None:
    assert "register/agency" in page(client, f"/{language}/register")
    sent = application()
    assert client.post(f"/{language}/register/agency", data=sent).status_code == 303
    found = session.scalars(select(Agency).where(Agency.bin == sent["bin"])).one()
    assert agencies.licence(session, found).state is LicenceState.APPLIED
    account = session.scalars(select(User).where(User.email == sent["email"])).one()
    assert (account.kind, account.email_confirmed_at) == (ActorKind.AGENCY, None)
    sign_in_as(client, session, account)
    assert sent["licence_number"] in page(client, f"/{language}/agency/home")


def test_an_application_that_lacks_something_says_what_and_keeps_the_rest(client: FlaskClient, session: ExchangeSession) -> None:
    answer = client.post("/en/register/agency", data=application(bin="12", licence_number=""))
    shown = answer.get_data(as_text=True)
    assert answer.status_code == 422
    assert 'href="#bin"' in shown
    assert 'href="#licence_number"' in shown
    assert "Жаңа агенттік" in shown


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_of_an_agency_that_works(client: FlaskClient, session: ExchangeSession, language: str) -> None:
    _agency, actor = agencies.in_force(session)
    as_actor(client, session, actor)
    for name in PAGES:
        page(client, f"/{language}/agency/{name}")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_stopped_agency_reads_the_reason_on_every_page_and_does_nothing(client: FlaskClient, session: ExchangeSession, language: str) -> None:
    agency, actor = agencies.in_force(session)
    suspend_licence(session, agencies.SYSTEM, agencies.licence(session, agency), reason="A fee was charged")
    as_actor(client, session, actor)
    for name in STOPPED:
        assert "A fee was charged" in page(client, f"/{language}/agency/{name}"), name
    assert client.post(f"/{language}/agency/colleagues", data={"email": "x@example.kz", "display_name": "X", "language": "kk"}).status_code == 409
    assert session.scalar(select(User.id).where(User.email == "x@example.kz")) is None


def test_after_a_refusal_the_agency_applies_again(client: FlaskClient, session: ExchangeSession) -> None:
    agency, actor = agencies.applying(session)
    refuse_licence(session, agencies.SYSTEM, agencies.licence(session, agency), reason="No such number")
    as_actor(client, session, actor)
    assert "No such number" in page(client, "/en/agency/licence")
    data = {"number": f"{agency.bin}-B"} | day("asked_until_on", 200)
    assert client.post("/en/agency/licence", data=data).status_code == 303
    held: Licence = agencies.licence(session, agency)
    assert (held.state, held.number) == (LicenceState.APPLIED, f"{agency.bin}-B")


def test_a_colleague_is_invited_blocked_and_let_in_again(client: FlaskClient, session: ExchangeSession) -> None:
    agency, actor = agencies.in_force(session)
    as_actor(client, session, actor)
    sent = {"email": "new@agency.example.kz", "display_name": "New", "language": "ru"}
    assert client.post("/en/agency/colleagues", data=sent).status_code == 303
    invited = session.scalars(select(User).where(User.email == sent["email"])).one()
    address = f"/en/agency/colleagues/{invited.public_id}"
    assert client.post(f"{address}/block").status_code == 303
    assert session.get_one(User, invited.id).state is UserState.BLOCKED
    assert client.post(f"{address}/unblock").status_code == 303
    assert session.get_one(User, invited.id).state is UserState.ACTIVE
    own = session.get_one(User, actor.user_id)
    assert client.post(f"/en/agency/colleagues/{own.public_id}/block").status_code == 303
    assert own.state is UserState.ACTIVE
    assert "Invite a colleague first." in page(client, "/en/agency/colleagues")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_mandate_is_asked_for_and_given(client: FlaskClient, session: ExchangeSession, language: str) -> None:
    agency, actor = agencies.in_force(session)
    employer, keeper = hiring_employer(session, name="Дала құрылыс")
    as_actor(client, session, actor)
    assert "Дала құрылыс" in page(client, f"/{language}/agency/mandates/ask?q={employer.bin}")
    assert page(client, f"/{language}/agency/mandates/ask?employer={employer.public_id}")
    sent = {"employer": employer.public_id, "scopes": ["post", "answer"], "note": "We know the trade"}
    assert client.post(f"/{language}/agency/mandates/ask", data=sent).status_code == 303
    asked = session.scalars(select(MandateRequest).where(MandateRequest.agency_id == agency.id)).one()
    as_actor(client, session, keeper)
    assert asked.public_id in page(client, f"/{language}/employer/mandates")
    address = f"/{language}/employer/mandates/requests/{asked.public_id}"
    assert "We know the trade" in page(client, address)
    assert client.post(address, data={"submission_id": str(uuid4())}).status_code == 422
    assert client.post(address, data={"scopes": ["post"]}).status_code == 303
    assert [row.mandate.scopes for row in mandates_of_employer(session, employer.id)] == [["post"]]


def test_an_employer_says_no(client: FlaskClient, session: ExchangeSession) -> None:
    agency, actor = agencies.in_force(session)
    employer, keeper = hiring_employer(session)
    asked = ask_for_mandate(session, actor, agency, employer, scopes=["post"], until_on=None)
    as_actor(client, session, keeper)
    assert client.post(f"/en/employer/mandates/requests/{asked.public_id}/decline").status_code == 303
    assert session.get_one(MandateRequest, asked.id).state is RequestState.DECLINED


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_person_links_sees_the_looks_and_unlinks(client: FlaskClient, session: ExchangeSession, language: str) -> None:
    agency, actor = agencies.in_force(session)
    person: Jobseeker = people.with_profile(session)
    as_actor(client, session, people.actor_of(person))
    sent = {"agency": agency.public_id, "shows": "contacts"}
    assert client.post(f"/{language}/jobseeker/agencies", data=sent).status_code == 422, "without consent"
    assert client.post(f"/{language}/jobseeker/agencies", data=sent | {"consent": "y"}).status_code == 303
    link = session.scalars(select(AgencyLink).where(AgencyLink.jobseeker_id == person.id)).one()
    as_actor(client, session, actor)
    assert person.full_name in page(client, f"/{language}/agency/candidates")
    assert person.full_name in page(client, f"/{language}/agency/candidates/{link.public_id}")
    as_actor(client, session, people.actor_of(person))
    looks = page(client, f"/{language}/jobseeker/agencies/{link.public_id}")
    assert looks.split('id="looks"')[1].split("</section>")[0].count("<li>") == 2
    assert client.post(f"/{language}/jobseeker/agencies/{link.public_id}/unlink").status_code == 303
    as_actor(client, session, actor)
    assert person.full_name not in page(client, f"/{language}/agency/candidates")
    page(client, f"/{language}/agency/candidates/{link.public_id}", 404)


def complained(session: ExchangeSession) -> tuple[Complaint, Actor, Any]:
    agency, actor = agencies.in_force(session)
    person = people.jobseeker(session)
    facts = {"category": ComplaintCategory.FEE_CHARGED, "text": "They took money"}
    return file_complaint(session, people.actor_of(person), agency, **facts), actor, person


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_complaint_goes_from_the_person_to_the_reply_and_the_decision(client: FlaskClient, session: ExchangeSession, language: str) -> None:
    agency, actor = agencies.in_force(session)
    person = people.jobseeker(session)
    as_actor(client, session, people.actor_of(person))
    assert agency.public_id in page(client, f"/{language}/jobseeker/agencies/complaints?q={agency.name}")
    sent = {"category": "fee_charged", "text": "They took money"}
    assert client.post(f"/{language}/jobseeker/agencies/{agency.public_id}/complain", data=sent).status_code == 303
    made = session.scalars(select(Complaint).where(Complaint.agency_id == agency.id)).one()
    as_actor(client, session, actor)
    shown = page(client, f"/{language}/agency/complaints/{made.public_id}")
    assert "They took money" in shown
    assert person.full_name not in shown
    assert client.post(f"/{language}/agency/complaints/{made.public_id}", data={"reply": "We paid it back"}).status_code == 303
    sign_in_as(client, session, user(session, ActorKind.ANALYST))
    session.commit()
    address = f"/{language}/headquarters/agencies/complaints/{made.public_id}"
    assert "We paid it back" in page(client, address)
    assert client.post(address, data={"effect": "warning", "decision": "Proven"}).status_code == 422, "a breach stops the licence"
    assert client.post(address, data={"effect": "suspension", "decision": "A receipt proves it"}).status_code == 303
    assert session.get_one(Complaint, made.id).state is ComplaintState.UPHELD
    assert agencies.licence(session, agency).state is LicenceState.SUSPENDED
    for reader, where in ((actor, "agency/complaints"), (people.actor_of(person), "jobseeker/agencies/complaints")):
        as_actor(client, session, reader)
        assert "A receipt proves it" in page(client, f"/{language}/{where}/{made.public_id}")


def test_the_ministry_sorts_all_agencies_and_takes_them_as_a_file(client: FlaskClient, session: ExchangeSession) -> None:
    made, _actor, _person = complained(session)
    agency = session.get_one(Agency, made.agency_id)
    agency.name = "=cmd|calc"
    session.flush()
    sign_in_as(client, session, user(session, ActorKind.ANALYST))
    for sort in ("", "answer_rate", "complaints_upheld", "nonsense"):
        assert agency.public_id in page(client, f"/en/headquarters/agencies?sort={sort}")
    assert ">Suspend the licence</button>" in page(client, f"/en/headquarters/agencies/{agency.public_id}?act=suspend")
    rows = page(client, "/en/headquarters/agencies.csv").splitlines()
    assert "complaints_upheld" in rows[0]
    assert any("'=cmd|calc" in row for row in rows), "no cell is run as a formula"


def test_an_invitation_of_a_stranger_s_colleague_does_not_exist(client: FlaskClient, session: ExchangeSession) -> None:
    agency, actor = agencies.in_force(session)
    invited = invite_colleague(session, actor, agency, email="b@agency.example.kz", display_name="B", language="kk")
    _other, stranger = agencies.in_force(session)
    as_actor(client, session, stranger)
    public_id = session.get_one(User, invited.user_id).public_id
    assert client.post(f"/en/agency/colleagues/{public_id}/block").status_code == 404


def test_what_is_wrong_is_listed_in_the_order_of_the_page(client: FlaskClient) -> None:
    said = client.post("/en/register/agency", data=application(**dict.fromkeys(application(), ""))).get_data(as_text=True)
    summary, _, form = said.partition("</ul>\n</div>")
    linked = re.findall(r'<a href="#([\w-]+)"', summary[summary.index("errors-title") :])
    fields = [name for name in re.findall(r'id="([\w-]+)"', form) if name in linked]
    assert linked == fields
    assert len(linked) > 9
    assert "Until when do you ask to work? Please" in summary
