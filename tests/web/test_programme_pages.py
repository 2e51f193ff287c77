"""Pages of the programme: an office, its approver, the ministry, an employer and the person go one social job's whole way, in three languages."""

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select

from labour_exchange.accounts.models import User
from labour_exchange.foundation import clock
from labour_exchange.foundation.access import Actor, ActorKind, system_actor
from labour_exchange.foundation.database import ExchangeSession
from labour_exchange.foundation.texts import LANGUAGES
from labour_exchange.programmes.models.enrolments import Enrolment
from labour_exchange.programmes.models.jobs import SubsidisedPost
from labour_exchange.programmes.models.money import Allocation, Reallocation
from labour_exchange.programmes.models.programmes import Measure
from labour_exchange.programmes.models.training import Course
from labour_exchange.programmes.operations import participation, payments
from labour_exchange.programmes.states import EnrolmentState, PaymentKind, PostState, ReallocationState, WithdrawReason
from labour_exchange.programmes.texts.labels import WITHDRAW_REASONS
from tests.factories import programmes as made
from tests.factories.accounts import user
from tests.factories.jobseekers import actor_of
from tests.factories.placements import hiring_employer
from tests.factories.signing_in import sign_in_as
from tests.programmes.conftest import Cast, make_cast
from tests.programmes.test_relocations import Regions


@pytest.fixture
def cast(session: ExchangeSession) -> Cast:
    return make_cast(session)


def signed_in(client: FlaskClient, session: ExchangeSession, actor: Actor) -> FlaskClient:
    browser = client.application.test_client()
    sign_in_as(browser, session, session.get_one(User, actor.user_id))
    return browser


def post(browser: FlaskClient, address: str, status: int = 303, **values: Any) -> str:
    answer = browser.post(address, data={"submission_id": str(uuid4()), **values})
    assert answer.status_code == status, (address, answer.status_code, answer.get_data(as_text=True)[-3000:])
    return answer.get_data(as_text=True) if status != 303 else answer.location


def page(browser: FlaskClient, address: str) -> str:
    answer = browser.get(address)
    assert answer.status_code == 200, address
    return answer.get_data(as_text=True)


def day(name: str, value: Any) -> dict[str, Any]:
    return {f"{name}-day": value.day, f"{name}-month": value.month, f"{name}-year": value.year}


@pytest.mark.parametrize("language", LANGUAGES)
def test_one_social_job_from_the_offer_to_the_signatures(client: FlaskClient, session: ExchangeSession, cast: Cast, language: str) -> None:
    _, hirer = hiring_employer(session)
    person = made.unemployed(session)
    account = session.get_one(User, person.user_id)
    employer, officer = signed_in(client, session, hirer), signed_in(client, session, cast.officer)
    approver, own = signed_in(client, session, cast.approver), signed_in(client, session, Actor(ActorKind.JOBSEEKER, user_id=account.id))
    offer = {"measure": cast.measure.code, "title": "Бағбан", "region_code": "KZ-71", "posts": 2, "pay": "100 000", "months": 12}
    post(employer, f"/{language}/employer/subsidised-jobs", **offer)
    offered = session.scalars(select(SubsidisedPost)).one()
    post(officer, f"/{language}/office/subsidised-jobs/{offered.public_id}", decision="accept")
    assert offered.state is PostState.ACCEPTED
    post(officer, f"/{language}/office/jobseekers/{person.public_id}/measures", measure=cast.measure.code, has_plan="y")
    found = session.scalars(select(Enrolment)).one()
    address = f"/{language}/office/enrolments/{found.public_id}"
    dates = day("starts_on", clock.today()) | day("ends_on", clock.today() + timedelta(days=200))
    post(officer, f"{address}/prepare", post=offered.public_id, **dates)
    assert found.public_id in page(approver, f"/{language}/office/programme")
    post(approver, f"{address}/approve")
    post(own, f"/{language}/jobseeker/measures/{found.public_id}/sign")
    post(employer, f"/{language}/employer/subsidised-jobs/{found.public_id}/sign")
    post(officer, f"{address}/sign")
    post(officer, f"{address}/start")
    session.refresh(found)
    assert found.state is EnrolmentState.STARTED
    for browser, where in ((officer, address), (own, f"/{language}/jobseeker/measures/{found.public_id}")):
        assert cast.measure.name.in_language(language) in page(browser, where)
    assert "Бағбан" in page(employer, f"/{language}/employer/subsidised-jobs/{found.public_id}")


