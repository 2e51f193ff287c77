"""Who reacts to which event: the whole table, on one page."""

from labour_exchange.alerts.operations.searches import forget_searches_of_erased, read_searches_of_moved
from labour_exchange.cases.operations import forget_case_words
from labour_exchange.cases.operations.assessments import assess_again
from labour_exchange.feeds.webhooks import reactions as hooks
from labour_exchange.foundation import events
from labour_exchange.inspections.operations.replies import forget_replies
from labour_exchange.jobseekers.operations.erasure import hide_when_closed, note_erasure
from labour_exchange.jobseekers.operations.registrations import end_when_placed
from labour_exchange.matching.operations import forget_suggestions
from labour_exchange.matching.refreshing import refresh_person, refresh_vacancy
from labour_exchange.notifications.reactions import accounts, agencies, cases, employers, placements, programmes, vacancies
from labour_exchange.notifications.reactions import complaints as complaint_letters
from labour_exchange.notifications.reactions import inspections as inspection_letters
from labour_exchange.notifications.reactions import partners as partner_letters
from labour_exchange.notifications.reactions import standards as standard_letters
from labour_exchange.oversight import reactions as oversight
from labour_exchange.partners.operations import ending as partnerships
from labour_exchange.placements.operations.closing import close_applications_of_vacancies, close_applications_of_vacancy
from labour_exchange.placements.operations.erasure import forget_words
from labour_exchange.placements.reactions import count_application
from labour_exchange.programmes.businesses.operations.erasure import forget_measure_words
from labour_exchange.programmes.operations.participation import withdraw_what_is_left
from labour_exchange.standards import operations as standards
from labour_exchange.statistics.collection import collect_now
from labour_exchange.vacancies.duplicates import operations as duplicates
from labour_exchange.vacancies.reactions import move_to_claimant, reject_when_refused

