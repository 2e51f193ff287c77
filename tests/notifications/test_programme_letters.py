"""Letters about measures: the rule that refused, the approval, the agreement to sign, the payment, the check; each once."""

from datetime import timedelta

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from labour_exchange.accounts.models import User
from labour_exchange.cases.operations.transfers import accept_transfer, ask_transfer
from labour_exchange.cases.states import TransferReason
from labour_exchange.foundation import clock
from labour_exchange.notifications.models import Message
from labour_exchange.notifications.reactions import programmes as reactions
from labour_exchange.notifications.states import MessageKind
from labour_exchange.programmes.businesses.models import Credit
from labour_exchange.programmes.checks.queries import checks_of
from labour_exchange.programmes.models.enrolments import Enrolment
from labour_exchange.programmes.models.money import Payment
from labour_exchange.programmes.operations.enrolments import decline_enrolment
from tests.factories import businesses, programmes
from tests.factories.cases import case
from tests.programmes.conftest import Cast, make_cast


@pytest.fixture
def cast(session: Session) -> Cast:
    return make_cast(session)


def told(session: Session, enrolment: Enrolment, state: str) -> list[tuple[MessageKind, str]]:
    """What came of the event, however often it is heard."""
    for _ in range(2):
        reactions.tell_of_decision(session, {"enrolment_id": enrolment.id, "state": state})
    return letters(session, enrolment)


def letters(session: Session, enrolment: Enrolment) -> list[tuple[MessageKind, str]]:
    rows = session.scalars(select(Message).where(Message.user_id == enrolment.jobseeker.user_id).order_by(Message.id))
    return [(one.kind, one.body) for one in rows]


@pytest.mark.parametrize(("language", "said"), [("kk", "тіркеуде болған күндер: 12"), ("ru", "дней на учёте: 12"), ("en", "registered for 12 days")])
def test_a_refusal_names_its_rule_in_the_readers_language(session: Session, cast: Cast, language: str, said: str) -> None:
    found = programmes.eligible(session, cast.measure, cast.officer, programmes.unemployed(session, days=12))
    session.get_one(User, found.jobseeker.user_id).language = language
    ((kind, body),) = told(session, found, "refused")
    assert kind is MessageKind.MEASURE_REFUSED
    assert said in body


def test_an_approved_subsidised_job_asks_the_person_to_sign(session: Session, cast: Cast) -> None:
    found = programmes.approved(session, cast.measure, cast.officer, cast.approver)
    kinds = [kind for kind, _ in told(session, found, "approved")]
    assert kinds == [MessageKind.MEASURE_APPROVED, MessageKind.AGREEMENT_TO_SIGN]


def test_who_is_not_approved_is_told_where_the_reason_stands(session: Session, cast: Cast) -> None:
    found = decline_enrolment(session, cast.approver, programmes.prepared(session, cast.measure, cast.officer), reason="zqsecret")
    ((kind, body),) = told(session, found, "declined")
    assert kind is MessageKind.MEASURE_DECLINED
    assert "zqsecret" not in body


@pytest.mark.parametrize("state", ["eligible", "prepared", "withdrawn"])
def test_steps_that_the_person_knows_or_need_not_know_write_nothing(session: Session, cast: Cast, state: str) -> None:
    assert told(session, programmes.eligible(session, cast.measure, cast.officer), state) == []


def test_a_payment_and_a_check_are_told_once(session: Session, cast: Cast) -> None:
    measure = programmes.measure(session, programmes.MICROCREDIT)
    programmes.allocation(session, measure)
    credit: Credit = businesses.credit(session, measure, cast.officer, (cast.approver, cast.second_approver))
    enrolment, payment = credit.enrolment, session.scalars(select(Payment)).one()
    check = checks_of(session, cast.officer, enrolment)[0]
    for _ in range(2):
        reactions.tell_of_payment(session, {"payment_id": payment.id, "enrolment_id": enrolment.id})
        reactions.tell_of_check(session, {"check_id": check.id, "enrolment_id": enrolment.id})
    assert [kind for kind, _ in letters(session, enrolment)] == [MessageKind.MEASURE_PAID, MessageKind.CHECK_DUE]
    assert "1\u202f200\u202f000" in letters(session, enrolment)[0][1]


def test_a_check_that_was_made_meanwhile_is_not_announced(session: Session, cast: Cast) -> None:
    measure = programmes.measure(session, programmes.MICROCREDIT)
    programmes.allocation(session, measure)
    credit = businesses.credit(session, measure, cast.officer, (cast.approver, cast.second_approver))
    check = checks_of(session, cast.officer, credit.enrolment)[0]
    check.checked_on, check.is_met = clock.today(), True
    session.flush()
    reactions.tell_of_check(session, {"check_id": check.id, "enrolment_id": credit.enrolment_id})
    assert letters(session, credit.enrolment) == []


def test_who_had_to_do_with_a_measure_that_is_left_is_told_once(session: Session, cast: Cast) -> None:
    found = programmes.approved(session, cast.measure, cast.officer, cast.approver, starts_on=clock.today() + timedelta(days=1))
    case(session, cast.officer, person=found.jobseeker)
    asked = ask_transfer(session, cast.officer, found.jobseeker, to_region="KZ-75", reason=TransferReason.MOVED)
    accept_transfer(session, cast.stranger, asked, lead=session.get_one(User, cast.stranger.user_id))
    for _ in range(2):
        reactions.tell_of_what_is_left(session, {"enrolment_id": found.id, "transfer_id": asked.id, "is_withdrawn": True})
    said = {one.user_id: (one.kind, one.path) for one in session.scalars(select(Message))}
    assert said[found.jobseeker.user_id] == (MessageKind.MEASURE_LEFT_BEHIND, f"/en/jobseeker/measures/{found.public_id}")
    assert said[cast.officer.user_id] == (MessageKind.PLACE_FREED, f"/en/office/enrolments/{found.public_id}")
    assert said[cast.stranger.user_id][0] is MessageKind.PLACE_FREED
    assert session.scalar(select(func.count()).select_from(Message)) == 3
    assert not any(found.jobseeker.family_name in one.body for one in session.scalars(select(Message)))


def test_its_officer_is_asked_whether_it_has_begun(session: Session, cast: Cast) -> None:
    found = programmes.approved(session, cast.measure, cast.officer, cast.approver)
    asked = ask_transfer(session, cast.officer, found.jobseeker, to_region="KZ-75", reason=TransferReason.MOVED)
    accept_transfer(session, cast.stranger, asked, lead=session.get_one(User, cast.stranger.user_id))
    reactions.tell_of_what_is_left(session, {"enrolment_id": found.id, "transfer_id": asked.id, "is_withdrawn": False})
    (letter,) = session.scalars(select(Message))
    assert (letter.kind, letter.user_id) == (MessageKind.BEGINNING_UNKNOWN, cast.officer.user_id)
