"""Every change of a row reaches its document, whoever made it and whatever happens in between."""

import threading
import time

import pytest
from flask import Flask
from sqlalchemy import func, select, text, update

from labour_exchange.discovery import synchronisation, upkeep
from labour_exchange.discovery.models import DocumentChange, PendingCopy
from labour_exchange.employers.models import Employer
from labour_exchange.foundation.access import Actor, ActorKind, system_actor
from labour_exchange.foundation.database import ExchangeSession, act_as, db
from labour_exchange.jobseekers.models import WorkHistory
from labour_exchange.vacancies import operations
from labour_exchange.vacancies.models import Vacancy
from search.documents import VacancyDocument
from search.engines.postgres import DOCUMENTS, stored_documents
from tests.factories import employers, jobseekers, vacancies


def document_of(session: ExchangeSession, public_id: str) -> VacancyDocument | None:
    found = list(stored_documents(session.connection(), "vacancies", [public_id]))
    return found[0] if found else None  # type: ignore[return-value]


def waiting(session: ExchangeSession) -> int:
    return session.scalar(select(func.count()).select_from(DocumentChange)) or 0


def test_a_published_vacancy_becomes_a_document(session: ExchangeSession) -> None:
    made = vacancies.published(session)
    assert document_of(session, made.public_id) is None
    assert synchronisation.synchronise(session) > 0
    document = document_of(session, made.public_id)
    assert document is not None
    assert document.version == 1
    assert waiting(session) == 0
    assert synchronisation.synchronise(session) == 0


def test_a_draft_leaves_nothing(session: ExchangeSession) -> None:
    made = vacancies.vacancy(session)
    synchronisation.synchronise(session)
    assert session.scalar(select(func.count()).select_from(DOCUMENTS["vacancies"]).where(DOCUMENTS["vacancies"].c.public_id == made.public_id)) == 0


def test_an_employers_new_name_reaches_its_vacancies(session: ExchangeSession) -> None:
    by = employers.verified(session, name="Old Mill")
    made = vacancies.published(session, by=by)
    synchronisation.synchronise(session)
    by.name = "Steppe Bakery"
    session.flush()
    synchronisation.synchronise(session)
    document = document_of(session, made.public_id)
    assert document is not None
    assert "bakeri" in document.employer_terms
    assert "mill" not in document.employer_terms


@pytest.mark.parametrize(
    ("before", "after", "shown"),
    [((4, 4), (5, 5), 1.0), ((20, 18), (20, 10), 0.5), ((100, 78), (100, 79), 0.7)],
    ids=["fifth", "fewer", "within a tenth"],
)
def test_the_answer_rate_in_a_document_is_that_of_the_employer(
    session: ExchangeSession, before: tuple[int, int], after: tuple[int, int], shown: float
) -> None:
    by = employers.answering(session, due=before[0], answered=before[1])
    made = vacancies.published(session, by=by)
    synchronisation.synchronise(session)
    session.execute(update(Employer).where(Employer.id == by.id).values(applications_due=after[0], applications_answered=after[1]))
    synchronisation.synchronise(session)
    document = document_of(session, made.public_id)
    assert document is not None
    assert document.answer_rate == shown
    assert upkeep.difference(session, "vacancies", deep=True).everything == []


def test_a_closed_vacancy_is_found_no_more(session: ExchangeSession) -> None:
    by = employers.verified(session)
    made = vacancies.published(session, by=by)
    synchronisation.synchronise(session)
    operations.withdraw_vacancy(session, Actor(ActorKind.EMPLOYER, user_id=1, organisation_id=by.id), made, reason="filled elsewhere")
    synchronisation.synchronise(session)
    assert document_of(session, made.public_id) is None
    table = DOCUMENTS["vacancies"]
    assert session.execute(select(table.c.deleted, table.c.document).where(table.c.public_id == made.public_id)).one() == (True, None)


def test_a_deleted_row_takes_its_document_along(session: ExchangeSession) -> None:
    made = vacancies.published(session)
    synchronisation.synchronise(session)
    session.execute(text("DELETE FROM vacancies WHERE id = :id"), {"id": made.id})
    synchronisation.synchronise(session)
    assert document_of(session, made.public_id) is None
    assert upkeep.difference(session, "vacancies").everything == []


