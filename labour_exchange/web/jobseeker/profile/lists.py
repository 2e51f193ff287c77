"""Sections of the profile that are lists: occupations, skills, languages, education. One thing is added or removed at a time."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from flask import flash, g, redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_babel.speaklater import LazyString

from labour_exchange.classifications.occupations import is_unit_group, occupation, suggest_occupations
from labour_exchange.classifications.skills import is_skill, skill, skills_to_offer, suggest_skills
from labour_exchange.classifications.titles import words_of
from labour_exchange.foundation.access import permits
from labour_exchange.foundation.database import db
from labour_exchange.foundation.errors import NotFound, Refusal
from labour_exchange.foundation.texts import LANGUAGES, Text
from labour_exchange.jobseekers import operations
from labour_exchange.jobseekers.access import KEEP_OWN_PROFILE
from labour_exchange.jobseekers.models import Profile
from labour_exchange.jobseekers.queries import own_profile
from labour_exchange.jobseekers.rules.sections import Education, Languages, Occupations, Section, Skills
from labour_exchange.web.actor import current_actor
from labour_exchange.web.forms import Form, page_with_form, show_refusal
from labour_exchange.web.jobseeker import wording
from labour_exchange.web.jobseeker.blueprint import blueprint
from labour_exchange.web.jobseeker.forms import EducationForm, LanguageForm, OccupationForm, SkillForm
from labour_exchange.web.localisation import words

Candidates = list[tuple[str, Text]]
MOST_USUAL = 12  # A screenful on a telephone.


@dataclass(frozen=True, slots=True)
class ListSection:
    """A list in the profile: its column, its words, how one entry is read from the form, said and put back."""

    column: str
    title: LazyString
    lead: LazyString
    form: type[Form]
    section: Callable[[list[Any]], Section]
    say: Callable[[Any], str]
    note: Callable[[Any], str]
    entry_of: Callable[[Any], Any]
    candidates: Callable[[str], Candidates] | None = None


def _by_title(typed: str, found: Sequence[Any], key: str) -> Candidates:
    """The one entry whose title was typed, in any language; else all that begin so."""
    exact = [one for one in found if any(words_of(one.name.in_language(language)) == words_of(typed) for language in LANGUAGES)]
    return [(getattr(one, key), one.name) for one in (exact if len(exact) == 1 else found)]


def occupations_named(typed: str) -> Candidates:
    return _by_title(typed, suggest_occupations(typed, g.language), "code")


def skills_named(typed: str) -> Candidates:
    return _by_title(typed, suggest_skills(typed, g.language), "id")


def _usual(name: str, profile: Profile) -> Candidates:
    """Skills of the occupations that are looked for, to be added with one press; other lists offer nothing."""
    if name != "skills":
        return []
    return [(one.id, one.name) for one in skills_to_offer(profile.occupation_codes, profile.skills, MOST_USUAL)]


def _education_entry(form: EducationForm) -> dict[str, Any]:
    facts = {"institution": (form.institution.data or "").strip(), "subject": (form.subject.data or "").strip()}
    return {"level": int(form.level.data), **facts, "finished_in": form.finished_in.data}


SECTIONS = {
    "occupations": ListSection(
        "occupation_codes",
        _l("What work you are looking for"),
        _l("Up to five occupations, the most wanted first. Employers and the search find you by them."),
        OccupationForm,
        Occupations,
        lambda code: words(occupation(code).name),
        lambda code: "",
        lambda form: form.code.data if is_unit_group(form.code.data or "") else None,
        occupations_named,
    ),
    "skills": ListSection(
        "skills",
        _l("Skills"),
        _l("Name what you can do: tools, programmes, kinds of work."),
        SkillForm,
        Skills,
        lambda code: words(skill(code).name),
        lambda code: "",
        lambda form: form.code.data if is_skill(form.code.data or "") else None,
        skills_named,
    ),
    "languages": ListSection(
        "languages",
        _l("Languages"),
        _l("Name also the languages you learned as a child."),
        LanguageForm,
        Languages,
        wording.spoken,
        lambda one: "",
        lambda form: {"code": form.code.data, "level": form.level.data},
    ),
    "education": ListSection(
        "education",
        _l("Education"),
        _l("Schools, colleges, universities and long courses. The highest level counts in the search."),
        EducationForm,
        Education,
        wording.studied,
        wording.schooled,
        _education_entry,
    ),
}


@blueprint.route("/profile/<any(occupations, skills, languages, education):name>", methods=["GET", "POST"])
@permits(KEEP_OWN_PROFILE)
def edit_list(name: str) -> ResponseReturnValue:
    kind, profile = SECTIONS[name], own_profile(db.session(), current_actor())
    form, candidates = kind.form(), []
    if form.validate_on_submit():
        entry = kind.entry_of(form)
        if entry is None and kind.candidates:
            candidates = kind.candidates(form["name"].data)
            entry = candidates[0][0] if len(candidates) == 1 else None
        if entry is None:
            sentence = _("Choose one of those listed below") if candidates else _("We do not know this name. Try another word")
            form["name"].errors = [sentence]
        elif _saved(form, kind, profile, _with(kind, getattr(profile, kind.column), entry)):
            return redirect(url_for("jobseeker.edit_list", name=name), 303)
        profile = own_profile(db.session(), current_actor())
    entries = [(str(place), kind.say(one), kind.note(one)) for place, one in enumerate(getattr(profile, kind.column))]
    shown = {"entries": entries, "candidates": candidates, "usual": _usual(name, profile), "version": profile.version}
    return page_with_form("jobseeker/list.html", form, kind=kind, name=name, **shown)


@blueprint.post("/profile/<any(occupations, skills, languages, education):name>/remove")
@permits(KEEP_OWN_PROFILE)
def remove_from_list(name: str) -> ResponseReturnValue:
    kind, profile = SECTIONS[name], own_profile(db.session(), current_actor())
    place, entries = request.form.get("place", type=int), list(getattr(profile, kind.column))
    if place is None or not 0 <= place < len(entries):
        raise NotFound
    del entries[place]
    # The place means the entry only in the list that was shown, so the version of that list is asked for.
    version = request.form.get("version", 0, type=int)
    operations.save_profile(db.session(), current_actor(), profile, kind.section(entries), version=version)
    db.session.commit()
    flash(_("Removed."), "ok")
    return redirect(url_for("jobseeker.edit_list", name=name), 303)


def _with(kind: ListSection, entries: list[Any], entry: Any) -> list[Any]:
    """The list with the entry; an entry that is there stays once, a language is said anew."""
    if kind.column == "languages":
        return [*(one for one in entries if one["code"] != entry["code"]), entry]
    return entries if entry in entries else [*entries, entry]


def _saved(form: Form, kind: ListSection, profile: Profile, entries: list[Any]) -> bool:
    try:
        operations.save_profile(db.session(), current_actor(), profile, kind.section(entries), version=profile.version)
        db.session.commit()
    except Refusal as refusal:
        db.session.rollback()
        show_refusal(form, refusal)
        return False
    flash(_("Added."), "ok")
    return True
