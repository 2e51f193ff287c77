"""Vacancies of an agency's program: sent, refused with a reason, paused, taken off and back again."""

from typing import Any

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select

from labour_exchange.agencies.states import LicenceState
from labour_exchange.employers.states import EmployerState
from labour_exchange.foundation import clock
from labour_exchange.foundation.database import ExchangeSession
from labour_exchange.foundation.texts import LANGUAGES
from labour_exchange.vacancies.models import Vacancy
from labour_exchange.vacancies.operations import reject_vacancy
from labour_exchange.vacancies.states import RejectionCode, VacancySource, VacancyState
from tests.factories import clients, offices
from tests.factories.clients import Program, sent

ADDRESS = "/api/v1/vacancies/ours/a-1"


@pytest.fixture
def program(session: ExchangeSession) -> Program:
    return clients.program(session)


def put(client: FlaskClient, program: Program, address: str = ADDRESS, **more: Any) -> Any:
    return client.put(address, json=sent(program.employer, **more), headers=program.headers)


def stored(session: ExchangeSession) -> Vacancy:
    session.expire_all()
    return session.scalars(select(Vacancy)).one()


def test_created_unchanged_updated(client: FlaskClient, session: ExchangeSession, program: Program) -> None:
    first = put(client, program)
    assert (first.status_code, first.get_json()["receipt"]["outcome"]) == (201, "created")
    assert first.get_json()["vacancy"]["state"] == "published"
    found = stored(session)
    assert (found.source, found.agency_id, found.employer_id) == (VacancySource.AGENCY, program.agency.id, program.employer.id)
    assert put(client, program).get_json()["receipt"]["outcome"] == "unchanged"
    changed = put(client, program, title="Senior welder")
    assert (changed.status_code, changed.get_json()["receipt"]["outcome"]) == (200, "updated")
    assert stored(session).title == "Senior welder"


def test_an_id_comes_back_after_deletion(client: FlaskClient, session: ExchangeSession, program: Program) -> None:
    public_id = put(client, program).get_json()["vacancy"]["id"]
    for _ in range(2):
        gone = client.delete(ADDRESS, headers=program.headers)
        assert (gone.status_code, gone.get_json()["state"]) == (200, "withdrawn")
        assert gone.get_json()["remedy"]
    back = put(client, program).get_json()
    assert (back["vacancy"]["state"], back["vacancy"]["id"]) == ("published", public_id)
    assert stored(session).is_open


def test_an_unverified_employer_is_checked_first(client: FlaskClient, session: ExchangeSession, program: Program) -> None:
    program.employer.state = EmployerState.CLAIMED
    session.commit()
    assert put(client, program).get_json()["vacancy"]["state"] == "submitted"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_rejection_is_told_with_its_remedy_and_mended(client: FlaskClient, session: ExchangeSession, program: Program, language: str) -> None:
    put(client, program)
    office = offices.office(session, "KZ-71")
    officer = offices.staff(session, office)
    reject_vacancy(session, offices.officer(officer), stored(session), code=RejectionCode.FEE_CHARGED, note="The second line")
    session.commit()
    told = client.get(f"{ADDRESS}?lang={language}", headers=program.headers).get_json()
    assert (told["state"], told["rejection"]["code"], told["rejection"]["note"]) == ("rejected", "fee_charged", "The second line")
    assert told["rejection"]["remedy"] == told["remedy"]
    again = put(client, program)
    assert again.get_json()["receipt"]["outcome"] == "unchanged"
    mended = put(client, program, description="Weld frames of buses, without any payment to us.")
    assert (mended.get_json()["vacancy"]["state"], mended.get_json()["vacancy"]["rejection"]) == ("published", None)


REFUSED = [
    ({"employer_bin": "000000000000"}, "/json/employer_bin", "employer_unknown"),
    ({"description": "Weld."}, "/json/description", "wrong_length"),
    ({"description": " " * 30}, "/json/description", "description_short"),
    ({"apply_by_on": "2020-01-01"}, "/json/apply_by_on", "apply_by_wrong"),
    ({"posts": "3"}, "/json/posts", "not_a_whole_number"),
    ({"occupation_code": "0000"}, "/json/occupation_code", "unknown_value"),
    ({"pay_from": 5, "pay_to": 4}, "/json/pay_to", "pay_order"),
    ({"salary": 5}, "/json/salary", "unknown_name"),
]


@pytest.mark.parametrize(("change", "pointer", "code"), REFUSED)
def test_what_is_wrong_is_named(
    client: FlaskClient, session: ExchangeSession, program: Program, change: dict[str, Any], pointer: str, code: str
) -> None:
    answer = put(client, program, **change)
    assert answer.status_code == 422
    assert [(one["pointer"], one["code"]) for one in answer.get_json()["errors"]] == [(pointer, code)]
    assert session.scalars(select(Vacancy)).all() == []


