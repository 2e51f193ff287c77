"""Documents hold what an advertisement and a shared profile say of work, and nothing that says who a person is."""

from dataclasses import replace
from datetime import timedelta

import pytest

from labour_exchange.discovery.documents import profile_document, shown_answer_rate, vacancy_document
from labour_exchange.discovery.rows import read_documents
from labour_exchange.foundation import clock
from labour_exchange.foundation.database import ExchangeSession
from labour_exchange.jobseekers.models import WorkHistory
from search.analysis.words import readings
from search.documents import content_hash, to_json
from tests.factories import employers, jobseekers, vacancies


def terms_of(document: object) -> set[str]:
    return {term for name, value in to_json(document).items() if name.endswith("_terms") for term in value}  # type: ignore[arg-type]


def test_a_vacancy_is_found_by_its_words_and_its_employer(session: ExchangeSession) -> None:
    by = employers.answering(session, name="«Сарыарқа Металл» ЖШС", due=20, answered=19)
    made = vacancies.published(
        session,
        by=by,
        title="Сварщик аргонщик",
        description="Сварка труб из нержавеющей стали.",
        language="ru",
        occupation_code="7212",
        occupation_codes=["7212"],
    )
    document = vacancy_document(made, by)
    assert set(readings("сварщик")) & set(document.title_terms)
    assert set(readings("стали")) & set(document.body_terms)
    assert set(readings("металл")) & set(document.employer_terms)
    assert document.occupations[0] == "7212"
    assert (document.employer, document.answer_rate, document.version) == (by.public_id, 0.9, made.document_version)


def test_an_occupation_is_recognised_where_none_was_chosen(session: ExchangeSession) -> None:
    made = vacancies.published(session, title="Главный бухгалтер", language="ru", occupation_code=None, occupation_codes=[])
    assert vacancy_document(made, None).occupations[:1] == ("2411",)
    vague = vacancies.published(
        session, title="Ищем человека в команду", description="Работа водителем такси.", language="ru", occupation_code=None, occupation_codes=[]
    )
    assert "8322" in vacancy_document(vague, None).occupations


def test_contacts_of_an_advertisement_stay_out(session: ExchangeSession) -> None:
    made = vacancies.published(
        session,
        description="Call +7 (701) 555-44-33 or write to boss@example.kz, see https://example.kz/jobs and t.me/invented. Salary 300000.",
        requirements="87015554433",
        contact_name="Qwertyname",
        contact_phone="+77015554433",
    )
    written = " ".join(terms_of(vacancy_document(made, made.employer)))
    for secret in ("555", "4433", "boss", "example", "invented", "qwertyname"):
        assert secret not in written
    assert "300000" in written


def test_a_profile_holds_nothing_of_the_person(session: ExchangeSession) -> None:
    person = jobseekers.jobseeker(session, family_name="Вымыслова", given_name="Айсұлу", patronymic="Ойданқызы", phone="+77015550011")
    jobseekers.with_profile(
        session,
        person=person,
        headline="Электрик Вымыслова",
        summary="Меня зовут Айсұлу Ойданқызы, звоните +7 701 555 00 11, aisulu@example.kz. Монтаж проводки.",
        language="ru",
    )
    document = profile_document(person.profile)
    everything = str(to_json(document)).casefold()
    for secret in ("вымыслов", "айсұлу", "ойданқызы", "7015550011", "555", "aisulu", "invented works", str(person.iin), person.public_id, "1990"):
        assert secret.casefold() not in everything, secret
    assert set(readings("проводки")) & set(document.body_terms)
    assert document.public_id == person.profile.public_id
    assert document.occupations == ("7411",)
    assert document.experience_years == 5
    assert document.languages == ("kk", "ru")


def test_rows_read_in_batches_make_the_same_documents(session: ExchangeSession) -> None:
    made = vacancies.published(session, by=employers.answering(session), skills_required=["ms-excel"], licences=["driving-b"], experience="year_1_3")
    person = jobseekers.open_to_employers(session)
    person.profile.work_history.append(WorkHistory(title="Welder", occupation_code="7212", duties="Arc welding", started_on=clock.today()))
    session.flush()
    session.refresh(person.profile)
    for kind, expected in (("vacancies", vacancy_document(made, made.employer)), ("profiles", profile_document(person.profile))):
        documents, hidden = read_documents(session.connection(), kind, [expected.public_id])
        assert documents == [expected]
        assert hidden == {}


@pytest.mark.parametrize("situation", ["draft", "submitted", "expired"])
def test_what_is_not_public_is_hidden(session: ExchangeSession, situation: str) -> None:
    made = getattr(vacancies, {"draft": "vacancy"}.get(situation, situation))(session)
    assert read_documents(session.connection(), "vacancies", [made.public_id]) == ([], {made.public_id: made.document_version})


def test_profiles_that_nobody_may_read_are_hidden(session: ExchangeSession) -> None:
    closed = jobseekers.with_profile(session, audience="nobody").profile
    inactive = jobseekers.with_profile(session, is_active=False).profile
    documents, hidden = read_documents(session.connection(), "profiles", [closed.public_id, inactive.public_id])
    assert documents == []
    assert set(hidden) == {closed.public_id, inactive.public_id}


def test_the_answer_rate_is_as_fine_as_its_trigger(session: ExchangeSession) -> None:
    assert [shown_answer_rate(due, answered) for due, answered in ((0, 0), (4, 4), (5, 5), (20, 19), (100, 79))] == [None, None, 1.0, 0.9, 0.7]


def test_the_hash_knows_content_and_not_the_version(session: ExchangeSession) -> None:
    document = vacancy_document(vacancies.published(session), None)
    assert content_hash(replace(document, version=99)) == content_hash(document)
    assert content_hash(replace(document, published_at=document.published_at + timedelta(seconds=1))) != content_hash(document)
