"""Who sees suggestions and candidates."""

from labour_exchange.foundation.access import Action, Actor, ActorKind, action_for
from labour_exchange.vacancies.access import may_check, may_keep
from labour_exchange.vacancies.models import Vacancy

READ_SUGGESTIONS = action_for("read own suggestions", ActorKind.JOBSEEKER)
DISMISS_SUGGESTION = action_for("dismiss suggestion", ActorKind.JOBSEEKER)
READ_CANDIDATES = Action("read candidates", frozenset({ActorKind.EMPLOYER, ActorKind.AGENCY, ActorKind.OFFICE, ActorKind.APPROVER}))


def may_read_candidates(actor: Actor, vacancy: Vacancy) -> bool:
    """The vacancy's own people, and the office of its region."""
    return may_keep(actor, vacancy) or may_check(actor, vacancy)
