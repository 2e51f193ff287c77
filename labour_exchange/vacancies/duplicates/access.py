"""Who may see that several announcements are one post, and who decides which of them stands for it."""

from collections.abc import Iterable

from labour_exchange.foundation.access import Actor, ActorKind, action_for
from labour_exchange.vacancies.models import Vacancy

DECIDE_DUPLICATES = action_for("decide duplicates", ActorKind.EMPLOYER)
READ_DUPLICATES = action_for("read duplicates", ActorKind.AGENCY)


def may_decide(actor: Actor, group: Iterable[Vacancy]) -> bool:
    """The employer whose work it is: one of the announcements is under its name."""
    return actor.kind is ActorKind.EMPLOYER and any(one.employer_id == actor.organisation_id for one in group)