def test_a_job_added_to_the_history_reaches_the_profile(session: ExchangeSession) -> None:
    person = jobseekers.open_to_employers(session)
    synchronisation.synchronise(session)
    session.add(WorkHistory(profile_id=person.profile.id, title="Welder", occupation_code="7212", started_on=person.born_on))
    session.flush()
    assert waiting(session) == 1
    synchronisation.synchronise(session)
    (document,) = stored_documents(session.connection(), "profiles", [person.profile.public_id])
    assert "7212" in document.occupations


def test_a_profile_closed_to_everybody_disappears(session: ExchangeSession) -> None:
    person = jobseekers.open_to_employers(session)
    synchronisation.synchronise(session)
    person.profile.audience = "nobody"
    session.flush()
    synchronisation.synchronise(session)
    assert list(stored_documents(session.connection(), "profiles", [person.profile.public_id])) == []


def test_without_elasticsearch_nothing_waits_to_be_copied(session: ExchangeSession) -> None:
    vacancies.published(session)
    synchronisation.synchronise(session)
    assert session.scalar(select(func.count()).select_from(PendingCopy)) == 0


def test_two_workers_share_the_changes(app: Flask, committed: ExchangeSession) -> None:
    made = [vacancies.published(committed) for _ in range(60)]
    committed.commit()
    taken: list[int] = []
    both_claimed = threading.Barrier(2, timeout=20)

    def work() -> None:
        with app.app_context():
            session = db.session()
            act_as(session, system_actor("test"))
            taken.append(synchronisation.synchronise(session, limit=30))
            both_claimed.wait()
            session.commit()
            db.session.remove()

    workers = [threading.Thread(target=work) for _ in range(2)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert taken == [30, 30]
    assert waiting(committed) == 0
    stored = {document.public_id for document in stored_documents(committed.connection(), "vacancies")}
    assert stored == {one.public_id for one in made}


def test_who_changes_a_claimed_row_is_seen_afterwards(app: Flask, committed: ExchangeSession) -> None:
    made = vacancies.published(committed, title="First")
    committed.commit()
    act_as(committed, system_actor("test"))
    assert synchronisation.synchronise(committed) == 1
    done = threading.Event()

    def change() -> None:
        with app.app_context():
            session = db.session()
            act_as(session, system_actor("test"))
            session.execute(update(Vacancy).where(Vacancy.id == made.id).values(title="Second"))
            session.commit()
            db.session.remove()
            done.set()

    writer = threading.Thread(target=change)
    writer.start()
    assert not done.wait(0.3)
    committed.commit()
    assert done.wait(10)
    writer.join()
    assert waiting(committed) == 1
    synchronisation.synchronise(committed)
    committed.commit()
    document = document_of(committed, made.public_id)
    assert document is not None
    assert document.title_terms == ("second",)


def test_a_change_is_seen_soon_and_errors_do_not_end_the_loop(app: Flask, committed: ExchangeSession, monkeypatch: pytest.MonkeyPatch) -> None:
    stop = threading.Event()
    failed: list[int] = []
    render = synchronisation.synchronise

    def failing_once(session: ExchangeSession, limit: int = 500) -> int:
        if not failed:
            failed.append(1)
            raise RuntimeError("a passing fault")
        return render(session, limit)

    monkeypatch.setattr(synchronisation, "synchronise", failing_once)
    keeper = threading.Thread(target=synchronisation.keep_true, args=(app.app_context, stop))
    keeper.start()
    try:
        _until(lambda: bool(failed))
        time.sleep(1.5)
        made = vacancies.published(committed)
        committed.commit()
        begun = time.monotonic()
        _until(lambda: _stored(committed, made.public_id))
        assert time.monotonic() - begun < 2
    finally:
        stop.set()
        keeper.join(timeout=10)
    assert not keeper.is_alive()


def _stored(session: ExchangeSession, public_id: str) -> bool:
    session.rollback()
    return document_of(session, public_id) is not None


def _until(holds: object, seconds: float = 10) -> None:
    until = time.monotonic() + seconds
    while not holds():  # type: ignore[operator]
        assert time.monotonic() < until, "waited too long"
        time.sleep(0.05)
