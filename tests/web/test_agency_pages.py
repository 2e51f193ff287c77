"""Pages of agencies, and of employers about agencies: licence, mandates, vacancies and placements; nobody else's."""

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from flask.testing import FlaskClient

from labour_exchange.accounts.models import User
from labour_exchange.agencies.models import Agency, AgencyMember, Licence
from labour_exchange.agencies.operations import connect_agency, give_mandate, grant_licence, suspend_licence
from labour_exchange.agencies.queries import licence_of, mandates_of_employer
from labour_exchange.employers.models import EmployerMember, MemberRole
from labour_exchange.foundation import clock
from labour_exchange.foundation.access import ActorKind, system_actor
from labour_exchange.foundation.database import ExchangeSession
from labour_exchange.foundation.texts import LANGUAGES
from labour_exchange.placements.models import Placement
from tests.factories import vacancies
from tests.factories.accounts import user
from tests.factories.placements import bin_number, confirmed, hiring_employer, open_vacancy
from tests.factories.signing_in import sign_in_as

SYSTEM = system_actor("test")


def agency_with_user(session: ExchangeSession, *, days: int | None = 365) -> tuple[Agency, User]:
    """A licensed agency (days=None: still applying) and its user."""
    number = bin_number()
    agency = connect_agency(session, SYSTEM, bin=number, name=f"Қадам {number}", region_code="KZ-71", licence_number=f"A-{number}")
    account = user(session, ActorKind.AGENCY)
    session.add(AgencyMember(user_id=account.id, agency_id=agency.id))
    if days is not None:
        grant_licence(session, SYSTEM, held(session, agency), expires_on=clock.today() + timedelta(days=days))
    session.flush()
    return agency, account


def held(session: ExchangeSession, agency: Agency) -> Licence:
    found = licence_of(session, agency.id)
    assert found
    return found


