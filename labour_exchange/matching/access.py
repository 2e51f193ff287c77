"""Who sees suggestions and candidates."""

from sqlalchemy import Select

from labour_exchange.foundation.access import OFFICE_STAFF, Action, Actor, ActorKind, action_for
from labour_exchange.matching.models import ContestedReason, Fault
from labour_exchange.vacancies.access import may_check, may_keep
from labour_exchange.vacancies.models import Vacancy

READ_SUGGESTIONS = action_for("read own suggestions", ActorKind.JOBSEEKER)
DISMISS_SUGGESTION = action_for("dismiss suggestion", ActorKind.JOBSEEKER)
CONTEST_REASON = action_for("contest a reason", ActorKind.JOBSEEKER)
ANSWER_CONTEST = Action("answer contested reasons", OFFICE_STAFF)
READ_CANDIDATES = Action("read candidates", frozenset({ActorKind.EMPLOYER, ActorKind.AGENCY, ActorKind.OFFICE, ActorKind.APPROVER}))


def may_read_candidates(actor: Actor, vacancy: Vacancy) -> bool:
    """The vacancy's own people, and the office of its region."""
    return may_keep(actor, vacancy) or may_check(actor, vacancy)


def may_answer(actor: Actor, contested: ContestedReason) -> bool:
    """The office of the region looks at vacancies that people call wrong; what is wrong in a profile is the person's own affair."""
    return actor.is_office_staff and actor.region_code is not None and actor.region_code == contested.region_code and contested.fault is Fault.VACANCY


def visible_contests(actor: Actor, wanted: Select[tuple[ContestedReason]]) -> Select[tuple[ContestedReason]]:
    """Limit a select to what the actor called wrong, or to what the office of a region has to look at."""
    if actor.is_office_staff:
        return wanted.where(ContestedReason.region_code == actor.region_code, ContestedReason.fault == Fault.VACANCY)
    return wanted.where(ContestedReason.jobseeker_id == actor.jobseeker_id)
