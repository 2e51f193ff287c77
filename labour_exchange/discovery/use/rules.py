"""Which texts may be counted, and which counts may be seen: a text that few have searched may name a person."""

import re

from search.analysis.normalisation import normalise

LEAST_SEARCHES = 5  # In the period that is looked at; a text searched less often is shown to nobody.
RARE_KEPT_DAYS = 7  # How long a rare text may wait for becoming frequent.
KEPT_DAYS = 400  # A year and a month: enough to compare a month with the one a year before.
SHORTEST, LONGEST = 2, 80
MOST_WORDS = 8
MOST_DIGITS = 8  # Nine digits and more are telephones and identity numbers; pay has fewer.
_DIGIT = re.compile(r"\d")


def counted_text(typed: str) -> str | None:
    """The text under which a search is counted; None when it is not to be kept at all: addresses of mail, long numbers, whole sentences."""
    text = normalise(typed)
    is_kept = SHORTEST <= len(text) <= LONGEST and len(text.split(" ")) <= MOST_WORDS
    return text if is_kept and "@" not in text and len(_DIGIT.findall(text)) <= MOST_DIGITS else None
