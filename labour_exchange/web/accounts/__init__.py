"""Pages for signing in, registering and keeping one's own account."""

from labour_exchange.web.accounts import account, entry, links, messages, registration, second_factor
from labour_exchange.web.accounts.blueprint import blueprint

__all__ = ["account", "blueprint", "entry", "links", "messages", "registration", "second_factor"]