@pytest.mark.parametrize(
    ("language", "sentence"), [("kk", "тіркеуде болған күндер: 12"), ("ru", "дней на учёте: 12"), ("en", "registered for 12 days")]
)
def test_a_refusal_is_read_by_the_officer_and_by_the_person(
    client: FlaskClient, session: ExchangeSession, cast: Cast, language: str, sentence: str
) -> None:
    found = made.eligible(session, cast.measure, cast.officer, made.unemployed(session, days=12))
    own = signed_in(client, session, Actor(ActorKind.JOBSEEKER, user_id=found.jobseeker.user_id))
    assert sentence in page(own, f"/{language}/jobseeker/measures/{found.public_id}")
    assert sentence in page(signed_in(client, session, cast.officer), f"/{language}/office/enrolments/{found.public_id}")


def test_whoever_prepared_it_is_told_that_somebody_else_decides(client: FlaskClient, session: ExchangeSession, cast: Cast) -> None:
    found = made.prepared(session, cast.measure, cast.approver)
    mine = signed_in(client, session, cast.approver)
    address = f"/en/office/enrolments/{found.public_id}"
    assert "somebody else decides" in page(mine, address)
    assert "Whoever prepared it does not approve it" in post(mine, f"{address}/approve", 422)
    assert "<title>Error:" in post(signed_in(client, session, cast.second_approver), f"{address}/decline", 422)
    session.refresh(found)
    assert found.state is EnrolmentState.PREPARED


def test_wrong_dates_are_named_and_nothing_typed_is_lost(client: FlaskClient, session: ExchangeSession) -> None:
    regions = Regions(session)
    person = made.unemployed(session, "KZ-61")
    assert person.profile is not None
    person.profile.move_regions = ["KZ-59"]
    found = made.eligible(session, regions.measure, regions.origin, person)
    session.commit()
    dates = day("starts_on", clock.today()) | day("ends_on", clock.today() - timedelta(days=1))
    household = {"to_region": "KZ-59", "members": "2", "children": "0", "moving_cost": "123 456", "housing_cost": "0"}
    browser = signed_in(client, session, regions.origin)
    shown = post(browser, f"/en/office/enrolments/{found.public_id}/prepare", 422, **household, **dates)
    assert "It must end after it begins" in shown
    assert "123" in shown
    assert "<title>Error:" in shown


def test_the_treasury_file_is_of_the_region_and_its_cells_are_no_formulas(client: FlaskClient, session: ExchangeSession, cast: Cast) -> None:
    found = made.started(session, cast.measure, cast.officer, cast.approver)
    payment = payments.prepare_payment(session, cast.officer, found, kind=PaymentKind.SUBSIDY, amount=777)
    payments.approve_payment(session, cast.approver, payment)
    lines = signed_in(client, session, cast.officer).get("/en/office/payments.csv").get_data(as_text=True).splitlines()
    assert len(lines) == 2
    assert f"KZ-71,subsidy,,777,{clock.today()}" in lines[1]
    assert len(signed_in(client, session, cast.stranger).get("/en/office/payments.csv").get_data(as_text=True).splitlines()) == 1


def test_an_analyst_composes_a_measure_in_a_form(client: FlaskClient, session: ExchangeSession, cast: Cast) -> None:
    browser = signed_in(client, session, made.analyst(session))
    names = {"name_kk": "Жаңа шара", "name_ru": "Новая мера", "name_en": "A new measure"}
    terms = {"most_months": 6, "most_amount": "100 000", "approval": "approver", **day("valid_from", clock.today())}
    rules = {"use_age_between": "must", "age_between_least": 16, "age_between_most": 29, "use_rural": "one_of", "use_has_plan": "one_of"}
    kind = {"direction": "standing-measures:1", "kind": "training", "code": "new-measure"}
    post(browser, "/en/headquarters/measures/new", **names, **terms, **rules, **kind)
    made_one = session.scalars(select(Measure).where(Measure.code == "new-measure")).one()
    asked = {"all": [{"rule": "age_between", "least": 16, "most": 29}, {"any": [{"rule": "rural"}, {"rule": "has_plan"}]}]}
    assert made_one.terms[0].eligibility == asked
    assert "aged 16 to 29" in page(browser, "/en/headquarters/measures/new-measure")
    shown = page(browser, "/en/headquarters/measures/new-measure/terms")
    assert 'value="29"' in shown
    assert "Text(" not in shown
    unfinished = {**terms, **day("valid_from", clock.today() + timedelta(days=1)), "use_days_registered_at_least": "must", "reason": "So."}
    assert "fill in every value" in post(browser, "/en/headquarters/measures/new-measure/terms", 422, **unfinished)
    post(browser, "/en/headquarters/measures/new-measure/terms", **unfinished, days_registered_at_least_days=30)
    session.expire_all()
    assert [one.version for one in made_one.terms] == [1, 2]


