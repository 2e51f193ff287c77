"""Applications: one for a vacancy, answered or ended, counted."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from labour_exchange.employers.models import Employer
from labour_exchange.employers.states import EmployerState
from labour_exchange.foundation import clock
from labour_exchange.foundation.access import Actor
from labour_exchange.foundation.errors import Conflict, InvalidInput, NotFound
from labour_exchange.foundation.events import RecordedEvent
from labour_exchange.foundation.lifecycle.moves import history
from labour_exchange.placements.models import JobApplication
from labour_exchange.placements.operations import applications, closing, follow_up
from labour_exchange.placements.queries import approaches
from labour_exchange.placements.states import ApplicationState
from labour_exchange.vacancies.models import Vacancy
from labour_exchange.vacancies.operations import withdraw_vacancy
from labour_exchange.vacancies.states import VacancyState
from tests.factories.jobseekers import actor_of, jobseeker
from tests.factories.placements import application, hiring_employer, open_vacancy
from tests.placements.conftest import Cast


def events(session: Session, kind: str) -> list[dict[str, object]]:
    return list(session.scalars(select(RecordedEvent.facts).where(RecordedEvent.kind == kind).order_by(RecordedEvent.id)))


def counters(session: Session, employer: Employer) -> tuple[int, int]:
    found = session.execute(select(Employer.applications_due, Employer.applications_answered).where(Employer.id == employer.id)).one()
    return found.applications_due, found.applications_answered


def test_applying_stores_counts_and_announces(session: Session, cast: Cast) -> None:
    made = applications.apply(session, cast.person, cast.vacancy, note="  I wire halls.  ")
    assert (made.note, made.state, made.employer_id, made.region_code) == ("I wire halls.", ApplicationState.SENT, cast.employer.id, "KZ-71")
    assert session.scalar(select(Vacancy.applications).where(Vacancy.id == cast.vacancy.id)) == 1
    assert events(session, "application_sent") == [{"application_id": made.id}]
    assert approaches.application_for_vacancy(session, cast.person, cast.vacancy.id) is made


def test_a_person_applies_once(session: Session, cast: Cast) -> None:
    applications.withdraw(session, cast.person, application(session, cast.vacancy, cast.jobseeker))
    with pytest.raises(Conflict) as refused:
        applications.apply(session, cast.person, cast.vacancy, note="")
    assert refused.value.code == "already_applied"
    assert session.scalar(select(Vacancy.applications).where(Vacancy.id == cast.vacancy.id)) == 1


@pytest.mark.parametrize(
    ("facts", "code"),
    [
        ({"state": VacancyState.SUSPENDED}, "vacancy_not_open_now"),
        ({"posts_filled": 2}, "vacancy_not_open_now"),
        ({"apply_by_on": date(2020, 1, 1)}, "vacancy_not_open_now"),
        ({"employer_id": None}, "nobody_answers"),
    ],
)
def test_only_open_vacancies_take_applications(session: Session, cast: Cast, facts: dict[str, object], code: str) -> None:
    for name, value in facts.items():
        setattr(cast.vacancy, name, value)
    session.flush()
    session.refresh(cast.vacancy)
    with pytest.raises(Conflict) as refused:
        applications.apply(session, cast.person, cast.vacancy, note="")
    assert refused.value.code == code


def test_unclaimed_employers_answer_nobody(session: Session, cast: Cast) -> None:
    cast.employer.state = EmployerState.UNCLAIMED
    with pytest.raises(Conflict, match="nobody_answers"):
        applications.apply(session, cast.person, cast.vacancy, note="")


def test_long_notes_are_refused(session: Session, cast: Cast) -> None:
    with pytest.raises(InvalidInput):
        applications.apply(session, cast.person, cast.vacancy, note="x" * 2001)


def test_seeing_is_noted_once_and_is_not_an_answer(session: Session, cast: Cast) -> None:
    made = application(session, cast.vacancy, cast.jobseeker)
    applications.see(session, cast.hirer, made)
    applications.see(session, cast.hirer, made)
    assert made.state is ApplicationState.SEEN
    assert [move.action for move in history(session, "application", made.id)] == ["send", "see"]
    assert counters(session, cast.employer) == (0, 0)


def test_answers_are_counted_once(session: Session, cast: Cast) -> None:
    made = application(session, cast.vacancy, cast.jobseeker)
    applications.invite_to_interview(session, cast.hirer, made, note="Tuesday at ten")
    applications.decline(session, cast.hirer, made, note="Somebody lives nearer")
    assert (made.state, made.answer_note) == (ApplicationState.DECLINED, "Somebody lives nearer")
    assert counters(session, cast.employer) == (1, 1)
    assert [fact["state"] for fact in events(session, "application_answered")] == ["interview", "declined"]
    with pytest.raises(Conflict):
        applications.invite_to_interview(session, cast.hirer, made, note="Wednesday")


def test_declining_needs_a_reason(session: Session, cast: Cast) -> None:
    with pytest.raises(InvalidInput):
        applications.decline(session, cast.hirer, application(session, cast.vacancy, cast.jobseeker), note=" ")


def test_silence_is_reminded_and_then_ends(session: Session, cast: Cast) -> None:
    made = application(session, cast.vacancy, cast.jobseeker)
    sent = made.created_at
    for days, reminders in ((6, 0), (7, 1), (8, 1), (14, 2), (29, 2)):
        with clock.hold(sent + timedelta(days=days)):
            follow_up.follow_up_applications(session)
        assert made.reminders == reminders
    assert [fact["reminder"] for fact in events(session, "application_reminded")] == [1, 2]
    with clock.hold(sent + timedelta(days=30)):
        assert follow_up.follow_up_applications(session) == 1
        assert follow_up.follow_up_applications(session) == 0
    assert made.state is ApplicationState.UNANSWERED
    assert counters(session, cast.employer) == (1, 0)


def test_answered_applications_are_left_alone(session: Session, cast: Cast) -> None:
    made = application(session, cast.vacancy, cast.jobseeker)
    applications.invite_to_interview(session, cast.hirer, made, note="Tuesday at ten")
    with clock.hold(made.created_at + timedelta(days=40)):
        assert follow_up.follow_up_applications(session) == 0


def test_a_closed_vacancy_closes_what_waits_for_it(session: Session, cast: Cast) -> None:
    made, declined = application(session, cast.vacancy, cast.jobseeker), application(session, cast.vacancy)
    applications.decline(session, cast.hirer, declined, note="No licence")
    closing.close_applications_of_vacancy(session, {"vacancy_id": cast.vacancy.id})
    assert made.state is ApplicationState.SENT
    withdraw_vacancy(session, cast.hirer, cast.vacancy, reason="no money")
    closing.close_applications_of_vacancy(session, {"vacancy_id": cast.vacancy.id})
    assert (made.state, declined.state) == (ApplicationState.VACANCY_CLOSED, ApplicationState.DECLINED)
    assert events(session, "application_closed") == [{"application_id": made.id, "state": "vacancy_closed"}]
    closing.close_applications_of_vacancy(session, {"vacancy_id": cast.vacancy.id})
    assert len(events(session, "application_closed")) == 1


Act = Callable[[Session, Actor, JobApplication], object]
ACTS: dict[str, Act] = {
    "see": applications.see,
    "interview": lambda session, actor, made: applications.invite_to_interview(session, actor, made, note="Tuesday"),
    "decline": lambda session, actor, made: applications.decline(session, actor, made, note="No"),
    "withdraw": applications.withdraw,
}


@pytest.mark.parametrize("act", ACTS)
@pytest.mark.parametrize("who", ["other person", "other employer", "office", "the wrong side"])
def test_nobody_else_acts_on_an_application(session: Session, cast: Cast, act: str, who: str) -> None:
    made = application(session, cast.vacancy, cast.jobseeker)
    wrong_side = cast.hirer if act == "withdraw" else cast.person
    actor = {
        "other person": actor_of(jobseeker(session)),
        "other employer": hiring_employer(session)[1],
        "office": cast.officer,
        "the wrong side": wrong_side,
    }[who]
    with pytest.raises(NotFound):
        ACTS[act](session, actor, made)
    assert made.state is ApplicationState.SENT


def test_employers_and_officers_do_not_apply(session: Session, cast: Cast) -> None:
    for actor in (cast.hirer, cast.officer):
        with pytest.raises(NotFound):
            applications.apply(session, actor, cast.vacancy, note="")


def test_queue_has_the_longest_waiting_first_and_counts(session: Session, cast: Cast) -> None:
    first, second = application(session, cast.vacancy, cast.jobseeker), application(session, cast.vacancy)
    other = application(session, open_vacancy(session, cast.employer), cast.jobseeker)
    stranger, _ = hiring_employer(session)
    application(session, open_vacancy(session, stranger), cast.jobseeker)
    queue = approaches.applications_to_answer(cast.hirer).order_by(JobApplication.created_at, JobApplication.id)
    assert list(session.scalars(queue)) == [first, second, other]
    assert list(session.scalars(approaches.applications_to_answer(cast.hirer, vacancy_id=cast.vacancy.id))) == [first, second]
    applications.invite_to_interview(session, cast.hirer, second, note="Tuesday")
    counts = approaches.application_counts(session, cast.hirer, vacancy_id=cast.vacancy.id)
    assert (counts.waiting, counts.interview, counts.total) == (1, 1, 2)
