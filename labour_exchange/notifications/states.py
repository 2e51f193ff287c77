"""The kinds of message, the topics people choose from, and what became of a message."""

from enum import StrEnum


class MessageState(StrEnum):
    """A message that is not mailed stays readable on the recipient's page of messages."""

    WAITING = "waiting"
    SENT = "sent"
    HELD = "held"
    UNWANTED = "unwanted"
    FAILED = "failed"


class Topic(StrEnum):
    """What a person can choose to get by mail; account letters always come."""

    ACCOUNT = "account"
    WORK = "work"
    VACANCIES = "vacancies"
    REMINDERS = "reminders"
    SEARCHES = "searches"
    OVERSIGHT = "oversight"


class MessageKind(StrEnum):
    CONFIRM_EMAIL = "confirm_email"
    RESET_PASSWORD = "reset_password"  # noqa: S105 - the name of a letter
    REGISTERED_ALREADY = "registered_already"
    IIN_REGISTERED_ALREADY = "iin_registered_already"
    INVITATION_TO_STAFF = "invitation_to_staff"
    PASSWORD_CHANGED = "password_changed"  # noqa: S105 - the name of a letter
    SECOND_FACTOR_CHANGED = "second_factor_changed"
    APPLICATION_RECEIVED = "application_received"
    APPLICATION_ANSWERED = "application_answered"
    APPLICATION_UNANSWERED = "application_unanswered"
    INVITED = "invited"
    REFERRED = "referred"
    REFERRAL_RECEIVED = "referral_received"
    OFFERED = "offered"
    OFFER_ANSWERED = "offer_answered"
    PLACEMENT_TO_CONFIRM = "placement_to_confirm"
    PLACEMENT_DISPUTED = "placement_disputed"
    PLACEMENT_DOUBTED = "placement_doubted"
    DOUBT_DECIDED = "doubt_decided"
    EMPLOYER_VERIFIED = "employer_verified"
    EMPLOYER_REFUSED = "employer_refused"
    VACANCY_PUBLISHED = "vacancy_published"
    VACANCY_REJECTED = "vacancy_rejected"
    VACANCY_EXPIRING = "vacancy_expiring"
    LICENCE_CHANGED = "licence_changed"
    LICENCE_ENDING = "licence_ending"
    MANDATE_ASKED = "mandate_asked"
    MANDATE_ANSWERED = "mandate_answered"
    MANDATE_ENDING = "mandate_ending"
    COMPLAINT_FILED = "complaint_filed"
    COMPLAINT_REPLIED = "complaint_replied"
    COMPLAINT_DECIDED = "complaint_decided"
    AGENCY_LINKED = "agency_linked"
    AGENCY_UNLINKED = "agency_unlinked"
    MEASURE_REFUSED = "measure_refused"
    MEASURE_APPROVED = "measure_approved"
    MEASURE_DECLINED = "measure_declined"
    AGREEMENT_TO_SIGN = "agreement_to_sign"
    MEASURE_PAID = "measure_paid"
    CHECK_DUE = "check_due"
    NEW_VACANCIES = "new_vacancies"
    ANSWER_DUE = "answer_due"
    REGISTRATION_TO_RENEW = "registration_to_renew"
    INACTIVE = "inactive"
    PLAN_TO_AGREE = "plan_to_agree"
    CONTRACT_TO_SIGN = "contract_to_sign"
    CONTRACT_ENDED = "contract_ended"
    TRANSFER_ACCEPTED = "transfer_accepted"
    TRANSFER_DECLINED = "transfer_declined"
    APPOINTMENT_PROPOSED = "appointment_proposed"
    APPOINTMENT_CANCELLED = "appointment_cancelled"
    APPOINTMENT_TO_MOVE = "appointment_to_move"
    REMARK_TO_CONFIRM = "remark_to_confirm"
    REMARK_ANSWERED = "remark_answered"
    SERVICE_TO_RATE = "service_to_rate"
    PROMISES_DUE = "promises_due"
    REPORT_TO_COMMENT = "report_to_comment"
    INSTRUCTION_GIVEN = "instruction_given"
    INSTRUCTION_OVERDUE = "instruction_overdue"
    INSTRUCTION_REPORTED = "instruction_reported"
    INSTRUCTION_DECIDED = "instruction_decided"
    OVERSIGHT_DIGEST = "oversight_digest"


class Channel(StrEnum):
    SMTP = "smtp"
    FOLDER = "folder"
