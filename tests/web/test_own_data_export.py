"""The file of own data holds every table that is about the person, or the reason why not stands here."""

import json

from flask.testing import FlaskClient
from sqlalchemy import Table

from labour_exchange.accounts.models import User
from labour_exchange.cases.operations.transfers import ask_transfer
from labour_exchange.cases.states import TransferReason
from labour_exchange.foundation.database import Base, ExchangeSession
from labour_exchange.jobseekers.models import Jobseeker
from tests.factories import businesses, offices, programmes
from tests.factories.cases import approved_contract, case
from tests.factories.jobseekers import actor_of
from tests.factories.partners import active, provider
from tests.factories.signing_in import sign_in_as

UNDER_OTHER_NAMES = {
    "jobseekers": "person",
    "profiles": "profile",
    "work_history": "profile",
    "job_applications": "applications",
    "commitments": "promises",
    "case_transfers": "transfers",
    "inspection_replies": "inspections",
    **dict.fromkeys(("recoveries", "recovery_payments", "recovery_entries"), "inspections"),
    "complaint_answers": "service_complaints",
}
OF_A_CASE = {
    "effort_assessments": "effort",
    "plans": "plan",
    "plan_revisions": "plan",
    "plan_steps": "steps",
    "social_contracts": "contracts",
    "obligations": "contracts",
    "contacts": "contacts",
    "appointments": "appointments",
}
LEFT_OUT = {
    "person_suggestions": "worked out anew each night from the profile and the vacancies, both of which are there",
    "ledger_entries": "the book of an allocation; what concerns the person stands in their payments",
    "rating_links": "a secret sent to the person once, of which only a hash is kept",
    "complaint_links": "secrets sent to the person, of which only hashes are kept",
    "saved_search_keys": "the saved search again, in the form the engine asks it",
    "alert_matches": "which vacancies were sent; the letters stand among the messages of the account",
}


def about_people() -> set[str]:
    """Tables that lead to a jobseeker by references that cannot be missing, or name one themselves."""
    tables, found = Base.metadata.tables, {"jobseekers"}
    while True:
        more = {name for name, table in tables.items() if name not in found and leads_to(table, found)}
        if not more:
            return found
        found |= more


def leads_to(table: Table, found: set[str]) -> bool:
    of = [key for key in table.foreign_keys if key.column.table.name in found]
    return any(key.column.table.name == "jobseekers" or not key.parent.nullable for key in of) or table.name in {"ledger_entries", "alert_matches"}


def test_every_table_about_a_person_is_taken_along_or_has_its_reason(client: FlaskClient, session: ExchangeSession) -> None:
    officer = offices.officer(offices.staff(session, offices.office(session, "KZ-71")))
    approvers = [offices.officer(offices.staff(session, offices.office(session, "KZ-71"), approver=True)) for _ in range(2)]
    lending = programmes.measure(session, programmes.MICROCREDIT)
    programmes.allocation(session, lending)
    credit = businesses.credit(session, lending, officer, (approvers[0], approvers[1]))
    person = session.get_one(Jobseeker, credit.enrolment.jobseeker_id)
    one = case(session, officer, person=person)
    approved_contract(session, officer, approvers[0], one)
    active(session, officer, one, provider(session))
    offices.office(session, "KZ-59")
    ask_transfer(session, actor_of(person), person, to_region="KZ-59", reason=TransferReason.MOVED)
    sign_in_as(client, session, session.get_one(User, person.user_id))
    session.commit()
    taken = json.loads(client.get("/en/jobseeker/own-data/download").text)
    of_case, of_partner = taken["cases"][0], taken["follow_up_partners"][0]
    held = {name for name in about_people() if UNDER_OTHER_NAMES.get(name, name) in taken or OF_A_CASE.get(name) in of_case or name in of_partner}
    assert about_people() - held == set(LEFT_OUT)
    assert [one["amount"] for one in taken["credits"]] == [1_200_000]
    assert [one["state"] for one in taken["payments"]] == ["paid"]
    assert len(taken["enrolments"]) == len(taken["business_plans"]) == len(taken["transfers"]) == len(of_case["contracts"]) == 1
    assert len(taken["follow_up_checks"]) == 2
