"""What the pages of all sides say alike of applications, offers and placements: colours of states, timelines, places and pay."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from flask_babel import gettext as _

from labour_exchange.foundation import clock
from labour_exchange.foundation.lifecycle.moves import Transition
from labour_exchange.foundation.texts import Text
from labour_exchange.placements.models import JobApplication, Offer, Placement, PlacementEvidence
from labour_exchange.placements.rules.approaches import closes_on
from labour_exchange.placements.rules.evidence import CHECKPOINTS, known_on
from labour_exchange.placements.states import (
    ApplicationState,
    EvidenceKind,
    InvitationState,
    OfferState,
    PlacementState,
    ReferralState,
)
from labour_exchange.placements.texts import labels
from labour_exchange.territory.queries import district, region
from labour_exchange.vacancies.models import Vacancy
from labour_exchange.web.localisation import date_long, moment, money, words

# By kind first: members of two enumerations with the same value are the same key of one dictionary.
BADGES: dict[type[StrEnum], dict[StrEnum, str]] = {
    ApplicationState: {
        ApplicationState.SENT: "info",
        ApplicationState.SEEN: "info",
        ApplicationState.INTERVIEW: "warn",
        ApplicationState.OFFERED: "warn",
        ApplicationState.HIRED: "ok",
    },
    InvitationState: {InvitationState.SENT: "warn", InvitationState.ACCEPTED: "ok"},
    ReferralState: {ReferralState.ISSUED: "warn", ReferralState.ACCEPTED: "info", ReferralState.OFFERED: "warn", ReferralState.HIRED: "ok"},
    OfferState: {OfferState.MADE: "warn", OfferState.ACCEPTED: "ok"},
    PlacementState: {
        PlacementState.DECLARED: "info",
        PlacementState.CONFIRMED: "ok",
        PlacementState.DISPUTED: "bad",
        PlacementState.ANNULLED: "bad",
    },
}
STATE_TEXTS: dict[type[StrEnum], dict[StrEnum, Text]] = {
    ApplicationState: {**labels.APPLICATION_STATES},
    InvitationState: {**labels.INVITATION_STATES},
    ReferralState: {**labels.REFERRAL_STATES},
    OfferState: {**labels.OFFER_STATES},
    PlacementState: {**labels.PLACEMENT_STATES},
}
ENDS_BADLY = frozenset(
    {"decline", "close_unanswered", "vacancy_closed", "hired_elsewhere", "withdraw", "refuse_by_person", "refuse_by_employer", "expire"}
)


@dataclass(frozen=True, slots=True)
class Badge:
    """A state in words with its colour."""

    words: Text
    kind: str


@dataclass(frozen=True, slots=True)
class Moment:
    """One line of a timeline, as macros/blocks.html wants it."""

    title: str
    when: str
    state: str = "done"
    text: str = ""


def badge_of(state: StrEnum) -> Badge:
    return Badge(STATE_TEXTS[type(state)][state], BADGES[type(state)].get(state, ""))


def application_timeline(moves: Iterable[Transition], application: JobApplication) -> list[Moment]:
    """What has happened to an application, and what comes next."""
    told = [_told(labels.APPLICATION_STATES, ApplicationState, move) for move in moves]
    if application.state in (ApplicationState.SENT, ApplicationState.SEEN):
        day = date_long(closes_on(application.created_at.astimezone(clock.COUNTRY_ZONE).date()))
        told.append(Moment(_("The employer answers"), _("Without an answer it closes on: %(day)s", day=day), "next"))
    return told


def offer_timeline(moves: Iterable[Transition], offer: Offer) -> list[Moment]:
    told = [_told(labels.OFFER_STATES, OfferState, move) for move in moves]
    if offer.state is OfferState.MADE:
        told.append(Moment(_("The person answers"), _("Until: %(day)s", day=date_long(offer.answer_by_on)), "next"))
    return told


def _told(texts: dict[ApplicationState, Text] | dict[OfferState, Text], kind: type[StrEnum], move: Transition) -> Moment:
    state = "bad" if move.action in ENDS_BADLY else "done"
    return Moment(words(texts[kind(move.to_state)]), moment(move.moved_at), state)  # type: ignore[index]


def evidence_timeline(placement: Placement, evidence: Iterable[PlacementEvidence]) -> list[Moment]:
    """How a placement is being proven: what the ledger holds, what is sought now, what comes later."""
    rows, today = list(evidence), clock.today()
    told = [_evidence(row) for row in rows]
    if placement.state in (PlacementState.ENDED, PlacementState.ANNULLED):
        return told
    kinds = {row.kind for row in rows}
    if EvidenceKind.CONFIRMED not in kinds:
        told.append(Moment(_("Confirmation by the other side"), _("from %(day)s", day=date_long(placement.started_on)), "now"))
    if EvidenceKind.CONTRACT not in kinds:
        told.append(
            Moment(_("We look for the contract in the register"), _("There is nothing you need to do."), "now" if len(told) == len(rows) else "next")
        )
    seen = {row.month for row in rows if row.kind is EvidenceKind.CONTRIBUTION}
    for month in CHECKPOINTS:
        day = known_on(placement.started_on, month)
        if month not in seen and today < day:
            told.append(Moment(words(labels.CONTRIBUTIONS_AWAITED, month=month), _("Known from: %(day)s", day=date_long(day)), "next"))
    return told


def evidence_title(row: PlacementEvidence) -> str:
    if row.kind is EvidenceKind.CONTRIBUTION:
        return words(labels.CONTRIBUTIONS, month=row.month)
    return words(labels.EVIDENCE_KINDS[row.kind])


def evidence_reason(row: PlacementEvidence) -> str:
    """The coded reason of an end or a dispute, in words."""
    texts: dict[str, Text] = {
        reason.value: text for reason, text in (labels.END_REASONS if row.kind is EvidenceKind.ENDED else labels.DISPUTE_REASONS).items()
    }
    return words(texts[row.reason]) if row.reason in texts else ""


def _evidence(row: PlacementEvidence) -> Moment:
    is_bad = row.kind in (EvidenceKind.DISPUTED, EvidenceKind.ANNULLED, EvidenceKind.ENDED)
    source = words(labels.EVIDENCE_SOURCES[row.source])
    return Moment(evidence_title(row), f"{moment(row.recorded_at)} · {source}", "bad" if is_bad else "done", evidence_reason(row))


def employer_name(vacancy: Vacancy | None) -> str:
    return vacancy.employer.name if vacancy is not None and vacancy.employer is not None else ""


def place(vacancy: Vacancy) -> str:
    """District and region, or the place as the advertisement has it."""
    if not vacancy.region_code:
        return vacancy.place_text
    names = [words(district(vacancy.district_code).name)] if vacancy.district_code else []
    return ", ".join([*names, words(region(vacancy.region_code).name)])


def pay(vacancy: Vacancy) -> str:
    """350 000 – 400 000 ₸, one bound, or nothing."""
    if vacancy.pay_from and vacancy.pay_to and vacancy.pay_from != vacancy.pay_to:
        return f"{money(vacancy.pay_from)} – {money(vacancy.pay_to)}"
    known = vacancy.pay_from or vacancy.pay_to
    return money(known) if known else ""


def waited_days(since: date) -> int:
    return (clock.today() - since).days
