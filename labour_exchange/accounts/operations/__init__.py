"""What changes accounts; nothing here commits, and only `count_try` is meant to be committed before the answer is known."""

from labour_exchange.accounts.operations.consents import give_consent, withdraw_consent
from labour_exchange.accounts.operations.entry import Entry, sign_in, sign_out, sign_out_everywhere
from labour_exchange.accounts.operations.passwords import accept_invitation, change_password, finish_reset, refuse_weak_password, start_reset
from labour_exchange.accounts.operations.retention import forget_old_traces
from labour_exchange.accounts.operations.second_factors import (
    confirm_second_factor,
    enrol_second_factor,
    remove_second_factor,
    verify_second_factor,
)
from labour_exchange.accounts.operations.sessions import note_request, open_session, rotate_session
from labour_exchange.accounts.operations.tokens import issue_token
from labour_exchange.accounts.operations.tries import count_try
from labour_exchange.accounts.operations.users import (
    block_user,
    clean_address,
    close_account,
    confirm_email,
    invite_staff,
    open_account,
    set_language,
    unblock_user,
)

__all__ = [
    "Entry",
    "accept_invitation",
    "block_user",
    "clean_address",
    "change_password",
    "close_account",
    "confirm_email",
    "confirm_second_factor",
    "count_try",
    "enrol_second_factor",
    "finish_reset",
    "forget_old_traces",
    "give_consent",
    "invite_staff",
    "issue_token",
    "note_request",
    "open_account",
    "open_session",
    "refuse_weak_password",
    "remove_second_factor",
    "rotate_session",
    "set_language",
    "sign_in",
    "sign_out",
    "sign_out_everywhere",
    "start_reset",
    "unblock_user",
    "verify_second_factor",
    "withdraw_consent",
]
