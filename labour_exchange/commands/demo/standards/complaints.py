"""The demo's complaints: closed ones in finished quarters, so that the figures show something, and one at each point of its way now."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from random import Random

from sqlalchemy import select
from sqlalchemy.orm import Session

from labour_exchange.accounts.models import User
from labour_exchange.commands.demo.accounts import DOMAIN, ELSEWHERE, HOME
from labour_exchange.commands.demo.standards import wording
from labour_exchange.foundation import clock
from labour_exchange.foundation.access import ActorKind, system_actor
from labour_exchange.foundation.lifecycle.moves import Transition
from labour_exchange.jobseekers.models import Jobseeker
from labour_exchange.offices.models import Office, StaffMember
from labour_exchange.standards.models import Commitment, ComplaintAnswer, ServiceComplaint
from labour_exchange.standards.queries.complaints import version_promised
from labour_exchange.standards.rules import complaints as rules
from labour_exchange.standards.rules import promises
from labour_exchange.standards.states import COMPLAINT_LIFECYCLE, CommitmentState, ComplaintChannel, ComplaintState, Finding, Instance, Remedy

TELLER = system_actor("demo")
DAY = timedelta(days=1)
CLOSED_EACH = 9
"""In each of the last two finished quarters, at an office where the demo has staff."""
ENDED = (CommitmentState.KEPT, CommitmentState.BREACHED)


def fill_complaints(session: Session, chance: Random) -> None:
    """Written as rows, without events: nobody gets a letter about last year."""
    quarter = promises.quarter_of(clock.today())
    for region_code in (HOME, ELSEWHERE):
        answering = _staff(session, region_code)
        if answering is None:
            continue
        closing = quarter
        for _back in range(2):
            closing = promises.quarter_before(closing)
            # The answer is due three weeks after the service, and counts in the quarter of that day.
            for number, one in enumerate(_services(session, region_code, closing, closing + 60 * DAY, CLOSED_EACH)):
                made = _filed(session, chance, one, number, (one.done_on or one.due_on) + DAY * chance.randint(1, 4))
                _answered(session, made, number, answering, made.filed_on + DAY * chance.choice((2, 5, 9, 12, 16, 30)))
    _open_ones(session, chance)


def _open_ones(session: Session, chance: Random) -> None:
    """At the demo's own office: with the ministry, decided by it, answered, late, and new; the newest is that of the person who can sign in."""
    answering, analyst = _staff(session, HOME), session.scalar(select(User.id).where(User.email == f"analyst@{DOMAIN}"))
    if answering is None or analyst is None:
        return
    today = clock.today()
    services = _services(session, HOME, today - 80 * DAY, today - 35 * DAY, 4)
    for number, one in enumerate(services):
        made = _filed(session, chance, one, number + 1, min((one.done_on or one.due_on) + DAY, today - 30 * DAY))
        if number < 3:
            _answered(session, made, number + 1, answering, made.filed_on + 10 * DAY)
        if number < 2:
            made.escalation, made.escalated_on, made.state = wording.FURTHER, today - 8 * DAY, ComplaintState.ESCALATED
            made.due_on = rules.answer_due_on(made.escalated_on, 15)
            _log(session, made, "escalate", ComplaintState.ANSWERED, made.escalated_on)
        if number == 0:
            made.state = ComplaintState.DECIDED
            _answer(session, made, Instance.MINISTRY, Finding.JUSTIFIED, wording.DECIDED, analyst, today - 2 * DAY)
            _log(session, made, "decide", ComplaintState.ESCALATED, today - 2 * DAY)
    own = select(Jobseeker.id).join(User, User.id == Jobseeker.user_id).where(User.email == f"jobseeker@{DOMAIN}")
    fresh = _services(session, HOME, today - 85 * DAY, today, 1, jobseeker_id=session.scalar(own)) or _services(
        session, HOME, today - 30 * DAY, today, 1
    )
    for one in fresh:
        _filed(session, chance, one, 1, today - DAY)
    session.flush()


def _services(session: Session, region_code: str, since: date, until: date, most: int, *, jobseeker_id: int | None = None) -> Sequence[Commitment]:
    """Ended promises to people of the region, due within these days, that nobody has complained about; broken ones first."""
    taken = select(ServiceComplaint.id).where(ServiceComplaint.commitment_id == Commitment.id).exists()
    wanted = select(Commitment).where(
        Commitment.region_code == region_code, Commitment.state.in_(ENDED), ~taken, Commitment.jobseeker_id.is_not(None)
    )
    wanted = wanted.where(Commitment.due_on >= since, Commitment.due_on < until)
    if jobseeker_id is not None:
        wanted = wanted.where(Commitment.jobseeker_id == jobseeker_id)
    return session.scalars(wanted.order_by(Commitment.state, Commitment.id).limit(most)).all()


def _filed(session: Session, chance: Random, service: Commitment, number: int, filed_on: date) -> ServiceComplaint:
    version = version_promised(session, service)
    language, remedy, text, _finding, _answer = wording.COMPLAINTS[number % len(wording.COMPLAINTS)]
    if version is None:
        raise LookupError("the demo's promises begin under the demo's versions")
    due = rules.answer_due_on(filed_on, version.complaint_days)
    made = ServiceComplaint(
        commitment_id=service.id,
        version_id=version.id,
        paragraph=chance.choice((0, 0, 1)),
        jobseeker_id=service.jobseeker_id,
        office_id=service.office_id,
        region_code=service.region_code,
        language=language,
        text=text,
        remedy=Remedy(remedy),
        named_ids=[],
        channel=ComplaintChannel.LETTER,
        state=ComplaintState.FILED,
        filed_on=filed_on,
        first_due_on=due,
        due_on=due,
        is_demo=True,
    )
    session.add(made)
    session.flush()
    _log(session, made, "file", None, filed_on)
    return made


def _answered(session: Session, made: ServiceComplaint, number: int, answering: int, day: date) -> None:
    finding, answer = wording.COMPLAINTS[number % len(wording.COMPLAINTS)][3:]
    made.state = ComplaintState.ANSWERED
    _answer(session, made, Instance.OFFICE, Finding(finding), answer, answering, day)
    _log(session, made, "answer", ComplaintState.FILED, day)


def _answer(session: Session, made: ServiceComplaint, instance: Instance, finding: Finding, text: str, by: int, day: date) -> None:
    found = {"instance": instance, "finding": finding, "text": text, "answered_by_id": by}
    session.add(ComplaintAnswer(complaint_id=made.id, answered_on=day, **found))
    session.flush()


def _log(session: Session, made: ServiceComplaint, action: str, before: ComplaintState | None, day: date) -> None:
    moved_at = datetime.combine(day, time(12), clock.COUNTRY_ZONE)
    facts = {"subject_kind": COMPLAINT_LIFECYCLE.name, "subject_id": made.id, "action": action, "actor_label": TELLER.label}
    session.add(Transition(from_state=str(before or ""), to_state=str(made.state), moved_at=moved_at, **facts))


def _staff(session: Session, region_code: str) -> int | None:
    """An officer of the region who can sign in."""
    wanted = select(StaffMember.user_id).join(Office, Office.id == StaffMember.office_id).join(User, User.id == StaffMember.user_id)
    return session.scalar(wanted.where(Office.region_code == region_code, User.kind == ActorKind.OFFICE).order_by(StaffMember.id).limit(1))
