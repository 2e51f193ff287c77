"""What the reader chose, all of it in the address. What there is not is refused; choices that do not go together give way to what is usual."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from flask import request
from flask_babel import gettext as _

from labour_exchange.classifications.education import education_level
from labour_exchange.classifications.occupations import occupation
from labour_exchange.foundation.database import db
from labour_exchange.foundation.errors import Refusal
from labour_exchange.jobseekers.states import Sex
from labour_exchange.jobseekers.texts import SEXES
from labour_exchange.placements.states import Channel
from labour_exchange.placements.texts.labels import CHANNELS
from labour_exchange.programmes.queries.definitions import measures_in_order
from labour_exchange.statistics import texts
from labour_exchange.statistics.exploring import CODES, FOR_STAFF, Dimension, codes_of, dimensions_of, every_code_of
from labour_exchange.statistics.indicators import ENTRIES, ESTIMATES, Entry
from labour_exchange.statistics.periods import Period, months_until
from labour_exchange.statistics.queries import refuse_to_public
from labour_exchange.territory.queries import is_region, regions_in_order
from labour_exchange.territory.queries import region as region_of
from labour_exchange.web import localisation
from labour_exchange.web.public.statistics import asking
from labour_exchange.web.public.statistics.exploring.reasons import reason_words

USUAL = "placements_confirmed"
LIVE_ONLY = (Dimension.MEASURE, Dimension.REASON)
"""What the public does not even see named in a file."""
MONTHS, MONTHS_ESTIMATED = 24, 13
"""How many are drawn; an estimate is computed anew for each, so there are just enough for last year's."""


Kind = TypeVar("Kind", bound=StrEnum)


class View(StrEnum):
    """How the figures are drawn; the table is always there."""

    MAP = "map"
    BARS = "bars"
    LINE = "line"
    MULTIPLES = "multiples"
    TABLE = "table"


@dataclass(frozen=True, slots=True)
class Question:
    """One indicator in one month by one dimension; `group` is drawn beside the whole, `region` limits live traits.

    `home` is the region whose page it is: that region's figures alone can be asked for.
    """

    entry: Entry
    dimension: Dimension
    month: Period
    choices: tuple[Period, ...]
    view: View
    group: str
    region: str
    is_live: bool
    home: str = ""

    @property
    def place(self) -> dict[str, str]:
        """What the address of the page itself holds."""
        return {"region_code": self.home} if self.home else {}

    @property
    def months(self) -> tuple[Period, ...]:
        return months_until(self.month, MONTHS_ESTIMATED if self.entry.code in ESTIMATES else MONTHS)

    @property
    def dimensions(self) -> tuple[Dimension, ...]:
        return _offered(self.entry, is_live=self.is_live, home=self.home)

    @property
    def views(self) -> tuple[View, ...]:
        return tuple(view for view in View if view is not View.MAP or self.dimension is Dimension.REGION)

    @property
    def arguments(self) -> dict[str, str]:
        """The query string of a link to exactly this."""
        every = {"indicator": self.entry.code, "by": self.dimension.value, "month": self.month.code, "view": self.view.value}
        return self.place | every | {name: value for name, value in (("group", self.group), ("region", "" if self.home else self.region)) if value}

    def with_view(self, view: View) -> dict[str, str]:
        return self.arguments | {"view": view.value}


def asked(choices: tuple[Period, ...], *, is_live: bool, home: str = "") -> Question:
    """The question of this request; `choices` are the months that may be asked for, newest first. `home` keeps it to one region.

    Raises Refusal(figures_for_staff, indicator_for_staff) where the public asks for figures by measure, reason or channel, or for what it is
    not shown at all: it is not there under another name either; InvalidInput for what there is not at all. A breakdown, a view or a group
    that another indicator has gives way: the form keeps it.
    """
    given = request.args
    if not is_live and given.get("by", "") in FOR_STAFF:
        raise Refusal(texts.FOR_STAFF, field="by", by=given["by"])
    _refuse_what_there_is_not(choices, is_live=is_live)
    entry = ENTRIES[given.get("indicator") or USUAL]
    if not is_live:
        refuse_to_public(entry)
    if not _offered(entry, is_live=is_live, home=home):
        entry = ENTRIES[USUAL]
    offered = _offered(entry, is_live=is_live, home=home)
    dimension = _one_of(given.get("by", ""), offered, offered[0])
    fitting = tuple(view for view in View if view is not View.MAP or dimension is Dimension.REGION)
    group = given.get("group", "")
    is_known = is_region(group) if dimension is Dimension.REGION else group in codes_of(db.session(), dimension, entry)
    region = home or (given.get("region", "") if is_live and dimension is not Dimension.REGION else "")
    return Question(
        entry,
        dimension,
        asking.month_asked(choices),
        choices,
        _one_of(given.get("view", ""), fitting, fitting[0]),
        group if is_known else "",
        region if is_region(region) else "",
        is_live,
        home,
    )


def _refuse_what_there_is_not(choices: tuple[Period, ...], *, is_live: bool) -> None:
    group = request.args.get("group", "")
    traits = [one for one in Dimension if one is not Dimension.REGION]
    asking.refuse_wrong(
        asking.wrong_indicator(ENTRIES),
        asking.wrong_choice("by", [one.value for one in Dimension if is_live or one not in FOR_STAFF]),
        asking.wrong_month(choices),
        asking.wrong_choice("view", list(View)),
        asking.wrong_group(not group or is_region(group) or any(group in every_code_of(db.session(), one) for one in traits)),
        asking.wrong_region(is_region(request.args.get("region", ""))),
    )


def can_be_asked(entry: Entry, question: Question) -> bool:
    """Whether there is anything by which to lay it out: within a region an estimate has no traits, and in public not everything is shown."""
    return bool(_offered(entry, is_live=question.is_live, home=question.home))


def _offered(entry: Entry, *, is_live: bool, home: str) -> tuple[Dimension, ...]:
    return tuple(one for one in dimensions_of(entry, is_public=not is_live) if not (home and one is Dimension.REGION))


def groups_of(dimension: Dimension, entry: Entry) -> Mapping[str, object]:
    """The words for each group in the order in which they are listed, without "not stated"."""
    if dimension is Dimension.REGION:
        return {one.iso_code: one.name for one in regions_in_order(localisation.language())}
    if dimension is Dimension.MEASURE:
        return measures_in_order(db.session())
    if dimension is Dimension.REASON:
        return reason_words(entry)
    words = {
        Dimension.SEX: lambda code: SEXES[Sex(code)],
        Dimension.AGE: lambda code: code.replace("-", "–"),
        Dimension.EDUCATION: lambda code: education_level(code).name,
        Dimension.OCCUPATION: lambda code: occupation(code).name,
        Dimension.CHANNEL: lambda code: CHANNELS[Channel(code)],
    }[dimension]
    return {code: words(code) for code in CODES[dimension]}


def not_stated(dimension: Dimension) -> object:
    if dimension is Dimension.REGION:
        return texts.NO_PLACE
    said = {Dimension.MEASURE: _("No measure recorded"), Dimension.REASON: _("No reason recorded")}
    return said.get(dimension, _("Not stated"))


def whole_of(question: Question) -> object:
    """What all groups together are."""
    return region_of(question.region).name if question.region else texts.COUNTRY


def _one_of(given: str, allowed: tuple[Kind, ...], usual: Kind) -> Kind:
    return next((one for one in allowed if one.value == given), usual)
