"""Programmes with their measures and terms, enrolments, and the money that follows them."""

import sqlalchemy as sa
from alembic import context, op
from sqlalchemy.dialects import postgresql

revision = "0029"
down_revision = "0028"
branch_labels = None
depends_on = None

SYSTEM = "acting('actor_kind') = 'system'"
OWN = "jobseeker_id = acting('jobseeker_id')::bigint"
MINISTRY = "acting('actor_kind') IN ('analyst', 'administrator')"
REGION = "(acting('actor_kind') IN ('office', 'approver') AND region_code = acting('region_code'))"
EMPLOYER = "(acting('actor_kind') = 'employer' AND employer_id = acting('organisation_id')::bigint)"
POLICIES = {
    "enrolments": f"{SYSTEM} OR {OWN} OR {REGION} OR {EMPLOYER}",
    "payments": "EXISTS (SELECT 1 FROM enrolments e WHERE e.id = enrolment_id)",
    "allocations": f"{SYSTEM} OR {MINISTRY} OR {REGION}",
    "ledger_entries": "EXISTS (SELECT 1 FROM allocations a WHERE a.id = allocation_id)",
    "reallocations": "EXISTS (SELECT 1 FROM allocations a WHERE a.id IN (from_id, to_id))",
}
APPEND_ONLY = ("ledger_entries", "measure_terms")
"""Rows that explain what was decided and spent: written once."""


def choice(name: str, *values: str) -> sa.Enum:
    return sa.Enum(*values, name=name, native_enum=False, create_constraint=True, length=64)


