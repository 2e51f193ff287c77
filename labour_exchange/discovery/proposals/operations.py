"""Collect the words that are missing, and decide about each: accept it as a name of something, or refuse it."""

from collections.abc import Callable

from sqlalchemy import delete, func, select, update
from sqlalchemy.orm import Session

from labour_exchange.classifications.occupations import is_unit_group
from labour_exchange.classifications.skills import is_skill
from labour_exchange.discovery.proposals.access import KEEP_LEXICON
from labour_exchange.discovery.proposals.models import ConceptKind, LexiconProposal, ProposalState
from labour_exchange.discovery.proposals.rules import LEAST_SEARCHES, Advertised, unknown_words
from labour_exchange.discovery.proposals.texts import DECIDED_ALREADY, UNKNOWN_CONCEPT
from labour_exchange.discovery.use.models import QueryUse
from labour_exchange.foundation import clock, jobs
from labour_exchange.foundation.access import Actor, require
from labour_exchange.foundation.errors import Conflict, Refusal
from labour_exchange.foundation.records.audit import record_act
from labour_exchange.territory.names import mentions
from labour_exchange.vacancies.models import Vacancy
from labour_exchange.vacancies.states import VacancyState
from search.analysis.concepts import lexicon
from search.analysis.stemming import common_words

NEWEST_READ = 20_000
MOST_OPEN = 500
RENDER = "render_vacancies_with_word"


def collect_proposals(session: Session) -> int:
    """Count unknown words anew; gives how many are open. What was decided stays decided; open ones that nobody uses any more go."""
    today, state = clock.today(), LexiconProposal.state == ProposalState.OPEN
    found = unknown_words(_advertised(session), _searched(session), _is_known())
    decided = {(row[0], row[1]) for row in session.execute(select(LexiconProposal.term, LexiconProposal.language).where(~state))}
    open_words = [(key, use) for key, use in found.items() if key not in decided]
    open_words.sort(key=lambda one: (-(one[1].searches + one[1].advertisements), one[0]))
    session.execute(delete(LexiconProposal).where(state))
    session.add_all(
        LexiconProposal(
            term=term,
            language=language,
            in_searches=use.searches,
            in_advertisements=use.advertisements,
            guesses=[code for code in use.best_guesses if is_unit_group(code)],
            counted_on=today,
        )
        for (term, language), use in open_words[:MOST_OPEN]
    )
    session.flush()
    return min(len(open_words), MOST_OPEN)


def collect_proposals_tonight(session: Session) -> None:
    """The job of the clock."""
    collect_proposals(session)


def accept_proposal(session: Session, actor: Actor, proposal: LexiconProposal, *, kind: str, code: str) -> LexiconProposal:
    """The word names this occupation or skill from now on, in every process within a second, and in documents as they are rendered anew.

    Raises Refusal for a concept that does not exist, Conflict for a word that was decided already.
    """
    require(actor, KEEP_LEXICON)
    is_known = {ConceptKind.OCCUPATION: is_unit_group, ConceptKind.SKILL: is_skill}
    if kind not in list(ConceptKind) or not is_known[ConceptKind(kind)](code):
        raise Refusal(UNKNOWN_CONCEPT)
    _decide(session, actor, proposal, ProposalState.ACCEPTED, concept_kind=ConceptKind(kind), concept_code=code)
    jobs.defer(session, RENDER, word=proposal.term)
    return proposal


def refuse_proposal(session: Session, actor: Actor, proposal: LexiconProposal) -> LexiconProposal:
    """The word is no name of work, and is not proposed again. Raises Conflict for a word that was decided already."""
    require(actor, KEEP_LEXICON)
    return _decide(session, actor, proposal, ProposalState.REFUSED)


def render_vacancies_with_word(session: Session, word: str) -> None:
    """Have open vacancies whose title holds the word rendered anew; their version rises, so that every engine takes them."""
    has_word = func.lower(Vacancy.title).contains(word, autoescape=True)
    session.execute(
        update(Vacancy)
        .where(Vacancy.state == VacancyState.PUBLISHED, has_word)
        .values(document_version=Vacancy.document_version)
        .execution_options(synchronize_session=False)
    )


def _decide(session: Session, actor: Actor, proposal: LexiconProposal, state: ProposalState, **concept: object) -> LexiconProposal:
    """A guarded update: of two keepers at once one decides."""
    done = session.execute(
        update(LexiconProposal)
        .where(LexiconProposal.id == proposal.id, LexiconProposal.state == ProposalState.OPEN)
        .values(state=state, decided_by_id=actor.user_id, decided_at=clock.now(), **concept)
        .returning(LexiconProposal.id)
    ).one_or_none()
    if done is None:
        raise Conflict(DECIDED_ALREADY)
    session.refresh(proposal)
    record_act(session, actor, f"lexicon_{state}", "lexicon_proposal", proposal.id, **{name: str(value) for name, value in concept.items()})
    return proposal


def _is_known() -> Callable[[str], bool]:
    entries = lexicon()
    plain = frozenset().union(*common_words().values())
    return lambda word: word in plain or entries.knows(word) or bool(mentions(word))


def _advertised(session: Session) -> list[Advertised]:
    columns = (Vacancy.title, Vacancy.language, Vacancy.employer_id, Vacancy.occupation_code)
    wanted = select(*columns).where(Vacancy.state == VacancyState.PUBLISHED).order_by(Vacancy.id.desc()).limit(NEWEST_READ)
    return [Advertised(title, language, employer, code) for title, language, employer, code in session.execute(wanted)]


def _searched(session: Session) -> list[tuple[str, str, int]]:
    """Texts that may be seen, as in the report: rare ones may name a person."""
    searches = func.sum(QueryUse.searches)
    wanted = select(QueryUse.words, QueryUse.language, searches).group_by(QueryUse.words, QueryUse.language).having(searches >= LEAST_SEARCHES)
    return [(words, language, int(count)) for words, language, count in session.execute(wanted)]
