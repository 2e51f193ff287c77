"""Who may follow which changes."""

from labour_exchange.foundation.access import public

READ_FEED = public("read the feed", "The feed says what published vacancies say, without contacts.")
READ_OPEN_DATA = public("read open data", "The daily files hold what published vacancies say, without contacts.")
