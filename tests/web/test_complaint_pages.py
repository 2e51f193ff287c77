"""Pages of complaints: by the link that was sent, by who is signed in, at the office and at the ministry; and what the public never reads."""

import json
import logging
from datetime import timedelta

import pytest
from flask.testing import FlaskClient
from sqlalchemy import func, select

from labour_exchange.accounts.models import User
from labour_exchange.accounts.rules.throttling import FREE_TRIES
from labour_exchange.foundation import clock
from labour_exchange.foundation.access import Actor, ActorKind
from labour_exchange.foundation.database import ExchangeSession
from labour_exchange.foundation.texts import LANGUAGES
from labour_exchange.jobseekers.models import Jobseeker
from labour_exchange.notifications.models import Message
from labour_exchange.notifications.reactions import complaints as letters
from labour_exchange.notifications.states import MessageKind
from labour_exchange.offices.models import StaffMember
from labour_exchange.standards import operations
from labour_exchange.standards.models import Commitment, ServiceComplaint, ServiceFigure, StandardVersion
from labour_exchange.standards.operations.ratings import issue_link
from labour_exchange.standards.rules.promises import quarter_of
from labour_exchange.standards.states import ComplaintChannel, ComplaintState, Finding, Promise
from tests.factories import standards as made
from tests.factories.accounts import user
from tests.factories.jobseekers import registered
from tests.factories.offices import office, officer, staff
from tests.factories.placements import hiring_employer
from tests.factories.signing_in import sign_in_as

WORDS = "I waited three weeks and nobody called me back."
TYPED = {"paragraph": "1", "text": WORDS, "remedy": "deed", "officer": "", "channel": "letter"}


@pytest.fixture
def member(session: ExchangeSession) -> StaffMember:
    return staff(session, office(session, "KZ-71"), display_name="Abaeva Dina")


@pytest.fixture
def service(session: ExchangeSession, member: StaffMember) -> Commitment:
    approver = officer(staff(session, office(session, "KZ-71"), approver=True))
    version = made.in_force(session, officer(member), approver, promise=Promise.REFERRAL, days=10, since=100)
    found = made.service(session, version, registered(session, "KZ-71"), member.office_id)
    session.commit()
    return found


@pytest.fixture
def link(session: ExchangeSession, service: Commitment) -> str:
    found = issue_link(session, service.id)
    assert found is not None
    session.commit()
    return f"/en/rate/{found[1]}/complaint"


def person_of(session: ExchangeSession, service: Commitment) -> User:
    return session.get_one(User, session.get_one(Jobseeker, service.jobseeker_id).user_id)


def service_version(session: ExchangeSession, service: Commitment) -> StandardVersion:
    return session.scalars(select(StandardVersion).where(StandardVersion.standard_id == service.standard_id)).one()


def one_complaint(session: ExchangeSession) -> ServiceComplaint:
    return session.scalars(select(ServiceComplaint).execution_options(populate_existing=True)).one()


