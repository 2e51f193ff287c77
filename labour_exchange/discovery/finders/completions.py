"""What to write into the search box, while somebody types: occupations, skills, places and employers with open vacancies."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from sqlalchemy import func, literal_column, select
from sqlalchemy.orm import Session

from labour_exchange.classifications.occupations import is_unit_group
from labour_exchange.classifications.skills import is_skill
from labour_exchange.discovery.proposals import terms
from labour_exchange.employers.models import Employer
from labour_exchange.territory.names import BARE_ORDER, all_names
from labour_exchange.vacancies.models import Vacancy
from labour_exchange.vacancies.states import VacancyState
from search.analysis.concepts import Lexicon, lexicon
from search.analysis.prefixes import Name, PrefixIndex, other_spellings

MOST_OF_A_KIND = {"occupation": 5, "place": 3, "skill": 3, "employer": 3}
SHORTEST = 2
SHORTEST_OF_EMPLOYERS = 3
WEIGHED_EMPLOYERS = 200
# Forms of companies: every second name begins with one, so alone they say nothing.
LEGAL_FORMS = frozenset({"тоо", "жшс", "ао", "ақ", "ип", "жк", "ооо", "гу", "мм", "кгп", "кгу", "llp", "llc", "jsc", "ltd", "inc"})
SORT_WEIGHTS = {"name": 0, "synonym": 1, "spoken": 2, "abbreviation": 2}
_WORD = re.compile(r"\w+")
NAME_WORDS = func.to_tsvector(literal_column("'simple'::regconfig"), Employer.name)


@dataclass(frozen=True, slots=True)
class Completion:
    """One thing to choose. `kind`: occupation, skill, place, employer; `text` is its name; `head` holds the words typed before it, which stay."""

    kind: str
    code: str
    text: str
    head: str = ""


def completions(session: Session, typed: str, language: str, limit: int = 10) -> list[Completion]:
    """The best first. What begins nothing is tried in the other layout and alphabet, and then by its last words alone, the first ones kept."""
    terms.refresh()
    text = " ".join(typed.split())
    if len(text) < SHORTEST:
        return []
    found = _of_whole(session, text, language)
    if not found:
        for other in other_spellings(text):
            found = _of_whole(session, other, language)
            if found:
                break
    words = text.split(" ")
    for start in range(1, len(words)):
        tail = " ".join(words[start:])
        if not found and len(tail) >= SHORTEST:
            head = " ".join(words[:start])
            found = [replace(one, head=head) for one in _of_whole(session, tail, language)]
    return found[:limit]


def warm() -> None:
    """Build the index before the first reader types."""
    _index(lexicon())


def _of_whole(session: Session, text: str, language: str) -> list[Completion]:
    index = _index(lexicon())
    groups = {
        kind: [Completion(kind, name.code, name.text) for name in index[kind].find(text, language, MOST_OF_A_KIND[kind])]
        for kind in ("occupation", "place", "skill")
    }
    groups["employer"] = _employers(session, text, MOST_OF_A_KIND["employer"])
    folded = text.casefold()

    def order(kind: str) -> tuple[bool, int]:
        """A kind whose best name begins as typed goes before one in which only a later word does."""
        return (not any(one.text.casefold().startswith(folded) for one in groups[kind][:1]), list(MOST_OF_A_KIND).index(kind))

    return [one for kind in sorted(groups, key=order) for one in groups[kind]]


def _employers(session: Session, text: str, limit: int) -> list[Completion]:
    """Employers with something open, some word of whose name begins so; asked of an index on the words of names."""
    words = [word.lower() for word in _WORD.findall(text)]
    telling = [word for word in words if word not in LEGAL_FORMS]
    if not telling or max(map(len, telling)) < SHORTEST_OF_EMPLOYERS:
        return []
    asked = func.to_tsquery(literal_column("'simple'::regconfig"), " & ".join(f"{word}:*" for word in telling))
    hiring = select(Vacancy.id).where(Vacancy.employer_id == Employer.id, Vacancy.state == VacancyState.PUBLISHED).exists()
    some = select(Employer.public_id, Employer.name).where(NAME_WORDS.op("@@")(asked), hiring).limit(WEIGHED_EMPLOYERS).subquery()
    rows = session.execute(select(some.c.public_id, some.c.name).order_by(func.length(some.c.name), some.c.name).limit(limit))
    return [Completion("employer", public_id, name) for public_id, name in rows]


@lru_cache(maxsize=1)
def _index(entries: Lexicon) -> dict[str, PrefixIndex]:
    """An index for each kind, built once for each state of the lexicon in this process."""
    return {"occupation": PrefixIndex(_terms(entries, "occupation")), "skill": PrefixIndex(_terms(entries, "skill")), "place": PrefixIndex(_places())}


def _terms(entries: Lexicon, kind: str) -> Iterator[Name]:
    is_known = is_unit_group if kind == "occupation" else is_skill
    for term in entries.terms():
        if term.kind == kind and is_known(term.id):
            yield Name(term.text, kind, term.id, term.language, SORT_WEIGHTS.get(term.sort, 1))


def _places() -> Iterator[Name]:
    for name in all_names():
        text = " ".join(word.capitalize() for word in name.words)
        yield Name(text, "place", name.place.code, name.language or "", 2 * BARE_ORDER[name.kind] + (1 if name.place.district_kato else 0))
