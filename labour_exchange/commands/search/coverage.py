"""What the lexicon lacks: groups with few names or few skills, and skills without a name in some language."""

from typing import Any

import click

from labour_exchange.classifications.occupations import unit_groups
from labour_exchange.classifications.skills import skills, skills_of
from search.analysis.concepts.lexicon import Lexicon
from search.analysis.stemming import LANGUAGES

Answer = dict[str, Any]

ENOUGH_NAMES = 10
ENOUGH_SKILLS = 3


def coverage(entries: Lexicon) -> Answer:
    """Counts of terms per language, and the codes or ids that fall short, each with how many it has."""
    concepts = [("occupation", group.code) for group in unit_groups()] + [("skill", item.id) for item in skills()]
    named = {(kind, code): {language: len(entries.names(kind, code, language)) for language in LANGUAGES} for kind, code in concepts}
    names = {code: sum(counts.values()) for (kind, code), counts in named.items() if kind == "occupation"}
    ties = {group.code: len(skills_of(group.code)) for group in unit_groups()}
    missing = {code: [language for language in LANGUAGES if not counts[language]] for (kind, code), counts in named.items() if kind == "skill"}
    return {
        "terms": entries.size(),
        "terms_by_language": {language: sum(counts[language] for counts in named.values()) for language in LANGUAGES},
        "skills": len(skills()),
        "few_names": {code: count for code, count in names.items() if count < ENOUGH_NAMES},
        "few_skills": {code: count for code, count in ties.items() if count < ENOUGH_SKILLS},
        "missing_languages": {code: languages for code, languages in missing.items() if languages},
    }


def show_coverage(found: Answer) -> None:
    by_language = ", ".join(f"{language} {count}" for language, count in found["terms_by_language"].items())
    click.echo(f"{found['terms']} terms ({by_language}), {found['skills']} skills")
    _show_thin(f"unit groups with fewer than {ENOUGH_NAMES} names", found["few_names"])
    _show_thin(f"unit groups with fewer than {ENOUGH_SKILLS} skills", found["few_skills"])
    _show_thin("skills without a name in some language", {code: " ".join(languages) for code, languages in found["missing_languages"].items()})


def _show_thin(heading: str, thin: dict[str, int] | dict[str, str]) -> None:
    click.echo(f"{heading}: {len(thin)}")
    for code, what in thin.items():
        click.echo(f"  {code}\t{what}")
