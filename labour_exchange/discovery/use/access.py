"""Who reads what is searched: the ministry, in sums that name nobody."""

from labour_exchange.foundation.access import MINISTRY, Action

READ_SEARCH_USE = Action("read what is searched", MINISTRY)
