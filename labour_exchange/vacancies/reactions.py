"""What happens to vacancies when their employer changes: a claim moves them, a refusal takes them off."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from labour_exchange.employers.models import Employer
from labour_exchange.employers.states import EmployerState
from labour_exchange.foundation import clock
from labour_exchange.foundation.access import system_actor
from labour_exchange.foundation.events import record
from labour_exchange.foundation.lifecycle.moves import log_transition
from labour_exchange.vacancies.events import VacancyClosed
from labour_exchange.vacancies.models import Vacancy
from labour_exchange.vacancies.states import VACANCY_LIFECYCLE, RejectionCode, VacancyState


def move_to_claimant(session: Session, facts: Mapping[str, Any]) -> None:
    """Reaction to an accepted claim: the advertisements belong to the employer that claimed them."""
    moving = update(Vacancy).where(Vacancy.employer_id == facts["employer_id"])
    session.execute(moving.values(employer_id=facts["claimant_id"], version=Vacancy.version + 1).execution_options(synchronize_session=False))


def reject_when_refused(session: Session, facts: Mapping[str, Any]) -> None:
    """Reaction to a refused employer: what it has published or handed in is rejected, unless it has been verified again meanwhile."""
    actor = system_actor("reject_when_refused")
    employer = session.get_one(Employer, facts["employer_id"])
    if employer.state is not EmployerState.REFUSED:
        return
    wanted = select(Vacancy).where(Vacancy.employer_id == employer.id, Vacancy.state.in_(list(VACANCY_LIFECYCLE.moves["reject"])))
    for vacancy in session.scalars(wanted.order_by(Vacancy.id).with_for_update()):
        before, code = vacancy.state, RejectionCode.EMPLOYER_NOT_VERIFIED
        vacancy.state, vacancy.rejection_code, vacancy.closed_at = VacancyState.REJECTED, code, clock.now()
        session.flush()
        log_transition(session, actor, VACANCY_LIFECYCLE.name, vacancy.id, "reject", before, vacancy.state, reason=code)
        record(session, actor, VacancyClosed(vacancy.id, vacancy.state.value))
