"""Suggestions ready to be shown, one row a person and one a vacancy, the runs that made them, and the reasons that people contest."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import ARRAY

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None

SYSTEM = "acting('actor_kind') = 'system'"
OWN = "jobseeker_id = acting('jobseeker_id')::bigint"
OFFICE = "acting('actor_kind') IN ('office', 'approver')"
KEEPER = f"""EXISTS (SELECT 1 FROM vacancies v WHERE v.id = vacancy_id AND (
    (acting('actor_kind') = 'employer' AND v.employer_id = acting('organisation_id')::bigint)
    OR (acting('actor_kind') = 'agency' AND v.agency_id = acting('organisation_id')::bigint)
    OR ({OFFICE} AND v.region_code = acting('region_code'))))"""
POLICIES = {
    "person_suggestions": f"{SYSTEM} OR {OWN}",
    "vacancy_candidates": f"{SYSTEM} OR {KEEPER}",
    "contested_reasons": f"{SYSTEM} OR {OWN} OR ({OFFICE} AND region_code = acting('region_code'))",
}


def upgrade() -> None:
    _create_lists()
    _create_contests()
    for table, condition in POLICIES.items():
        op.execute(f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY")
        op.execute(f"CREATE POLICY within_scope ON {table} USING ({condition})")


def _create_lists() -> None:
    op.create_table(
        "matching_runs",
        sa.Column("id", sa.BigInteger(), nullable=False),
        sa.Column("started_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("finished_at", sa.DateTime(timezone=True)),
        sa.Column("people", sa.BigInteger(), nullable=False),
        sa.Column("vacancies", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_matching_runs"),
    )
    op.create_table(
        "person_suggestions",
        sa.Column("jobseeker_id", sa.BigInteger(), nullable=False, autoincrement=False),
        sa.Column("profile_version", sa.BigInteger(), nullable=False),
        sa.Column("vacancy_ids", ARRAY(sa.BigInteger()), nullable=False),
        sa.Column("scores", ARRAY(sa.Integer()), nullable=False),
        sa.Column("refreshed_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("cardinality(vacancy_ids) = cardinality(scores)", name="ck_person_suggestions_a_score_each"),
        sa.ForeignKeyConstraint(["jobseeker_id"], ["jobseekers.id"], name="fk_person_suggestions_jobseeker_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("jobseeker_id", name="pk_person_suggestions"),
    )
    op.create_table(
        "vacancy_candidates",
        sa.Column("vacancy_id", sa.BigInteger(), nullable=False, autoincrement=False),
        sa.Column("vacancy_version", sa.BigInteger(), nullable=False),
        sa.Column("profile_ids", ARRAY(sa.BigInteger()), nullable=False),
        sa.Column("scores", ARRAY(sa.Integer()), nullable=False),
        sa.Column("refreshed_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("cardinality(profile_ids) = cardinality(scores)", name="ck_vacancy_candidates_a_score_each"),
        sa.ForeignKeyConstraint(["vacancy_id"], ["vacancies.id"], name="fk_vacancy_candidates_vacancy_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("vacancy_id", name="pk_vacancy_candidates"),
    )


def _create_contests() -> None:
    op.create_table(
        "contested_reasons",
        sa.Column("id", sa.BigInteger(), nullable=False),
        sa.Column("public_id", sa.Text(), nullable=False),
        sa.Column("jobseeker_id", sa.BigInteger(), nullable=False),
        sa.Column("vacancy_id", sa.BigInteger(), nullable=False),
        sa.Column("region_code", sa.Text()),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("fault", sa.String(64), nullable=False),
        sa.Column("contested_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("answer", sa.String(64)),
        sa.Column("answered_at", sa.DateTime(timezone=True)),
        sa.Column("answered_by_id", sa.BigInteger()),
        sa.CheckConstraint("fault IN ('profile', 'vacancy')", name="ck_contested_reasons_fault"),
        sa.CheckConstraint("answer IN ('vacancy_right', 'vacancy_wrong')", name="ck_contested_reasons_answer"),
        sa.CheckConstraint("(answer IS NULL) = (answered_at IS NULL)", name="ck_contested_reasons_answer_with_instant"),
        sa.ForeignKeyConstraint(["jobseeker_id"], ["jobseekers.id"], name="fk_contested_reasons_jobseeker_id", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["vacancy_id"], ["vacancies.id"], name="fk_contested_reasons_vacancy_id", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["answered_by_id"], ["users.id"], name="fk_contested_reasons_answered_by_id", ondelete="SET NULL"),
        sa.PrimaryKeyConstraint("id", name="pk_contested_reasons"),
        sa.UniqueConstraint("public_id", name="uq_contested_reasons_public_id"),
        sa.UniqueConstraint("jobseeker_id", "vacancy_id", "reason", name="uq_contested_reasons_once"),
    )
    op.create_index("ix_contested_reasons_vacancy_id", "contested_reasons", ["vacancy_id"])
    waiting = sa.text("fault = 'vacancy' AND answer IS NULL")
    op.create_index("ix_contested_reasons_waiting", "contested_reasons", ["region_code", "id"], postgresql_where=waiting)


def downgrade() -> None:
    for table in ("contested_reasons", "vacancy_candidates", "person_suggestions", "matching_runs"):
        op.drop_table(table)
