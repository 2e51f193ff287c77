"""Keepers of the lexicon accept a word by one or two clicks, refuse it, and take the accepted ones along as a file."""

import pytest
from flask.testing import FlaskClient

from labour_exchange.discovery.proposals.models import LexiconProposal, ProposalState
from labour_exchange.foundation import clock
from labour_exchange.foundation.access import ActorKind
from labour_exchange.foundation.database import ExchangeSession
from tests.factories.accounts import user
from tests.factories.signing_in import sign_in_as


@pytest.fixture
def word(client: FlaskClient, session: ExchangeSession) -> LexiconProposal:
    made = LexiconProposal(term="бурбалшы", language="kk", in_searches=9, in_advertisements=4, guesses=["7212"], counted_on=clock.today())
    session.add(made)
    session.flush()
    sign_in_as(client, session, user(session, ActorKind.ANALYST))
    return made


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_the_word_waits_with_its_guess(client: FlaskClient, word: LexiconProposal, language: str) -> None:
    page = client.get(f"/{language}/headquarters/lexicon").get_data(as_text=True)
    assert "бурбалшы" in page
    assert f"/{language}/headquarters/lexicon/{word.public_id}/accept" in page
    assert 'value="7212"' in page


def test_one_click_accepts_the_guess_and_the_file_holds_it(client: FlaskClient, session: ExchangeSession, word: LexiconProposal) -> None:
    answer = client.post(f"/en/headquarters/lexicon/{word.public_id}/accept", data={"code": "7212", "submission_id": "a" * 32})
    assert answer.status_code == 303
    session.refresh(word)
    assert (word.state, word.concept_code) == (ProposalState.ACCEPTED, "7212")
    assert client.get("/en/headquarters/lexicon/occupation.tsv").get_data(as_text=True) == "7212\tkk\tбурбалшы\tsynonym\n"
    assert client.get("/en/headquarters/lexicon/skill.tsv").get_data(as_text=True) == ""
    assert client.post(f"/en/headquarters/lexicon/{word.public_id}/refuse").status_code == 409


def test_another_concept_is_chosen_on_the_words_own_page(client: FlaskClient, session: ExchangeSession, word: LexiconProposal) -> None:
    assert client.post(f"/en/headquarters/lexicon/{word.public_id}", data={"skill": "Excel", "skill_code": "ms-excel"}).status_code == 303
    session.refresh(word)
    assert (word.concept_kind, word.concept_code) == ("skill", "ms-excel")


def test_what_names_nothing_is_not_accepted(client: FlaskClient, word: LexiconProposal) -> None:
    wrong = client.post(f"/en/headquarters/lexicon/{word.public_id}", data={"occupation": "no such work at all"})
    assert wrong.status_code == 422
    assert "Choose an occupation or a skill" in wrong.get_data(as_text=True)


def test_a_refused_word_is_kept_apart(client: FlaskClient, word: LexiconProposal) -> None:
    assert client.post(f"/en/headquarters/lexicon/{word.public_id}/refuse").status_code == 303
    assert "Refused: бурбалшы" in client.get("/en/headquarters/lexicon").get_data(as_text=True)
    assert "бурбалшы" not in client.get("/en/headquarters/lexicon").get_data(as_text=True)
    assert "бурбалшы" in client.get("/en/headquarters/lexicon?state=refused").get_data(as_text=True)
