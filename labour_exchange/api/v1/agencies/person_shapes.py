"""What programs are told of people, and of what passes between them and employers: only what the person shared."""

import marshmallow as ma

from labour_exchange.api.v1.vacancy_shapes import Instant
from labour_exchange.placements.states import (
    ApplicationState,
    EvidenceKind,
    EvidenceSource,
    InvitationState,
    OfferState,
    PlacementState,
    ReferralState,
)


def _state(values: object) -> ma.fields.String:
    return ma.fields.String(required=True, metadata={"enum": [one.value for one in values]})  # type: ignore[attr-defined]


def _codes() -> ma.fields.List:
    return ma.fields.List(ma.fields.String(), required=True)


class SharedJobItem(ma.Schema):
    """One entry of a work history."""

    title = ma.fields.String(required=True)
    employer_name = ma.fields.String(required=True)
    occupation = ma.fields.String(required=True, allow_none=True)
    started_on = ma.fields.Date(required=True)
    ended_on = ma.fields.Date(required=True, allow_none=True)
    duties = ma.fields.String(required=True)


class SharedProfileItem(ma.Schema):
    """A profile without a name, as its owner lets employers read it."""

    id = ma.fields.String(required=True)
    headline = ma.fields.String(required=True)
    summary = ma.fields.String(required=True)
    occupations = _codes()
    skills = _codes()
    licences = _codes()
    experience_months = ma.fields.Integer(required=True)
    region = ma.fields.String(required=True)
    district = ma.fields.String(required=True, allow_none=True)
    pay_from = ma.fields.Integer(required=True, allow_none=True)
    hours = _codes()
    employment_kinds = _codes()
    wants_remote = ma.fields.Boolean(required=True)
    work_history = ma.fields.List(ma.fields.Nested(SharedJobItem), required=True)


class Person(ma.Schema):
    """Name and phone, which the person gave by applying or by accepting."""

    family_name = ma.fields.String(required=True)
    given_name = ma.fields.String(required=True)
    phone = ma.fields.String(required=True)


class VacancyOfApproach(ma.Schema):
    """Which of your vacancies."""

    id = ma.fields.String(required=True)
    source = ma.fields.String(required=True)
    external_id = ma.fields.String(required=True)
    title = ma.fields.String(required=True)


class _Approach(ma.Schema):
    id = ma.fields.String(required=True)
    vacancy = ma.fields.Nested(VacancyOfApproach, required=True)
    note = ma.fields.String(required=True)
    answer_note = ma.fields.String(required=True)
    created_at = Instant(required=True)
    answered_at = Instant(required=True, allow_none=True)
    closed_at = Instant(required=True, allow_none=True)


class ApplicationItem(_Approach):
    """An application. Answer it: after 30 days of silence it closes as unanswered."""

    state = _state(ApplicationState)
    person = ma.fields.Nested(Person, required=True)
    profile = ma.fields.Nested(SharedProfileItem, required=True, allow_none=True)


class InvitationItem(_Approach):
    """An invitation. The person stays unknown until it is accepted."""

    state = _state(InvitationState)
    candidate = ma.fields.String(required=True, allow_none=True, metadata={"description": "Id of the profile."})
    person = ma.fields.Nested(Person, required=True, allow_none=True)
    expires_on = ma.fields.Date(required=True)


class ReferralItem(_Approach):
    """A referral to one of your vacancies."""

    state = _state(ReferralState)
    person = ma.fields.Nested(Person, required=True)
    expires_on = ma.fields.Date(required=True)


class OfferItem(ma.Schema):
    """An offer of a post; accepting it opens a placement."""

    id = ma.fields.String(required=True)
    vacancy = ma.fields.Nested(VacancyOfApproach, required=True)
    state = _state(OfferState)
    starts_on = ma.fields.Date(required=True)
    answer_by_on = ma.fields.Date(required=True)
    pay = ma.fields.Integer(required=True, allow_none=True, metadata={"description": "Whole tenge a month before tax."})
    note = ma.fields.String(required=True)
    created_at = Instant(required=True)
    answered_at = Instant(required=True, allow_none=True)


class CandidateItem(ma.Schema):
    """A profile that suits a vacancy, with the reasons in words."""

    profile = ma.fields.Nested(SharedProfileItem, required=True)
    score = ma.fields.Float(required=True)
    reasons = _codes()


class EvidenceItem(ma.Schema):
    """One fact about a placement, never changed."""

    kind = _state(EvidenceKind)
    source = _state(EvidenceSource)
    month = ma.fields.Integer(required=True, metadata={"description": "1, 3, 6 or 12 for contributions, else 0."})
    effective_on = ma.fields.Date(required=True)
    recorded_at = Instant(required=True)


class PlacementItem(ma.Schema):
    """A placement and how well it is proven."""

    id = ma.fields.String(required=True)
    vacancy = ma.fields.Nested(VacancyOfApproach, required=True, allow_none=True)
    state = _state(PlacementState)
    started_on = ma.fields.Date(required=True)
    declared_on = ma.fields.Date(required=True)
    declared_by = _state(EvidenceSource)
    evidence = ma.fields.List(ma.fields.Nested(EvidenceItem), required=True)
