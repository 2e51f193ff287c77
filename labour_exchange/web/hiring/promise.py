"""An observed rate in a reader's words: with its interval and the number of people, or that there were too few."""

from flask_babel import gettext as _

from labour_exchange.programmes.recommending.rules import LEAST_PEOPLE, ObservedRate
from labour_exchange.web.localisation import number, percent


def rate_words(rate: ObservedRate) -> str:
    if not rate.is_said:
        return _("fewer than %(least)s people: we do not say", least=LEAST_PEOPLE)
    low, high = rate.interval
    return _(
        "%(share)s (from %(low)s to %(high)s), people: %(count)s",
        share=percent(rate.share),
        low=percent(low),
        high=percent(high),
        count=number(rate.count),
    )
