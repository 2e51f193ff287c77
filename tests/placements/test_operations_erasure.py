"""Erasing a person empties the words that applications and offers hold about them."""

from sqlalchemy.orm import Session

from labour_exchange.placements.operations.erasure import forget_words
from tests.factories.placements import application, hiring_employer, open_vacancy


def test_words_of_an_erased_person_are_emptied_and_the_fact_stays(session: Session) -> None:
    made = application(session, open_vacancy(session, hiring_employer(session)[0]), note="My story")
    other = application(session, open_vacancy(session, hiring_employer(session)[0]), note="Another story")
    forget_words(session, {"jobseeker_id": made.jobseeker_id})
    session.expire_all()
    assert (made.note, made.answer_note) == ("", "")
    assert other.note == "Another story"
