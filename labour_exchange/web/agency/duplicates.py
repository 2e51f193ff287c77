"""Posts that the agency announced and others too: which announcement is shown, and what they state differently."""

from flask import render_template

from labour_exchange.foundation.access import permits
from labour_exchange.foundation.database import db
from labour_exchange.vacancies.duplicates.access import READ_DUPLICATES
from labour_exchange.vacancies.duplicates.queries import groups_for
from labour_exchange.web.actor import current_actor
from labour_exchange.web.agency.blueprint import blueprint
from labour_exchange.web.public import wording


@blueprint.get("/duplicates")
@permits(READ_DUPLICATES)
def duplicates() -> str:
    return render_template("agency/duplicates.html", groups=groups_for(db.session(), current_actor()), say=wording)
