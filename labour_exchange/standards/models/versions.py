"""A standard, its versions, the remarks on a version, and who sent them."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import ARRAY, BigInteger, CheckConstraint, Dialect, ForeignKey, Index, TypeDecorator, UniqueConstraint
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column, relationship

from labour_exchange.foundation.database import Base, UtcDateTime, choice, new_public_id
from labour_exchange.foundation.protection import Sealed
from labour_exchange.foundation.texts import LANGUAGES, Text
from labour_exchange.standards.states import Outcome, Promise, RefusalCode, RemarkKind, RemarkState, VersionState


class Said(TypeDecorator[Text]):
    """A text in three languages, stored as one JSON object."""

    impl = JSONB
    cache_ok = True

    def process_bind_param(self, value: Text | None, dialect: Dialect) -> Any:
        return None if value is None else {code: value.in_language(code) for code in LANGUAGES}

    def process_result_value(self, value: Any, dialect: Dialect) -> Text | None:
        return None if value is None else Text(**value)


class Paragraphs(TypeDecorator[Sequence[Text]]):
    """Numbered paragraphs; the first has the number 1."""

    impl = JSONB(none_as_null=True)
    cache_ok = True

    def process_bind_param(self, value: Sequence[Text] | None, dialect: Dialect) -> Any:
        return None if value is None else [{code: one.in_language(code) for code in LANGUAGES} for one in value]

    def process_result_value(self, value: Any, dialect: Dialect) -> Sequence[Text] | None:
        return None if value is None else tuple(Text(**one) for one in value)


class Standard(Base):
    """One service of one body: a region's, or the ministry's where `region_code` is empty. `promise` is what the registers measure of it."""

    __tablename__ = "standards"

    id: Mapped[int] = mapped_column(primary_key=True)
    public_id: Mapped[str] = mapped_column(unique=True, default=new_public_id)
    region_code: Mapped[str | None]
    promise: Mapped[Promise | None] = mapped_column(choice(Promise))
    is_demo: Mapped[bool] = mapped_column(default=False)
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)

    versions: Mapped[list["StandardVersion"]] = relationship(back_populates="standard", order_by="StandardVersion.number")

    __table_args__ = (
        Index(
            "uq_standards_promise_of_body",
            "promise",
            "region_code",
            unique=True,
            postgresql_nulls_not_distinct=True,
            postgresql_where="promise IS NOT NULL",
        ),
    )


class StandardVersion(Base):
    """What, for whom, in how many working days, with which documents; a complaint is answered in `complaint_days` working days.

    `discussed` keeps the paragraphs that were discussed, once they change.
    """

    __tablename__ = "standard_versions"

    id: Mapped[int] = mapped_column(primary_key=True)
    public_id: Mapped[str] = mapped_column(unique=True, default=new_public_id)
    standard_id: Mapped[int] = mapped_column(ForeignKey("standards.id", ondelete="CASCADE"))
    number: Mapped[int]
    state: Mapped[VersionState] = mapped_column(choice(VersionState), default=VersionState.DRAFT)
    title: Mapped[Text] = mapped_column(Said)
    audience: Mapped[Text] = mapped_column(Said)
    documents: Mapped[Text] = mapped_column(Said)
    term_days: Mapped[int]
    complaint_days: Mapped[int]
    paragraphs: Mapped[Sequence[Text]] = mapped_column(Paragraphs)
    discussed: Mapped[Sequence[Text] | None] = mapped_column(Paragraphs)
    prepared_by_id: Mapped[int | None] = mapped_column(ForeignKey("users.id", ondelete="SET NULL"))
    writer_ids: Mapped[list[int]] = mapped_column(ARRAY(BigInteger), default=list)
    published_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    discussed_until_on: Mapped[date | None]
    report: Mapped[str] = mapped_column(default="")
    reported_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    approved_by_id: Mapped[int | None] = mapped_column(ForeignKey("users.id", ondelete="SET NULL"))
    approved_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    in_force_from: Mapped[date | None]
    replaced_on: Mapped[date | None]
    changed_at: Mapped[datetime] = mapped_column(UtcDateTime)
    version: Mapped[int] = mapped_column(default=1)

    standard: Mapped[Standard] = relationship(back_populates="versions")

    __table_args__ = (
        UniqueConstraint("standard_id", "number", name="uq_standard_versions_number"),
        Index("uq_standard_versions_one_in_force", "standard_id", unique=True, postgresql_where="state = 'in_force'"),
        Index("uq_standard_versions_one_unfinished", "standard_id", unique=True, postgresql_where="state IN ('draft', 'discussion', 'approved')"),
        CheckConstraint("term_days > 0", name="term_positive"),
        CheckConstraint("complaint_days > 0", name="complaint_days_positive"),
        CheckConstraint("approved_by_id <> ALL (writer_ids)", name="second_person"),
        CheckConstraint("(state IN ('approved', 'in_force', 'replaced')) = (approved_at IS NOT NULL)", name="approved_with_instant"),
    )
    __mapper_args__ = {"version_id_col": version}


class Remark(Base):
    """A remark or proposal on one paragraph (0: on the whole). Row-level security shows what is not published to the body alone."""

    __tablename__ = "remarks"

    id: Mapped[int] = mapped_column(primary_key=True)
    public_id: Mapped[str] = mapped_column(unique=True, default=new_public_id)
    version_id: Mapped[int] = mapped_column(ForeignKey("standard_versions.id", ondelete="CASCADE"), index=True)
    region_code: Mapped[str | None]
    paragraph: Mapped[int]
    kind: Mapped[RemarkKind] = mapped_column(choice(RemarkKind))
    language: Mapped[str]
    text: Mapped[str]
    state: Mapped[RemarkState] = mapped_column(choice(RemarkState), default=RemarkState.UNCONFIRMED)
    refusal: Mapped[RefusalCode | None] = mapped_column(choice(RefusalCode))
    duplicate_of_id: Mapped[int | None] = mapped_column(ForeignKey("remarks.id", ondelete="SET NULL"))
    outcome: Mapped[Outcome | None] = mapped_column(choice(Outcome))
    answer: Mapped[str] = mapped_column(default="")
    answered_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    sent_at: Mapped[datetime] = mapped_column(UtcDateTime)

    of_version: Mapped[StandardVersion] = relationship()

    __table_args__ = (
        CheckConstraint("(refusal IS NOT NULL) = (state = 'refused')", name="refused_with_reason"),
        CheckConstraint("(outcome IS NULL) = (answered_at IS NULL)", name="answered_with_outcome"),
        CheckConstraint("paragraph >= 0", name="paragraph_number"),
        CheckConstraint("duplicate_of_id <> id", name="duplicate_of_another"),
    )


class RemarkSender(Base):
    """The address behind a remark, and the link that confirms it; no actor but the exchange itself reads the table."""

    __tablename__ = "remark_senders"

    remark_id: Mapped[int] = mapped_column(ForeignKey("remarks.id", ondelete="CASCADE"), primary_key=True)
    address: Mapped[str | None] = mapped_column(Sealed)
    address_hash: Mapped[str | None] = mapped_column(index=True)
    secret_hash: Mapped[str] = mapped_column(unique=True)
    expires_at: Mapped[datetime] = mapped_column(UtcDateTime)
    used_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
