"""Whole imports against the database: what is published, linked, rewritten, withdrawn, refused; and the same file again."""

import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import func, select

from labour_exchange.commands.vacancies import vacancies
from labour_exchange.employers.models import Employer
from labour_exchange.employers.states import EmployerState
from labour_exchange.foundation import clock
from labour_exchange.foundation.access import system_actor
from labour_exchange.foundation.database import ExchangeSession
from labour_exchange.foundation.events import RecordedEvent
from labour_exchange.foundation.lifecycle.moves import history
from labour_exchange.vacancies.models import AdvertisementSource, Vacancy
from labour_exchange.vacancies.operations import expire_vacancies
from labour_exchange.vacancies.states import RejectionCode, VacancyState
from tests.factories.employers import employer

REAL = Path(__file__).resolve().parents[3] / "shared" / "data"
Import = Callable[..., tuple[dict[str, Any], list[dict[str, Any]]]]
BREAD = "Замес теста, выпечка хлеба и булочек, работа с печью, порядок в цехе, приём муки и учёт продуктов"


def advertisement(number: int, **changes: object) -> dict[str, object]:
    given = {
        "external_id": f"a{number}",
        "title": "Пекарь",
        "description": f"{BREAD}. Участок {number}",
        "employer_id": "9",
        "employer_name": "Жаңа нан",
        "place": f"Астана, Мира, {number}",
        "pay_from": 250_000,
    }
    return given | changes


@pytest.fixture
def bring(app: Flask, session: ExchangeSession, tmp_path: Path) -> Import:
    """Import rows (or a file) by the command, and read its answer and its receipts."""

    def run(rows: list[Any] | Path, *options: str) -> tuple[dict[str, Any], list[dict[str, Any]]]:
        file = rows if isinstance(rows, Path) else tmp_path / "rows.ndjson"
        if isinstance(rows, list):
            file.write_text("\n".join(row if isinstance(row, str) else json.dumps(row) for row in rows), encoding="utf-8")
        options = options if "--source" in options else ("--source", "site", *options)
        result = app.test_cli_runner().invoke(vacancies, ["import", str(file), *options, "--json"], catch_exceptions=False)
        assert result.exit_code == 0, result.output
        answer = json.loads(result.output)
        receipts = [json.loads(line) for line in Path(answer["receipts"]).read_text(encoding="utf-8").splitlines()]
        session.expire_all()
        return answer, receipts

    return run


def counts(answer: dict[str, Any]) -> tuple[int, ...]:
    return tuple(answer[name] for name in ("created", "updated", "unchanged", "duplicates", "rejected"))


def stored(session: ExchangeSession, external_id: str) -> Vacancy:
    return session.scalars(select(Vacancy).where(Vacancy.external_id == external_id)).one()


def test_an_advertisement_is_published_with_what_its_words_say(bring: Import, session: ExchangeSession) -> None:
    answer, receipts = bring([advertisement(1, requirements="Опыт от 3 лет, права категории B")])
    made = stored(session, "a1")
    assert counts(answer) == (1, 0, 0, 0, 0)
    assert receipts == [{"row": 1, "external_id": "a1", "outcome": "created", "public_id": made.public_id}]
    assert (made.state, made.occupation_code, made.region_code, made.language) == (VacancyState.PUBLISHED, "7512", "KZ-71", "ru")
    assert (made.experience, made.licences, made.pay_from) == ("year_3_6", ["driving-b"], 250_000)
    assert made.apply_by_on == clock.today() + timedelta(days=30)
    assert made.checked_at is None
    assert made.employer is not None
    assert (made.employer.state, made.employer.bin, made.employer.source) == (EmployerState.UNCLAIMED, None, "site")
    assert [move.action for move in history(session, "vacancy", made.id)] == ["publish"]
    assert session.get(AdvertisementSource, "site") is not None
    event = session.scalars(select(RecordedEvent).where(RecordedEvent.kind == "vacancies_imported")).one()
    assert event.facts == {"source_name": "site", "vacancy_ids": [made.id]}


