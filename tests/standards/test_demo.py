"""The demo's standards are written once, each at its place of the way, and what they hold can be read by the pages."""

from collections import Counter

from sqlalchemy import func, select

from labour_exchange.commands.demo.standards.filling import fill_standards
from labour_exchange.foundation.access import VISITOR
from labour_exchange.foundation.database import ExchangeSession
from labour_exchange.offices.operations import ensure_offices
from labour_exchange.standards.models import Rating, Standard
from labour_exchange.standards.queries import discussions, monitoring, registers
from labour_exchange.standards.states import VersionState


def test_the_demo_shows_a_standard_at_each_point_of_its_way(session: ExchangeSession) -> None:
    ensure_offices(session)
    fill_standards(session)
    written = session.scalar(select(func.count()).select_from(Standard))
    fill_standards(session)
    assert session.scalar(select(func.count()).select_from(Standard)) == written
    versions = registers.versions_in(session, VISITOR, *VersionState)
    assert Counter(one.state for one in versions) == {VersionState.IN_FORCE: 4, VersionState.REPLACED: 1, VersionState.DISCUSSION: 1}
    draft = next(one for one in versions if one.state is VersionState.DISCUSSION)
    found = discussions.discussion_of(session, draft)
    assert (found.waiting, found.published, found.refused, found.duplicates, found.unanswered) == (1, 3, 1, 1, 1)
    assert session.scalar(select(func.count()).select_from(Rating).where(Rating.words != "")) == 8
    figures = monitoring.public_figures(session, monitoring.quarters(session)[0])
    assert any(one.points is not None for one in figures)
    assert any(one.ratings is None for one in figures)
