"""Find what is the same and let one lead; the employer says who does, or that they are two posts. Pairs are only sought under shared keys."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Select, delete, func, insert, or_, select, true
from sqlalchemy.orm import Session, aliased

from labour_exchange.foundation import clock, jobs
from labour_exchange.foundation.access import Actor
from labour_exchange.foundation.errors import NotFound
from labour_exchange.foundation.records.audit import record_act
from labour_exchange.vacancies.duplicates.access import may_decide
from labour_exchange.vacancies.duplicates.conflicts import note_conflicts
from labour_exchange.vacancies.duplicates.models import DuplicateCheck, DuplicateRuling, VacancyBlock
from labour_exchange.vacancies.duplicates.postings import postings_of
from labour_exchange.vacancies.duplicates.queries import group_of, rulings_on
from labour_exchange.vacancies.duplicates.scoring import SAME_FROM, Posting, keys_of, likeness
from labour_exchange.vacancies.models import Vacancy
from labour_exchange.vacancies.states import VacancySource, VacancyState

BATCH = 500
FIND = "find_duplicates"
# A key that more share says little: the newest of them are compared, those that an agency has of its own aside.
MOST_UNDER_A_KEY = 40
MOST_READ_UNDER_A_KEY = 400
ONE_FINDER = func.hashtextextended("find duplicates", 0)
_RANK = {VacancySource.DIRECT: 0, VacancySource.AGENCY: 1, VacancySource.IMPORT: 2}


def find_duplicates(session: Session, limit: int = BATCH) -> int:
    """Compare what is new or changed with what shares a key, and let one of each group lead; how many were looked at. Call until 0."""
    session.execute(select(func.pg_advisory_xact_lock(ONE_FINDER)))
    _relieve(session)
    return _compare(session, list(session.scalars(_unread().limit(limit))))


def _compare(session: Session, ids: Sequence[int]) -> int:
    if not ids:
        return 0
    read = postings_of(session, ids)
    _write_keys(session, read)
    candidates = _candidates(session, ids)
    read |= postings_of(session, {other for others in candidates.values() for other in others} - read.keys())
    grouped = _grouped(session, ids)
    for id in ids:
        scored = [(likeness(read[id], read[other]), -other) for other in candidates[id] if other in read] if id in read else []
        same = [-other for score, other in sorted(scored, reverse=True) if score >= SAME_FROM]
        if same or id in grouped:
            _put_together(session, id, same)
    session.flush()
    _remember(session, ids)
    return len(ids)


def find_and_go_on(session: Session) -> None:
    """One batch a transaction; the next is a job of its own while there is more."""
    if find_duplicates(session) == BATCH:
        jobs.defer(session, FIND)


def compare_new(session: Session, facts: Mapping[str, Any]) -> None:
    """Reaction to what was published or imported; only those are looked at, so that an import costs the same however many there are."""
    session.execute(select(func.pg_advisory_xact_lock(ONE_FINDER)))
    _compare(session, list(session.scalars(_unread().where(Vacancy.id.in_(_ids(facts))))))


def relieve_closed(session: Session, facts: Mapping[str, Any]) -> None:
    """Reaction to what was closed: where it led others, one of them leads now."""
    session.execute(select(func.pg_advisory_xact_lock(ONE_FINDER)))
    _relieve(session, Vacancy.duplicate_of_id.in_(_ids(facts)))


def _ids(facts: Mapping[str, Any]) -> Sequence[int]:
    return facts["vacancy_ids"] if "vacancy_ids" in facts else [facts["vacancy_id"]]


def lead_by(session: Session, actor: Actor, vacancy: Vacancy) -> None:
    """The employer says that this announcement stands for the others of its group; raises NotFound for anybody else."""
    others = [one for one in _own_group(session, actor, vacancy) if one is not vacancy]
    _forget_leaders(session, [vacancy, *others])
    _rule(session, actor, [(vacancy.id, other.id) for other in others], is_same=True)
    _lead(session, vacancy, others)
    record_act(session, actor, "let a vacancy lead its duplicates", "vacancy", vacancy.id)


def set_apart(session: Session, actor: Actor, vacancy: Vacancy) -> None:
    """The employer says that this is another post than the others of its group; they are never put together again. Raises NotFound."""
    others = [one for one in _own_group(session, actor, vacancy) if one is not vacancy]
    _rule(session, actor, [(vacancy.id, other.id) for other in others], is_same=False)
    _lead(session, vacancy, [])
    _lead_among(session, others)
    record_act(session, actor, "set a vacancy apart from its duplicates", "vacancy", vacancy.id)


def _forget_leaders(session: Session, group: Sequence[Vacancy]) -> None:
    ids = [one.id for one in group]
    session.execute(delete(DuplicateRuling).where(DuplicateRuling.vacancy_id.in_(ids), DuplicateRuling.other_id.in_(ids), DuplicateRuling.is_same))


def _unread() -> Select[tuple[int]]:
    seen = DuplicateCheck
    changed = or_(seen.vacancy_id.is_(None), seen.document_version != Vacancy.document_version)
    wanted = select(Vacancy.id).outerjoin(seen, seen.vacancy_id == Vacancy.id)
    return wanted.where(Vacancy.state == VacancyState.PUBLISHED, changed).order_by(Vacancy.id)


def _relieve(session: Session, *which: ColumnElement[bool]) -> None:
    """Where the leader is not public any more, one of those it stood for leads the others."""
    leader = aliased(Vacancy)
    orphaned = select(Vacancy).join(leader, leader.id == Vacancy.duplicate_of_id)
    left: dict[int, list[Vacancy]] = defaultdict(list)
    for one in session.scalars(orphaned.where(Vacancy.state == VacancyState.PUBLISHED, leader.state != VacancyState.PUBLISHED, *which)):
        left[one.duplicate_of_id or 0].append(one)
    for others in left.values():
        _lead_among(session, others)


def _write_keys(session: Session, postings: Mapping[int, Posting]) -> None:
    session.execute(delete(VacancyBlock).where(VacancyBlock.vacancy_id.in_(postings)))
    rows = [{"key": key, "vacancy_id": id, "origin": posting.origin} for id, posting in postings.items() for key in sorted(keys_of(posting))]
    if rows:
        session.execute(insert(VacancyBlock), rows)


def _candidates(session: Session, ids: Sequence[int]) -> dict[int, set[int]]:
    """For each the newest of others that share a key with it: never more than a fixed number for a key, so that the work grows with what is new."""
    mine = aliased(VacancyBlock)
    under_key = select(VacancyBlock.vacancy_id, VacancyBlock.origin).where(VacancyBlock.key == mine.key)
    read = under_key.order_by(VacancyBlock.vacancy_id.desc()).limit(MOST_READ_UNDER_A_KEY).correlate(mine).subquery()
    others = select(read.c.vacancy_id).where(read.c.origin != mine.origin)
    newest = others.order_by(read.c.vacancy_id.desc()).limit(MOST_UNDER_A_KEY).lateral()
    found: dict[int, set[int]] = defaultdict(set)
    for row in session.execute(select(mine.vacancy_id, newest.c.vacancy_id.label("other")).join(newest, true()).where(mine.vacancy_id.in_(ids))):
        found[row.vacancy_id].add(row.other)
    return found


def _grouped(session: Session, ids: Sequence[int]) -> set[int]:
    """Those that lead or follow already; the others, nearly all, need no look at any group."""
    follow = select(Vacancy.id).where(Vacancy.id.in_(ids), Vacancy.duplicate_of_id.is_not(None))
    lead = select(Vacancy.duplicate_of_id).where(Vacancy.duplicate_of_id.in_(ids))
    return {id for id in session.scalars(follow.union(lead)) if id is not None}


def _put_together(session: Session, id: int, same: Sequence[int]) -> None:
    """Bring a vacancy to the group of what is most like it, unless the employer said of one of them that it is another post; else leave it alone."""
    vacancy = session.get_one(Vacancy, id)
    mine = group_of(session, vacancy)
    for other_id in same:
        group = {one.id: one for one in (*group_of(session, session.get_one(Vacancy, other_id)), *mine)}
        if not _are_apart(session, group):
            _lead_among(session, list(group.values()))
            return
    _part(session, vacancy, mine, same)


def _part(session: Session, vacancy: Vacancy, group: Sequence[Vacancy], same: Collection[int]) -> None:
    """Who is like the leader, or the followers, no more is one of its own, unless the employer put them together; the others are read anew."""
    if any(one.is_same for one in rulings_on(session, [vacancy.id])):
        return
    leads = vacancy.duplicate_of_id is None
    parted = [one for one in group if one.id != vacancy.id and one.id not in same] if leads else [vacancy]
    if not parted or (not leads and vacancy.duplicate_of_id in same):
        return
    for one in parted:
        one.duplicate_of_id = None
    session.flush()
    note_conflicts(session, None, parted)
    session.execute(delete(DuplicateCheck).where(DuplicateCheck.vacancy_id.in_([one.id for one in parted])))


def _are_apart(session: Session, group: Collection[int]) -> bool:
    return any(not one.is_same and one.vacancy_id in group and one.other_id in group for one in rulings_on(session, list(group)))


def _lead_among(session: Session, group: Sequence[Vacancy]) -> None:
    """Whom the employer chose leads; else its own announcement, an agency's before an import, the older before the newer."""
    chosen = {one.vacancy_id for one in rulings_on(session, [one.id for one in group]) if one.is_same}
    leader = min(group, key=lambda one: (one.id not in chosen, _RANK[one.source], one.id))
    _lead(session, leader, [one for one in group if one is not leader])


