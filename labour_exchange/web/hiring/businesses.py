"""What pages of businesses say alike on every side: how a microcredit stands, its months, a plan from its form."""

from dataclasses import dataclass

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import TextAreaField
from wtforms.validators import DataRequired, InputRequired, Length

from labour_exchange.foundation import clock
from labour_exchange.programmes.businesses.models import Credit
from labour_exchange.programmes.businesses.queries import schedule_of_credit
from labour_exchange.programmes.businesses.rules import Due, PlanFacts, Standing
from labour_exchange.programmes.businesses.states import CreditState, RepaymentCode
from labour_exchange.web.forms import Form, MoneyField, WholeNumberField

CREDIT_BADGES = {CreditState.DOUBTED: "warn", CreditState.REPAID: "ok", CreditState.WRITTEN_OFF: "bad"}
RECEIPT_BADGES = {RepaymentCode.RECORDED: "ok", RepaymentCode.UNCHANGED: "info", RepaymentCode.REJECTED: "bad"}


class BusinessPlanForm(Form):
    """What the person plans; the same for the person and for the office that writes it with them."""

    purpose = TextAreaField(_l("What business"), [DataRequired(), Length(max=1_000)], description=_l("What you will make or do, where, and for whom"))
    asked = MoneyField(_l("Sum asked for"), [DataRequired()])
    own_share = MoneyField(_l("What you put in yourself"), [InputRequired()], description=_l("Money and things, in tenge; 0 if nothing"))
    jobs_planned = WholeNumberField(_l("Jobs it will give"), [DataRequired()], description=_l("Your own counts too"))
    months = WholeNumberField(_l("Months to pay it back or to use it"), [DataRequired()])


@dataclass(frozen=True, slots=True)
class CreditMonth:
    """One month of the schedule with what has come of it."""

    due: Due
    words: str
    badge: str


def plan_facts(form: BusinessPlanForm) -> PlanFacts:
    return PlanFacts(form.purpose.data or "", form.asked.data or 0, form.own_share.data or 0, form.jobs_planned.data or 0, form.months.data or 0)


def standing_words(standing: Standing) -> str:
    if standing.days_late:
        return _("late, days: %(num)s", num=standing.days_late)
    return _("on time")


def standing_badge(standing: Standing) -> str:
    return "bad" if standing.days_late else "ok"


def months_of_credit(credit: Credit) -> list[CreditMonth]:
    """Each month of the schedule: paid, paid in part, late, or to come; what came is set against the oldest first."""
    today, left, months = clock.today(), credit.received, []
    for due in schedule_of_credit(credit):
        covered = min(left, due.total)
        left -= covered
        if covered == due.total:
            said = (_("paid"), "ok")
        elif due.due_on < today:
            said = (_("late"), "bad")
        elif covered:
            said = (_("paid in part"), "warn")
        else:
            said = (_("to come"), "")
        months.append(CreditMonth(due, *said))
    return months
