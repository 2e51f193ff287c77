"""The first page, and what employers read before they begin."""

from flask import current_app, render_template
from flask_babel import gettext as _

from labour_exchange.discovery import finders
from labour_exchange.discovery.questions import SearchQuery
from labour_exchange.foundation.access import permits, public
from labour_exchange.foundation.database import db
from labour_exchange.web.actor import current_actor
from labour_exchange.web.public.asking import address_of
from labour_exchange.web.public.blueprint import blueprint
from labour_exchange.web.public.cards import card, region_tiles

READ_ABOUT = public("read about the exchange", "What the exchange is and how it works is for everybody.")
NEWEST = 3


@blueprint.get("/")
@permits(READ_ABOUT)
def home() -> str:
    """Search first; then what this is, where the work is, and the way for employers."""
    country = finders.country_counts()
    newest = finders.find_vacancies(db.session(), current_actor(), SearchQuery(limit=NEWEST, facets=False)).hits
    tiles, legend = region_tiles(country.by_region, lambda code: address_of(SearchQuery(regions=(code,))))
    return render_template(
        "public/home.html",
        total=country.total,
        tiles=tiles,
        legend=legend,
        newest=[card(hit.vacancy) for hit in newest],
        majors=[(name, address_of(SearchQuery(occupations=(code,))), count) for code, name, count in country.majors],
        steps=_steps(),
    )


@blueprint.get("/for-employers")
@permits(READ_ABOUT)
def for_employers() -> str:
    return render_template("public/for_employers.html", endpoints=current_app.view_functions)


@blueprint.get("/help", endpoint="help")
@permits(READ_ABOUT)
def help_page() -> str:
    return render_template("public/help.html", answers=_answers())


def _steps() -> list[tuple[str, str]]:
    return [
        (_("Say what work you look for"), _("In Kazakh, Russian or English, in your own words. We say how we understood you.")),
        (_("See why a vacancy suits you"), _("Every reason is shown with its weight, and you can contest it.")),
        (_("Apply and get an answer"), _("We remind the employer. After 30 days without an answer we close the application and tell you.")),
    ]


def _answers() -> list[tuple[str, str]]:
    return [
        (
            _("How do I search?"),
            _("Write the work and the place in your own words, for example: welder Karaganda from 300 000. Remove what we understood wrongly."),
        ),
        (
            _("Why was a vacancy shown to me?"),
            _("Each result says which of your words or wishes it meets, and how much each counts. Age, sex and nationality never count."),
        ),
        (
            _("What does the employer see of me?"),
            _("Your name and phone only when you apply or accept an invitation. Before that your profile without a name, if you allow it."),
        ),
        (
            _("What does it cost?"),
            _("Nothing. Nobody may take money from you for a job, a registration or an interview. Tell your employment office if somebody does."),
        ),
        (
            _("Who checks the vacancies?"),
            _("The employment service of the region reads every vacancy within one working day. Those of new employers are read before they appear."),
        ),
    ]