def _lead(session: Session, leader: Vacancy, others: Sequence[Vacancy]) -> None:
    if leader.duplicate_of_id is not None:
        leader.duplicate_of_id = None
    for one in others:
        if one.duplicate_of_id != leader.id:
            one.duplicate_of_id = leader.id
    session.flush()
    note_conflicts(session, None, [leader])
    note_conflicts(session, leader, others)


def _remember(session: Session, ids: Collection[int]) -> None:
    """Their versions as they are now, whatever was written above."""
    session.execute(delete(DuplicateCheck).where(DuplicateCheck.vacancy_id.in_(ids)))
    versions = select(Vacancy.id, Vacancy.document_version).where(Vacancy.id.in_(ids))
    session.execute(insert(DuplicateCheck).from_select(["vacancy_id", "document_version"], versions))


def _own_group(session: Session, actor: Actor, vacancy: Vacancy) -> list[Vacancy]:
    group = group_of(session, vacancy)
    if len(group) < 2 or vacancy not in group or not may_decide(actor, group):
        raise NotFound
    return group


def _rule(session: Session, actor: Actor, pairs: Sequence[tuple[int, int]], *, is_same: bool) -> None:
    """The employer's latest word on each pair, whichever of the two it was said of before."""
    known = or_(*(DuplicateRuling.vacancy_id.in_(pair) & DuplicateRuling.other_id.in_(pair) for pair in pairs))
    session.execute(delete(DuplicateRuling).where(known))
    now = {"is_same": is_same, "decided_by_id": actor.user_id, "decided_at": clock.now()}
    session.execute(insert(DuplicateRuling), [{"vacancy_id": one, "other_id": other} | now for one, other in pairs])
