"""What the search box offers while somebody types: work, skills, places, and employers that hire."""

from collections.abc import Iterator

import pytest

from labour_exchange.discovery.finders.completions import MOST_OF_A_KIND, Completion, completions
from labour_exchange.foundation.access import VISITOR, system_actor
from labour_exchange.foundation.database import ExchangeSession, act_as
from tests.factories import employers, vacancies


@pytest.fixture
def exchange(session: ExchangeSession) -> Iterator[ExchangeSession]:
    vacancies.published(session, by=employers.answering(session, name="ТОО «Жұлдыз Құрылыс»"), title="Прораб")
    vacancies.vacancy(session, by=employers.verified(session, name="ТОО «Жұмбақ»"), title="Черновик")
    session.flush()
    act_as(session, VISITOR)
    yield session
    act_as(session, system_actor("test"))


def texts(found: list[Completion], kind: str) -> list[str]:
    return [one.text for one in found if one.kind == kind]


@pytest.mark.parametrize(
    ("language", "typed", "code"), [("kk", "дәнек", "7212"), ("ru", "сварщ", "7212"), ("en", "weld", "7212"), ("en", "сварщ", "7212")]
)
def test_occupations_in_every_language(exchange: ExchangeSession, language: str, typed: str, code: str) -> None:
    assert completions(exchange, typed, language)[0].code == code


def test_skills_places_and_employers_come_along(exchange: ExchangeSession) -> None:
    assert "Excel" in texts(completions(exchange, "exce", "ru"), "skill")
    assert [one.code for one in completions(exchange, "караг", "ru") if one.kind == "place"][:1] == ["351000000"]
    assert texts(completions(exchange, "жұлд", "kk"), "employer") == ["ТОО «Жұлдыз Құрылыс»"]
    assert texts(completions(exchange, "құрылыс жұл", "kk"), "employer") == ["ТОО «Жұлдыз Құрылыс»"]


def test_an_employer_without_an_open_vacancy_is_not_named(exchange: ExchangeSession) -> None:
    assert texts(completions(exchange, "жұмба", "kk"), "employer") == []
    assert texts(completions(exchange, "тоо", "ru"), "employer") == []


@pytest.mark.parametrize("typed", ["'", "\\", "а:* | б", "!!!", "(", "%", "тоо & ", "\u0000жұл", "x" * 300])
def test_whatever_is_typed_is_answered(exchange: ExchangeSession, typed: str) -> None:
    assert len(completions(exchange, typed, "ru")) <= 10


def test_wrong_layout_other_alphabet_and_the_last_words_alone(exchange: ExchangeSession) -> None:
    assert completions(exchange, "cdfhobr", "ru")[0].code == completions(exchange, "svarshchi", "ru")[0].code == "7212"
    tail = completions(exchange, "сварщик атыр", "ru")[0]
    assert (tail.kind, tail.head) == ("place", "сварщик")


def test_no_kind_crowds_out_the_others(exchange: ExchangeSession) -> None:
    found = completions(exchange, "ма", "ru", limit=20)
    assert all(sum(one.kind == kind for one in found) <= most for kind, most in MOST_OF_A_KIND.items())
    assert completions(exchange, "м", "ru") == []
