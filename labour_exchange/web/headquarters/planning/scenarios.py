"""A scenario for the next allocation: places in regions and measures, and what observed rates promise of them. Nothing is stored."""

from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import Field
from wtforms.validators import ValidationError

from labour_exchange.foundation import clock
from labour_exchange.foundation.access import permits
from labour_exchange.foundation.database import db
from labour_exchange.programmes.queries.definitions import measures_open_on
from labour_exchange.statistics.access import READ_REGION_FIGURES, may_read_country
from labour_exchange.statistics.planning import scenarios as queries
from labour_exchange.statistics.planning.rules import ENOUGH, MOST_PLACES
from labour_exchange.statistics.planning.scenarios import Asked
from labour_exchange.territory.queries import region as region_of
from labour_exchange.territory.queries import regions_in_order
from labour_exchange.web.actor import current_actor
from labour_exchange.web.forms import ChoiceField, Form, WholeNumberField, page_with_form
from labour_exchange.web.forms.choices import Offered
from labour_exchange.web.headquarters.blueprint import blueprint
from labour_exchange.web.localisation import language, money, number

ROWS = 4
OUTCOME_WORDS = {
    "completed": _l("Complete the measure"),
    "declared": _l("Employed within six months: declared"),
    "confirmed": _l("Employed within six months: confirmed"),
    "sustained": _l("Of these, three months of contributions"),
}


def _regions() -> Offered:
    actor = current_actor()
    return [(one.iso_code, one.name) for one in regions_in_order(language()) if may_read_country(actor) or one.iso_code == actor.region_code]


def _measures() -> Offered:
    return [(one.code, one.name) for one in measures_open_on(db.session(), clock.today())]


class ScenarioForm(Form):
    """Rows of three fields; a row is filled in whole or left empty."""

    def rows(self) -> list[tuple[Field, Field, Field]]:
        return [(self[f"region_{place}"], self[f"measure_{place}"], self[f"places_{place}"]) for place in range(1, ROWS + 1)]

    def validate(self, extra_validators: object = None) -> bool:
        is_right = super().validate()
        for place, fields in enumerate(self.rows(), start=1):
            filled = [one for one in fields if one.data is not None or one.errors]
            for one in fields if 0 < len(filled) < len(fields) else ():
                if one not in filled:
                    one.errors = [*one.errors, _("Row %(number)s: fill in all three fields, or leave it empty", number=place)]
                    is_right = False
        if not any(one.data is not None or one.errors for row in self.rows() for one in row):
            first = self.rows()[0][0]
            first.errors = [*first.errors, _("Fill in at least one row")]
            is_right = False
        return is_right

    def asked(self) -> list[Asked]:
        return [Asked(*(one.data for one in row)) for row in self.rows() if row[0].data is not None]


def _in_range(form: Form, field: Field) -> None:
    if field.data is not None and not 0 < field.data <= MOST_PLACES:
        raise ValidationError(_("Write a number from 1 to %(most)s", most=number(MOST_PLACES)))


for _place in range(1, ROWS + 1):
    setattr(ScenarioForm, f"region_{_place}", ChoiceField(_l("Region"), choices=_regions, blank=_l("Choose")))
    setattr(ScenarioForm, f"measure_{_place}", ChoiceField(_l("Measure"), choices=_measures, blank=_l("Choose")))
    setattr(ScenarioForm, f"places_{_place}", WholeNumberField(_l("Places"), [_in_range]))


@blueprint.route("/planning/scenario", methods=["GET", "POST"])
@permits(READ_REGION_FIGURES)
def scenario() -> ResponseReturnValue:
    """The form, and below it the answer for each row."""
    form = ScenarioForm()
    answers = queries.scenario(db.session(), current_actor(), form.asked()) if form.validate_on_submit() else []
    return page_with_form(
        "headquarters/planning/scenario.html",
        form,
        answers=answers,
        measures=dict(_measures()),
        region_of=region_of,
        outcomes=OUTCOME_WORDS,
        span=_span,
        enough=ENOUGH,
        is_ministry=may_read_country(current_actor()),
    )


def _span(ends: tuple[float, float], is_money: bool = False) -> str:
    low, high = (money(round(end)) if is_money else number(round(end)) for end in ends)
    return f"{low} – {high}"
