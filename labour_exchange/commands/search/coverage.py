"""What the lexicon lacks: groups with few names or few skills, the commonest above all, and skills without a name in some language."""

from collections.abc import Mapping
from typing import Any

import click
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from labour_exchange.classifications.occupations import unit_groups
from labour_exchange.classifications.skills import skills, skills_of
from labour_exchange.vacancies.models import Vacancy
from labour_exchange.vacancies.states import VacancyState
from search.analysis.concepts.lexicon import Lexicon
from search.analysis.stemming import LANGUAGES

Answer = dict[str, Any]

ENOUGH_NAMES = 10
ENOUGH_SKILLS = 3
# The unit groups with most open vacancies are called most names by people.
COMMONEST = 120
ENOUGH_NAMES_OF_THE_COMMONEST = 40
ENOUGH_IN_A_LANGUAGE = 5


def open_vacancies_by_group(session: Session) -> dict[str, int]:
    """Open vacancies of each unit group, the most first; under "" those whose occupation is not known."""
    counted = func.count()
    rows = (
        select(func.coalesce(Vacancy.occupation_code, ""), counted).where(Vacancy.state == VacancyState.PUBLISHED).group_by(Vacancy.occupation_code)
    )
    return dict(session.execute(rows.order_by(counted.desc(), Vacancy.occupation_code)).tuples().all())


def coverage(entries: Lexicon, vacancies: Mapping[str, int] | None = None) -> Answer:
    """Counts of terms per language, and the codes or ids that fall short, each with how many it has.

    `vacancies` are open ones by unit group, the most first, as `open_vacancies_by_group` gives them.
    """
    vacancies = vacancies or {}
    commonest = [code for code in vacancies if code][:COMMONEST]
    concepts = [("occupation", group.code) for group in unit_groups()] + [("skill", item.id) for item in skills()]
    named = {(kind, code): {language: len(entries.names(kind, code, language)) for language in LANGUAGES} for kind, code in concepts}
    names = {code: sum(counts.values()) for (kind, code), counts in named.items() if kind == "occupation"}
    thin = {code: counts for (kind, code), counts in named.items() if kind == "occupation" and min(counts.values()) < ENOUGH_IN_A_LANGUAGE}
    ties = {group.code: len(skills_of(group.code)) for group in unit_groups()}
    missing = {code: [language for language in LANGUAGES if not counts[language]] for (kind, code), counts in named.items() if kind == "skill"}
    return {
        "terms": entries.size(),
        "terms_by_language": {language: sum(counts[language] for counts in named.values()) for language in LANGUAGES},
        "skills": len(skills()),
        "vacancies_without_occupation": vacancies.get("", 0),
        "few_names_of_the_commonest": {code: names[code] for code in commonest if names.get(code, 0) < ENOUGH_NAMES_OF_THE_COMMONEST},
        "few_names_in_a_language": {
            code: [language for language in LANGUAGES if counts[language] < ENOUGH_IN_A_LANGUAGE] for code, counts in thin.items()
        },
        "few_names": {code: count for code, count in names.items() if count < ENOUGH_NAMES},
        "few_skills": {code: count for code, count in ties.items() if count < ENOUGH_SKILLS},
        "missing_languages": {code: languages for code, languages in missing.items() if languages},
    }


def show_coverage(found: Answer) -> None:
    by_language = ", ".join(f"{language} {count}" for language, count in found["terms_by_language"].items())
    click.echo(f"{found['terms']} terms ({by_language}), {found['skills']} skills")
    _show_thin(f"unit groups with fewer than {ENOUGH_NAMES} names", found["few_names"])
    heading = f"of the {COMMONEST} unit groups with most open vacancies, those with fewer than {ENOUGH_NAMES_OF_THE_COMMONEST} names"
    _show_thin(heading, found["few_names_of_the_commonest"])
    by_group = {code: " ".join(languages) for code, languages in found["few_names_in_a_language"].items()}
    _show_thin(f"unit groups with fewer than {ENOUGH_IN_A_LANGUAGE} names in some language", by_group)
    click.echo(f"open vacancies whose occupation is not known: {found['vacancies_without_occupation']}")
    _show_thin(f"unit groups with fewer than {ENOUGH_SKILLS} skills", found["few_skills"])
    _show_thin("skills without a name in some language", {code: " ".join(languages) for code, languages in found["missing_languages"].items()})


def _show_thin(heading: str, thin: dict[str, int] | dict[str, str]) -> None:
    click.echo(f"{heading}: {len(thin)}")
    for code, what in thin.items():
        click.echo(f"  {code}\t{what}")
