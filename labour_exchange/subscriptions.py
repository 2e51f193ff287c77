"""Who reacts to which event, and what runs by the clock: the whole table, on one page."""

from collections.abc import Callable

from sqlalchemy.orm import Session

from labour_exchange.accounts.operations.retention import forget_old_traces
from labour_exchange.agencies.clients.operations import forget_dead_tokens
from labour_exchange.agencies.operations import expire_licences
from labour_exchange.alerts.operations import letters as alert_letters
from labour_exchange.alerts.operations.matching import match_and_go_on
from labour_exchange.alerts.operations.searches import forget_searches_of_erased, read_searches_anew
from labour_exchange.alerts.states import Frequency
from labour_exchange.cases.operations import forget_case_words
from labour_exchange.cases.operations.assessments import assess_again, assess_open_cases
from labour_exchange.cases.operations.contracts import begin_contracts
from labour_exchange.discovery.proposals import operations as proposals
from labour_exchange.discovery.use.retention import forget_search_use
from labour_exchange.feeds.files import write_files
from labour_exchange.feeds.operations import forget_old_changes
from labour_exchange.feeds.webhooks import dispatching
from labour_exchange.feeds.webhooks import operations as webhooks
from labour_exchange.feeds.webhooks import reactions as hooks
from labour_exchange.foundation import events, jobs
from labour_exchange.foundation.access import system_actor
from labour_exchange.foundation.records.answers import forget_old_answers
from labour_exchange.foundation.records.counts import forget_old_counts
from labour_exchange.foundation.records.sealing import seal_audit
from labour_exchange.inspections.operations.replies import forget_replies
from labour_exchange.jobseekers.operations.erasure import anonymise_inactive, erase_unconfirmed, hide_when_closed, note_erasure
from labour_exchange.jobseekers.operations.registrations import end_when_placed, lapse_registrations
from labour_exchange.matching.operations import forget_suggestions
from labour_exchange.matching.refreshing import refresh_person, refresh_vacancy
from labour_exchange.notifications import operations as letters
from labour_exchange.notifications.reactions import accounts, agencies, cases, employers, placements, programmes, vacancies
from labour_exchange.notifications.reactions import complaints as complaint_letters
from labour_exchange.notifications.reactions import inspections as inspection_letters
from labour_exchange.notifications.reactions import standards as standard_letters
from labour_exchange.oversight import reactions as oversight
from labour_exchange.oversight.operations.digest import send_digests
from labour_exchange.oversight.operations.instructions import escalate
from labour_exchange.placements.operations.closing import close_applications_of_vacancy
from labour_exchange.placements.operations.erasure import forget_words
from labour_exchange.placements.operations.follow_up import expire_approaches, follow_up_applications
from labour_exchange.placements.reactions import count_application
from labour_exchange.programmes.businesses.operations.erasure import forget_measure_words
from labour_exchange.programmes.checks.operations import announce_checks
from labour_exchange.programmes.efficiency.keeping import assess_efficiency
from labour_exchange.programmes.operations.claims import stop_without_contributions
from labour_exchange.sandbox.operations import close_old_sandboxes
from labour_exchange.standards import operations as standards
from labour_exchange.statistics.collection import collect_facts, collect_now
from labour_exchange.statistics.forecasts.operations import make_forecasts_monthly
from labour_exchange.statistics.releases.operations import publish_releases
from labour_exchange.statistics.releases.requests import FREEZE_JOB, freeze_asked
from labour_exchange.vacancies.duplicates import operations as duplicates
from labour_exchange.vacancies.operations import expire_vacancies
from labour_exchange.vacancies.pushes.receipts import forget_old_receipts
from labour_exchange.vacancies.reactions import move_to_claimant, reject_when_refused

