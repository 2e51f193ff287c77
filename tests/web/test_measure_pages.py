"""Pages of single measures in three languages: a business from the plan to its check, with everything that is refused on the way."""

from datetime import timedelta
from typing import Any

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select

from labour_exchange.foundation import clock
from labour_exchange.foundation.access import Actor, ActorKind
from labour_exchange.foundation.database import ExchangeSession
from labour_exchange.foundation.texts import LANGUAGES
from labour_exchange.programmes.businesses.models import BusinessPlan, Credit
from labour_exchange.programmes.businesses.states import CreditState
from labour_exchange.programmes.checks.models import FollowUpCheck
from labour_exchange.programmes.models.enrolments import Enrolment
from labour_exchange.programmes.models.money import Payment
from labour_exchange.programmes.operations import participation
from labour_exchange.programmes.projects.models import Project, ProjectPayment
from labour_exchange.programmes.projects.states import ProjectState
from labour_exchange.programmes.states import Outcome
from labour_exchange.territory.queries import districts_of
from tests.factories import programmes as made
from tests.factories.placements import confirmed, hiring_employer, open_vacancy
from tests.programmes.conftest import Cast, make_cast
from tests.programmes.test_relocations import Regions
from tests.web.test_programme_pages import day, page, post, signed_in

PLAN = {"purpose": "Наубайхана", "asked": "1 200 000", "own_share": "0", "jobs_planned": "2", "months": "24"}


@pytest.fixture
def cast(session: ExchangeSession) -> Cast:
    return make_cast(session)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_microcredit_from_the_plan_to_the_check(client: FlaskClient, session: ExchangeSession, cast: Cast, language: str) -> None:
    measure = made.measure(session, made.MICROCREDIT)
    made.allocation(session, measure)
    person = made.unemployed(session)
    browsers = [signed_in(client, session, actor) for actor in (cast.officer, cast.approver, cast.second_approver)]
    officer, approver, second = browsers
    own = signed_in(client, session, Actor(ActorKind.JOBSEEKER, user_id=person.user_id))
    office = f"/{language}/office"
    post(own, f"/{language}/jobseeker/business-plan", **PLAN)
    post(officer, f"{office}/jobseekers/{person.public_id}/measures", measure=measure.code)
    found = session.scalars(select(Enrolment)).one()
    address = f"{office}/enrolments/{found.public_id}"
    assert "Наубайхана" in page(officer, f"{address}/prepare")
    post(officer, f"{address}/prepare", amount="1 000 000", **day("starts_on", clock.today()))
    post(approver, f"{address}/approve")
    post(second, f"{address}/approve")
    post(officer, f"{address}/start")
    post(officer, f"{address}/payments/new", kind="loan", amount="1 000 000")
    payment = session.scalars(select(Payment)).one()
    post(approver, f"{office}/payments/{payment.public_id}/pay")
    credit = session.scalars(select(Credit)).one()
    said = post(officer, f"{office}/repayments", 200, lines=f"{credit.public_id}; {clock.today()}; 5 000; B-1\nnobody;{clock.today()};1;B-2")
    assert "B-1" in said
    assert "B-2" in said
    session.refresh(credit)
    assert credit.received == 5_000
    for browser, where in ((officer, f"{office}/credits"), (officer, f"{office}/credits/{credit.public_id}"), (officer, f"{office}/checks")):
        assert page(browser, where)
    assert credit.public_id in page(own, f"/{language}/jobseeker/measures/{found.public_id}")
    check = session.scalars(select(FollowUpCheck).order_by(FollowUpCheck.due_on)).first()
    assert check is not None
    check.due_on = clock.today() - timedelta(days=1)
    session.flush()
    post(officer, f"{office}/checks/{check.public_id}", found="yes", jobs_created="2", evidence="Visited.")
    session.refresh(check)
    assert (check.is_met, check.jobs_created) == (True, 2)
    post(officer, f"{office}/credits/{credit.public_id}", reason="It burned down.")
    post(approver, f"{office}/credits/{credit.public_id}/write-off")
    session.refresh(credit)
    assert credit.state is CreditState.WRITTEN_OFF


@pytest.mark.parametrize(("field", "value"), [("asked", "99 000 000"), ("months", "0"), ("jobs_planned", "0")])
def test_a_wrong_plan_names_the_field_and_loses_nothing(client: FlaskClient, session: ExchangeSession, cast: Cast, field: str, value: str) -> None:
    person = made.unemployed(session)
    own = signed_in(client, session, Actor(ActorKind.JOBSEEKER, user_id=person.user_id))
    sent: dict[str, Any] = PLAN | {field: value}
    answer = post(own, "/en/jobseeker/business-plan", 422, **sent)
    assert f'href="#{field}"' in answer
    assert "Наубайхана" in answer
    assert session.scalars(select(BusinessPlan)).all() == []


