"""Unknown frequent words are proposed without persons, decided once, understood at once, and exported as rows of the lexicon."""

from collections.abc import Iterator

import pytest
from flask import Flask
from sqlalchemy import select

from labour_exchange.discovery import engines, finders, synchronisation, vocabulary
from labour_exchange.discovery.proposals import terms
from labour_exchange.discovery.proposals.models import LexiconProposal, ProposalState
from labour_exchange.discovery.proposals.operations import accept_proposal, collect_proposals, refuse_proposal, render_vacancies_with_word
from labour_exchange.discovery.proposals.rules import Advertised, unknown_words
from labour_exchange.discovery.questions import SearchQuery, question_of
from labour_exchange.discovery.use.models import QueryUse
from labour_exchange.foundation import clock
from labour_exchange.foundation.access import VISITOR, Actor, ActorKind
from labour_exchange.foundation.database import ExchangeSession
from labour_exchange.foundation.errors import Conflict, NotFound, Refusal
from search.analysis.concepts import extend_lexicon
from tests.factories import employers, vacancies
from tests.factories.accounts import actor_of, user

WORD = "бурбалшы"


@pytest.fixture(autouse=True)
def of_files(app: Flask) -> Iterator[None]:
    engines.configure(app.config["SETTINGS"])
    yield
    extend_lexicon(())


def ad(title: str, employer: object = 1, code: str | None = None, language: str = "ru") -> Advertised:
    return Advertised(title, language, employer, code)


def nothing_known(word: str) -> bool:
    return word == "сварщик"


def test_a_word_must_be_used_by_several() -> None:
    two, three = [ad("флоксер", 1, "7212"), ad("флоксер", 2, "7212")], ad("Флоксер сварщик", 1, "7223")
    assert unknown_words(two, (), nothing_known) == {}
    assert unknown_words([ad("флоксер")] * 9, (), nothing_known) == {}, "one employer's word may be its name"
    found = unknown_words([*two, three], (), nothing_known)
    assert {key: use.best_guesses for key, use in found.items()} == {("флоксер", "ru"): ["7212", "7223"]}
    assert unknown_words((), [("флоксер алматы", "ru", 4)], nothing_known) == {}
    assert set(unknown_words((), [("флоксер", "ru", 5)], nothing_known)) == {("флоксер", "ru")}


@pytest.mark.parametrize(("word", "of_text", "language"), [("әмбебапшы", "ru", "kk"), ("scrumist", "kk", "en"), ("флоксер", "en", "ru")])
def test_the_language_is_what_the_word_says(word: str, of_text: str, language: str) -> None:
    assert [key[1] for key in unknown_words((), [(word, of_text, 5)], nothing_known)] == [language]


@pytest.mark.parametrize("text", ["и на", "ab", "123456", "сварщик", "x" * 31, "ищу работу", "студенттерге жұмыс", "weekend jobs"])
def test_what_is_no_word_to_propose(text: str) -> None:
    assert unknown_words((), [(text, "ru", 50)], nothing_known) == {}


def test_words_are_collected_from_searches_and_titles_and_decisions_stay(session: ExchangeSession) -> None:
    for _ in range(3):
        vacancies.published(session, by=employers.answering(session), title=f"{WORD} Сварщик Алматы", occupation_code="7212", language="kk")
    session.add(QueryUse(language="kk", words=f"{WORD} керек", day=clock.today(), searches=7, found=0, without_result=7, clicks=0))
    session.add(QueryUse(language="kk", words="асан үсеновтегі", day=clock.today(), searches=4, found=0, without_result=4, clicks=0))
    session.flush()
    collect_proposals(session)
    found = {row.term: row for row in session.scalars(select(LexiconProposal))}
    assert set(found) == {WORD}
    assert (found[WORD].in_searches, found[WORD].in_advertisements, found[WORD].guesses) == (7, 3, ["7212"])
    refuse_proposal(session, actor_of(user(session, ActorKind.ANALYST)), found[WORD])
    assert collect_proposals(session) == 0
    assert session.scalars(select(LexiconProposal.state)).all() == [ProposalState.REFUSED]


def proposed(session: ExchangeSession) -> LexiconProposal:
    made = LexiconProposal(term=WORD, language="kk", in_searches=9, counted_on=clock.today())
    session.add(made)
    session.flush()
    return made


def test_who_may_decide_and_only_once(session: ExchangeSession) -> None:
    proposal, keeper = proposed(session), actor_of(user(session, ActorKind.ADMINISTRATOR))
    for actor in (VISITOR, Actor(ActorKind.OFFICE, region_code="KZ-71"), Actor(ActorKind.EMPLOYER, organisation_id=1)):
        with pytest.raises(NotFound):
            accept_proposal(session, actor, proposal, kind="occupation", code="7212")
    for kind, code in (("occupation", "72"), ("occupation", "nothing"), ("skill", "7212"), ("colour", "7212")):
        with pytest.raises(Refusal):
            accept_proposal(session, keeper, proposal, kind=kind, code=code)
    accept_proposal(session, keeper, proposal, kind="occupation", code="7212")
    with pytest.raises(Conflict):
        refuse_proposal(session, keeper, proposal)


def test_an_accepted_word_is_understood_at_once_and_found_in_documents(committed: ExchangeSession) -> None:
    unsaid = {"occupation_code": None, "occupation_codes": [], "language": "kk"}
    vacancies.published(committed, by=employers.answering(committed), title=WORD, **unsaid)
    vacancies.published(
        committed, by=employers.answering(committed), title="Сварщик", language="ru", occupation_code="7212", occupation_codes=["7212"]
    )
    proposal, keeper = proposed(committed), actor_of(user(committed, ActorKind.ADMINISTRATOR))
    committed.commit()
    synchronisation.synchronise_all(committed)
    vocabulary.count(committed)
    assert question_of(SearchQuery(text=WORD)).criteria.occupations == ()
    accept_proposal(committed, keeper, proposal, kind="occupation", code="7212")
    committed.commit()
    terms.refresh(at_once=True)
    assert question_of(SearchQuery(text=f"{WORD}лар")).criteria.occupations == ("7212",), "in its forms too"
    assert {hit.vacancy.title for hit in finders.find_vacancies(committed, VISITOR, SearchQuery(text=WORD)).hits} == {WORD, "Сварщик"}
    assert finders.find_vacancies(committed, VISITOR, SearchQuery(text="welder")).total == 1
    render_vacancies_with_word(committed, WORD)
    committed.commit()
    synchronisation.synchronise_all(committed)
    assert finders.find_vacancies(committed, VISITOR, SearchQuery(text="welder")).total == 2
