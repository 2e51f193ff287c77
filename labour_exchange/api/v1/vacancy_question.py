"""What a search for vacancies can be asked, under the names that the search page has in its address."""

from typing import Any

import marshmallow as ma

from labour_exchange.api.fields import Between, Flag, Listed, Sized, Whole, Words, codes
from labour_exchange.api.pages import PageQuestion
from labour_exchange.classifications.education import education_levels
from labour_exchange.classifications.occupations import occupations
from labour_exchange.discovery.questions import LONGEST_TEXT, SearchQuery
from labour_exchange.foundation.texts import LANGUAGES
from labour_exchange.territory.queries import districts, regions
from labour_exchange.vacancies.states import EmploymentKind, Experience, Hours, VacancySource

SORTS = ("relevance", "newest", "pay", "distance")
MOST_PAY = 100_000_000
PUBLIC_ID = 16
# Where a name in the address and the name in the query differ.
NAMES = {
    "q": "text",
    "region": "regions",
    "district": "districts",
    "occupation": "occupations",
    "kind": "employment_kinds",
    "source": "sources",
    "language": "languages",
    "education": "education_max",
    "within": "within_km",
    "days": "published_within_days",
}
SEVERAL = frozenset({"region", "district", "occupation", "kind", "hours", "experience", "source", "language"})


class VacanciesQuestion(PageQuestion):
    """Values of one filter are alternatives, different filters are all needed."""

    q = Words(validate=Sized(0, LONGEST_TEXT), metadata={"description": "What somebody looking for work would type, in any language."})
    place = Words(validate=Sized(0, 100), metadata={"description": "A region, city or district by name."})
    region = codes((one.iso_code for one in regions()), "Regions by ISO 3166-2 code; repeat the name for several.")
    district = codes((one.kato for one in districts()), "Districts and cities by KATO code; repeat the name for several.")
    occupation = codes((one.code for one in occupations()), "Groups of ISCO-08 of any level; repeat the name for several.")
    kind = codes(EmploymentKind, "Kinds of employment; repeat the name for several.")
    hours = codes(Hours, "Working hours; repeat the name for several.")
    experience = codes(Experience, "Experience asked for; repeat the name for several.")
    source = codes(VacancySource, "Who brought the vacancy; repeat the name for several.")
    language = codes(LANGUAGES, "Language of the vacancy's text; repeat the name for several.")
    pay_from = Whole(validate=Between(0, MOST_PAY), metadata={"description": "At least this pay, whole tenge a month before tax."})
    education = Words(
        validate=Listed(one.code for one in education_levels()),
        metadata={"description": "Asks for no more than this level (ISCED 2011)."},
    )
    remote = Flag(metadata={"description": "Work from home, or not."})
    quota = Flag(metadata={"description": "Posts of the quota for people with disabilities, or not."})
    within = Whole(validate=Between(1, 1000), metadata={"description": "Kilometres around the place."})
    days = Whole(validate=Between(1, 365), metadata={"description": "Published in so many days."})
    employer = Words(validate=Sized(PUBLIC_ID, PUBLIC_ID), metadata={"description": "Id of an employer."})
    exact = Flag(load_default=False, metadata={"description": "Take the words as they are typed, without correcting them."})
    without = ma.fields.List(
        Words(validate=Sized(1, 40)),
        load_default=[],
        validate=Sized(0, 20),
        metadata={"description": "The `key` of something understood that was not meant; repeat the name for several."},
    )
    sort = Words(validate=Listed(SORTS), metadata={"description": "By default relevance to the words, else newest. Distance needs place and within."})
    facets = Flag(load_default=False, metadata={"description": "Count the values of each filter too."})


def search_query(question: dict[str, Any]) -> SearchQuery:
    """The same question as the search of the exchange takes it."""
    given = {NAMES.get(name, name): tuple(value) if name in SEVERAL else value for name, value in question.items() if name != "lang"}
    given["without"] = frozenset(given["without"])
    if "education_max" in given:
        given["education_max"] = int(given["education_max"])
    return SearchQuery(**given)