def page(client: FlaskClient, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, address
    return answer.get_data(as_text=True)


@pytest.mark.parametrize("language", LANGUAGES)
def test_home_tells_licence_vacancies_and_placements(client: FlaskClient, session: ExchangeSession, language: str) -> None:
    agency, account = agency_with_user(session)
    employer, keeper = hiring_employer(session)
    give_mandate(session, keeper, employer, agency, scopes=["post"], until_on=None)
    brought = open_vacancy(session, employer, agency_id=agency.id, posts=3, applications=4)
    placed = confirmed(session, brought, keeper)
    session.get_one(Placement, placed.id).agency_id = agency.id
    vacancies.published(session, title="Somebody else's")
    session.flush()
    sign_in_as(client, session, account)
    home = page(client, f"/{language}/agency/home")
    assert agency.name in home
    assert f"A-{agency.bin}" in home
    assert employer.name in home
    own_and_median = home.count("<div>1</div>")
    assert own_and_median == 2 * 4, "one pushed, one live, one declared, one confirmed, beside a median of this one agency"
    assert home.count("<div>0</div>") == 2 * 2, "none has lasted, no complaint was upheld"


def test_the_end_of_a_licence_is_said_in_time(client: FlaskClient, session: ExchangeSession) -> None:
    _agency, account = agency_with_user(session, days=5)
    sign_in_as(client, session, account)
    assert "Your licence ends in 5 days." in page(client, "/en/agency/home")


def test_a_suspended_agency_reads_the_reason(client: FlaskClient, session: ExchangeSession) -> None:
    agency, account = agency_with_user(session)
    suspend_licence(session, SYSTEM, held(session, agency), reason="A fee was charged to a jobseeker")
    sign_in_as(client, session, account)
    home = page(client, "/en/agency/home")
    assert "Your licence is not in force." in home
    assert "A fee was charged to a jobseeker" in home


def test_an_applicant_is_told_to_wait(client: FlaskClient, session: ExchangeSession) -> None:
    _agency, account = agency_with_user(session, days=None)
    sign_in_as(client, session, account)
    assert "The ministry is checking your licence." in page(client, "/en/agency/home")


def test_an_agency_sees_only_what_it_brought(client: FlaskClient, session: ExchangeSession) -> None:
    agency, account = agency_with_user(session)
    employer, _keeper = hiring_employer(session)
    open_vacancy(session, employer, agency_id=agency.id, title="Brought by us")
    open_vacancy(session, employer, title="Written by the employer")
    sign_in_as(client, session, account)
    shown = page(client, "/en/agency/vacancies")
    assert "Brought by us" in shown
    assert "Written by the employer" not in shown
    assert "Brought by us" not in page(client, "/en/agency/vacancies?state=expired")


@pytest.mark.parametrize("address", ["/en/agency/home", "/en/agency/mandates", "/en/agency/vacancies"])
@pytest.mark.parametrize("kind", [ActorKind.JOBSEEKER, ActorKind.EMPLOYER, ActorKind.ANALYST])
def test_pages_of_agencies_do_not_exist_for_others(client: FlaskClient, session: ExchangeSession, address: str, kind: ActorKind) -> None:
    sign_in_as(client, session, user(session, kind))
    assert client.get(address).status_code == 404


def employers_browser(client: FlaskClient, session: ExchangeSession) -> tuple[Any, Any]:
    employer, keeper = hiring_employer(session)
    sign_in_as(client, session, session.get_one(User, keeper.user_id))
    return employer, keeper


def test_an_employer_gives_a_mandate_and_takes_it_back(client: FlaskClient, session: ExchangeSession) -> None:
    agency, account = agency_with_user(session)
    employer, _keeper = employers_browser(client, session)
    given = {"agency": agency.public_id, "scopes": ["post", "refer"]}
    assert client.post("/en/employer/mandates", data=given).status_code == 303
    row = mandates_of_employer(session, employer.id)[0]
    assert (row.is_open, row.mandate.scopes) == (True, ["post", "refer"])
    assert "Post vacancies" in page(client, "/en/employer/mandates")
    address = f"/en/employer/mandates/{row.mandate.public_id}/withdraw"
    assert agency.name in page(client, address)
    assert client.post(address).status_code == 303
    assert not mandates_of_employer(session, employer.id)[0].is_open
    sign_in_as(client, session, account)
    assert employer.name in page(client, "/en/agency/mandates")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_second_mandate_is_refused_beside_the_field(client: FlaskClient, session: ExchangeSession, language: str) -> None:
    agency, _account = agency_with_user(session)
    employer, keeper = employers_browser(client, session)
    give_mandate(session, keeper, employer, agency, scopes=["post"], until_on=None)
    session.commit()
    answer = client.post(f"/{language}/employer/mandates", data={"agency": agency.public_id, "scopes": ["post"]})
    assert answer.status_code == 422
    assert len(mandates_of_employer(session, employer.id)) == 1


def test_a_form_sent_twice_gives_one_mandate(client: FlaskClient, session: ExchangeSession) -> None:
    agency, _account = agency_with_user(session)
    employer, _keeper = employers_browser(client, session)
    given = {"agency": agency.public_id, "scopes": ["post"], "submission_id": str(uuid4())}
    assert [client.post("/en/employer/mandates", data=given).status_code for _ in range(2)] == [303, 303]
    assert len(mandates_of_employer(session, employer.id)) == 1


def test_the_mandate_of_another_employer_does_not_exist(client: FlaskClient, session: ExchangeSession) -> None:
    agency, _account = agency_with_user(session)
    other, keeper = hiring_employer(session)
    mandate = give_mandate(session, keeper, other, agency, scopes=["post"], until_on=None)
    employers_browser(client, session)
    address = f"/en/employer/mandates/{mandate.public_id}/withdraw"
    assert (client.get(address).status_code, client.post(address).status_code) == (404, 404)
    assert mandates_of_employer(session, other.id)[0].is_open


def test_a_member_of_staff_may_give_a_mandate_too(client: FlaskClient, session: ExchangeSession) -> None:
    agency, _account = agency_with_user(session)
    employer, _keeper = hiring_employer(session)
    colleague = user(session, ActorKind.EMPLOYER)
    session.add(EmployerMember(user_id=colleague.id, employer_id=employer.id, role=MemberRole.STAFF))
    session.flush()
    sign_in_as(client, session, colleague)
    assert client.post("/en/employer/mandates", data={"agency": agency.public_id, "scopes": ["report"]}).status_code == 303
