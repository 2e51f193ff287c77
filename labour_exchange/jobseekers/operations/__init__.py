"""What is done to a jobseeker's record: registered, renewed, described, shared, exported, erased."""

from labour_exchange.jobseekers.operations.erasure import erase_jobseeker, replay_erasures
from labour_exchange.jobseekers.operations.export import export_jobseeker
from labour_exchange.jobseekers.operations.people import change_contacts, note_activity, register_jobseeker, show_identifiers
from labour_exchange.jobseekers.operations.profiles import add_work, change_work, remove_work, save_profile, set_audience
from labour_exchange.jobseekers.operations.registrations import end_registration, lapse_registration, open_registration, renew_registration

__all__ = [
    "add_work",
    "change_contacts",
    "change_work",
    "end_registration",
    "erase_jobseeker",
    "export_jobseeker",
    "lapse_registration",
    "note_activity",
    "open_registration",
    "register_jobseeker",
    "remove_work",
    "renew_registration",
    "replay_erasures",
    "save_profile",
    "set_audience",
    "show_identifiers",
]
