"""Forms about licences."""

from flask_babel import lazy_gettext as _l
from wtforms import BooleanField, TextAreaField
from wtforms.validators import DataRequired, Length, Optional

from labour_exchange.agencies.texts import EFFECTS
from labour_exchange.foundation.texts import Text
from labour_exchange.web.forms import ChoiceField, DateField3, Form

REASON_LENGTH = 500


class RenewForm(Form):
    expires_on = DateField3(_l("Last day of the licence"), [DataRequired()])


class GrantForm(RenewForm):
    is_checked = BooleanField(_l("I found this licence in the register, and it belongs to this BIN"), [DataRequired()])
    reason = TextAreaField(_l("What was checked"), [Optional(), Length(max=REASON_LENGTH)])


class ReasonForm(Form):
    reason = TextAreaField(_l("Reason"), [DataRequired(), Length(max=REASON_LENGTH)], description=_l("The agency will read it."))


NOT_UPHELD = ("none", Text(kk="Шағым расталмады", ru="Жалоба не подтвердилась", en="The complaint is not upheld"))


class DecisionForm(Form):
    effect = ChoiceField(_l("Decision"), [DataRequired()], choices=[NOT_UPHELD, *EFFECTS.items()], radios=True)
    decision = TextAreaField(_l("Reason"), [DataRequired(), Length(max=4000)], description=_l("Both sides will read it."))
