"""The page of an employer: what it says of itself, how it answers, and its open vacancies."""

from dataclasses import replace

from flask import render_template

from labour_exchange.discovery import finders
from labour_exchange.discovery.questions import SearchQuery
from labour_exchange.employers.access import READ_EMPLOYER
from labour_exchange.employers.queries import employer_by_public_id
from labour_exchange.employers.states import EmployerState
from labour_exchange.foundation.access import permits
from labour_exchange.foundation.database import db
from labour_exchange.foundation.errors import NotFound
from labour_exchange.web.actor import current_actor
from labour_exchange.web.public.asking import asked
from labour_exchange.web.public.blueprint import blueprint
from labour_exchange.web.public.cards import cards


@blueprint.get("/employers/<public_id>")
@permits(READ_EMPLOYER)
def employer(public_id: str) -> str:
    """Raises NotFound for an employer that nobody checked and that has nothing open: there is nothing to read of it."""
    found = employer_by_public_id(db.session(), public_id)
    query = replace(SearchQuery(employer=public_id, facets=False), cursor=asked().cursor)
    page = finders.find_vacancies(db.session(), current_actor(), query)
    if found.state is not EmployerState.VERIFIED and not page.total:
        raise NotFound
    return render_template(
        "public/employer.html", employer=found, page=page, cards=cards(page.hits, current_actor(), is_typed=False), is_first=query.cursor is None
    )
