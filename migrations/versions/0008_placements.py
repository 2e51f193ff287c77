"""Approaches, offers, placements and the ledger of evidence."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "invitations",
        sa.Column(
            "state",
            sa.Enum(
                "sent", "accepted", "declined", "expired", "withdrawn", name="invitation_state", native_enum=False, create_constraint=True, length=64
            ),
            nullable=False,
        ),
        sa.Column("expires_on", sa.Date(), nullable=False),
        sa.Column("id", sa.BigInteger(), nullable=False),
        sa.Column("public_id", sa.Text(), nullable=False),
        sa.Column("jobseeker_id", sa.BigInteger(), nullable=False),
        sa.Column("vacancy_id", sa.BigInteger(), nullable=False),
        sa.Column("employer_id", sa.BigInteger(), nullable=True),
        sa.Column("region_code", sa.Text(), nullable=True),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("answer_note", sa.Text(), nullable=False),
        sa.Column("is_demo", sa.Boolean(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["employer_id"], ["employers.id"], name=op.f("fk_invitations_employer_id")),
        sa.ForeignKeyConstraint(["jobseeker_id"], ["jobseekers.id"], name=op.f("fk_invitations_jobseeker_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["vacancy_id"], ["vacancies.id"], name=op.f("fk_invitations_vacancy_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_invitations")),
        sa.UniqueConstraint("jobseeker_id", "vacancy_id", name="uq_invitations_jobseeker_vacancy"),
        sa.UniqueConstraint("public_id", name=op.f("uq_invitations_public_id")),
    )
    op.create_index(op.f("ix_invitations_employer_id"), "invitations", ["employer_id"], unique=False)
    op.create_index(op.f("ix_invitations_jobseeker_id"), "invitations", ["jobseeker_id"], unique=False)
    op.create_index(op.f("ix_invitations_vacancy_id"), "invitations", ["vacancy_id"], unique=False)
    op.create_table(
        "job_applications",
        sa.Column(
            "state",
            sa.Enum(
                "sent",
                "seen",
                "interview",
                "offered",
                "hired",
                "declined",
                "withdrawn",
                "withdrawn_hired_elsewhere",
                "unanswered",
                "vacancy_closed",
                name="application_state",
                native_enum=False,
                create_constraint=True,
                length=64,
            ),
            nullable=False,
        ),
        sa.Column("reminders", sa.BigInteger(), nullable=False),
        sa.Column("id", sa.BigInteger(), nullable=False),
        sa.Column("public_id", sa.Text(), nullable=False),
        sa.Column("jobseeker_id", sa.BigInteger(), nullable=False),
        sa.Column("vacancy_id", sa.BigInteger(), nullable=False),
        sa.Column("employer_id", sa.BigInteger(), nullable=True),
        sa.Column("region_code", sa.Text(), nullable=True),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("answer_note", sa.Text(), nullable=False),
        sa.Column("is_demo", sa.Boolean(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["employer_id"], ["employers.id"], name=op.f("fk_job_applications_employer_id")),
        sa.ForeignKeyConstraint(["jobseeker_id"], ["jobseekers.id"], name=op.f("fk_job_applications_jobseeker_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["vacancy_id"], ["vacancies.id"], name=op.f("fk_job_applications_vacancy_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_job_applications")),
        sa.UniqueConstraint("jobseeker_id", "vacancy_id", name="uq_job_applications_jobseeker_vacancy"),
        sa.UniqueConstraint("public_id", name=op.f("uq_job_applications_public_id")),
    )
    op.create_index(op.f("ix_job_applications_employer_id"), "job_applications", ["employer_id"], unique=False)
    op.create_index(op.f("ix_job_applications_jobseeker_id"), "job_applications", ["jobseeker_id"], unique=False)
    op.create_index("ix_job_applications_state_created", "job_applications", ["state", "created_at"], unique=False)
    op.create_index(op.f("ix_job_applications_vacancy_id"), "job_applications", ["vacancy_id"], unique=False)
    op.create_table(
        "referrals",
        sa.Column(
            "state",
            sa.Enum(
                "issued",
                "accepted",
                "refused_by_person",
                "refused_by_employer",
                "offered",
                "hired",
                "expired",
                "withdrawn",
                name="referral_state",
                native_enum=False,
                create_constraint=True,
                length=64,
            ),
            nullable=False,
        ),
        sa.Column("office_id", sa.BigInteger(), nullable=True),
        sa.Column("agency_id", sa.BigInteger(), nullable=True),
        sa.Column("expires_on", sa.Date(), nullable=False),
        sa.Column("id", sa.BigInteger(), nullable=False),
        sa.Column("public_id", sa.Text(), nullable=False),
        sa.Column("jobseeker_id", sa.BigInteger(), nullable=False),
        sa.Column("vacancy_id", sa.BigInteger(), nullable=False),
        sa.Column("employer_id", sa.BigInteger(), nullable=True),
        sa.Column("region_code", sa.Text(), nullable=True),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("answer_note", sa.Text(), nullable=False),
        sa.Column("is_demo", sa.Boolean(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.CheckConstraint("(office_id IS NULL) <> (agency_id IS NULL)", name=op.f("ck_referrals_one_sender")),
        sa.ForeignKeyConstraint(["agency_id"], ["agencies.id"], name=op.f("fk_referrals_agency_id")),
        sa.ForeignKeyConstraint(["employer_id"], ["employers.id"], name=op.f("fk_referrals_employer_id")),
        sa.ForeignKeyConstraint(["jobseeker_id"], ["jobseekers.id"], name=op.f("fk_referrals_jobseeker_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["office_id"], ["offices.id"], name=op.f("fk_referrals_office_id")),
        sa.ForeignKeyConstraint(["vacancy_id"], ["vacancies.id"], name=op.f("fk_referrals_vacancy_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_referrals")),
        sa.UniqueConstraint("jobseeker_id", "vacancy_id", name="uq_referrals_jobseeker_vacancy"),
        sa.UniqueConstraint("public_id", name=op.f("uq_referrals_public_id")),
    )
    op.create_index(op.f("ix_referrals_agency_id"), "referrals", ["agency_id"], unique=False)
    op.create_index(op.f("ix_referrals_employer_id"), "referrals", ["employer_id"], unique=False)
    op.create_index(op.f("ix_referrals_jobseeker_id"), "referrals", ["jobseeker_id"], unique=False)
    op.create_index(op.f("ix_referrals_office_id"), "referrals", ["office_id"], unique=False)
    op.create_index(op.f("ix_referrals_vacancy_id"), "referrals", ["vacancy_id"], unique=False)
    op.create_table(
        "offers",
        sa.Column("id", sa.BigInteger(), nullable=False),
        sa.Column("public_id", sa.Text(), nullable=False),
        sa.Column("jobseeker_id", sa.BigInteger(), nullable=False),
        sa.Column("vacancy_id", sa.BigInteger(), nullable=False),
        sa.Column("employer_id", sa.BigInteger(), nullable=False),
        sa.Column("application_id", sa.BigInteger(), nullable=True),
        sa.Column("invitation_id", sa.BigInteger(), nullable=True),
        sa.Column("referral_id", sa.BigInteger(), nullable=True),
        sa.Column(
            "state",
            sa.Enum("made", "accepted", "declined", "withdrawn", "expired", name="offer_state", native_enum=False, create_constraint=True, length=64),
            nullable=False,
        ),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("pay", sa.BigInteger(), nullable=True),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("answer_by_on", sa.Date(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("is_demo", sa.Boolean(), nullable=False),
        sa.CheckConstraint("num_nonnulls(application_id, invitation_id, referral_id) = 1", name=op.f("ck_offers_one_origin")),
        sa.ForeignKeyConstraint(["application_id"], ["job_applications.id"], name=op.f("fk_offers_application_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["employer_id"], ["employers.id"], name=op.f("fk_offers_employer_id")),
        sa.ForeignKeyConstraint(["invitation_id"], ["invitations.id"], name=op.f("fk_offers_invitation_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["jobseeker_id"], ["jobseekers.id"], name=op.f("fk_offers_jobseeker_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["referral_id"], ["referrals.id"], name=op.f("fk_offers_referral_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["vacancy_id"], ["vacancies.id"], name=op.f("fk_offers_vacancy_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_offers")),
        sa.UniqueConstraint("public_id", name=op.f("uq_offers_public_id")),
    )
    op.create_index(op.f("ix_offers_employer_id"), "offers", ["employer_id"], unique=False)
    op.create_index(op.f("ix_offers_jobseeker_id"), "offers", ["jobseeker_id"], unique=False)
    op.create_index(op.f("ix_offers_vacancy_id"), "offers", ["vacancy_id"], unique=False)
    op.create_index("uq_offers_one_open", "offers", ["jobseeker_id", "vacancy_id"], unique=True, postgresql_where="state IN ('made', 'accepted')")
    op.create_table(
        "placements",
        sa.Column("id", sa.BigInteger(), nullable=False),
        sa.Column("public_id", sa.Text(), nullable=False),
        sa.Column("jobseeker_id", sa.BigInteger(), nullable=False),
        sa.Column("employer_id", sa.BigInteger(), nullable=False),
        sa.Column("vacancy_id", sa.BigInteger(), nullable=True),
        sa.Column("offer_id", sa.BigInteger(), nullable=True),
        sa.Column("occupation_code", sa.Text(), nullable=True),
        sa.Column("region_of_work", sa.Text(), nullable=False),
        sa.Column("region_of_residence", sa.Text(), nullable=False),
        sa.Column("started_on", sa.Date(), nullable=False),
        sa.Column(
            "employment_kind",
            sa.Enum("permanent", "fixed_term", "seasonal", "temporary", name="employment_kind", native_enum=False, create_constraint=True, length=64),
            nullable=False,
        ),
        sa.Column(
            "channel",
            sa.Enum("self_service", "office_referral", "agency", "programme", name="channel", native_enum=False, create_constraint=True, length=64),
            nullable=False,
        ),
        sa.Column("agency_id", sa.BigInteger(), nullable=True),
        sa.Column("office_id", sa.BigInteger(), nullable=True),
        sa.Column(
            "state",
            sa.Enum(
                "declared", "confirmed", "disputed", "ended", "annulled", name="placement_state", native_enum=False, create_constraint=True, length=64
            ),
            nullable=False,
        ),
        sa.Column(
            "declared_by",
            sa.Enum(
                "employer",
                "jobseeker",
                "agency",
                "office",
                "contract_register",
                "pension_register",
                name="evidence_source",
                native_enum=False,
                create_constraint=True,
                length=64,
            ),
            nullable=False,
        ),
        sa.Column("declared_on", sa.Date(), nullable=False),
        sa.Column("is_demo", sa.Boolean(), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["agency_id"], ["agencies.id"], name=op.f("fk_placements_agency_id")),
        sa.ForeignKeyConstraint(["employer_id"], ["employers.id"], name=op.f("fk_placements_employer_id")),
        sa.ForeignKeyConstraint(["jobseeker_id"], ["jobseekers.id"], name=op.f("fk_placements_jobseeker_id")),
        sa.ForeignKeyConstraint(["offer_id"], ["offers.id"], name=op.f("fk_placements_offer_id")),
        sa.ForeignKeyConstraint(["office_id"], ["offices.id"], name=op.f("fk_placements_office_id")),
        sa.ForeignKeyConstraint(["vacancy_id"], ["vacancies.id"], name=op.f("fk_placements_vacancy_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_placements")),
        sa.UniqueConstraint("jobseeker_id", "employer_id", "started_on", name="uq_placements_person_employer_start"),
        sa.UniqueConstraint("offer_id", name=op.f("uq_placements_offer_id")),
        sa.UniqueConstraint("public_id", name=op.f("uq_placements_public_id")),
    )
    op.create_index(op.f("ix_placements_agency_id"), "placements", ["agency_id"], unique=False)
    op.create_index(op.f("ix_placements_employer_id"), "placements", ["employer_id"], unique=False)
    op.create_index(op.f("ix_placements_jobseeker_id"), "placements", ["jobseeker_id"], unique=False)
    op.create_index(op.f("ix_placements_office_id"), "placements", ["office_id"], unique=False)
    op.create_index("ix_placements_residence", "placements", ["region_of_residence", "declared_on"], unique=False)
    op.create_index(op.f("ix_placements_vacancy_id"), "placements", ["vacancy_id"], unique=False)
    op.create_index("ix_placements_work_declared", "placements", ["region_of_work", "declared_on"], unique=False)
    op.create_table(
        "annulment_proposals",
        sa.Column("id", sa.BigInteger(), nullable=False),
        sa.Column("public_id", sa.Text(), nullable=False),
        sa.Column("placement_id", sa.BigInteger(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("proposed_by_id", sa.BigInteger(), nullable=False),
        sa.Column("proposed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("reply", sa.Text(), nullable=False),
        sa.Column("decided_by_id", sa.BigInteger(), nullable=True),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("is_accepted", sa.Boolean(), nullable=True),
        sa.CheckConstraint("decided_by_id <> proposed_by_id", name=op.f("ck_annulment_proposals_two_people")),
        sa.ForeignKeyConstraint(["decided_by_id"], ["users.id"], name=op.f("fk_annulment_proposals_decided_by_id")),
        sa.ForeignKeyConstraint(["placement_id"], ["placements.id"], name=op.f("fk_annulment_proposals_placement_id")),
        sa.ForeignKeyConstraint(["proposed_by_id"], ["users.id"], name=op.f("fk_annulment_proposals_proposed_by_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_annulment_proposals")),
        sa.UniqueConstraint("public_id", name=op.f("uq_annulment_proposals_public_id")),
    )
    op.create_index(op.f("ix_annulment_proposals_placement_id"), "annulment_proposals", ["placement_id"], unique=False)
    op.create_index("uq_annulment_proposals_one_open", "annulment_proposals", ["placement_id"], unique=True, postgresql_where="decided_at IS NULL")
    op.create_table(
        "placement_evidence",
        sa.Column("id", sa.BigInteger(), nullable=False),
        sa.Column("placement_id", sa.BigInteger(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "declared",
                "confirmed",
                "contract",
                "contribution",
                "ended",
                "disputed",
                "annulled",
                name="evidence_kind",
                native_enum=False,
                create_constraint=True,
                length=64,
            ),
            nullable=False,
        ),
        sa.Column(
            "source",
            sa.Enum(
                "employer",
                "jobseeker",
                "agency",
                "office",
                "contract_register",
                "pension_register",
                name="evidence_source",
                native_enum=False,
                create_constraint=True,
                length=64,
            ),
            nullable=False,
        ),
        sa.Column("month", sa.BigInteger(), nullable=False),
        sa.Column("effective_on", sa.Date(), nullable=False),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("reference", sa.Text(), nullable=False),
        sa.Column("user_id", sa.BigInteger(), nullable=True),
        sa.CheckConstraint(
            "(kind = 'contribution') = (month IN (1, 3, 6, 12)) AND month IN (0, 1, 3, 6, 12)",
            name=op.f("ck_placement_evidence_month_of_contribution"),
        ),
        sa.ForeignKeyConstraint(["placement_id"], ["placements.id"], name=op.f("fk_placement_evidence_placement_id")),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], name=op.f("fk_placement_evidence_user_id"), ondelete="SET NULL"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_placement_evidence")),
        sa.UniqueConstraint("placement_id", "kind", "source", "month", "reference", name="uq_placement_evidence_once"),
    )
    op.create_index(op.f("ix_placement_evidence_placement_id"), "placement_evidence", ["placement_id"], unique=False)
    op.create_index("ix_placement_evidence_recorded", "placement_evidence", ["recorded_at"], unique=False)


def downgrade() -> None:
    op.drop_table("placement_evidence")
    op.drop_table("annulment_proposals")
    op.drop_table("placements")
    op.drop_table("offers")
    op.drop_table("referrals")
    op.drop_table("job_applications")
    op.drop_table("invitations")
