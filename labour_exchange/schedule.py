"""What the worker does, and when by the clock: the whole table, on one page."""

from collections.abc import Callable

from sqlalchemy.orm import Session

from labour_exchange.accounts.operations.retention import forget_old_traces
from labour_exchange.agencies.clients.operations import forget_dead_tokens
from labour_exchange.agencies.operations import expire_licences
from labour_exchange.alerts.operations import letters as alert_letters
from labour_exchange.alerts.operations.matching import match_and_go_on
from labour_exchange.alerts.operations.searches import read_searches_anew
from labour_exchange.alerts.states import Frequency
from labour_exchange.cases.operations.assessments import assess_open_cases
from labour_exchange.cases.operations.contracts import begin_contracts
from labour_exchange.discovery.proposals import operations as proposals
from labour_exchange.discovery.use.retention import forget_search_use
from labour_exchange.feeds.files import write_files
from labour_exchange.feeds.operations import forget_old_changes
from labour_exchange.feeds.webhooks import dispatching
from labour_exchange.feeds.webhooks import operations as webhooks
from labour_exchange.foundation import events, jobs
from labour_exchange.foundation.access import system_actor
from labour_exchange.foundation.records.answers import forget_old_answers
from labour_exchange.foundation.records.counts import forget_old_counts
from labour_exchange.foundation.records.sealing import seal_audit
from labour_exchange.jobseekers.operations.erasure import anonymise_inactive, erase_unconfirmed
from labour_exchange.jobseekers.operations.registrations import lapse_registrations
from labour_exchange.notifications import operations as letters
from labour_exchange.notifications.reactions import agencies, placements, vacancies
from labour_exchange.notifications.reactions import complaints as complaint_letters
from labour_exchange.notifications.reactions import standards as standard_letters
from labour_exchange.oversight.operations.digest import send_digests
from labour_exchange.oversight.operations.instructions import escalate
from labour_exchange.partners.operations import ending as partnerships
from labour_exchange.placements.operations.follow_up import expire_approaches, follow_up_applications
from labour_exchange.programmes.checks.operations import announce_checks
from labour_exchange.programmes.efficiency.keeping import ASSESS_JOB, assess_efficiency
from labour_exchange.programmes.operations.claims import stop_without_contributions
from labour_exchange.sandbox.operations import close_old_sandboxes
from labour_exchange.standards import operations as standards
from labour_exchange.statistics.collection import collect_facts
from labour_exchange.statistics.forecasts.operations import make_forecasts_monthly
from labour_exchange.statistics.planning.operations import publish_flows_monthly
from labour_exchange.statistics.releases.operations import publish_releases
from labour_exchange.statistics.releases.requests import FREEZE_JOB, freeze_asked
from labour_exchange.vacancies.duplicates import operations as duplicates
from labour_exchange.vacancies.operations import expire_vacancies
from labour_exchange.vacancies.pushes.receipts import forget_old_receipts


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
    "publish_flows": (publish_flows_monthly, "40 21 2 * *"),
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
    "end_due_partners": (partnerships.end_due_partners, "2 19 * * *"),
    "begin_contracts": (_begin_contracts, "40 19 * * *"),
    "stop_subsidies": (stop_without_contributions, "25 19 * * *"),
    "announce_checks": (announce_checks, "35 3 * * *"),
    ASSESS_JOB: (assess_efficiency, "10 20 * * *"),
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


def register() -> None:
    """Hand the table to the foundation, so that nothing below needs to import upward."""
    letters.register_jobs()
    for name, (work, cron) in JOBS.items():
        jobs.job(name, work, cron=cron)
