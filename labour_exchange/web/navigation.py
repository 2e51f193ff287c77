"""The main menu of each kind of actor, as data: which pages, in which order, under which words."""

from dataclasses import dataclass

from flask import Flask, current_app, request, url_for
from flask_babel import lazy_gettext as _l
from flask_babel.speaklater import LazyString

from labour_exchange.foundation.access import Actor, ActorKind

Menu = tuple[tuple[str, LazyString], ...]

OFFICE_MENU: Menu = (
    ("office.queue", _l("Queue")),
    ("office.jobseekers", _l("Jobseekers")),
    ("office.cases", _l("Cases")),
    ("office.vacancies", _l("Vacancies")),
    ("office.referrals", _l("Referrals")),
    ("office.placements", _l("Placements")),
    ("office.programme", _l("Programme")),
    ("office.reports", _l("Reports")),
)
MINISTRY_MENU: Menu = (
    ("headquarters.home", _l("Overview")),
    ("headquarters.agencies", _l("Agencies")),
    ("headquarters.searches", _l("Searches")),
    ("headquarters.programme", _l("Programme")),
    ("headquarters.standards", _l("Standards")),
    ("headquarters.reports", _l("Reports")),
    ("headquarters.instructions", _l("Instructions")),
    ("public.statistics", _l("Statistics")),
)
MENUS: dict[ActorKind, Menu] = {
    ActorKind.VISITOR: (
        ("public.vacancies", _l("Find a job")),
        ("public.for_employers", _l("For employers")),
        ("public.statistics", _l("Statistics")),
        ("public.standards", _l("Service standards")),
        ("public.help", _l("Help")),
    ),
    ActorKind.JOBSEEKER: (
        ("jobseeker.home", _l("Home")),
        ("public.vacancies", _l("Find a job")),
        ("jobseeker.applications", _l("Applications")),
        ("jobseeker.measures", _l("Measures")),
        ("jobseeker.messages", _l("Messages")),
        ("jobseeker.profile", _l("Profile")),
    ),
    ActorKind.EMPLOYER: (
        ("employer.home", _l("Home")),
        ("employer.vacancies", _l("Vacancies")),
        ("employer.applications", _l("Applications")),
        ("employer.placements", _l("Hiring")),
        ("employer.subsidised_jobs", _l("Subsidised jobs")),
    ),
    ActorKind.AGENCY: (
        ("agency.home", _l("Home")),
        ("agency.vacancies", _l("Vacancies")),
        ("agency.applications", _l("Applications")),
        ("agency.candidates", _l("Candidates")),
        ("agency.mandates", _l("Mandates")),
        ("agency.keys", _l("API keys")),
        ("agency.webhooks", _l("Webhooks")),
    ),
    ActorKind.OFFICE: OFFICE_MENU,
    ActorKind.APPROVER: OFFICE_MENU,
    ActorKind.ANALYST: MINISTRY_MENU,
    ActorKind.ADMINISTRATOR: (*MINISTRY_MENU, ("headquarters.users", _l("Staff"))),
}
ACCOUNT: Menu = (("accounts.account", _l("My account")),)
ENTRANCE: Menu = (("accounts.sign_in", _l("Sign in")), ("accounts.sign_up", _l("Create an account")))
FOOT: Menu = (
    ("public.accessibility", _l("Accessibility")),
    ("public.privacy", _l("Personal data")),
    ("public.open_data", _l("Open data")),
    ("public.api", _l("API documentation")),
    ("public.complaints", _l("Complaints and ideas")),
    ("public.source", _l("Source code")),
)
SIGN_OUT = "accounts.sign_out"


@dataclass(frozen=True, slots=True)
class Entry:
    """One link of a menu."""

    endpoint: str
    label: str
    href: str
    is_current: bool


def navigation(actor: Actor) -> list[Entry]:
    """The main menu of this actor; a page that does not exist is left out."""
    return _entries(MENUS.get(actor.kind, ()))


def register(app: Flask) -> None:
    app.context_processor(_menus)


def _menus() -> dict[str, object]:
    return {
        "navigation": navigation,
        "entrance": _entries(ENTRANCE),
        "account": _entries(ACCOUNT),
        "foot": _entries(FOOT),
        "sign_out": _href(SIGN_OUT),
    }


def _entries(menu: Menu) -> list[Entry]:
    found = ((endpoint, str(label), _href(endpoint)) for endpoint, label in menu)
    return [Entry(endpoint, label, href, bool(request) and request.endpoint == endpoint) for endpoint, label, href in found if href]


def _href(endpoint: str) -> str:
    return url_for(endpoint) if endpoint in current_app.view_functions else ""