def test_without_a_mandate_nothing_is_taken_and_everything_may_be_taken_off(client: FlaskClient, session: ExchangeSession, program: Program) -> None:
    put(client, program)
    other = clients.program(session, mandated=())
    answer = put(client, other)
    assert answer.get_json()["errors"][0]["code"] == "no_mandate"
    for mandate in session.scalars(select(clients.Mandate)):
        mandate.withdrawn_on = clock.today()
    session.commit()
    assert put(client, program, title="Changed").get_json()["errors"][0]["code"] == "no_mandate"
    assert client.delete(ADDRESS, headers=program.headers).get_json()["state"] == "withdrawn"


def test_what_another_agency_sent_does_not_exist(client: FlaskClient, session: ExchangeSession, program: Program) -> None:
    put(client, program)
    other = clients.program(session)
    for method in ("GET", "DELETE"):
        assert client.open(ADDRESS, method=method, headers=other.headers).status_code == 404
    assert client.get("/api/v1/own/vacancies", headers=other.headers).get_json()["total"] == 0
    mine = put(client, other).get_json()["vacancy"]["id"]
    assert mine != client.get(ADDRESS, headers=program.headers).get_json()["id"], "two agencies may use the same source and id"


def test_versions_are_held_against_the_present_one(client: FlaskClient, program: Program) -> None:
    etag = put(client, program).headers["ETag"]
    read = client.get(ADDRESS, headers=program.headers)
    assert read.headers["ETag"] == etag
    assert client.get(ADDRESS, headers=program.headers | {"If-None-Match": etag}).status_code == 304
    assert client.patch(ADDRESS, json={"state": "suspended"}, headers=program.headers).status_code == 428
    paused = client.patch(ADDRESS, json={"state": "suspended"}, headers=program.headers | {"If-Match": etag})
    assert (paused.status_code, paused.get_json()["state"]) == (200, "suspended")
    late = client.patch(ADDRESS, json={"state": "published"}, headers=program.headers | {"If-Match": etag})
    assert (late.status_code, late.get_json()["code"]) == (412, "precondition_failed")
    stale = client.put(ADDRESS, json=sent(program.employer, title="Late"), headers=program.headers | {"If-Match": etag})
    assert stale.status_code == 412
    fresh = client.put(ADDRESS, json=sent(program.employer), headers=program.headers | {"If-None-Match": "*"})
    assert fresh.status_code == 412


@pytest.mark.parametrize("tags", ['""', '"", W/""', '"=1\\?8D=2*", W/".m"', ",", "x"])
def test_a_version_that_is_none_is_another(client: FlaskClient, program: Program, tags: str) -> None:
    put(client, program)
    refused = client.put(ADDRESS, json=sent(program.employer), headers=program.headers | {"If-Match": tags})
    assert (refused.status_code, refused.get_json()["code"]) == (412, "precondition_failed")


def test_statuses_in_the_asked_order(client: FlaskClient, program: Program) -> None:
    put(client, program)
    asked = {"source": "ours", "external_ids": ["never-sent", "a-1"]}
    items = client.post("/api/v1/vacancies:status", json=asked, headers=program.headers).get_json()["items"]
    assert [(one["external_id"], one["state"]) for one in items] == [("never-sent", None), ("a-1", "published")]
    too_many = asked | {"external_ids": [f"a-{number}" for number in range(1001)]}
    assert client.post("/api/v1/vacancies:status", json=too_many, headers=program.headers).status_code == 422


def test_lists_are_walked_to_the_end(client: FlaskClient, program: Program) -> None:
    for number in range(5):
        put(client, program, f"/api/v1/vacancies/ours/w-{number}")
    seen, cursor = [], None
    while True:
        page = client.get("/api/v1/own/vacancies", query_string={"limit": 2, "cursor": cursor}, headers=program.headers).get_json()
        seen += [one["external_id"] for one in page["items"]]
        cursor = page["next_cursor"]
        if cursor is None:
            break
    assert (seen, page["total"]) == ([f"w-{number}" for number in range(5)], 5)


@pytest.mark.parametrize(("state", "code"), [(LicenceState.SUSPENDED, "licence_not_in_force"), (LicenceState.EXPIRED, "licence_not_in_force")])
def test_without_a_licence_a_program_does_nothing(client: FlaskClient, session: ExchangeSession, state: LicenceState, code: str) -> None:
    unlicensed = clients.program(session, state=state)
    answer = put(client, unlicensed)
    assert (answer.status_code, answer.get_json()["code"]) == (403, code)
    assert session.scalars(select(Vacancy)).all() == []


def test_a_filled_vacancy_is_not_rewritten(client: FlaskClient, session: ExchangeSession, program: Program) -> None:
    put(client, program)
    stored(session).state = VacancyState.FILLED
    session.commit()
    assert put(client, program, title="Again").get_json()["errors"][0]["code"] == "vacancy_not_changeable"
