"""Forms of a transfer: where to and why; and who leads the case at the office that takes the person over."""

from flask import g
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms.validators import DataRequired

from labour_exchange.cases.states import TransferReason
from labour_exchange.cases.texts.transfers import TRANSFER_REASONS
from labour_exchange.territory.queries import regions_in_order
from labour_exchange.web.forms import ChoiceField, Form
from labour_exchange.web.localisation import words

# The exchange gives this reason itself, when a household has moved.
REASONS = [(reason.value, text) for reason, text in TRANSFER_REASONS.items() if reason is not TransferReason.RELOCATION]


class TransferForm(Form):
    to_region = ChoiceField(_l("Region of the new office"), [DataRequired()], choices=[])
    reason = ChoiceField(_l("Why the person changes the office"), [DataRequired()], choices=REASONS, radios=True)


class AcceptForm(Form):
    lead = ChoiceField(_l("Lead officer"), [DataRequired()], choices=[])


def other_regions(region_code: str) -> list[tuple[str, str]]:
    """Nothing chosen, then every region but this one in the order of the reader's language."""
    return [("", _("Choose")), *((one.iso_code, words(one.name)) for one in regions_in_order(g.language) if one.iso_code != region_code)]