def upgrade() -> None:
    _create_programmes()
    _create_directions()
    _create_measures()
    _create_allocations()
    _create_measure_terms()
    _create_reallocations()
    _create_enrolments()
    _create_payments()
    _create_ledger_entries()
    for table, condition in POLICIES.items():
        op.execute(f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY")
        op.execute(f"CREATE POLICY within_scope ON {table} USING ({condition})")
    role = context.config.attributes["application_role"]
    for table in APPEND_ONLY:
        op.execute(f"CREATE TRIGGER refuse_change BEFORE UPDATE OR DELETE OR TRUNCATE ON {table} EXECUTE FUNCTION refuse_change()")
        op.execute(f"REVOKE UPDATE, DELETE ON {table} FROM {role}")


def downgrade() -> None:
    for table in (
        "ledger_entries",
        "payments",
        "enrolments",
        "reallocations",
        "measure_terms",
        "allocations",
        "measures",
        "directions",
        "programmes",
    ):
        op.drop_table(table)


def _create_programmes() -> None:
    op.create_table(
        "programmes",
        sa.Column("id", sa.BigInteger(), sa.Identity(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=False),
        sa.Column("name_kk", sa.Text(), nullable=False),
        sa.Column("name_ru", sa.Text(), nullable=False),
        sa.Column("name_en", sa.Text(), nullable=False),
        sa.CheckConstraint("starts_on <= ends_on", name=op.f("ck_programmes_period")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_programmes")),
        sa.UniqueConstraint("code", name=op.f("uq_programmes_code")),
    )


def _create_directions() -> None:
    op.create_table(
        "directions",
        sa.Column("id", sa.BigInteger(), sa.Identity(), nullable=False),
        sa.Column("programme_id", sa.BigInteger(), nullable=False),
        sa.Column("number", sa.BigInteger(), nullable=False),
        sa.Column("name_kk", sa.Text(), nullable=False),
        sa.Column("name_ru", sa.Text(), nullable=False),
        sa.Column("name_en", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["programme_id"], ["programmes.id"], name=op.f("fk_directions_programme_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_directions")),
        sa.UniqueConstraint("programme_id", "number", name="uq_directions_programme_number"),
    )


def _create_measures() -> None:
    op.create_table(
        "measures",
        sa.Column("id", sa.BigInteger(), sa.Identity(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("direction_id", sa.BigInteger(), nullable=False),
        sa.Column(
            "kind",
            choice("measure_kind", "training", "social_job", "youth_practice", "public_works", "microcredit", "grant", "relocation", "rural_jobs"),
            nullable=False,
        ),
        sa.Column("state", choice("measure_state", "open", "closed"), nullable=False),
        sa.Column("name_kk", sa.Text(), nullable=False),
        sa.Column("name_ru", sa.Text(), nullable=False),
        sa.Column("name_en", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["direction_id"], ["directions.id"], name=op.f("fk_measures_direction_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_measures")),
        sa.UniqueConstraint("code", name=op.f("uq_measures_code")),
    )
    op.create_index(op.f("ix_measures_direction_id"), "measures", ["direction_id"])


def _create_allocations() -> None:
    op.create_table(
        "allocations",
        sa.Column("id", sa.BigInteger(), sa.Identity(), nullable=False),
        sa.Column("public_id", sa.Text(), nullable=False),
        sa.Column("measure_id", sa.BigInteger(), nullable=False),
        sa.Column("region_code", sa.Text(), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=False),
        sa.Column("places", sa.BigInteger(), nullable=False),
        sa.Column("places_taken", sa.BigInteger(), nullable=False),
        sa.Column("planned", sa.BigInteger(), nullable=False),
        sa.Column("committed", sa.BigInteger(), nullable=False),
        sa.Column("paid", sa.BigInteger(), nullable=False),
        sa.Column("is_demo", sa.Boolean(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("0 <= paid AND paid <= committed AND committed <= planned", name=op.f("ck_allocations_money")),
        sa.CheckConstraint("0 <= places_taken AND places_taken <= places", name=op.f("ck_allocations_places")),
        sa.CheckConstraint("starts_on <= ends_on", name=op.f("ck_allocations_period")),
        sa.ForeignKeyConstraint(["measure_id"], ["measures.id"], name=op.f("fk_allocations_measure_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_allocations")),
        sa.UniqueConstraint("measure_id", "region_code", "starts_on", name="uq_allocations_measure_region_start"),
        sa.UniqueConstraint("public_id", name=op.f("uq_allocations_public_id")),
    )
    op.create_index(op.f("ix_allocations_region_code"), "allocations", ["region_code"])


def _create_measure_terms() -> None:
    op.create_table(
        "measure_terms",
        sa.Column("id", sa.BigInteger(), sa.Identity(), nullable=False),
        sa.Column("public_id", sa.Text(), nullable=False),
        sa.Column("measure_id", sa.BigInteger(), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=False),
        sa.Column("eligibility", postgresql.JSONB(), nullable=False),
        sa.Column("most_months", sa.BigInteger(), nullable=False),
        sa.Column("most_amount", sa.BigInteger(), nullable=False),
        sa.Column("rate_periods", postgresql.JSONB(), nullable=False),
        sa.Column("documents", sa.ARRAY(sa.Text()), nullable=False),
        sa.Column("approval", choice("approval", "approver", "committee"), nullable=False),
        sa.Column("fingerprint", sa.Text(), nullable=False),
        sa.Column("made_by_id", sa.BigInteger(), nullable=True),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.CheckConstraint("most_months > 0 AND most_amount >= 0", name=op.f("ck_measure_terms_limits")),
        sa.ForeignKeyConstraint(["made_by_id"], ["users.id"], name=op.f("fk_measure_terms_made_by_id")),
        sa.ForeignKeyConstraint(["measure_id"], ["measures.id"], name=op.f("fk_measure_terms_measure_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_measure_terms")),
        sa.UniqueConstraint("measure_id", "version", name="uq_measure_terms_version"),
        sa.UniqueConstraint("public_id", name=op.f("uq_measure_terms_public_id")),
    )


def _create_reallocations() -> None:
    op.create_table(
        "reallocations",
        sa.Column("id", sa.BigInteger(), sa.Identity(), nullable=False),
        sa.Column("public_id", sa.Text(), nullable=False),
        sa.Column("from_id", sa.BigInteger(), nullable=False),
        sa.Column("to_id", sa.BigInteger(), nullable=False),
        sa.Column("places", sa.BigInteger(), nullable=False),
        sa.Column("amount", sa.BigInteger(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("state", choice("reallocation_state", "proposed", "accepted", "refused"), nullable=False),
        sa.Column("proposed_by_id", sa.BigInteger(), nullable=False),
        sa.Column("proposed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("decided_by_id", sa.BigInteger(), nullable=True),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("decided_by_id <> proposed_by_id", name=op.f("ck_reallocations_two_people")),
        sa.CheckConstraint("from_id <> to_id AND places >= 0 AND amount >= 0 AND places + amount > 0", name=op.f("ck_reallocations_move")),
        sa.ForeignKeyConstraint(["decided_by_id"], ["users.id"], name=op.f("fk_reallocations_decided_by_id")),
        sa.ForeignKeyConstraint(["from_id"], ["allocations.id"], name=op.f("fk_reallocations_from_id")),
        sa.ForeignKeyConstraint(["proposed_by_id"], ["users.id"], name=op.f("fk_reallocations_proposed_by_id")),
        sa.ForeignKeyConstraint(["to_id"], ["allocations.id"], name=op.f("fk_reallocations_to_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reallocations")),
        sa.UniqueConstraint("public_id", name=op.f("uq_reallocations_public_id")),
    )
    op.create_index(op.f("ix_reallocations_from_id"), "reallocations", ["from_id"])
    op.create_index(op.f("ix_reallocations_to_id"), "reallocations", ["to_id"])


def _create_enrolments() -> None:
    op.create_table(
        "enrolments",
        sa.Column("id", sa.BigInteger(), sa.Identity(), nullable=False),
        sa.Column("public_id", sa.Text(), nullable=False),
        sa.Column("jobseeker_id", sa.BigInteger(), nullable=False),
        sa.Column("measure_id", sa.BigInteger(), nullable=False),
        sa.Column("terms_id", sa.BigInteger(), nullable=False),
        sa.Column("office_id", sa.BigInteger(), nullable=True),
        sa.Column("region_code", sa.Text(), nullable=False),
        sa.Column("employer_id", sa.BigInteger(), nullable=True),
        sa.Column("plan_id", sa.BigInteger(), nullable=True),
        sa.Column(
            "state",
            choice(
                "enrolment_state",
                "applied",
                "eligible",
                "refused",
                "prepared",
                "approved",
                "declined",
                "started",
                "completed",
                "dropped_out",
                "withdrawn",
            ),
            nullable=False,
        ),
        sa.Column("facts", postgresql.JSONB(), nullable=False),
        sa.Column("findings", postgresql.JSONB(), nullable=False),
        sa.Column("applied_on", sa.Date(), nullable=False),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("prepared_by_id", sa.BigInteger(), nullable=True),
        sa.Column("prepared_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("approved_by_id", sa.BigInteger(), nullable=True),
        sa.Column("approved_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("second_approved_by_id", sa.BigInteger(), nullable=True),
        sa.Column("decline_reason", sa.Text(), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=True),
        sa.Column("ends_on", sa.Date(), nullable=True),
        sa.Column("started_on", sa.Date(), nullable=True),
        sa.Column("ended_on", sa.Date(), nullable=True),
        sa.Column(
            "drop_reason",
            choice("drop_reason", "found_work", "illness", "moved", "absent", "employer_ended", "contributions_stopped", "other"),
            nullable=True,
        ),
        sa.Column("allocation_id", sa.BigInteger(), nullable=True),
        sa.Column("amount", sa.BigInteger(), nullable=False),
        sa.Column("committed", sa.BigInteger(), nullable=False),
        sa.Column("paid", sa.BigInteger(), nullable=False),
        sa.Column("outcome", choice("outcome", "placement", "none"), nullable=True),
        sa.Column("placement_id", sa.BigInteger(), nullable=True),
        sa.Column("is_demo", sa.Boolean(), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("(outcome = 'placement') = (placement_id IS NOT NULL)", name=op.f("ck_enrolments_outcome_with_placement")),
        sa.CheckConstraint("(state = 'dropped_out') = (drop_reason IS NOT NULL)", name=op.f("ck_enrolments_drop_with_reason")),
        sa.CheckConstraint("0 <= paid AND paid <= committed", name=op.f("ck_enrolments_money")),
        sa.CheckConstraint(
            "approved_by_id <> prepared_by_id AND second_approved_by_id NOT IN (prepared_by_id, approved_by_id)",
            name=op.f("ck_enrolments_two_people"),
        ),
        sa.ForeignKeyConstraint(["allocation_id"], ["allocations.id"], name=op.f("fk_enrolments_allocation_id")),
        sa.ForeignKeyConstraint(["approved_by_id"], ["users.id"], name=op.f("fk_enrolments_approved_by_id")),
        sa.ForeignKeyConstraint(["employer_id"], ["employers.id"], name=op.f("fk_enrolments_employer_id")),
        sa.ForeignKeyConstraint(["jobseeker_id"], ["jobseekers.id"], name=op.f("fk_enrolments_jobseeker_id")),
        sa.ForeignKeyConstraint(["measure_id"], ["measures.id"], name=op.f("fk_enrolments_measure_id")),
        sa.ForeignKeyConstraint(["office_id"], ["offices.id"], name=op.f("fk_enrolments_office_id")),
        sa.ForeignKeyConstraint(["placement_id"], ["placements.id"], name=op.f("fk_enrolments_placement_id")),
        sa.ForeignKeyConstraint(["prepared_by_id"], ["users.id"], name=op.f("fk_enrolments_prepared_by_id")),
        sa.ForeignKeyConstraint(["second_approved_by_id"], ["users.id"], name=op.f("fk_enrolments_second_approved_by_id")),
        sa.ForeignKeyConstraint(["terms_id"], ["measure_terms.id"], name=op.f("fk_enrolments_terms_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_enrolments")),
        sa.UniqueConstraint("public_id", name=op.f("uq_enrolments_public_id")),
    )
    op.create_index(op.f("ix_enrolments_allocation_id"), "enrolments", ["allocation_id"])
    op.create_index(op.f("ix_enrolments_employer_id"), "enrolments", ["employer_id"])
    op.create_index(op.f("ix_enrolments_jobseeker_id"), "enrolments", ["jobseeker_id"])
    op.create_index(op.f("ix_enrolments_measure_id"), "enrolments", ["measure_id"])
    op.create_index("ix_enrolments_region_state", "enrolments", ["region_code", "state"])
    op.create_index(
        "uq_enrolments_one_open",
        "enrolments",
        ["jobseeker_id", "measure_id"],
        unique=True,
        postgresql_where="state IN ('applied', 'eligible', 'prepared', 'approved', 'started')",
    )


def _create_payments() -> None:
    op.create_table(
        "payments",
        sa.Column("id", sa.BigInteger(), sa.Identity(), nullable=False),
        sa.Column("public_id", sa.Text(), nullable=False),
        sa.Column("enrolment_id", sa.BigInteger(), nullable=False),
        sa.Column("region_code", sa.Text(), nullable=False),
        sa.Column("kind", choice("payment_kind", "subsidy", "course", "stipend", "loan", "grant", "moving", "housing"), nullable=False),
        sa.Column("month", sa.Date(), nullable=True),
        sa.Column("amount", sa.BigInteger(), nullable=False),
        sa.Column("state", choice("payment_state", "prepared", "paid", "refused"), nullable=False),
        sa.Column("prepared_by_id", sa.BigInteger(), nullable=False),
        sa.Column("prepared_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("decided_by_id", sa.BigInteger(), nullable=True),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("paid_on", sa.Date(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("is_demo", sa.Boolean(), nullable=False),
        sa.CheckConstraint("(state = 'paid') = (paid_on IS NOT NULL)", name=op.f("ck_payments_paid_on")),
        sa.CheckConstraint("amount > 0", name=op.f("ck_payments_amount")),
        sa.CheckConstraint("decided_by_id <> prepared_by_id", name=op.f("ck_payments_two_people")),
        sa.ForeignKeyConstraint(["decided_by_id"], ["users.id"], name=op.f("fk_payments_decided_by_id")),
        sa.ForeignKeyConstraint(["enrolment_id"], ["enrolments.id"], name=op.f("fk_payments_enrolment_id")),
        sa.ForeignKeyConstraint(["prepared_by_id"], ["users.id"], name=op.f("fk_payments_prepared_by_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_payments")),
        sa.UniqueConstraint("public_id", name=op.f("uq_payments_public_id")),
    )
    op.create_index(op.f("ix_payments_enrolment_id"), "payments", ["enrolment_id"])
    op.create_index("ix_payments_region_state", "payments", ["region_code", "state"])
    op.create_index(
        "uq_payments_once",
        "payments",
        ["enrolment_id", "kind", "month"],
        unique=True,
        postgresql_where="state <> 'refused'",
        postgresql_nulls_not_distinct=True,
    )


def _create_ledger_entries() -> None:
    op.create_table(
        "ledger_entries",
        sa.Column("id", sa.BigInteger(), sa.Identity(), nullable=False),
        sa.Column("allocation_id", sa.BigInteger(), nullable=False),
        sa.Column("kind", choice("entry_kind", "plan", "commit", "release", "pay", "reallocate"), nullable=False),
        sa.Column("places", sa.BigInteger(), nullable=False),
        sa.Column("places_taken", sa.BigInteger(), nullable=False),
        sa.Column("planned", sa.BigInteger(), nullable=False),
        sa.Column("committed", sa.BigInteger(), nullable=False),
        sa.Column("paid", sa.BigInteger(), nullable=False),
        sa.Column("enrolment_id", sa.BigInteger(), nullable=True),
        sa.Column("reallocation_id", sa.BigInteger(), nullable=True),
        sa.Column("payment_id", sa.BigInteger(), nullable=True),
        sa.Column("user_id", sa.BigInteger(), nullable=True),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["allocation_id"], ["allocations.id"], name=op.f("fk_ledger_entries_allocation_id")),
        sa.ForeignKeyConstraint(["enrolment_id"], ["enrolments.id"], name=op.f("fk_ledger_entries_enrolment_id")),
        sa.ForeignKeyConstraint(["payment_id"], ["payments.id"], name=op.f("fk_ledger_entries_payment_id")),
        sa.ForeignKeyConstraint(["reallocation_id"], ["reallocations.id"], name=op.f("fk_ledger_entries_reallocation_id")),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], name=op.f("fk_ledger_entries_user_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_ledger_entries")),
    )
    op.create_index(op.f("ix_ledger_entries_allocation_id"), "ledger_entries", ["allocation_id"])
    op.create_index(op.f("ix_ledger_entries_enrolment_id"), "ledger_entries", ["enrolment_id"])
    op.create_index("uq_ledger_entries_payment", "ledger_entries", ["payment_id"], unique=True, postgresql_where="kind = 'pay'")
