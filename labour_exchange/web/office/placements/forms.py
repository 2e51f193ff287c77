"""Forms of referrals, of the register's filters and of doubts."""

from flask_babel import lazy_gettext as _l
from wtforms import HiddenField, TextAreaField
from wtforms.validators import DataRequired, Optional

from labour_exchange.web.forms import Form


class ReferForm(Form):
    """The chosen vacancy and words that both sides read."""

    vacancy = HiddenField(validators=[DataRequired()])
    note = TextAreaField(_l("Words to both sides"), [Optional()], description=_l("The person and the employer read them."))


class ProposeForm(Form):
    """Why a placement should not count."""

    reason = TextAreaField(
        _l("Why it should be annulled"), [DataRequired()], description=_l("The employer reads it and may reply. Another officer decides.")
    )