def test_the_same_file_again_changes_nothing(bring: Import, session: ExchangeSession) -> None:
    rows = [advertisement(number) for number in range(1, 6)] + [advertisement(6, place="Астана, Мира, 1", description=f"{BREAD}. Участок 1")]
    first, _ = bring(rows)
    before = {row.public_id: (row.version, row.document_version) for row in session.scalars(select(Vacancy))}
    events = session.scalar(select(func.count()).select_from(RecordedEvent))
    second, receipts = bring(rows)
    assert counts(first) == (5, 0, 0, 1, 0)
    assert counts(second) == (0, 0, 6, 0, 0)
    assert {receipt["outcome"] for receipt in receipts} == {"unchanged"}
    assert {row.public_id: (row.version, row.document_version) for row in session.scalars(select(Vacancy))} == before
    assert session.scalar(select(func.count()).select_from(RecordedEvent)) == events
    assert session.scalar(select(func.count()).select_from(Employer)) == 1


def test_a_changed_row_is_rewritten_and_to_be_checked_again(bring: Import, session: ExchangeSession) -> None:
    bring([advertisement(1), advertisement(2)])
    made = stored(session, "a1")
    made.checked_at = clock.now()
    session.commit()
    with clock.hold(clock.now() + timedelta(days=10)):
        answer, _ = bring([advertisement(1, pay_from=300_000, employer_name="Жаңа нан ЖШС"), advertisement(2)])
    changed = stored(session, "a1")
    assert counts(answer) == (0, 1, 1, 0, 0)
    assert (changed.pay_from, changed.checked_at, changed.state) == (300_000, None, VacancyState.PUBLISHED)
    assert changed.apply_by_on == clock.today() + timedelta(days=30)
    assert changed.employer is not None
    assert changed.employer.name == "Жаңа нан ЖШС"


def test_the_same_job_on_two_sites_is_published_once(bring: Import, session: ExchangeSession) -> None:
    bring([advertisement(1)])
    answer, receipts = bring([advertisement(1, external_id="z", employer_id="other", place="г. Астана, ул. Мира 1")], "--source", "second site")
    repeat, original = stored(session, "z"), stored(session, "a1")
    assert counts(answer) == (0, 0, 0, 1, 0)
    assert receipts[0]["duplicate_of"] == original.public_id
    assert (repeat.state, repeat.rejection_code, repeat.duplicate_of_id) == (VacancyState.REJECTED, RejectionCode.DUPLICATE, original.id)
    assert repeat.published_at is None


def test_a_bad_row_says_why_and_the_others_are_taken(bring: Import, session: ExchangeSession) -> None:
    rows = [
        advertisement(1),
        "{broken",
        advertisement(2, title=""),
        advertisement(1),
        advertisement(3, pay_from="x"),
        advertisement(4, is_closed=True),
    ]
    answer, receipts = bring([*rows, advertisement(5)], "--language", "kk")
    assert counts(answer) == (2, 0, 0, 0, 5)
    assert [receipt.get("code") for receipt in receipts] == [
        None,
        "not_json",
        "title_missing",
        "repeated_in_file",
        "not_a_number",
        "closed_at_source",
        None,
    ]
    assert receipts[4]["field"] == "pay_from"
    assert receipts[4]["reason"] == "Бүтін сан болуы керек: x"
    assert receipts[2]["external_id"] == "a2"


def test_what_its_source_closes_is_withdrawn_and_comes_back(bring: Import, session: ExchangeSession) -> None:
    bring([advertisement(1)])
    closed, _ = bring([advertisement(1, is_closed=True)])
    assert stored(session, "a1").state is VacancyState.WITHDRAWN
    again, _ = bring([advertisement(1, is_closed=True)])
    back, _ = bring([advertisement(1)])
    assert (counts(closed), counts(again), counts(back)) == ((0, 1, 0, 0, 0), (0, 0, 1, 0, 0), (0, 1, 0, 0, 0))
    made = stored(session, "a1")
    assert (made.state, made.closed_at) == (VacancyState.PUBLISHED, None)
    assert [move.action for move in history(session, "vacancy", made.id)] == ["publish", "withdraw", "renew"]


