"""How a vacancy is said to somebody who looks for work: pay, place, terms, its text, and what was understood of a search."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from flask_babel import gettext as _

from labour_exchange.classifications.education import education_level, is_education_level
from labour_exchange.classifications.languages import is_language, language
from labour_exchange.classifications.licences import is_licence, licence
from labour_exchange.classifications.occupations import is_occupation, occupation
from labour_exchange.classifications.skills import is_skill, skill
from labour_exchange.discovery import texts as discovery_texts
from labour_exchange.discovery.questions import SearchQuery, Understood
from labour_exchange.territory.queries import district, is_district, is_region, place, place_name, region
from labour_exchange.vacancies import texts
from labour_exchange.vacancies.models import Vacancy
from labour_exchange.vacancies.states import Experience, VacancySource
from labour_exchange.web.localisation import money, number, words

SUMMARY_LETTERS = 180
_ITEM = re.compile(r"^\s*(?:[-–—•*·▪●]|\d{1,2}[.)])\s+")
_BLANK = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph (one line) or a list (its items) of a plain text."""

    is_list: bool
    lines: tuple[str, ...]


def pay(vacancy: Vacancy) -> str:
    """380 000 – 450 000 ₸; from one side; as stated where that could not be counted; or that nothing is stated."""
    low, high = vacancy.pay_from, vacancy.pay_to
    if low is not None and high is not None:
        return money(low) if low == high else f"{number(low)} – {money(high)}"
    if low is not None:
        return _("from %(pay)s", pay=money(low))
    if high is not None:
        return _("up to %(pay)s", pay=money(high))
    return vacancy.pay_stated or _("Pay not stated")


def pay_note(vacancy: Vacancy) -> str:
    return _("a month, before tax") if vacancy.pay_from is not None or vacancy.pay_to is not None else ""


def where(vacancy: Vacancy, *, short: bool = False) -> str:
    """City or district and region; what an import wrote where no place was recognised."""
    if not vacancy.region_code or not is_region(vacancy.region_code):
        return vacancy.place_text
    of_region = region(vacancy.region_code)
    if vacancy.district_code and is_district(vacancy.district_code):
        near = words(district(vacancy.district_code).name)
        return near if short else f"{near}, {words(of_region.name)}"
    return words(of_region.name)


def terms_of_work(vacancy: Vacancy) -> str:
    """Full time, permanent, from home."""
    said = [words(texts.HOURS[vacancy.hours]), words(texts.EMPLOYMENT_KINDS[vacancy.employment_kind]).lower()]
    if vacancy.is_remote:
        said.append(_("can be done from home"))
    return ", ".join(said)


def employer_name(vacancy: Vacancy) -> str:
    return vacancy.employer.name if vacancy.employer else _("Employer not named")


def source(vacancy: Vacancy) -> str:
    return words(texts.SOURCES[vacancy.source])


def summary(vacancy: Vacancy) -> str:
    """The beginning of the text, cut at a word."""
    return cut(summary_text(vacancy))


def summary_text(vacancy: Vacancy) -> str:
    """What a result may quote, as one line: items of a list stand in one sentence."""
    said = ("; ".join(line.rstrip(";,. ") for line in block.lines) if block.is_list else block.lines[0] for block in blocks_of(vacancy.description))
    return _BLANK.sub(" ", " ".join(said) or vacancy.requirements).strip()


def cut(text: str) -> str:
    if len(text) <= SUMMARY_LETTERS:
        return text
    return text[:SUMMARY_LETTERS].rsplit(" ", 1)[0].rstrip(" ,.;:–-") + "…"


def requirements(vacancy: Vacancy) -> list[tuple[str, str]]:
    """What is asked of the person, for blocks.terms; what is not asked is empty."""
    level = str(vacancy.education_level) if vacancy.education_level is not None else ""
    return [
        (_("Experience"), words(texts.EXPERIENCE[Experience(vacancy.experience)]) if vacancy.experience else ""),
        (_("Education"), words(education_level(level).name) if is_education_level(level) else ""),
        (_("Must be able to do"), _joined(skill(code).name for code in vacancy.skills_required if is_skill(code))),
        (_("Good to have"), _joined(skill(code).name for code in vacancy.skills_wished if is_skill(code))),
        (_("Licences and permits"), _joined(licence(code).name for code in vacancy.licences if is_licence(code))),
        (_("Languages"), _joined(language(code).name for code in vacancy.languages if is_language(code))),
    ]


def occupation_name(vacancy: Vacancy) -> str:
    code = vacancy.occupation_code or ""
    return words(occupation(code).name) if is_occupation(code) else ""


def blocks_of(text: str) -> list[Block]:
    """A plain text as paragraphs and lists: lines that begin with a dash or a bullet belong to one list."""
    found: list[Block] = []
    for line in text.splitlines():
        plain = _ITEM.sub("", line).strip()
        if not plain:
            continue
        is_item = _ITEM.match(line) is not None
        if is_item and found and found[-1].is_list:
            found[-1] = Block(True, (*found[-1].lines, plain))
        else:
            found.append(Block(is_item, (plain,)))
    return found


def understood(one: Understood) -> str:
    """The words of a chip."""
    match one.kind:
        case "occupation":
            return words(discovery_texts.OCCUPATION_IS, name=words(occupation(one.value).name))
        case "skill":
            return words(discovery_texts.SKILL, name=words(skill(one.value).name)) if is_skill(one.value) else one.value
        case "place":
            return words(discovery_texts.PLACE_IS, name=words(place_name(place(one.value))))
        case "pay":
            return words(discovery_texts.PAY_IS, amount=number(int(one.value)))
        case "hours":
            return words(texts.HOURS[one.value])  # type: ignore[index]
        case "not_hours":
            return words(discovery_texts.NOT_HOURS, name=", ".join(words(texts.HOURS[hours]) for hours in one.value.split(",")))  # type: ignore[index]
        case "remote":
            return words(discovery_texts.AT_HOME)
        case "near":
            return words(discovery_texts.NEAR_HOME)
        case "quota":
            return words(discovery_texts.QUOTA)
        case "source":
            return words(texts.SOURCES[VacancySource(one.value)])
        case "education":
            return words(discovery_texts.EDUCATION_UP_TO, name=words(education_level(one.value).name))
        case "experience":
            return words(texts.EXPERIENCE[one.value])  # type: ignore[index]
        case "kind":
            return words(discovery_texts.KIND_IS, name=words(texts.EMPLOYMENT_KINDS[one.value]).lower())  # type: ignore[index]
        case _:
            return words(discovery_texts.LICENCES_ARE, name=one.value.replace(",", ", "))


def filters_in_words(query: SearchQuery) -> list[str]:
    """What was chosen beside the words and the place, one short phrase each."""
    said = [words(occupation(code).name) for code in query.occupations if is_occupation(code)]
    said += [words(texts.EMPLOYMENT_KINDS[kind]) for kind in query.employment_kinds]  # type: ignore[index]
    said += [words(texts.HOURS[hours]) for hours in query.hours]  # type: ignore[index]
    said += [words(texts.EXPERIENCE[experience]) for experience in query.experience]  # type: ignore[index]
    said += [words(texts.SOURCES[source]) for source in query.sources]  # type: ignore[index]
    if query.pay_from is not None:
        said.append(words(discovery_texts.PAY_IS, amount=number(query.pay_from)))
    said += [words(name) for chosen, name in ((query.remote, discovery_texts.AT_HOME), (query.quota, discovery_texts.QUOTA)) if chosen]
    return said


def _joined(names: Iterable[object]) -> str:
    return ", ".join(words(name) for name in names)
