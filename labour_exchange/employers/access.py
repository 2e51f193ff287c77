"""Who may act for an employer, and who may check one."""

from labour_exchange.employers.models import Employer
from labour_exchange.foundation.access import OFFICE_STAFF, Action, Actor, ActorKind, action_for, public

READ_EMPLOYER = public("read employer", "An employer's page shows what its published vacancies show.")
KEEP_EMPLOYER = action_for("keep employer", ActorKind.EMPLOYER)
VERIFY_EMPLOYER = Action("verify employer", OFFICE_STAFF)


def may_keep(actor: Actor, employer: Employer) -> bool:
    return actor.kind is ActorKind.EMPLOYER and actor.organisation_id == employer.id


def may_verify(actor: Actor, employer: Employer) -> bool:
    """The office of the region where the employer is registered checks it."""
    return actor.is_office_staff and actor.region_code is not None and actor.region_code == employer.region_code