def test_it_expires_after_thirty_days_and_an_import_does_not_open_it_again(bring: Import, session: ExchangeSession) -> None:
    bring([advertisement(1)])
    with clock.hold(datetime.now(UTC) + timedelta(days=32)):
        expire_vacancies(session, system_actor("test"))
        session.commit()
        answer, _ = bring([advertisement(1)])
    assert counts(answer) == (0, 0, 1, 0, 0)
    assert stored(session, "a1").state is VacancyState.EXPIRED


def test_a_bin_leads_to_the_registered_employer(bring: Import, session: ExchangeSession) -> None:
    registered = employer(session)
    bring([advertisement(1, employer_id="", employer_bin=registered.bin), advertisement(2, employer_id="", employer_name="", place="Ривендел")])
    assert stored(session, "a1").employer_id == registered.id
    other = stored(session, "a2")
    assert (other.employer_id, other.region_code, other.place_text, other.state) == (None, None, "Ривендел", VacancyState.PUBLISHED)


def test_an_unclaimed_employer_takes_its_new_name_and_a_claimed_one_keeps_its_own(bring: Import, session: ExchangeSession) -> None:
    bring([advertisement(1), advertisement(2, employer_id="8", employer_name="Дәмді")])
    unclaimed_id, claimed_id = stored(session, "a1").employer_id, stored(session, "a2").employer_id
    claimant_id = employer(session).id
    claimed = session.get_one(Employer, claimed_id)
    claimed.state, claimed.claimed_by_id = EmployerState.CLOSED, claimant_id
    session.commit()
    bring([advertisement(3, employer_name="Жаңа нан ЖШС"), advertisement(4, employer_id="8", employer_name="Дәмді нан")])
    assert (stored(session, "a3").employer_id, stored(session, "a4").employer_id) == (unclaimed_id, claimant_id)
    names = {id: session.get_one(Employer, id).name for id in (unclaimed_id, claimed_id)}
    assert names == {unclaimed_id: "Жаңа нан ЖШС", claimed_id: "Дәмді"}
    assert session.scalar(select(func.count()).select_from(Employer).where(Employer.source == "site")) == 2


def test_repeats_are_found_within_a_batch_and_beside_rows_that_are_like_no_other(bring: Import, session: ExchangeSession) -> None:
    answer, receipts = bring([advertisement(1), advertisement(2, title="Кассир"), advertisement(1, external_id="b1")])
    assert counts(answer) == (2, 0, 0, 1, 0)
    assert receipts[2]["duplicate_of"] == stored(session, "a1").public_id


@pytest.mark.skipif(not REAL.is_dir(), reason="the real advertisements lie in ../shared/data, which is not here")
@pytest.mark.parametrize(
    ("file", "options", "rows", "known_occupations"),
    [
        ("hh_astana_2026-03.jsonl", ("--format", "hh"), 698, 0.97),
        ("superjob_2018.jsonl", ("--mapping", str(Path(__file__).with_name("full_advertisements.toml"))), 368, 0.95),
    ],
)
def test_real_advertisements_are_published(
    bring: Import, session: ExchangeSession, file: str, options: tuple[str, ...], rows: int, known_occupations: float
) -> None:
    first, receipts = bring(REAL / file, *options)
    second, _ = bring(REAL / file, *options)
    assert len(receipts) == rows
    assert first["created"] >= 0.97 * rows
    assert counts(second) == (0, 0, rows - second["rejected"], 0, first["rejected"])
    published = list(session.scalars(select(Vacancy).where(Vacancy.state == VacancyState.PUBLISHED)))
    assert len(published) == first["created"]
    assert sum(vacancy.occupation_code is not None for vacancy in published) >= known_occupations * len(published)
    assert not [vacancy for vacancy in published if "<" in vacancy.title + vacancy.requirements and "highlighttext" in vacancy.requirements]