def test_a_line_that_cannot_be_read_is_named(client: FlaskClient, session: ExchangeSession, cast: Cast) -> None:
    answer = post(signed_in(client, session, cast.officer), "/en/office/repayments", 422, lines="a; b; c")
    assert "Line 1" in answer
    assert "a; b; c" in answer


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_household_moves_and_both_regions_follow(client: FlaskClient, session: ExchangeSession, language: str) -> None:
    regions = Regions(session)
    person = made.unemployed(session, "KZ-61")
    assert person.profile is not None
    person.profile.move_regions = ["KZ-59"]
    found = made.eligible(session, regions.measure, regions.origin, person)
    leaving, coming = signed_in(client, session, regions.origin), signed_in(client, session, regions.destination)
    session.commit()
    address = f"/{language}/office/enrolments/{found.public_id}"
    today = clock.today()
    household = {"to_region": "KZ-59", "members": "3", "children": "1", "moving_cost": "450 000", "housing_cost": "900 000"}
    dates = day("starts_on", today) | day("ends_on", today + timedelta(days=90))
    assert 'href="#children"' in post(leaving, f"{address}/prepare", 422, **household | {"children": "3"}, **dates)
    post(leaving, f"{address}/prepare", **household, **dates)
    assert found.public_id in page(coming, f"/{language}/office/programme")
    post(coming, f"{address}/approve")
    post(leaving, f"{address}/start")
    post(coming, f"{address}/moved", **day("moved_on", today))
    for browser in (leaving, coming):
        assert page(browser, address)
    assert session.scalars(select(FollowUpCheck)).one().enrolment_id == found.id


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_project_from_the_plan_to_the_act_of_acceptance(client: FlaskClient, session: ExchangeSession, cast: Cast, language: str) -> None:
    measure = made.measure(session, "now-rural-jobs")
    made.allocation(session, measure)
    officer, approver = signed_in(client, session, cast.officer), signed_in(client, session, cast.approver)
    office, today = f"/{language}/office", clock.today()
    dates = day("starts_on", today) | day("ends_on", today + timedelta(days=90))
    told = {"measure": measure.code, "name": "Мектеп", "district_code": districts_of("KZ-71")[0].kato, "kind": "repaired", "jobs_planned": "2"}
    assert 'href="#amount"' in post(officer, f"{office}/projects", 422, **told, amount="", **dates)
    post(officer, f"{office}/projects", **told, amount="5 000 000", **dates)
    project = session.scalars(select(Project)).one()
    address = f"{office}/projects/{project.public_id}"
    assert project.public_id in page(approver, f"{office}/programme")
    post(approver, f"{address}/approve")
    post(officer, f"{address}/payments/new", amount="2 000 000")
    payment = session.scalars(select(ProjectPayment)).one()
    post(approver, f"{office}/project-payments/{payment.public_id}/pay")
    person = made.unemployed(session)
    person.is_rural = True
    found = made.eligible(session, measure, cast.officer, person)
    post(officer, f"{office}/enrolments/{found.public_id}/prepare", project=project.public_id, **dates)
    assert person.full_name in page(officer, address)
    post(officer, f"{address}/complete", jobs_created="2", evidence="№ 17", **day("completed_on", today))
    session.refresh(project)
    assert (project.state, project.committed) == (ProjectState.COMPLETED, 2_000_000)
    assert "Мектеп" in page(officer, f"{office}/projects")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_outcome_is_proposed_from_the_ledger(client: FlaskClient, session: ExchangeSession, cast: Cast, language: str) -> None:
    employer, hirer = hiring_employer(session)
    found, other = (made.started(session, cast.measure, cast.officer, cast.approver) for _ in range(2))
    for one in (found, other):
        participation.complete_enrolment(session, cast.officer, one, ended_on=clock.today())
    placed = confirmed(session, open_vacancy(session, employer), hirer, found.jobseeker)
    officer = signed_in(client, session, cast.officer)
    assert found.public_id in page(officer, f"/{language}/office/outcomes")
    address = f"/{language}/office/enrolments/{found.public_id}/outcome"
    assert f'value="{placed.public_id}"' in page(officer, address)
    post(officer, address, 422, outcome="somebody-else")
    post(officer, address, outcome=placed.public_id)
    post(officer, f"/{language}/office/enrolments/{other.public_id}/outcome", outcome="none")
    for one in (found, other):
        session.refresh(one)
    assert (found.placement_id, other.outcome) == (placed.id, Outcome.NONE)
    assert found.public_id not in page(officer, f"/{language}/office/outcomes")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_measure_is_recommended_with_reasons_and_what_came_of_it(client: FlaskClient, session: ExchangeSession, cast: Cast, language: str) -> None:
    person = made.unemployed(session)
    officer = signed_in(client, session, cast.officer)
    shown = page(officer, f"/{language}/office/jobseekers/{person.public_id}/recommended-measures")
    assert cast.measure.name.in_language(language) in shown
    assert page(officer, f"/{language}/office/programme/next-place")
    analyst = signed_in(client, session, made.analyst(session))
    assert page(analyst, f"/{language}/headquarters/measures/{cast.measure.code}/next-place")