REACTIONS: dict[str, tuple[events.Reaction, ...]] = {
    "confirmation_needed": (accounts.ask_to_confirm,),
    "registered_again": (accounts.tell_registered_already,),
    "reset_asked": (accounts.send_reset_link,),
    "staff_invited": (accounts.send_invitation,),
    "password_changed": (accounts.tell_password_changed,),
    "second_factor_changed": (accounts.tell_second_factor_changed,),
    "user_closed": (hide_when_closed,),
    "jobseeker_erased": (
        *(forget_words, forget_case_words, forget_measure_words, note_erasure),
        *(forget_searches_of_erased, forget_suggestions, standards.forget_links, forget_replies),
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
    "vacancy_published": (vacancies.tell_employer_of_publication, collect_now, refresh_vacancy, duplicates.find_soon, hooks.tell_of_publication),
    "vacancies_imported": (collect_now, duplicates.find_soon, hooks.tell_of_import),
    "vacancy_rejected": (vacancies.tell_employer_of_rejection, hooks.tell_of_rejection),
    "vacancy_closed": (close_applications_of_vacancy, collect_now, duplicates.find_soon, hooks.tell_of_closing),
    "profile_changed": (refresh_person, assess_again),
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
    "transfer_decided": (cases.tell_of_transfer,),
    "remark_sent": (standard_letters.ask_to_confirm_remark,),
    "remark_answered": (standard_letters.tell_of_remark_answer,),
    "service_received": (standard_letters.ask_to_rate,),
    "service_complaint_filed": (complaint_letters.tell_of_filing,),
    "service_complaint_answered": (complaint_letters.tell_of_answer,),
    "service_complaint_escalated": (complaint_letters.tell_ministry,),
    "enrolment_decided": (programmes.tell_of_decision,),
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
        "case_closed",
        "case_opened",
        "effort_assessed",
        "employer_registered",
        "enrolment_ended",
        "inspection_opened",
        "invitation_answered",
        "jobseeker_registered",
        "measure_terms_changed",
        "money_reallocated",
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
    """Hand the tables to the foundation, so that nothing below needs to import upward."""
    events.subscribe(REACTIONS)
    letters.register_jobs()
    for name, (work, cron) in JOBS.items():
        jobs.job(name, work, cron=cron)


def _write_open_data(session: Session) -> None:
    write_files(session.get_bind().engine)


def _send_daily_alerts(session: Session) -> None:
    alert_letters.send_alerts(session, Frequency.DAILY)


def _send_weekly_alerts(session: Session) -> None:
    alert_letters.send_alerts(session, Frequency.WEEKLY)


def _begin_contracts(session: Session) -> None:
    """A signed contract is in force from the first minutes of its first day."""
    begin_contracts(session)


def _measure_commitments(session: Session) -> None:
    """Each portion is committed, so that a worker that is stopped goes on where it was."""
    standards.measure_commitments(session, session.commit)


def _assess_open_cases(session: Session) -> None:
    """Each portion is committed, so that a worker that is stopped goes on where it was."""
    assess_open_cases(session, session.commit)


def _follow_up(session: Session) -> None:
    follow_up_applications(session)
    expire_approaches(session)


def _refresh_suggestions(session: Session) -> None:
    """After midnight of the country; each portion is committed, so that a worker that is stopped goes on where it was."""
    from labour_exchange.matching.batch.nightly import refresh_all  # It loads numpy and scipy, which the web never needs.

    refresh_all(session, session.commit)


def _expire_vacancies(session: Session) -> None:
    while expire_vacancies(session, system_actor("expire vacancies")):
        session.flush()


def _expire_licences(session: Session) -> None:
    expire_licences(session, system_actor("expire licences"))


JOBS: dict[str, tuple[Callable[..., object], str | None]] = {
    "react": (events.react, None),
    "collect_facts": (collect_facts, "*/10 * * * *"),
    "make_forecasts": (make_forecasts_monthly, "10 21 2 * *"),
    "publish_releases": (publish_releases, "* * * * *"),
    "ask_for_confirmations": (placements.ask_for_confirmations_today, "0 3 * * *"),
    "tell_of_expiring_vacancies": (vacancies.tell_of_expiring_vacancies, "20 3 * * *"),
    "warn_of_endings": (agencies.warn_of_endings, "25 3 * * *"),
    "follow_up_applications": (_follow_up, "10 3 * * *"),
    "match_alerts": (match_and_go_on, "* * * * *"),
    FREEZE_JOB: (freeze_asked, None),
    "send_alerts": (alert_letters.send_alerts, None),
    "send_instant_alerts": (alert_letters.send_alerts, "* * * * *"),
    "send_daily_alerts": (_send_daily_alerts, "5,35 * * * *"),
    "send_weekly_alerts": (_send_weekly_alerts, "15,45 * * * *"),
    "read_searches_anew": (read_searches_anew, "*/10 * * * *"),
    "forget_old_matches": (alert_letters.forget_old_matches, "35 20 * * *"),
    "seal_audit": (seal_audit, "*/5 * * * *"),
    "refresh_suggestions": (_refresh_suggestions, "30 21 * * *"),
    duplicates.FIND: (duplicates.find_and_go_on, "*/10 * * * *"),
    "expire_vacancies": (_expire_vacancies, "5 19 * * *"),
    "expire_licences": (_expire_licences, "5 19 * * *"),
    "assess_open_cases": (_assess_open_cases, "35 19 * * *"),
    "begin_contracts": (_begin_contracts, "40 19 * * *"),
    "stop_subsidies": (stop_without_contributions, "25 19 * * *"),
    "announce_checks": (announce_checks, "35 3 * * *"),
    "assess_efficiency": (assess_efficiency, "10 20 * * *"),
    "escalate_instructions": (escalate, "40 19 * * *"),
    "send_oversight_digests": (send_digests, "0 3 1 * *"),
    "lapse_registrations": (lapse_registrations, "15 19 * * *"),
    "anonymise_inactive": (anonymise_inactive, "40 20 * * *"),
    "erase_unconfirmed": (erase_unconfirmed, "45 20 * * *"),
    "forget_old_traces": (forget_old_traces, "50 20 * * *"),
    "collect_proposals": (proposals.collect_proposals_tonight, "30 20 * * *"),
    proposals.RENDER: (proposals.render_vacancies_with_word, None),
    webhooks.DELIVER: (dispatching.deliver_and_go_on, "* * * * *"),
    "forget_old_webhooks": (dispatching.forget_old_messages, "28 20 * * *"),
    "write_open_data": (_write_open_data, "15 20 * * *"),
    "forget_old_changes": (forget_old_changes, "25 20 * * *"),
    "forget_search_use": (forget_search_use, "55 20 * * *"),
    "forget_dead_tokens": (forget_dead_tokens, "5 21 * * *"),
    "forget_old_answers": (forget_old_answers, "6 21 * * *"),
    "forget_old_counts": (forget_old_counts, "7 21 * * *"),
    "close_old_sandboxes": (close_old_sandboxes, "25 20 * * *"),
    "measure_commitments": (_measure_commitments, "*/10 * * * *"),
    "count_service_figures": (standards.count_service_figures, "45 19 * * *"),
    "bring_standards_into_force": (standards.bring_due_into_force, "2 19 * * *"),
    "forget_remark_senders": (standards.forget_senders, "9 21 * * *"),
    "warn_of_promises": (standard_letters.warn_of_promises, "30 3 * * *"),
    "warn_of_complaints": (complaint_letters.warn_of_complaints, "32 3 * * *"),
    "forget_complaint_links": (standards.forget_complaint_links, "11 21 * * *"),
    "forget_old_receipts": (forget_old_receipts, "8 21 * * *"),
}
"""What the worker does, and when by the clock, in UTC; without a time when somebody asks for it."""