def test_a_link_gives_a_complaint_that_is_followed_without_signing_in(
    client: FlaskClient, session: ExchangeSession, member: StaffMember, link: str, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    page = client.get(link)
    assert (page.status_code, page.headers["Cache-Control"]) == (200, "no-store")
    assert link in client.get(link.removesuffix("/complaint")).text, "the page of the rating leads here"
    sent = client.post(link, data=TYPED)
    assert sent.status_code == 303
    status = client.get(sent.location)
    assert (status.status_code, status.headers["Cache-Control"]) == (200, "no-store")
    assert all(words in status.text for words in (WORDS, "Waits for the office", "Come to the office. en", "noindex"))
    assert client.post(link, data=TYPED).status_code == client.get(link).status_code == 410
    assert link not in client.get(link.removesuffix("/complaint")).text
    operations.answer_complaint(session, officer(member), one_complaint(session), finding=Finding.NOT_JUSTIFIED, text="We did call.")
    session.commit()
    assert "We did call." in client.get(sent.location).text
    wrong = client.post(f"{sent.location}/further", data={"why": "No."})
    assert (wrong.status_code, "at least 20" in wrong.text) == (422, True)
    assert client.post(f"{sent.location}/further", data={"why": f"They did not: {WORDS}"}).status_code == 303
    assert one_complaint(session).state is ComplaintState.ESCALATED
    again = client.post(f"{sent.location}/further", data={"why": f"Once more: {WORDS}"})
    assert again.status_code == 422
    assert client.post(f"{sent.location}/withdraw").status_code == 303
    assert one_complaint(session).state is ComplaintState.WITHDRAWN
    assert WORDS not in caplog.text


@pytest.mark.parametrize("path", ["/en/rate/{secret}/complaint", "/en/complaint/{secret}", "/en/complaint/{secret}/further"])
def test_guessed_links_are_gone(client: FlaskClient, session: ExchangeSession, link: str, path: str) -> None:
    assert client.get(path.format(secret="guessed")).status_code == 410
    assert client.post(path.replace("/further", "/withdraw").format(secret="guessed"), data=TYPED).status_code in {405, 410}
    assert session.scalar(select(func.count()).select_from(ServiceComplaint)) == 0


def test_a_link_past_its_day_is_gone(client: FlaskClient, session: ExchangeSession, link: str) -> None:
    with clock.hold(clock.now() + timedelta(days=30)):
        assert client.get(link).status_code == client.post(link, data=TYPED).status_code == 410
    assert session.scalar(select(func.count()).select_from(ServiceComplaint)) == 0


@pytest.mark.parametrize(
    "wrong", [{"text": "Too short."}, {"text": "a" * 2001}, {"remedy": ""}, {"paragraph": "9"}, {"officer": "a" * 101}, {"channel": "fax"}]
)
def test_what_was_typed_is_not_lost_and_the_link_not_spent(client: FlaskClient, link: str, wrong: dict[str, str]) -> None:
    answer = client.post(link, data=TYPED | wrong)
    assert answer.status_code == 422
    assert 'id="errors"' in answer.text
    assert (wrong.get("text") or WORDS) in answer.text
    assert client.post(link, data=TYPED).status_code == 303


def test_complaints_are_throttled(client: FlaskClient, session: ExchangeSession, service: Commitment) -> None:
    sign_in_as(client, session, person_of(session, service))
    path = f"/en/jobseeker/service-complaints/about/{service.public_id}"
    for _ in range(FREE_TRIES):
        assert client.post(path, data=TYPED | {"text": "Too short."}).status_code == 422
    answer = client.post(path, data=TYPED)
    assert answer.status_code == 429
    assert int(answer.headers["Retry-After"]) > 0
    assert WORDS in answer.text


def test_a_person_complains_from_their_own_page_and_takes_it_along(
    client: FlaskClient, session: ExchangeSession, member: StaffMember, service: Commitment
) -> None:
    sign_in_as(client, session, person_of(session, service))
    path = f"/en/jobseeker/service-complaints/about/{service.public_id}"
    assert path in client.get("/en/jobseeker/service-complaints").text
    sent = client.post(path, data=TYPED)
    assert sent.status_code == 303
    assert WORDS in client.get(sent.location).text
    listed = client.get("/en/jobseeker/service-complaints").text
    assert path not in listed
    assert sent.location in listed
    assert client.get(path).status_code == 404
    taken = json.loads(client.get("/en/jobseeker/own-data/download").text)
    assert [(one["text"], one["state"], one["remedy"]) for one in taken["service_complaints"]] == [(WORDS, "filed", "deed")]
    operations.answer_complaint(session, officer(member), one_complaint(session), finding=Finding.PARTLY, text="We apologised.")
    session.commit()
    assert "Justified in part" in client.get("/en/jobseeker/own-data").text, "beside what the registers say of the promise"
    assert client.post(f"{sent.location}/withdraw").status_code == 409


def test_an_employer_complains_as_well(client: FlaskClient, session: ExchangeSession, service: Commitment) -> None:
    employer, owner = hiring_employer(session, "KZ-71")
    service.employer_id, service.jobseeker_id = employer.id, None
    session.commit()
    sign_in_as(client, session, session.get_one(User, owner.user_id))
    sent = client.post(f"/en/employer/service-complaints/about/{service.public_id}", data=TYPED)
    assert sent.status_code == 303
    assert WORDS in client.get(sent.location).text
    assert one_complaint(session).employer_id == employer.id


def test_the_office_answers_and_who_is_named_does_not_see_it(
    client: FlaskClient, session: ExchangeSession, member: StaffMember, service: Commitment
) -> None:
    colleague = staff(session, office(session, "KZ-71"), display_name="Omarov Serik")
    filed = made.complaint(session, service, text=WORDS, officer="Abaeva")
    session.commit()
    path = f"/en/office/service-complaints/{filed.public_id}"
    sign_in_as(client, session, member.user)
    assert filed.public_id not in client.get("/en/office/service-complaints").text
    assert client.get(path).status_code == client.post(path, data={"finding": "not_justified", "text": "No."}).status_code == 404
    sign_in_as(client, session, colleague.user)
    assert filed.public_id in client.get("/en/office/service-complaints").text
    page = client.get(path)
    assert all(words in page.text for words in (WORDS, "Names: Abaeva", "Send the answer"))
    assert client.post(path, data={"finding": "justified", "text": " "}).status_code == 422
    assert client.post(path, data={"finding": "justified", "text": "We apologised and called."}).status_code == 303
    assert one_complaint(session).state is ComplaintState.ANSWERED
    assert "Send the answer" not in client.get(path).text


def test_the_ministry_answers_what_was_taken_further(client: FlaskClient, session: ExchangeSession, member: StaffMember, service: Commitment) -> None:
    filed = made.complaint(session, service, text=WORDS)
    operations.answer_complaint(session, officer(member), filed, finding=Finding.NOT_JUSTIFIED, text="We did call.")
    analyst = user(session, ActorKind.ANALYST)
    session.commit()
    sign_in_as(client, session, analyst)
    path = f"/en/headquarters/service-complaints/{filed.public_id}"
    assert client.get(path).status_code == 404
    assert filed.public_id not in client.get("/en/headquarters/service-complaints").text
    own = Actor(ActorKind.JOBSEEKER, jobseeker_id=filed.jobseeker_id)
    operations.escalate_complaint(session, own, filed, why=f"They did not: {WORDS}")
    session.commit()
    person = session.get_one(Jobseeker, filed.jobseeker_id)
    page = client.get(path).text
    assert all(words in page for words in (WORDS, "We did call.", "They did not"))
    assert person.family_name not in page, "the ministry sees nobody's record"
    assert client.post(path, data={"finding": "justified", "text": "The office shall call today."}).status_code == 303
    assert one_complaint(session).state is ComplaintState.DECIDED


def test_letters_go_by_the_chosen_channel_and_hold_no_word_of_it(session: ExchangeSession, member: StaffMember, service: Commitment) -> None:
    analyst = user(session, ActorKind.ANALYST)
    filed = made.complaint(session, service, text=WORDS, officer="Abaeva", channel=ComplaintChannel.LETTER)
    letters.tell_of_filing(session, {"complaint_id": filed.id})
    colleagues = session.scalars(select(Message.user_id).where(Message.kind == MessageKind.SERVICE_COMPLAINT_TO_ANSWER)).all()
    assert member.user_id not in colleagues
    with clock.hold(clock.now() + timedelta(days=40)):
        letters.warn_of_complaints(session)
        letters.warn_of_complaints(session)
        operations.escalate_complaint(session, Actor(ActorKind.JOBSEEKER, jobseeker_id=filed.jobseeker_id), filed, why=WORDS)
        letters.tell_ministry(session, {"complaint_id": filed.id})
    operations.answer_complaint(session, Actor(ActorKind.ANALYST, user_id=analyst.id), filed, finding=Finding.JUSTIFIED, text="They shall call.")
    letters.tell_of_answer(session, {"complaint_id": filed.id, "instance": "ministry"})
    written = session.scalars(select(Message).order_by(Message.id)).all()
    due = [one.user_id for one in written if one.kind is MessageKind.SERVICE_COMPLAINTS_DUE]
    assert len(due) == len(set(due)) == len(colleagues)
    assert [one.user_id for one in written if one.kind is MessageKind.SERVICE_COMPLAINT_TO_ANSWER] == [*colleagues, analyst.id]
    news = [one for one in written if one.kind is MessageKind.SERVICE_COMPLAINT_NEWS]
    assert [one.user_id for one in news] == [person_of(session, service).id] * 2
    assert all("/complaint/" in one.path for one in news)
    assert not any(WORDS in one.body or "They shall call." in one.body for one in written)
    other = made.service(session, service_version(session, service), registered(session, "KZ-71"), member.office_id)
    quiet = made.complaint(session, other, channel=ComplaintChannel.LINK)
    letters.tell_of_answer(session, {"complaint_id": quiet.id, "instance": "office"})
    assert session.scalar(select(func.count()).select_from(Message)) == len(written)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_public_reads_figures_and_no_words(client: FlaskClient, session: ExchangeSession, service: Commitment, language: str) -> None:
    made.complaint(session, service, text=WORDS, officer="Abaeva")
    facts = {"quarter": quarter_of(clock.today()), "standard_id": service.standard_id, "counted_at": clock.now()}
    many = {"kept": 960, "breached": 40, "ratings": 0, "points": 0, "complaint_days": 4.0}
    counts = {"complaints": 12, "complaints_answered": 12, "complaints_in_time": 12, "complaints_justified": 6}
    few = many | {"complaints": 4, "complaints_answered": 4, "complaints_in_time": 4, "complaints_justified": 4, "complaint_days": 7.5}
    other = office(session, "KZ-75")
    session.add(ServiceFigure(office_id=service.office_id, **facts, **many | counts))
    session.add(ServiceFigure(office_id=other.id, **facts, **few))
    session.commit()
    page = client.get(f"/{language}/standards/monitoring?promise=referral").text
    assert page.count("12") >= 2
    assert all(words in page for words in (("50%", "12.0", "4.0") if language == "en" else ("50", "12,0", "4,0")))
    assert "7,5" not in page.replace("7.5", "7,5")
    own = client.get(f"/{language}/standards/monitoring/{service.office.public_id}").text
    for text in (page, own):
        assert not any(words in text for words in (WORDS, "Abaeva"))
    sign_in_as(client, session, user(session, ActorKind.ANALYST))
    compared = client.get(f"/{language}/headquarters/service-complaints").text
    assert "7,5" in compared.replace("7.5", "7,5"), "the ministry reads the small office as well"
