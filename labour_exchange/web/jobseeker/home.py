"""What a person who looks for work should do now."""

from dataclasses import dataclass
from datetime import date, timedelta

from flask import render_template
from flask_babel import gettext as _
from flask_babel import ngettext
from sqlalchemy.orm import Session

from labour_exchange.alerts.queries import saved_searches
from labour_exchange.foundation import clock
from labour_exchange.foundation.access import Actor, permits
from labour_exchange.foundation.database import db
from labour_exchange.foundation.texts import Text
from labour_exchange.jobseekers import operations, texts
from labour_exchange.jobseekers.access import KEEP_OWN_PROFILE
from labour_exchange.jobseekers.models import Profile
from labour_exchange.jobseekers.queries import open_registration_of, own_jobseeker, own_profile
from labour_exchange.jobseekers.rules.completeness import gaps
from labour_exchange.matching.queries import Suggestion, suggestions_for
from labour_exchange.placements.models import JobApplication
from labour_exchange.placements.queries.approaches import ThingsToAnswer, applications_of, own_things, things_to_answer
from labour_exchange.placements.states import ApplicationState
from labour_exchange.placements.texts.labels import APPLICATION_STATES
from labour_exchange.vacancies.models import Vacancy
from labour_exchange.vacancies.texts import HOURS
from labour_exchange.web.actor import current_actor
from labour_exchange.web.jobseeker import wording
from labour_exchange.web.jobseeker.addresses import gap_links, page_or_nothing
from labour_exchange.web.jobseeker.blueprint import blueprint
from labour_exchange.web.jobseeker.office.registration import registration_card
from labour_exchange.web.jobseeker.office.waiting import office_questions
from labour_exchange.web.localisation import date_day, money, words

