"""How vacancies are said on the pages of those who keep and check them: badges, pay, place, terms, history."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from flask_babel import gettext as _
from flask_babel import ngettext
from markupsafe import Markup

from labour_exchange.classifications.education import education_level
from labour_exchange.classifications.languages import language
from labour_exchange.classifications.licences import licence
from labour_exchange.classifications.occupations import occupation
from labour_exchange.classifications.skills import skill
from labour_exchange.employers.states import EmployerState
from labour_exchange.foundation.lifecycle.moves import Transition
from labour_exchange.foundation.texts import Text
from labour_exchange.territory.queries import district, region
from labour_exchange.vacancies import texts
from labour_exchange.vacancies.models import Vacancy
from labour_exchange.vacancies.rules import Doubt, VacancyFacts
from labour_exchange.vacancies.states import EmploymentKind, Experience, Hours, RejectionCode, VacancyState
from labour_exchange.web.localisation import date_long, moment, money, number, words

BADGES = {
    VacancyState.SUBMITTED: "info",
    VacancyState.PUBLISHED: "ok",
    VacancyState.SUSPENDED: "warn",
    VacancyState.FILLED: "ok",
    VacancyState.REJECTED: "bad",
}
EMPLOYER_BADGES = {EmployerState.CLAIMED: "info", EmployerState.VERIFIED: "ok", EmployerState.REFUSED: "bad"}
ICONS = {"place": "geo-alt", "hours": "clock", "kind": "file-earmark-text", "remote": "house", "posts": "people"}


@dataclass(frozen=True, slots=True)
class ShownVacancy:
    """A vacancy in words; `facts` are for marks.facts and `terms` for blocks.terms."""

    title: str
    language: str
    pay: str
    pay_note: str
    description: str
    requirements: str
    facts: list[dict[str, str]]
    terms: list[tuple[str, str]]


def shown_vacancy(vacancy: Vacancy | VacancyFacts) -> ShownVacancy:
    """A stored vacancy, or one that is being written."""
    terms = [
        (_("Occupation"), words(occupation(vacancy.occupation_code).name) if vacancy.occupation_code else ""),
        (_("Experience"), words(texts.EXPERIENCE[Experience(vacancy.experience)]) if vacancy.experience else ""),
        (_("Education"), words(education_level(str(vacancy.education_level)).name) if vacancy.education_level is not None else ""),
        (_("Must be able to do"), _join(skill(code).name for code in vacancy.skills_required)),
        (_("Good to have"), _join(skill(code).name for code in vacancy.skills_wished)),
        (_("Licences and permits"), _join(licence(code).name for code in vacancy.licences)),
        (_("Languages"), _join(language(code).name for code in vacancy.languages)),
        (_("Quota for people with disabilities"), _("Yes") if vacancy.is_quota else ""),
        (_("Questions are answered by"), ", ".join(filter(None, (vacancy.contact_name, vacancy.contact_phone)))),
        (_("Applications until"), date_long(vacancy.apply_by_on) if vacancy.apply_by_on else ""),
    ]
    return ShownVacancy(
        vacancy.title,
        vacancy.language,
        pay_of(vacancy.pay_from, vacancy.pay_to),
        getattr(vacancy, "pay_stated", ""),
        vacancy.description,
        vacancy.requirements,
        _facts(vacancy),
        terms,
    )


def _facts(vacancy: Vacancy | VacancyFacts) -> list[dict[str, str]]:
    said = {
        "place": (_("Place of work"), place_of(vacancy)),
        "hours": (_("Working hours"), words(texts.HOURS[Hours(vacancy.hours)])),
        "kind": (_("Kind of employment"), words(texts.EMPLOYMENT_KINDS[EmploymentKind(vacancy.employment_kind)])),
        "remote": (_("Remote work"), _("The work can be done from anywhere") if vacancy.is_remote else ""),
        "posts": (_("Posts"), ngettext("%(num)d post", "%(num)d posts", vacancy.posts)),
    }
    return [{"icon": ICONS[name], "label": label, "text": text} for name, (label, text) in said.items()]


def place_of(vacancy: Vacancy | VacancyFacts) -> str:
    """District and region by their names, then the street as it was written."""
    names = []
    if vacancy.region_code:
        names.append(words(region(vacancy.region_code).short_name))
    if vacancy.district_code:
        names.append(words(district(vacancy.district_code).name))
    return ", ".join(filter(None, (*names, vacancy.place_text)))


def pay_of(lower: int | None, upper: int | None) -> str:
    """Pay before tax, a month."""
    if lower is not None and upper is not None and lower != upper:
        return f"{number(lower)}–{money(upper)}"
    if lower is not None and upper is None:
        return _("from %(pay)s", pay=money(lower))
    if lower is None and upper is not None:
        return _("up to %(pay)s", pay=money(upper))
    return money(lower) if lower is not None else _("Pay by agreement")


def vacancy_badge(vacancy: Vacancy) -> tuple[str, str]:
    """The state in words, with its day where one matters, and the kind of its badge."""
    name = words(texts.STATES[vacancy.state])
    if vacancy.state is VacancyState.PUBLISHED and vacancy.apply_by_on:
        name = _("Published, until %(day)s", day=date_long(vacancy.apply_by_on))
    return name, BADGES.get(vacancy.state, "")


def vacancy_history(moves: Iterable[Transition]) -> list[dict[str, str]]:
    """The moves of a vacancy for blocks.timeline."""
    return [
        {
            "title": words(texts.ACTIONS[move.action]) if move.action in texts.ACTIONS else move.action,
            "when": moment(move.moved_at),
            "state": "bad" if move.to_state == VacancyState.REJECTED else "done",
            "text": _reason(move),
        }
        for move in moves
    ]


def _reason(move: Transition) -> str:
    if move.reason in texts.WITHDRAWALS:
        return words(texts.WITHDRAWALS[move.reason])
    return words(texts.REJECTIONS[RejectionCode(move.reason)]) if move.reason in list(RejectionCode) else ""


def days_open(vacancy: Vacancy, today: date) -> int | None:
    """Days since it was published first; None while it never was."""
    if vacancy.published_at is None:
        return None
    last = vacancy.closed_at.date() if vacancy.closed_at else today
    return max(0, (last - vacancy.published_at.date()).days)


def marked(text: str, found: Iterable[Doubt]) -> Markup:
    """The text with the words that raise a doubt in <mark>; everything else escaped."""
    pieces: list[Markup | str] = [text]
    for doubt in found:
        pieces = [part for piece in pieces for part in _split(piece, doubt.words)]
    return Markup("").join(Markup.escape(piece) for piece in pieces)


def _split(piece: Markup | str, found: str) -> list[Markup | str]:
    if isinstance(piece, Markup):
        return [piece]
    before, match, after = piece.partition(found)
    return [before, Markup("<mark>{}</mark>").format(match), after] if match else [piece]


def _join(names: Iterable[Text]) -> str:
    return ", ".join(words(name) for name in names)
