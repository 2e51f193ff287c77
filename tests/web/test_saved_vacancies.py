"""Vacancies saved in the reader's own browser: saved, listed, taken off, counted without a person; nothing is kept of who."""

from dataclasses import dataclass

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import delete, select

from labour_exchange.discovery import engines
from labour_exchange.discovery.use.counters import counters
from labour_exchange.discovery.use.models import VacancyUse
from labour_exchange.discovery.use.queries import use_of_vacancies
from labour_exchange.foundation.database import ExchangeSession
from labour_exchange.vacancies.models import Vacancy
from labour_exchange.vacancies.states import VacancyState
from labour_exchange.web.public.reading.saved import SAVED
from tests.factories import vacancies

BROWSER = {"User-Agent": "Mozilla/5.0 (X11; Linux x86_64) Firefox/130.0"}


@dataclass(frozen=True)
class Shelf:
    session: ExchangeSession
    client: FlaskClient
    cook: Vacancy
    baker: Vacancy

    def save(self, vacancy: Vacancy, keep: str = "", **headers: str) -> int:
        return self.client.post(f"/ru/vacancies/{vacancy.public_id}/saved", data={"keep": keep}, headers=BROWSER | headers).status_code

    def listed(self) -> str:
        return self.client.get("/ru/vacancies/saved", headers=BROWSER).get_data(as_text=True)

    def counted(self) -> dict[int, int]:
        counters.flush()
        self.session.expire_all()
        return {row.vacancy_id: row.saves for row in self.session.scalars(select(VacancyUse)) if row.saves}


@pytest.fixture
def shelf(app: Flask, committed: ExchangeSession) -> Shelf:
    counters.flush()
    committed.execute(delete(VacancyUse))  # What other tests saved is none of this one's.
    cook, baker = (vacancies.published(committed, title=title, language="ru") for title in ("Повар столовой", "Пекарь ночной"))
    committed.commit()
    engines.configure(app.config["SETTINGS"])
    return Shelf(committed, app.test_client(), cook, baker)


def test_what_is_saved_is_listed_until_it_is_taken_off(shelf: Shelf) -> None:
    assert "Здесь ничего не сохранено" in shelf.listed()
    assert (shelf.save(shelf.cook), shelf.save(shelf.baker)) == (303, 303)
    page = shelf.listed()
    assert page.index("Пекарь ночной") < page.index("Повар столовой")
    assert "Сохранено. Убрать из списка" in shelf.client.get(f"/ru/vacancies/{shelf.cook.public_id}").get_data(as_text=True)
    assert shelf.save(shelf.cook, keep="no") == 303
    assert "Повар столовой" not in shelf.listed()
    shelf.client.post("/ru/vacancies/saved/clear")
    assert "Пекарь ночной" not in shelf.listed()


def test_saves_are_counted_once_a_list_and_not_for_programs(shelf: Shelf) -> None:
    for _ in range(3):
        shelf.save(shelf.cook)
    shelf.save(shelf.baker, **{"User-Agent": "curl/8.0"})
    assert shelf.counted() == {shelf.cook.id: 1}
    assert use_of_vacancies(shelf.session, [shelf.cook.id])[shelf.cook.id].saves == 1


def test_what_is_over_is_said_and_can_be_taken_off(shelf: Shelf) -> None:
    shelf.save(shelf.cook)
    shelf.cook.state = VacancyState.SUSPENDED
    shelf.session.commit()
    page = shelf.listed()
    assert "Повар столовой" not in page
    assert "1 сохранённая вакансия больше не открыта" in page
    assert shelf.save(shelf.cook, keep="no") == 303
    assert "больше не открыта" not in shelf.listed()


def test_what_may_not_be_seen_cannot_be_saved(shelf: Shelf) -> None:
    draft = vacancies.vacancy(shelf.session)
    shelf.session.commit()
    assert shelf.save(draft) == 404
    assert shelf.client.post("/ru/vacancies/0000000000000000/saved").status_code == 404


def test_a_forged_list_is_empty_and_a_list_has_an_end(shelf: Shelf) -> None:
    shelf.client.set_cookie("saved", "WyJhIl0.forged.value", path="/")
    assert "Здесь ничего не сохранено" in shelf.listed()
    for number in range(SAVED.most + 3):
        shelf.save(vacancies.published(shelf.session, title=f"Работа {number}", language="ru"))
        shelf.session.commit()
    assert shelf.listed().count("Убрать из списка<") == SAVED.most
