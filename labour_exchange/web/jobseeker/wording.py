"""Codes of a profile turned into names that a page can say."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from flask_babel import gettext as _
from flask_babel import ngettext

from labour_exchange.classifications.education import education_level
from labour_exchange.classifications.languages import language, language_level
from labour_exchange.classifications.licences import licence
from labour_exchange.classifications.occupations import occupation
from labour_exchange.classifications.skills import skill
from labour_exchange.foundation.texts import Text
from labour_exchange.jobseekers.queries import SharedJob, SharedProfile
from labour_exchange.territory.queries import district, region
from labour_exchange.vacancies.states import EmploymentKind, Hours
from labour_exchange.vacancies.texts import EMPLOYMENT_KINDS, HOURS
from labour_exchange.web.localisation import month, number, words


@dataclass(frozen=True, slots=True)
class ShownJob:
    title: str
    where: str
    when: str
    duties: str
    occupation: Text | None


@dataclass(frozen=True, slots=True)
class ShownProfile:
    """A profile in words; lists are in the order of the profile."""

    headline: str
    summary: str
    language: str
    occupations: list[Text]
    skills: list[Text]
    licences: list[Text]
    languages: list[str]
    education: list[tuple[str, str]]
    jobs: list[ShownJob]
    experience: str
    place: str
    move_regions: list[Text]
    pay_from: int | None
    conditions: list[str]


def shown_profile(profile: SharedProfile) -> ShownProfile:
    """What a reader sees of a shared profile; used for the person's own page, the preview and the pages of others."""
    return ShownProfile(
        headline=profile.headline,
        summary=profile.summary,
        language=profile.language,
        occupations=[occupation(code).name for code in profile.occupation_codes],
        skills=[skill(code).name for code in profile.skills],
        licences=[licence(code).name for code in profile.licences],
        languages=[spoken(one) for one in profile.languages],
        education=[(studied(one), schooled(one)) for one in profile.education],
        jobs=[shown_job(job) for job in profile.work_history],
        experience=duration(profile.experience_months),
        place=place_name(profile.region_code, profile.district_code),
        move_regions=[region(code).short_name for code in profile.move_regions],
        pay_from=profile.pay_from,
        conditions=_conditions(profile),
    )


def shown_job(job: SharedJob) -> ShownJob:
    return ShownJob(job.title, job.employer_name, period(job.started_on, job.ended_on), job.duties, _occupation_or_none(job.occupation_code))


def period(start: date, end: date | None) -> str:
    until = month(end) if end else _("until now")
    return f"{month(start)} – {until}"


def duration(months: int) -> str:
    """3 years 2 months; nothing for less than a month."""
    years, rest = divmod(months, 12)
    parts = [ngettext("%(num)d year", "%(num)d years", years)] if years else []
    return " ".join([*parts, ngettext("%(num)d month", "%(num)d months", rest)] if rest else parts)


def place_name(region_code: str, district_code: str | None) -> str:
    named = words(region(region_code).name)
    return f"{words(district(district_code).name)}, {named}" if district_code else named


def spoken(one: dict[str, str]) -> str:
    return f"{words(language(one['code']).name)} ({words(language_level(one['level']).name)})"


def studied(one: dict[str, Any]) -> str:
    return words(education_level(str(one["level"])).name)


def schooled(one: dict[str, Any]) -> str:
    """Institution, subject and year, as far as they are known."""
    return ", ".join(str(part) for part in (one["institution"], one["subject"], one["finished_in"]) if part)


def said(texts: Iterable[Text]) -> str:
    return ", ".join(words(text) for text in texts)


def pay_wish(amount: int) -> str:
    return _("from %(pay)s ₸ a month", pay=number(amount))


def _conditions(profile: SharedProfile) -> list[str]:
    remote = [_("remote work")] if profile.wants_remote else []
    quota = [_("may be hired under the quota for people with disabilities")] if profile.is_quota_eligible else []
    hours = [words(HOURS[Hours(code)]) for code in profile.hours]
    return [*hours, *(words(EMPLOYMENT_KINDS[EmploymentKind(code)]) for code in profile.employment_kinds), *remote, *quota]


def _occupation_or_none(code: str | None) -> Text | None:
    return occupation(code).name if code else None