def test_two_analysts_plan_and_move_money(client: FlaskClient, session: ExchangeSession, cast: Cast) -> None:
    first, second = signed_in(client, session, made.analyst(session)), signed_in(client, session, made.analyst(session))
    period = day("starts_on", cast.allocation.starts_on) | day("ends_on", cast.allocation.ends_on)
    address = f"/en/headquarters/measures/{cast.measure.code}/allocations"
    post(first, address, region_code="KZ-75", places=5, amount="1 000 000", **period)
    target = session.scalars(select(Allocation).where(Allocation.region_code == "KZ-75")).one()
    post(
        first, f"/en/headquarters/allocations/{cast.allocation.public_id}", target=target.public_id, places=2, amount="500 000", reason="More people."
    )
    proposal = session.scalars(select(Reallocation)).one()
    assert first.post(f"/en/headquarters/reallocations/{proposal.public_id}/accept", data={}).status_code == 409
    post(second, f"/en/headquarters/reallocations/{proposal.public_id}/accept")
    session.expire_all()
    assert (proposal.state, target.places, target.planned) == (ReallocationState.ACCEPTED, 7, 1_500_000)
    assert "More people." in page(second, f"/en/headquarters/allocations/{target.public_id}")


def test_a_course_from_the_list_to_the_certificate(client: FlaskClient, session: ExchangeSession, cast: Cast) -> None:
    officer, training = signed_in(client, session, cast.officer), made.measure(session, made.TRAINING)
    made.allocation(session, training)
    dates = day("starts_on", clock.today()) | day("ends_on", clock.today() + timedelta(days=30))
    provider = {"provider_name": "Invented College", "provider_bin": made.bin_number()}
    post(officer, "/en/office/courses", measure=training.code, title="Welding", seats=1, price="50 000", **provider, **dates)
    assert "Welding" in page(officer, "/en/office/courses")
    found = made.eligible(session, training, cast.officer)
    address = f"/en/office/enrolments/{found.public_id}"
    course = session.scalars(select(Course)).one()
    post(officer, f"{address}/prepare", course=course.public_id)
    post(signed_in(client, session, cast.approver), f"{address}/approve")
    post(officer, f"{address}/start")
    monday = clock.today() - timedelta(days=clock.today().weekday())
    post(officer, f"{address}/attendance", taught=40, attended=40, **day("week", monday))
    post(officer, f"{address}/certificate", certificate="C-1")
    assert "C-1" in page(officer, address)
    assert page(officer, f"/en/office/courses/{course.public_id}")


def test_the_ministry_sees_no_person_and_an_employer_no_office(client: FlaskClient, session: ExchangeSession, cast: Cast) -> None:
    found = made.started(session, cast.measure, cast.officer, cast.approver)
    analyst = signed_in(client, session, Actor(ActorKind.ANALYST, user_id=user(session, ActorKind.ANALYST).id))
    assert analyst.get(f"/en/office/enrolments/{found.public_id}").status_code == 404
    assert found.jobseeker.family_name not in page(analyst, f"/en/headquarters/allocations/{cast.allocation.public_id}")
    assert signed_in(client, session, cast.stranger).get(f"/en/office/enrolments/{found.public_id}").status_code == 404


def test_what_waits_for_an_approver_stands_in_the_queue(client: FlaskClient, session: ExchangeSession, cast: Cast) -> None:
    waiting = made.prepared(session, cast.measure, cast.officer)
    session.commit()
    address = f"/en/office/enrolments/{waiting.public_id}"
    assert address in page(signed_in(client, session, cast.approver), "/en/office/queue")
    assert address not in page(signed_in(client, session, cast.officer), "/en/office/queue")


@pytest.mark.parametrize("language", LANGUAGES)
def test_why_the_exchange_withdrew_stands_in_the_readers_language(client: FlaskClient, session: ExchangeSession, cast: Cast, language: str) -> None:
    found = participation.withdraw_enrolment(
        session, system_actor("test"), made.eligible(session, cast.measure, cast.officer), reason=WithdrawReason.TRANSFERRED
    )
    said = WITHDRAW_REASONS[WithdrawReason.TRANSFERRED].in_language(language)
    for actor, area in ((actor_of(found.jobseeker), "jobseeker/measures"), (cast.officer, "office/enrolments")):
        assert said in page(signed_in(client, session, actor), f"/{language}/{area}/{found.public_id}")
