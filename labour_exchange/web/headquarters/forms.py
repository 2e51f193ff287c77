"""Forms about licences."""

from flask_babel import lazy_gettext as _l
from wtforms import TextAreaField
from wtforms.validators import DataRequired, Length

from labour_exchange.web.forms import DateField3, Form

REASON_LENGTH = 500


class GrantForm(Form):
    expires_on = DateField3(_l("Last day of the licence"), [DataRequired()])


class ReasonForm(Form):
    reason = TextAreaField(_l("Reason"), [DataRequired(), Length(max=REASON_LENGTH)], description=_l("The agency will read it."))
