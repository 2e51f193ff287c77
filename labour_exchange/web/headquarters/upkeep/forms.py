"""Forms of the administrator."""

from flask_babel import lazy_gettext as _l
from wtforms import EmailField, StringField, TextAreaField
from wtforms.validators import DataRequired, Length, Optional

from labour_exchange.accounts.texts import KINDS
from labour_exchange.foundation.access import ActorKind
from labour_exchange.web.forms import ChoiceField, Form

REASON_LENGTH = 500
ORDER = (ActorKind.OFFICE, ActorKind.APPROVER, ActorKind.ANALYST, ActorKind.ADMINISTRATOR)


class InviteForm(Form):
    kind = ChoiceField(_l("What the person does"), [DataRequired()], choices=lambda: [(kind.value, KINDS[kind]) for kind in ORDER], radios=True)
    office = ChoiceField(_l("Office"), [Optional()], choices=(), blank="–", description=_l("Needed for office staff only."))
    email = EmailField(_l("Email address"), [DataRequired(), Length(max=254)], description=_l("The invitation goes there."))
    display_name = StringField(_l("Name that colleagues see"), [Optional(), Length(max=100)])


class MoveForm(Form):
    office = ChoiceField(_l("Office"), [DataRequired()], choices=())


class ReasonForm(Form):
    reason = TextAreaField(_l("Reason"), [DataRequired(), Length(max=REASON_LENGTH)], description=_l("It is kept with the account."))


class AuditForm(Form):
    reason = StringField(
        _l("Why you read the log"),
        [DataRequired(), Length(max=REASON_LENGTH)],
        description=_l("The reading and its reason are written into the log."),
    )
    email = EmailField(_l("Only what this account did"), [Optional(), Length(max=254)])
    act = StringField(
        _l("Only this act"), [Optional(), Length(max=100)], description=_l("As it is written in the log, for example: show identifiers")
    )
