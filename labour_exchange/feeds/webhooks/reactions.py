"""What agencies are told when something happens: ids and codes only, and nothing while the licence is not in force."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from labour_exchange.agencies.queries import licence_of
from labour_exchange.agencies.rules import is_in_force
from labour_exchange.employers.models import Employer
from labour_exchange.feeds.documents import source_as_named
from labour_exchange.feeds.webhooks.operations import tell_agency
from labour_exchange.feeds.webhooks.states import EventKind
from labour_exchange.foundation import clock
from labour_exchange.placements.models import JobApplication, Offer, Placement
from labour_exchange.vacancies.models import Vacancy
from labour_exchange.vacancies.states import VacancyState

Facts = Mapping[str, Any]


def tell_of_publication(session: Session, facts: Facts) -> None:
    """Reaction to vacancy_published."""
    _tell_of_vacancies(session, EventKind.VACANCY_PUBLISHED, [facts["vacancy_id"]])


def tell_of_import(session: Session, facts: Facts) -> None:
    """Reaction to vacancies_imported: one message for a batch."""
    _tell_of_vacancies(session, EventKind.VACANCY_PUBLISHED, facts["vacancy_ids"])


def tell_of_rejection(session: Session, facts: Facts) -> None:
    """Reaction to vacancy_rejected."""
    _tell_of_vacancies(session, EventKind.VACANCY_REJECTED, [facts["vacancy_id"]], rejection_code=facts["code"])


def tell_of_closing(session: Session, facts: Facts) -> None:
    """Reaction to vacancy_closed; of a rejection there is a message of its own."""
    if facts["state"] != VacancyState.REJECTED:
        _tell_of_vacancies(session, EventKind.VACANCY_CLOSED, [facts["vacancy_id"]], state=facts["state"])


def tell_of_withdrawal(session: Session, facts: Facts) -> None:
    """Reaction to vacancies_withdrawn: one message for a batch."""
    _tell_of_vacancies(session, EventKind.VACANCY_CLOSED, facts["vacancy_ids"], state=VacancyState.WITHDRAWN.value)


def tell_of_application(session: Session, facts: Facts) -> None:
    """Reaction to application_sent."""
    _tell_of_application(session, EventKind.APPLICATION_SENT, facts)


def tell_of_answer(session: Session, facts: Facts) -> None:
    """Reaction to application_answered."""
    _tell_of_application(session, EventKind.APPLICATION_ANSWERED, facts)


def tell_of_end(session: Session, facts: Facts) -> None:
    """Reaction to application_closed."""
    _tell_of_application(session, EventKind.APPLICATION_CLOSED, facts)


def tell_of_offer(session: Session, facts: Facts) -> None:
    """Reaction to offer_answered."""
    offer = session.get(Offer, facts["offer_id"])
    if offer is not None:
        data = {"offer": offer.public_id, "vacancy": offer.vacancy.public_id, "state": facts["state"]}
        _tell(session, offer.vacancy.agency_id, EventKind.OFFER_ANSWERED, data)


def tell_of_confirmation(session: Session, facts: Facts) -> None:
    """Reaction to placement_confirmed."""
    _tell_of_placement(session, EventKind.PLACEMENT_CONFIRMED, facts)


def tell_of_dispute(session: Session, facts: Facts) -> None:
    """Reaction to placement_disputed."""
    _tell_of_placement(session, EventKind.PLACEMENT_DISPUTED, facts)


def tell_of_licence(session: Session, facts: Facts) -> None:
    """Reaction to licence_changed: also when it is suspended, because that is the news."""
    tell_agency(session, facts["agency_id"], EventKind.LICENCE_CHANGED, {"state": facts["state"]})


def tell_of_mandate(session: Session, facts: Facts) -> None:
    """Reaction to mandate_given."""
    _tell(session, facts["agency_id"], EventKind.MANDATE_GIVEN, {"employer": _employer(session, facts)})


def tell_of_mandate_end(session: Session, facts: Facts) -> None:
    """Reaction to mandate_withdrawn."""
    _tell(session, facts["agency_id"], EventKind.MANDATE_WITHDRAWN, {"employer": _employer(session, facts)})


def _tell(session: Session, agency_id: int | None, kind: EventKind, data: dict[str, Any]) -> None:
    if agency_id is None:
        return
    licence = licence_of(session, agency_id)
    if licence is not None and is_in_force(licence.state, licence.granted_on, licence.expires_on, clock.today()):
        tell_agency(session, agency_id, kind, data)


def _tell_of_vacancies(session: Session, kind: EventKind, ids: Sequence[int], **more: str) -> None:
    wanted = select(Vacancy.agency_id, Vacancy.public_id, Vacancy.source_name, Vacancy.external_id)
    by_agency: dict[int, list[dict[str, str | None]]] = {}
    for row in session.execute(wanted.where(Vacancy.id.in_(ids), Vacancy.agency_id.is_not(None)).order_by(Vacancy.id)):
        by_agency.setdefault(row.agency_id, []).append(
            {"id": row.public_id, "source": source_as_named(row.source_name), "external_id": row.external_id}
        )
    for agency_id, told in by_agency.items():
        _tell(session, agency_id, kind, {"vacancies": told, **more})


def _tell_of_application(session: Session, kind: EventKind, facts: Facts) -> None:
    application = session.get(JobApplication, facts["application_id"])
    if application is not None:
        data = {"application": application.public_id, "vacancy": application.vacancy.public_id, "state": application.state.value}
        _tell(session, application.vacancy.agency_id, kind, data)


def _tell_of_placement(session: Session, kind: EventKind, facts: Facts) -> None:
    placement = session.get(Placement, facts["placement_id"])
    if placement is not None:
        _tell(session, placement.agency_id, kind, {"placement": placement.public_id, "state": placement.state.value})


def _employer(session: Session, facts: Facts) -> str:
    return session.get_one(Employer, facts["employer_id"]).public_id