REACTIONS: dict[str, tuple[events.Reaction, ...]] = {
    "confirmation_needed": (accounts.ask_to_confirm,),
    "registered_again": (accounts.tell_registered_already,),
    "reset_asked": (accounts.send_reset_link,),
    "staff_invited": (accounts.send_invitation,),
    "password_changed": (accounts.tell_password_changed,),
    "second_factor_changed": (accounts.tell_second_factor_changed,),
    "user_closed": (hide_when_closed, partnerships.end_with_account),
    "jobseeker_erased": (
        *(forget_words, forget_case_words, forget_measure_words, note_erasure),
        *(forget_searches_of_erased, forget_suggestions, standards.forget_links, forget_replies, partnerships.forget_partner_words),
        standards.forget_complaints,
    ),
    "jobseeker_inactive": (accounts.warn_inactive,),
    "employer_claimed": (move_to_claimant,),
    "employer_refused": (reject_when_refused, employers.tell_of_refusal),
    "employer_verified": (employers.tell_of_verification,),
    "licence_changed": (agencies.tell_of_licence, hooks.tell_of_licence),
    "mandate_asked": (agencies.ask_employer_for_mandate,),
    "mandate_given": (agencies.tell_of_mandate, hooks.tell_of_mandate),
    "mandate_withdrawn": (agencies.tell_of_withdrawal, hooks.tell_of_mandate_end),
    "mandate_declined": (agencies.tell_of_refused_mandate,),
    "complaint_filed": (agencies.tell_agency_of_complaint,),
    "complaint_replied": (agencies.tell_of_reply,),
    "agency_linked": (agencies.tell_agency_of_link,),
    "agency_unlinked": (agencies.tell_agency_of_unlinking,),
    "complaint_decided": (agencies.tell_both_of_decision,),
    "vacancy_published": (vacancies.tell_employer_of_publication, collect_now, refresh_vacancy, duplicates.compare_new, hooks.tell_of_publication),
    "vacancies_imported": (collect_now, duplicates.compare_new, hooks.tell_of_import),
    "vacancy_rejected": (vacancies.tell_employer_of_rejection, hooks.tell_of_rejection),
    "vacancy_closed": (close_applications_of_vacancy, collect_now, duplicates.relieve_closed, hooks.tell_of_closing),
    "vacancies_withdrawn": (close_applications_of_vacancies, collect_now, duplicates.relieve_closed, hooks.tell_of_withdrawal),
    "profile_changed": (refresh_person, assess_again, read_searches_of_moved),
    "registration_opened": (collect_now, assess_again),
    "registration_ended": (collect_now,),
    "registration_lapsed": (collect_now,),
    "registration_renewed": (collect_now,),
    "application_sent": (
        placements.tell_employer_of_application,
        agencies.tell_agency_of_application,
        collect_now,
        count_application,
        hooks.tell_of_application,
    ),
    "application_reminded": (placements.remind_employer_of_application,),
    "application_answered": (placements.tell_person_of_answer, collect_now, hooks.tell_of_answer),
    "application_closed": (placements.tell_person_of_end, collect_now, hooks.tell_of_end),
    "invitation_sent": (placements.tell_person_of_invitation,),
    "referral_issued": (placements.tell_both_of_referral, collect_now),
    "offer_made": (placements.tell_person_of_offer,),
    "offer_answered": (placements.tell_employer_of_answer, hooks.tell_of_offer),
    "placement_declared": (placements.ask_for_confirmation, collect_now),
    "placement_confirmed": (end_when_placed, hooks.tell_of_confirmation),
    "evidence_recorded": (collect_now,),
    "placement_disputed": (placements.tell_other_side_of_dispute, hooks.tell_of_dispute),
    "annulment_proposed": (placements.tell_employer_of_doubt,),
    "annulment_decided": (placements.tell_both_of_decision,),
    "placement_annulled": (collect_now,),
    "inspection_asked": (inspection_letters.ask_sides,),
    "inspection_answered": (inspection_letters.tell_officer_of_reply,),
    "inspection_decided": (inspection_letters.tell_sides_of_decision,),
    "plan_changed": (cases.ask_to_read_plan,),
    "appointment_proposed": (cases.invite_to_appointment,),
    "appointment_answered": (cases.tell_officer_of_wish,),
    "appointment_cancelled": (cases.tell_of_cancelled_appointment,),
    "contract_approved": (cases.ask_to_sign_contract,),
    "contract_ended": (cases.tell_of_contract_end,),
    "case_closed": (partnerships.end_with_case,),
    "transfer_decided": (cases.tell_of_transfer, withdraw_what_is_left, partnerships.end_with_transfer),
    "partner_proposed": (partner_letters.ask_for_consent,),
    "partner_answered": (partner_letters.tell_of_answer,),
    "partner_ended": (partner_letters.tell_of_end,),
    "partner_contact_recorded": (partner_letters.tell_officer_of_contacts,),
    "followed_step_reported": (partner_letters.ask_officer_to_confirm,),
    "followed_step_settled": (partner_letters.tell_partner_of_step,),
    "partner_meeting_proposed": (partner_letters.invite_to_meeting,),
    "partner_meeting_answered": (partner_letters.tell_partner_of_answer,),
    "partner_meeting_cancelled": (partner_letters.tell_of_cancelled_meeting,),
    "remark_sent": (standard_letters.ask_to_confirm_remark,),
    "remark_answered": (standard_letters.tell_of_remark_answer,),
    "service_received": (standard_letters.ask_to_rate,),
    "service_complaint_filed": (complaint_letters.tell_of_filing,),
    "service_complaint_answered": (complaint_letters.tell_of_answer,),
    "service_complaint_escalated": (complaint_letters.tell_ministry,),
    "enrolment_decided": (programmes.tell_of_decision, collect_now),
    "enrolment_started": (collect_now,),
    "enrolment_ended": (collect_now,),
    "enrolment_left_behind": (programmes.tell_of_what_is_left,),
    "outcome_recorded": (collect_now,),
    "payment_made": (programmes.tell_of_payment,),
    "check_due": (programmes.tell_of_check,),
    "report_opened": (oversight.ask_regions_to_comment,),
    "instruction_given": (oversight.tell_of_instruction,),
    "instruction_overdue": (oversight.tell_of_overdue,),
    "instruction_reported": (oversight.ask_to_check_evidence,),
    "instruction_decided": (oversight.tell_of_decision,),
}

UNHEARD: frozenset[str] = frozenset(
    {
        "client_registered",
        "client_revoked",
        "contract_offered",
        "contract_signed",
        "case_opened",
        "effort_assessed",
        "employer_registered",
        "inspection_opened",
        "invitation_answered",
        "jobseeker_registered",
        "measure_terms_changed",
        "money_reallocated",
        "money_returned",
        "recovery_entered",
        "recovery_settled",
        "placement_ended",
        "plan_agreed",
        "transfer_asked",
        "referral_answered",
        "report_published",
        "vacancy_submitted",
        "discussion_opened",
        "standard_approved",
        "standard_in_force",
        "remark_confirmed",
        "service_rated",
        "service_complaint_withdrawn",
    }
)
"""Events that are announced for the record only."""


def register() -> None:
    """Hand the table to the foundation, so that nothing below needs to import upward."""
    events.subscribe(REACTIONS)
