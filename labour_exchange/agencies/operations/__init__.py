"""What changes agencies: their connection and licence, their people, their mandates, and complaints about them."""

from labour_exchange.agencies.operations.complaints import decide_complaint, file_complaint, reply_to_complaint
from labour_exchange.agencies.operations.connecting import apply_for_connection, apply_for_licence, connect_agency, invite_first_user
from labour_exchange.agencies.operations.licences import (
    expire_licences,
    grant_licence,
    refuse_licence,
    renew_licence,
    restore_licence,
    suspend_licence,
    withdraw_licence,
)
from labour_exchange.agencies.operations.mandates import (
    ask_for_mandate,
    decline_request,
    give_mandate,
    give_what_is_asked,
    withdraw_mandate,
    withdraw_request,
)
from labour_exchange.agencies.operations.members import block_colleague, invite_colleague, unblock_colleague

__all__ = [
    "apply_for_connection",
    "apply_for_licence",
    "ask_for_mandate",
    "block_colleague",
    "connect_agency",
    "decide_complaint",
    "decline_request",
    "expire_licences",
    "file_complaint",
    "give_mandate",
    "give_what_is_asked",
    "grant_licence",
    "invite_colleague",
    "invite_first_user",
    "refuse_licence",
    "renew_licence",
    "reply_to_complaint",
    "restore_licence",
    "suspend_licence",
    "unblock_colleague",
    "withdraw_licence",
    "withdraw_mandate",
    "withdraw_request",
]
