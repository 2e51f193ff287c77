"""Suggestions ready to be shown, and what jobseekers said of them."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import ARRAY, BigInteger, CheckConstraint, ForeignKey, Index, Integer, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from labour_exchange.foundation.database import Base, UtcDateTime, choice, new_public_id


class Fault(StrEnum):
    """Where a contested reason is wrong."""

    PROFILE = "profile"
    VACANCY = "vacancy"


class Answer(StrEnum):
    """What the office found when it looked at a vacancy that was contested."""

    VACANCY_RIGHT = "vacancy_right"
    VACANCY_WRONG = "vacancy_wrong"


class DismissedSuggestion(Base):
    """A vacancy that the person does not want to be shown again, and the reason that was wrong, if one was named."""

    __tablename__ = "dismissed_suggestions"

    id: Mapped[int] = mapped_column(primary_key=True)
    jobseeker_id: Mapped[int] = mapped_column(ForeignKey("jobseekers.id", ondelete="CASCADE"))
    vacancy_id: Mapped[int] = mapped_column(ForeignKey("vacancies.id", ondelete="CASCADE"), index=True)
    contested: Mapped[str] = mapped_column(default="")
    dismissed_at: Mapped[datetime] = mapped_column(UtcDateTime)

    __table_args__ = (UniqueConstraint("jobseeker_id", "vacancy_id", name="uq_dismissed_suggestions_once"),)


class PersonSuggestions(Base):
    """The vacancies that suit a person, the best first. A row of another version of the profile, or an old one, is not shown."""

    __tablename__ = "person_suggestions"

    jobseeker_id: Mapped[int] = mapped_column(ForeignKey("jobseekers.id", ondelete="CASCADE"), primary_key=True, autoincrement=False)
    profile_version: Mapped[int]
    vacancy_ids: Mapped[list[int]] = mapped_column(ARRAY(BigInteger))
    scores: Mapped[list[int]] = mapped_column(ARRAY(Integer))
    refreshed_at: Mapped[datetime] = mapped_column(UtcDateTime)

    __table_args__ = (CheckConstraint("cardinality(vacancy_ids) = cardinality(scores)", name="a_score_each"),)


class VacancyCandidates(Base):
    """The profiles that suit a vacancy, the best first: those open to employers and those open to offices only, told apart when shown."""

    __tablename__ = "vacancy_candidates"

    vacancy_id: Mapped[int] = mapped_column(ForeignKey("vacancies.id", ondelete="CASCADE"), primary_key=True, autoincrement=False)
    vacancy_version: Mapped[int]
    profile_ids: Mapped[list[int]] = mapped_column(ARRAY(BigInteger))
    scores: Mapped[list[int]] = mapped_column(ARRAY(Integer))
    refreshed_at: Mapped[datetime] = mapped_column(UtcDateTime)

    __table_args__ = (CheckConstraint("cardinality(profile_ids) = cardinality(scores)", name="a_score_each"),)


class MatchingRun(Base):
    """One refresh of everybody; unfinished, the next one goes on with it: whatever was refreshed since it began is done."""

    __tablename__ = "matching_runs"

    id: Mapped[int] = mapped_column(primary_key=True)
    started_at: Mapped[datetime] = mapped_column(UtcDateTime)
    finished_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    people: Mapped[int] = mapped_column(default=0)
    vacancies: Mapped[int] = mapped_column(default=0)


class ContestedReason(Base):
    """A reason that a person called wrong: in the own profile, or in the vacancy, which its region's office then looks at."""

    __tablename__ = "contested_reasons"

    id: Mapped[int] = mapped_column(primary_key=True)
    public_id: Mapped[str] = mapped_column(unique=True, default=new_public_id)
    jobseeker_id: Mapped[int] = mapped_column(ForeignKey("jobseekers.id", ondelete="CASCADE"))
    vacancy_id: Mapped[int] = mapped_column(ForeignKey("vacancies.id", ondelete="CASCADE"), index=True)
    region_code: Mapped[str | None]
    reason: Mapped[str]
    fault: Mapped[Fault] = mapped_column(choice(Fault))
    contested_at: Mapped[datetime] = mapped_column(UtcDateTime)
    answer: Mapped[Answer | None] = mapped_column(choice(Answer))
    answered_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    answered_by_id: Mapped[int | None] = mapped_column(ForeignKey("users.id", ondelete="SET NULL"))

    __table_args__ = (
        UniqueConstraint("jobseeker_id", "vacancy_id", "reason", name="uq_contested_reasons_once"),
        CheckConstraint("(answer IS NULL) = (answered_at IS NULL)", name="answer_with_instant"),
        Index("ix_contested_reasons_waiting", "region_code", "id", postgresql_where="fault = 'vacancy' AND answer IS NULL"),
    )
