"""Inspections on pages: drawn and opened by an office, answered by the sides, decided by two, counted for the ministry."""

import re
from datetime import timedelta
from html import unescape

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select

from labour_exchange.accounts.models import User
from labour_exchange.foundation import clock
from labour_exchange.foundation.access import Actor, ActorKind
from labour_exchange.foundation.database import ExchangeSession
from labour_exchange.foundation.texts import LANGUAGES
from labour_exchange.inspections.models import Inspection, InspectionReply, InspectionSample
from labour_exchange.inspections.operations import opening
from labour_exchange.inspections.states import Decision, InspectionState
from labour_exchange.inspections.texts import labels
from labour_exchange.jobseekers.models import Jobseeker
from labour_exchange.placements.states import PlacementState
from labour_exchange.web.office.inspections import lists
from tests.factories import inspections as made
from tests.factories.accounts import user
from tests.factories.signing_in import sign_in_as


@pytest.fixture
def cast(session: ExchangeSession) -> made.Cast:
    return made.cast(session)


def enter(client: FlaskClient, session: ExchangeSession, who: Actor) -> None:
    sign_in_as(client, session, session.get_one(User, who.user_id))


def read(client: FlaskClient, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, address
    return answer.get_data(as_text=True)


def day(name: str, value: object) -> dict[str, str]:
    year, month, number = f"{value}".split("-")
    return {f"{name}-year": year, f"{name}-month": month, f"{name}-day": number}


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_office_draws_a_sample_and_reads_its_plan(client: FlaskClient, session: ExchangeSession, cast: made.Cast, language: str) -> None:
    enter(client, session, cast.officer)
    today = clock.today()
    form = {"employer_share": "50", "file_share": "20", "seed": "77"} | day("since", today - timedelta(days=9)) | day("until", today)
    assert client.post(f"/{language}/office/inspections/draw", data=form).status_code == 303
    sample = session.scalars(select(InspectionSample)).one()
    assert (sample.seed, sample.employer_share, sample.file_share, sample.opened) == (77, 50, 20, 1)
    page = read(client, f"/{language}/office/inspections")
    assert "77" in page
    assert sample.register_hash[:12] in page
    assert labels.INSPECTION_STATES[InspectionState.OPENED].in_language(language) in page


@pytest.mark.parametrize("language", LANGUAGES)
def test_more_than_a_page_is_read_to_its_end(
    client: FlaskClient, session: ExchangeSession, cast: made.Cast, language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lists, "SHOWN", 1)
    placed = (cast.placement, made.cast(session).placement)
    opened = [opening.open_inspection(session, cast.officer, one, reason="Nobody was seen at work there.") for one in placed]
    enter(client, session, cast.officer)
    first = f"/{language}/office/inspections?state=opened"
    page = read(client, first)
    following = re.search(r'href="([^"]*cursor=[^"]*)"', page)
    assert following
    rest = read(client, unescape(following[1]))
    assert [one.public_id in page for one in opened] == [False, True]
    assert [one.public_id in rest for one in opened] == [True, False]
    cut = {"kk": "кезек күттірмейтін 1 тексеру", "ru": "самые срочные проверки: 1", "en": "most pressing 1 are shown"}
    assert cut[language] in read(client, f"/{language}/office/inspections")


def test_a_wrong_plan_is_told_beside_its_fields_and_nothing_is_lost(client: FlaskClient, session: ExchangeSession, cast: made.Cast) -> None:
    enter(client, session, cast.officer)
    today = clock.today()
    form = {"employer_share": "101", "file_share": "20", "seed": "77"} | day("since", today) | day("until", today)
    answer = client.post("/en/office/inspections/draw", data=form)
    page = answer.get_data(as_text=True)
    assert answer.status_code == 422
    assert "Give a share from 1 to 100 per cent." in page
    assert 'value="101"' in page
    assert 'value="77"' in page
    assert session.scalars(select(InspectionSample)).all() == []


def test_from_the_placement_to_a_decision_by_two(client: FlaskClient, session: ExchangeSession, cast: made.Cast) -> None:
    enter(client, session, cast.officer)
    place = f"/en/office/placements/{cast.placement.public_id}"
    assert f"{place}/inspect" in read(client, place)
    assert client.post(f"{place}/inspect", data={"reason": ""}).status_code == 422
    assert client.post(f"{place}/inspect", data={"reason": "Nobody is seen there."}).status_code == 303
    inspection = session.scalars(select(Inspection)).one()
    address = f"/en/office/inspections/{inspection.public_id}"
    assert "Ask the sides" in read(client, address)
    assert client.post(f"{address}/ask").status_code == 303
    assert "The sides may reply until" in read(client, address)
    early = client.post(f"{address}/prepare", data={"decision": "annulled", "reason": "Silence."})
    assert early.status_code in (409, 422)
    enter(client, session, cast.hirer)
    own = f"/en/employer/inspections/{inspection.public_id}"
    assert "Nobody is seen there." in read(client, own)
    assert client.post(own, data={"text": ""}).status_code == 422
    assert client.post(own, data={"text": "They work at night."}).status_code == 303
    assert "They work at night." in read(client, own)
    enter(client, session, cast.person)
    assert "They work at night." not in read(client, f"/en/jobseeker/inspections/{inspection.public_id}")
    enter(client, session, cast.approver)
    assert "They work at night." in read(client, address)
    assert client.post(f"{address}/prepare", data={"decision": "annulled", "reason": "No timesheet."}).status_code == 303
    assert "An approver who did not prepare it decides." in read(client, address)
    assert client.post(f"{address}/decide").status_code == 409
    enter(client, session, cast.second_approver)
    assert "Take this decision" in read(client, address)
    assert client.post(f"{address}/decide").status_code == 303
    session.refresh(cast.placement)
    assert cast.placement.state is PlacementState.ANNULLED
    enter(client, session, cast.hirer)
    assert "No timesheet." in read(client, own)


def test_the_queue_says_what_waits_for_whom(client: FlaskClient, session: ExchangeSession, cast: made.Cast) -> None:
    words = "Inspections that wait for you: 1"
    made.prepared(session, cast, by=cast.approver)
    for who, waits in ((cast.officer, False), (cast.approver, False), (cast.second_approver, True)):
        enter(client, session, who)
        assert (words in read(client, "/en/office/queue")) is waits
    other = made.cast(session)
    inspection = made.asked(session, other)
    enter(client, session, cast.officer)
    assert words not in read(client, "/en/office/queue")
    assert inspection.due_on is not None
    inspection.due_on = clock.today() - timedelta(days=1)
    session.flush()
    assert words in read(client, "/en/office/queue")


def test_returned_and_prepared_anew(client: FlaskClient, session: ExchangeSession, cast: made.Cast) -> None:
    inspection = made.prepared(session, cast, Decision.KEPT)
    address = f"/en/office/inspections/{inspection.public_id}"
    enter(client, session, cast.approver)
    assert client.post(f"{address}/return", data={"reason": ""}).status_code == 422
    assert client.post(f"{address}/return", data={"reason": "See the contract."}).status_code == 303
    page = read(client, address)
    assert "See the contract." in page
    assert "Prepare the decision" in page


@pytest.mark.parametrize("language", LANGUAGES)
def test_decisions_are_offered_in_words(client: FlaskClient, session: ExchangeSession, cast: made.Cast, language: str) -> None:
    inspection = made.asked(session, cast)
    enter(client, session, cast.officer)
    page = read(client, f"/{language}/office/inspections/{inspection.public_id}/prepare")
    assert labels.DECISIONS[Decision.KEPT].in_language(language) in page
    assert "Text(" not in page


@pytest.mark.parametrize("language", LANGUAGES)
def test_sides_read_what_is_asked_in_their_language(client: FlaskClient, session: ExchangeSession, cast: made.Cast, language: str) -> None:
    inspection = made.asked(session, cast)
    for who, area in ((cast.person, "jobseeker"), (cast.hirer, "employer")):
        enter(client, session, who)
        page = read(client, f"/{language}/{area}/inspections/{inspection.public_id}")
        assert labels.INSPECTION_STATES[InspectionState.ASKED].in_language(language) in page


def test_a_form_sent_twice_replies_once(client: FlaskClient, session: ExchangeSession, cast: made.Cast) -> None:
    inspection = made.asked(session, cast)
    enter(client, session, cast.person)
    for _ in range(2):
        form = {"text": "I work there.", "submission_id": "0f0e6d5c-1111-4222-8333-944445555667"}
        assert client.post(f"/en/jobseeker/inspections/{inspection.public_id}", data=form).status_code == 303
    assert len(session.scalars(select(InspectionReply)).all()) == 1


def test_the_ministry_counts_and_reads_nobody(client: FlaskClient, session: ExchangeSession, cast: made.Cast) -> None:
    made.answered(session, cast)
    sign_in_as(client, session, user(session, ActorKind.ANALYST))
    for language in LANGUAGES:
        page = read(client, f"/{language}/headquarters/inspections")
        assert session.get_one(Jobseeker, cast.placement.jobseeker_id).family_name not in page
        assert "second shift" not in page
        assert all(text.in_language(language) in page for text in labels.SIGNALS.values())
    assert client.get("/en/office/inspections").status_code == 404