SHOWN_SUGGESTIONS, SHOWN_APPLICATIONS, SHOWN_GAPS = 3, 5, 3
SHOWN_SEARCHES = 5
SOON = timedelta(days=3)
UNANSWERED_AFTER = timedelta(days=30)
BADGES = {
    ApplicationState.SENT: "info",
    ApplicationState.SEEN: "info",
    ApplicationState.INTERVIEW: "warn",
    ApplicationState.OFFERED: "warn",
    ApplicationState.HIRED: "ok",
}


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to do; `late` is said in red, the first step gets the one main button."""

    title: str
    note: str
    late: str
    button: str
    href: str
    is_post: bool = False


@blueprint.get("/home")
@permits(KEEP_OWN_PROFILE)
def home() -> str:
    session, actor = db.session(), current_actor()
    person, profile = own_jobseeker(session, actor), own_profile(session, actor)
    operations.note_activity(session, actor, person)
    session.commit()
    registration = registration_card(open_registration_of(session, actor, person))
    lacking = gap_links(gaps(profile))
    waiting = things_to_answer(session, actor)
    asked = [Step(title, note, "", button, href) for title, note, button, href in office_questions(session, actor, person.id)]
    steps = [*_answers(waiting), *asked, *_renewal(registration), *_required(lacking)]
    applications = session.scalars(applications_of(actor).order_by(JobApplication.id.desc()).limit(SHOWN_APPLICATIONS)).all()
    return render_template(
        "jobseeker/home.html",
        person=person,
        lead=_lead(steps, profile),
        steps=steps,
        suggestions=[_card(one) for one in _new_suggestions(session, actor, waiting)],
        can_suggest=bool(profile.occupation_codes or profile.skills),
        applications=[_line(one) for one in applications],
        searches=saved_searches(session, actor)[:SHOWN_SEARCHES],
        registration=registration,
        audience=(texts.AUDIENCES[profile.audience], texts.AUDIENCE_MEANINGS[profile.audience]),
        tips=[tip for tip in lacking if not tip[2]][:SHOWN_GAPS],
        find=page_or_nothing("public.vacancies"),
        all_suggestions=page_or_nothing("jobseeker.suggestions"),
        all_applications=page_or_nothing("jobseeker.applications"),
    )


def _new_suggestions(session: Session, actor: Actor, waiting: ThingsToAnswer) -> list[Suggestion]:
    """The best vacancies that the person has not dealt with yet."""
    known = {one.vacancy_id for one in own_things(session, actor, JobApplication)}
    known |= {one.vacancy_id for one in (*waiting.offers, *waiting.invitations, *waiting.referrals)}
    found = suggestions_for(session, actor, limit=SHOWN_SUGGESTIONS + len(known))
    return [one for one in found if one.vacancy.id not in known][:SHOWN_SUGGESTIONS]


def _lead(steps: list[Step], profile: Profile) -> str:
    if steps:
        return ngettext(
            "There is %(num)d thing to do today. Begin with the first.", "There are %(num)d things to do today. Begin with the first.", len(steps)
        )
    if gaps(profile):
        return _("Nothing is urgent. The fuller your profile, the better the jobs we suggest.")
    return _("Nothing is urgent. Look at the jobs that suit you.")


def _answers(waiting: ThingsToAnswer) -> list[Step]:
    """What others are waiting for, the weightiest first."""
    offers = [(_("You are offered a job: %(title)s"), one.vacancy, one.answer_by_on, "jobseeker.offer", one.public_id) for one in waiting.offers]
    invited = [(_("You are invited: %(title)s"), one.vacancy, one.expires_on, "jobseeker.invitation", one.public_id) for one in waiting.invitations]
    referred = [
        (_("The office suggests a job: %(title)s"), one.vacancy, one.expires_on, "jobseeker.referral", one.public_id) for one in waiting.referrals
    ]
    answers = [_answer(*one) for one in (*offers, *invited, *referred)]
    return [*answers, *(_confirmation(one.vacancy, one.started_on, one.public_id) for one in waiting.placements)]


def _answer(sentence: str, vacancy: Vacancy, until: date, endpoint: str, public_id: str) -> Step:
    due = _("Answer by %(day)s", day=date_day(until))
    is_late = until <= clock.today() + SOON
    place = _employer_and_place(vacancy)
    return Step(
        title=sentence % {"title": vacancy.title},
        note=place if is_late else f"{place}. {due}",
        late=due if is_late else "",
        button=_("Answer"),
        href=page_or_nothing(endpoint, public_id=public_id),
    )


def _confirmation(vacancy: Vacancy | None, started_on: date, public_id: str) -> Step:
    note = _("An employer says that you work there since %(day)s", day=date_day(started_on))
    title = _("Confirm that you started work: %(title)s", title=vacancy.title) if vacancy else _("Confirm that you started work")
    return Step(title, note, "", _("Confirm or dispute"), page_or_nothing("jobseeker.placement", public_id=public_id))


def _renewal(registration: dict[str, object] | None) -> list[Step]:
    if registration is None or not registration["is_due"]:
        return []
    day = registration["lapses_on"]
    assert isinstance(day, date)
    late = "" if registration["is_active"] else _("It lapsed on %(day)s", day=date_day(day))
    note = (
        _("You need not come to the office.")
        if late
        else _("In force until %(day)s. You need not come to the office.", day=date_day(day - timedelta(days=1)))
    )
    return [Step(_("Renew your registration"), note, late, _("Renew"), page_or_nothing("jobseeker.renew_registration"), is_post=True)]


def _required(lacking: list[tuple[Text, str, bool]]) -> list[Step]:
    note = _("Without this we cannot suggest jobs, and employers cannot find you.")
    return [Step(words(text), note, "", _("Fill in"), href) for text, href, is_required in lacking if is_required]


def _card(suggestion: Suggestion) -> dict[str, object]:
    vacancy = suggestion.vacancy
    return {
        "title": vacancy.title,
        "href": page_or_nothing("public.vacancy", public_id=vacancy.public_id),
        "pay": _pay(vacancy),
        "employer": vacancy.employer.name if vacancy.employer else "",
        "place": _place(vacancy),
        "hours": HOURS[vacancy.hours],
        "reasons": [(reason.text, reason.weight) for reason in suggestion.reasons],
    }


def _line(application: JobApplication) -> dict[str, object]:
    vacancy, state = application.vacancy, application.state
    sent_on = application.created_at.astimezone(clock.COUNTRY_ZONE).date()
    is_waiting = state in {ApplicationState.SENT, ApplicationState.SEEN}
    return {
        "title": vacancy.title,
        "employer": vacancy.employer.name if vacancy.employer else "",
        "href": page_or_nothing("jobseeker.application", public_id=application.public_id),
        "sent_on": sent_on,
        "state": APPLICATION_STATES[state],
        "kind": BADGES.get(state, ""),
        "next": _("Closed without an answer on %(day)s", day=date_day(sent_on + UNANSWERED_AFTER)) if is_waiting else "",
    }


def _pay(vacancy: Vacancy) -> str:
    """350 000 – 400 000 ₸, or one bound, or nothing."""
    if vacancy.pay_from and vacancy.pay_to and vacancy.pay_from != vacancy.pay_to:
        return f"{money(vacancy.pay_from)} – {money(vacancy.pay_to)}"
    if vacancy.pay_from and not vacancy.pay_to:
        return _("from %(pay)s", pay=money(vacancy.pay_from))
    if vacancy.pay_to and not vacancy.pay_from:
        return _("up to %(pay)s", pay=money(vacancy.pay_to))
    return money(vacancy.pay_from) if vacancy.pay_from else ""


def _place(vacancy: Vacancy) -> str:
    return wording.place_name(vacancy.region_code, vacancy.district_code) if vacancy.region_code else vacancy.place_text


def _employer_and_place(vacancy: Vacancy) -> str:
    return ", ".join(part for part in (vacancy.employer.name if vacancy.employer else "", _place(vacancy)) if part)
