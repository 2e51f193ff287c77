"""Which measure suits a person and what it did for similar people; and where in the region the next place does most."""

from flask import render_template

from labour_exchange.classifications.occupations import occupation
from labour_exchange.foundation import clock
from labour_exchange.foundation.access import permits
from labour_exchange.foundation.database import db
from labour_exchange.foundation.records.audit import record_act
from labour_exchange.jobseekers.queries import jobseeker_for
from labour_exchange.programmes.access import ENROL, READ_ENROLMENTS
from labour_exchange.programmes.recommending import queries, shortages
from labour_exchange.programmes.texts.labels import MEASURE_KINDS
from labour_exchange.web.actor import current_actor
from labour_exchange.web.hiring.promise import rate_words
from labour_exchange.web.localisation import language
from labour_exchange.web.office.blueprint import blueprint
from labour_exchange.web.office.vacancies import own_region


@blueprint.get("/jobseekers/<public_id>/recommended-measures")
@permits(ENROL)
def recommended_measures(public_id: str) -> str:
    """Opening it is a logged act: it reads what is known of the person."""
    session, actor, today = db.session(), current_actor(), clock.today()
    person = jobseeker_for(session, actor, public_id)
    record_act(session, actor, "recommend measures", "jobseeker", person.id)
    session.commit()
    return render_template(
        "office/measures/recommended.html",
        person=person,
        rows=queries.recommendations(session, actor, person, today, language()),
        courses=shortages.useful_courses(session, actor, person.profile, today),
        rate_words=rate_words,
        occupation=occupation,
    )


@blueprint.get("/programme/next-place")
@permits(READ_ENROLMENTS)
def next_place() -> str:
    """The measures of the region by what came of them, and the occupations it lacks people for."""
    session, actor, today = db.session(), current_actor(), clock.today()
    region_code = own_region(actor)
    return render_template(
        "office/measures/next_place.html",
        rates=queries.sorted_by_promise(queries.rates_in_region(session, region_code, today)),
        shortages=shortages.shortages(session, region_code),
        kinds=MEASURE_KINDS,
        rate_words=rate_words,
        occupation=occupation,
    )
