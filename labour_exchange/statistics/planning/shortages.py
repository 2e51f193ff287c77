"""Occupation groups that lack people, by region: open posts against people who wish for them, and the courses that lead there."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from labour_exchange.foundation.access import Actor, require
from labour_exchange.foundation.errors import NotFound
from labour_exchange.programmes.models.training import Course
from labour_exchange.programmes.queries.training import courses_with_seats
from labour_exchange.programmes.recommending.shortages import posts_and_people
from labour_exchange.statistics.access import READ_REGION_FIGURES, may_read_country, may_read_region

GROUP_DIGITS = 3
"""Minor groups of ISCO-08: about 130, near enough in skill that a course leads from one occupation to another of its group."""


@dataclass(frozen=True, slots=True)
class GroupShortage:
    """One occupation group of one region, '' being the country."""

    region_code: str
    group_code: str
    posts: int
    people: int
    courses: tuple[Course, ...] = ()

    @property
    def lacking(self) -> int:
        return self.posts - self.people

    @property
    def tightness(self) -> float | None:
        """Open posts for each person who wishes for such work; None when nobody does."""
        return self.posts / self.people if self.people else None

    @property
    def free_seats(self) -> int:
        return sum(one.seats - one.seats_taken for one in self.courses)


def shortage_groups(session: Session, actor: Actor, today: date, region_code: str = "") -> list[GroupShortage]:
    """Groups with more posts than people, what lacks most first: of the country as one market, or of the region named.

    Raises NotFound for a region that the actor may not read.
    """
    require(actor, READ_REGION_FIGURES)
    if not may_read_region(actor, region_code) if region_code else not may_read_country(actor):
        raise NotFound
    return ranked(_counted(session, region_code), courses_with_seats(session, today, region_code), region_code)


def worst_by_region(session: Session, actor: Actor, today: date) -> dict[str, GroupShortage]:
    """The group that lacks most people in each region that lacks any; for the ministry."""
    require(actor, READ_REGION_FIGURES)
    if not may_read_country(actor):
        raise NotFound
    counted, courses = _counted(session, ""), courses_with_seats(session, today)
    found = {}
    for code in sorted({region for region, _group in counted}):
        here = {key: count for key, count in counted.items() if key[0] == code}
        if first := ranked(here, [one for one in courses if one.region_code == code], code)[:1]:
            found[code] = first[0]
    return found


def ranked(counted: dict[tuple[str, str], tuple[int, int]], courses: Iterable[Course], region_code: str) -> list[GroupShortage]:
    """Counts by region and group put together, those with a shortage kept, each with the courses into it."""
    sums: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    for (_region, group), (posts, people) in counted.items():
        sums[group][0] += posts
        sums[group][1] += people
    leading: dict[str, list[Course]] = defaultdict(list)
    for one in courses:
        leading[(one.occupation_code or "")[:GROUP_DIGITS]].append(one)
    found = [GroupShortage(region_code, group, posts, people, tuple(leading[group])) for group, (posts, people) in sums.items()]
    return sorted((one for one in found if one.lacking > 0), key=lambda one: (-one.lacking, one.group_code))


def _counted(session: Session, region_code: str) -> dict[tuple[str, str], tuple[int, int]]:
    found: dict[tuple[str, str], tuple[int, int]] = {}
    for region, occupations in posts_and_people(session, region_code).items():
        for one in occupations:
            key = (region, one.occupation_code[:GROUP_DIGITS])
            posts, people = found.get(key, (0, 0))
            found[key] = (posts + one.posts, people + one.people)
    return found
