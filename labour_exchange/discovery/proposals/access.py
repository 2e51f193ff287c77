"""Who keeps the lexicon."""

from labour_exchange.foundation.access import MINISTRY, Action

KEEP_LEXICON = Action("keep the lexicon", MINISTRY)
