"""Occupations that a region lacks people for, and the courses that lead to them or to what would open most to one person."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from labour_exchange.classifications.occupations import is_occupation
from labour_exchange.classifications.skills import skills_of
from labour_exchange.foundation.access import Actor, system_actor
from labour_exchange.foundation.database import acting_as
from labour_exchange.jobseekers.models import Profile
from labour_exchange.matching.counterfactuals import ShownChange, what_would_open_more
from labour_exchange.programmes.models.training import Course
from labour_exchange.programmes.queries.training import courses_of_region
from labour_exchange.vacancies.models import Vacancy
from labour_exchange.vacancies.states import VacancyState


@dataclass(frozen=True, slots=True)
class Shortage:
    """An occupation with more open posts in the region than people who wish for it."""

    occupation_code: str
    posts: int
    people: int

    @property
    def lacking(self) -> int:
        return self.posts - self.people


@dataclass(frozen=True, slots=True)
class UsefulCourse:
    """A course with free seats, why it is useful: the shortage it leads into, and the changes of a person that it teaches."""

    course: Course
    shortage: Shortage | None
    opens: tuple[ShownChange, ...]

    @property
    def opened(self) -> int:
        return sum(one.opens for one in self.opens)


def shortages(session: Session, region_code: str, *, most: int = 10) -> list[Shortage]:
    """The occupations that lack most people, counted anew: open posts against active profiles of the region that name them."""
    found = posts_and_people(session, region_code).get(region_code, [])
    return sorted((one for one in found if one.lacking > 0), key=lambda one: (-one.lacking, one.occupation_code))[:most]


def posts_and_people(session: Session, region_code: str = "") -> dict[str, list[Shortage]]:
    """By region, or in the one named: every occupation with open posts or people who wish for it, whether it lacks people or not."""
    left = func.sum(Vacancy.posts - Vacancy.posts_filled)
    open_posts = select(Vacancy.region_code, Vacancy.occupation_code, left).where(
        Vacancy.state == VacancyState.PUBLISHED, Vacancy.region_code.is_not(None), Vacancy.occupation_code.is_not(None)
    )
    wished = func.unnest(Profile.occupation_codes).label("code")
    wishes = select(Profile.region_code, wished).where(Profile.region_code.is_not(None), Profile.is_active)
    if region_code:
        open_posts, wishes = open_posts.where(Vacancy.region_code == region_code), wishes.where(Profile.region_code == region_code)
    each = wishes.subquery()
    # Profiles that their owners hide are counted too: a number tells nothing of one of them.
    with acting_as(session, system_actor("shortages")):
        posts = {(row[0], row[1]): int(row[2]) for row in session.execute(open_posts.group_by(Vacancy.region_code, Vacancy.occupation_code))}
        counted = select(each.c.region_code, each.c.code, func.count()).group_by(each.c.region_code, each.c.code)
        people = {(row[0], row[1]): int(row[2]) for row in session.execute(counted)}
    found: dict[str, list[Shortage]] = {}
    for region, code in sorted(posts.keys() | people.keys()):
        if is_occupation(code):
            found.setdefault(region, []).append(Shortage(code, posts.get((region, code), 0), people.get((region, code), 0)))
    return found


def useful_courses(session: Session, actor: Actor, profile: Profile | None, today: date) -> list[UsefulCourse]:
    """Courses of the actor's region that begin from today on and have a seat, those that open most to the person first."""
    lacking = {one.occupation_code: one for one in shortages(session, actor.region_code or "", most=1_000)}
    changes = [one for one in what_would_open_more(session, actor, profile) if one.change.kind == "skills"] if profile else []
    found = []
    for course in courses_of_region(session, actor, since=today):
        if course.seats_taken < course.seats and course.occupation_code is not None:
            taught = {one.id for one in skills_of(course.occupation_code)}
            opens = tuple(one for one in changes if one.change.code in taught)
            shortage = lacking.get(course.occupation_code)
            if opens or shortage:
                found.append(UsefulCourse(course, shortage, opens))
    return sorted(found, key=lambda one: (-one.opened, -(one.shortage.lacking if one.shortage else 0), one.course.starts_on))
