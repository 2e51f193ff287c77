"""What is counted, how ages are grouped, and how a figure stands when it is shown."""

from enum import StrEnum


class Measure(StrEnum):
    """One thing that is counted. A flow is a sum of its facts in a period, a stock the running sum of its flows.

    Facts of placements belong to the day of the declaration, whenever their evidence arrived, so that declared, confirmed and
    sustained speak of the same people; what ended, was disputed or annulled is also counted on the day when that happened.
    A period on the register that goes to another region is taken from the one and given to the other, so that the country's sum is nought.
    Likewise what became of an application or a referral belongs to the day when it was sent; the reason names the outcome. An approval
    that came to nothing, and whatever is corrected in an enrolment, is taken back on the day it belonged to.
    """

    REGISTRATIONS_OPENED = "registrations_opened"
    REGISTRATIONS_LAPSED = "registrations_lapsed"
    REGISTRATIONS_RETURNED = "registrations_returned"
    REGISTRATIONS_MOVED = "registrations_moved"
    REGISTRATIONS_ENDED = "registrations_ended"
    REGISTRATIONS_ENDED_LAPSED = "registrations_ended_lapsed"
    VACANCIES_NOTIFIED = "vacancies_notified"
    VACANCIES_CLOSED = "vacancies_closed"
    VACANCIES_CANCELLED = "vacancies_cancelled"
    POSTS_NOTIFIED = "posts_notified"
    POSTS_REOPENED = "posts_reopened"
    POSTS_CLOSED = "posts_closed"
    POSTS_FILLED = "posts_filled"
    APPLICATIONS = "applications"
    APPLICATIONS_ANSWERED = "applications_answered"
    APPLICATIONS_UNANSWERED = "applications_unanswered"
    APPLICATIONS_ANSWER_DAYS = "applications_answer_days"
    APPLICATIONS_CLOSED = "applications_closed"
    REFERRALS = "referrals"
    REFERRALS_CLOSED = "referrals_closed"
    AGENCIES_CONNECTED = "agencies_connected"
    PLACEMENTS_DECLARED = "placements_declared"
    PLACEMENTS_FROM_ELSEWHERE = "placements_from_elsewhere"
    PLACEMENTS_CONFIRMED = "placements_confirmed"
    PLACEMENTS_CONTRACT = "placements_contract"
    PLACEMENTS_MONTH_1 = "placements_month_1"
    PLACEMENTS_MONTH_3 = "placements_month_3"
    PLACEMENTS_MONTH_6 = "placements_month_6"
    PLACEMENTS_MONTH_12 = "placements_month_12"
    PLACEMENTS_ENDED = "placements_ended"
    PLACEMENTS_DISPUTED = "placements_disputed"
    PLACEMENTS_ANNULLED = "placements_annulled"
    ENROLMENTS_APPROVED = "enrolments_approved"
    ENROLMENTS_STARTED = "enrolments_started"
    ENROLMENTS_COMPLETED = "enrolments_completed"
    ENROLMENTS_DROPPED_OUT = "enrolments_dropped_out"


class SubjectKind(StrEnum):
    """The registers that facts are counted from."""

    PLACEMENT = "placement"
    REGISTRATION = "registration"
    VACANCY = "vacancy"
    APPLICATION = "application"
    REFERRAL = "referral"
    AGENCY = "agency"
    ENROLMENT = "enrolment"


class AgeGroup(StrEnum):
    """Completed years on the day the subject began; nobody under 15 is registered."""

    UNDER_25 = "15-24"
    UNDER_35 = "25-34"
    UNDER_45 = "35-44"
    UNDER_55 = "45-54"
    OVER_54 = "55+"


class Standing(StrEnum):
    """How a figure stands: shown, kept back to protect people, not yet observable, or without meaning (a share of nothing)."""

    KNOWN = "known"
    WITHHELD = "withheld"
    TOO_EARLY = "too_early"
    UNDEFINED = "undefined"
