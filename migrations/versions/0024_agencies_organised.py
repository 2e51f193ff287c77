"""Agencies as organisations: contacts, mandates asked for, links with jobseekers, complaints; and what an agency sees ends with its licence and mandate."""

import sqlalchemy as sa
from alembic import op

revision = "0024"
down_revision = "0023"
branch_labels = None
depends_on = None

SYSTEM = "acting('actor_kind') = 'system'"
OWN = "jobseeker_id = acting('jobseeker_id')::bigint"
OFFICE = "acting('actor_kind') IN ('office', 'approver')"
EMPLOYER = "(acting('actor_kind') = 'employer' AND employer_id = acting('organisation_id')::bigint)"
REGION = f"({OFFICE} AND region_code = acting('region_code'))"
AGENCY = "acting('actor_kind') = 'agency' AND agency_id = acting('organisation_id')::bigint"
OLD_AGENCY_OF_VACANCY = """(acting('actor_kind') = 'agency' AND EXISTS (
    SELECT 1 FROM vacancies v WHERE v.id = vacancy_id AND v.agency_id = acting('organisation_id')::bigint))"""
AGENCY_OF_VACANCY = """(acting('actor_kind') = 'agency' AND EXISTS (
    SELECT 1 FROM vacancies v WHERE v.id = vacancy_id AND v.agency_id = acting('organisation_id')::bigint AND agency_acts_for(v.employer_id)))"""

# The wall asks for the states alone and for today's date of the country; the finer question, which scope, is the application's.
FUNCTIONS = (
    """CREATE FUNCTION agency_in_force() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT acting('actor_kind') = 'agency' AND EXISTS (
    SELECT 1 FROM licences l WHERE l.agency_id = acting('organisation_id')::bigint AND l.state = 'granted')
$$""",
    """CREATE FUNCTION agency_acts_for(employer bigint) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT agency_in_force() AND EXISTS (
    SELECT 1 FROM mandates m WHERE m.agency_id = acting('organisation_id')::bigint AND m.employer_id = employer AND m.withdrawn_on IS NULL
     AND (m.until_on IS NULL OR m.until_on >= (now() AT TIME ZONE 'Asia/Almaty')::date))
$$""",
    """CREATE FUNCTION agency_linked(person bigint, level text) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT agency_in_force() AND EXISTS (
    SELECT 1 FROM agency_links k WHERE k.agency_id = acting('organisation_id')::bigint AND k.jobseeker_id = person
     AND k.ended_at IS NULL AND (level = 'profile' OR k.shows = 'contacts'))
$$""",
    # An agency does not see the links that ended, so this question is asked as the owner of the table.
    """CREATE FUNCTION agency_unlinked(person bigint, agency bigint) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT coalesce(bool_and(k.ended_at IS NOT NULL), false) FROM agency_links k
   WHERE k.agency_id = agency AND k.jobseeker_id = person
$$""",
)
APPROACHED = """(acting('actor_kind') IN ('employer', 'agency') AND (
    EXISTS (SELECT 1 FROM job_applications a WHERE a.jobseeker_id = {person})
    OR EXISTS (SELECT 1 FROM invitations i WHERE i.jobseeker_id = {person} AND i.state = 'accepted')
    OR EXISTS (SELECT 1 FROM referrals r WHERE r.jobseeker_id = {person})
    OR EXISTS (SELECT 1 FROM placements p WHERE p.jobseeker_id = {person})))"""
EVERYBODY_ELSE = {
    "jobseekers": f"{SYSTEM} OR id = acting('jobseeker_id')::bigint OR {REGION} OR {APPROACHED.format(person='jobseekers.id')}",
    "profiles": f"""{SYSTEM} OR {OWN} OR ({REGION} AND audience <> 'nobody')
        OR (acting('actor_kind') = 'employer' AND audience = 'employers') OR {APPROACHED.format(person="profiles.jobseeker_id")}""",
    "job_applications": f"{SYSTEM} OR {OWN} OR {REGION} OR {EMPLOYER}",
    "invitations": f"{SYSTEM} OR {OWN} OR {REGION} OR {EMPLOYER}",
    "referrals": f"{SYSTEM} OR {OWN} OR {REGION} OR {EMPLOYER}",
    "offers": f"""{SYSTEM} OR {OWN} OR {EMPLOYER}
        OR ({OFFICE} AND EXISTS (SELECT 1 FROM jobseekers j WHERE j.id = jobseeker_id AND j.region_code = acting('region_code')))""",
    "placements": f"""{SYSTEM} OR {OWN} OR {EMPLOYER} OR ({OFFICE} AND acting('region_code') IN (region_of_work, region_of_residence))""",
    "vacancy_candidates": f"""{SYSTEM} OR EXISTS (SELECT 1 FROM vacancies v WHERE v.id = vacancy_id AND (
        (acting('actor_kind') = 'employer' AND v.employer_id = acting('organisation_id')::bigint)
        OR ({OFFICE} AND v.region_code = acting('region_code'))))""",
}
AGENCIES_NOW = {
    "jobseekers": """(agency_linked(jobseekers.id, 'contacts')
        AND EXISTS (SELECT 1 FROM profiles p WHERE p.jobseeker_id = jobseekers.id AND p.audience <> 'nobody'))""",
    "profiles": """(audience <> 'nobody' AND agency_linked(profiles.jobseeker_id, 'profile'))
        OR (audience = 'employers' AND agency_in_force() AND NOT agency_unlinked(profiles.jobseeker_id, acting('organisation_id')::bigint))""",
    "job_applications": AGENCY_OF_VACANCY,
    "invitations": AGENCY_OF_VACANCY,
    "referrals": f"({AGENCY} AND agency_acts_for(employer_id) AND NOT agency_unlinked(jobseeker_id, agency_id)) OR {AGENCY_OF_VACANCY}",
    "offers": AGENCY_OF_VACANCY,
    "placements": f"({AGENCY} AND agency_acts_for(employer_id) AND NOT agency_unlinked(jobseeker_id, agency_id))",
    "vacancy_candidates": AGENCY_OF_VACANCY,
}
AGENCIES_BEFORE = {
    "jobseekers": "false",
    "profiles": "(acting('actor_kind') = 'agency' AND audience = 'employers')",
    "job_applications": OLD_AGENCY_OF_VACANCY,
    "invitations": OLD_AGENCY_OF_VACANCY,
    "referrals": f"({AGENCY}) OR {OLD_AGENCY_OF_VACANCY}",
    "offers": OLD_AGENCY_OF_VACANCY,
    "placements": f"({AGENCY})",
    "vacancy_candidates": OLD_AGENCY_OF_VACANCY,
}
COMPLAINTS = f"""{SYSTEM} OR acting('actor_kind') IN ('analyst', 'administrator') OR ({AGENCY})
    OR (acting('actor_kind') IN ('jobseeker', 'employer', 'office', 'approver') AND user_id = acting('user_id')::bigint)"""


def upgrade() -> None:
    op.add_column("agencies", sa.Column("contact_name", sa.Text(), nullable=False, server_default=""))
    op.add_column("agencies", sa.Column("contact_phone", sa.Text(), nullable=False, server_default=""))
    op.alter_column("agencies", "contact_name", server_default=None)
    op.alter_column("agencies", "contact_phone", server_default=None)
    op.add_column("licences", sa.Column("asked_until_on", sa.Date(), nullable=True))
    _create_requests()
    _create_complaints()
    _create_links()
    for function in FUNCTIONS:
        op.execute(function)
    _protect("agency_complaints", COMPLAINTS)
    _protect("agency_links", f"{SYSTEM} OR {OWN} OR ({AGENCY} AND ended_at IS NULL AND agency_in_force())")
    for table, condition in EVERYBODY_ELSE.items():
        op.execute(f"ALTER POLICY within_scope ON {table} USING ({condition} OR {AGENCIES_NOW[table]})")


def downgrade() -> None:
    for table, condition in EVERYBODY_ELSE.items():
        op.execute(f"ALTER POLICY within_scope ON {table} USING ({condition} OR {AGENCIES_BEFORE[table]})")
    for table in ("agency_links", "agency_complaints"):
        op.execute(f"DROP POLICY within_scope ON {table}")
    for function in ("agency_unlinked(bigint, bigint)", "agency_linked(bigint, text)", "agency_acts_for(bigint)", "agency_in_force()"):
        op.execute(f"DROP FUNCTION {function}")
    for table in ("agency_links", "agency_complaints", "mandate_requests"):
        op.drop_table(table)
    op.drop_column("licences", "asked_until_on")
    op.drop_column("agencies", "contact_phone")
    op.drop_column("agencies", "contact_name")


def _protect(table: str, condition: str) -> None:
    op.execute(f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY")
    op.execute(f"CREATE POLICY within_scope ON {table} USING ({condition})")


def _create_requests() -> None:
    op.create_table(
        "mandate_requests",
        sa.Column("id", sa.BigInteger(), nullable=False),
        sa.Column("public_id", sa.Text(), nullable=False),
        sa.Column("agency_id", sa.BigInteger(), nullable=False),
        sa.Column("employer_id", sa.BigInteger(), nullable=False),
        sa.Column("scopes", sa.ARRAY(sa.Text()), nullable=False),
        sa.Column("until_on", sa.Date(), nullable=True),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("state", sa.String(64), nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("answer_note", sa.Text(), nullable=False),
        sa.Column("mandate_id", sa.BigInteger(), nullable=True),
        sa.CheckConstraint("state IN ('asked', 'given', 'declined', 'withdrawn')", name="ck_mandate_requests_request_state"),
        sa.ForeignKeyConstraint(["agency_id"], ["agencies.id"], name="fk_mandate_requests_agency_id", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["employer_id"], ["employers.id"], name="fk_mandate_requests_employer_id", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["mandate_id"], ["mandates.id"], name="fk_mandate_requests_mandate_id", ondelete="SET NULL"),
        sa.PrimaryKeyConstraint("id", name="pk_mandate_requests"),
        sa.UniqueConstraint("public_id", name="uq_mandate_requests_public_id"),
    )
    op.create_index("ix_mandate_requests_agency_id", "mandate_requests", ["agency_id"])
    op.create_index("ix_mandate_requests_employer_id", "mandate_requests", ["employer_id"])
    one_open = sa.text("state = 'asked'")
    op.create_index("uq_mandate_requests_one_open", "mandate_requests", ["agency_id", "employer_id"], unique=True, postgresql_where=one_open)


def _create_complaints() -> None:
    kinds = "'visitor', 'jobseeker', 'employer', 'agency', 'office', 'approver', 'analyst', 'administrator', 'system'"
    op.create_table(
        "agency_complaints",
        sa.Column("id", sa.BigInteger(), nullable=False),
        sa.Column("public_id", sa.Text(), nullable=False),
        sa.Column("agency_id", sa.BigInteger(), nullable=False),
        sa.Column("user_id", sa.BigInteger(), nullable=True),
        sa.Column("complainant", sa.String(64), nullable=False),
        sa.Column("category", sa.String(64), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("state", sa.String(64), nullable=False),
        sa.Column("filed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("reply_due_on", sa.Date(), nullable=False),
        sa.Column("reply", sa.Text(), nullable=False),
        sa.Column("replied_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("decision", sa.Text(), nullable=False),
        sa.Column("effect", sa.String(64), nullable=True),
        sa.CheckConstraint(f"complainant IN ({kinds})", name="ck_agency_complaints_actor_kind"),
        sa.CheckConstraint(
            "category IN ('fee_charged', 'misleading_advert', 'no_answer', 'data_misuse', 'other')", name="ck_agency_complaints_complaint_category"
        ),
        sa.CheckConstraint("state IN ('filed', 'replied', 'upheld', 'not_upheld')", name="ck_agency_complaints_complaint_state"),
        sa.CheckConstraint("effect IN ('warning', 'suspension')", name="ck_agency_complaints_complaint_effect"),
        sa.CheckConstraint("(decided_at IS NULL) = (state IN ('filed', 'replied'))", name="ck_agency_complaints_decided_with_instant"),
        sa.CheckConstraint("(effect IS NOT NULL) = (state = 'upheld')", name="ck_agency_complaints_effect_when_upheld"),
        sa.ForeignKeyConstraint(["agency_id"], ["agencies.id"], name="fk_agency_complaints_agency_id", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], name="fk_agency_complaints_user_id", ondelete="SET NULL"),
        sa.PrimaryKeyConstraint("id", name="pk_agency_complaints"),
        sa.UniqueConstraint("public_id", name="uq_agency_complaints_public_id"),
    )
    op.create_index("ix_agency_complaints_agency_id", "agency_complaints", ["agency_id"])
    op.create_index("ix_agency_complaints_user_id", "agency_complaints", ["user_id"])


def _create_links() -> None:
    op.create_table(
        "agency_links",
        sa.Column("id", sa.BigInteger(), nullable=False),
        sa.Column("public_id", sa.Text(), nullable=False),
        sa.Column("agency_id", sa.BigInteger(), nullable=False),
        sa.Column("jobseeker_id", sa.BigInteger(), nullable=False),
        sa.Column("shows", sa.String(64), nullable=False),
        sa.Column("consent_id", sa.BigInteger(), nullable=True),
        sa.Column("linked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("shows IN ('profile', 'contacts')", name="ck_agency_links_link_level"),
        sa.ForeignKeyConstraint(["agency_id"], ["agencies.id"], name="fk_agency_links_agency_id", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["jobseeker_id"], ["jobseekers.id"], name="fk_agency_links_jobseeker_id", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["consent_id"], ["consents.id"], name="fk_agency_links_consent_id", ondelete="SET NULL"),
        sa.PrimaryKeyConstraint("id", name="pk_agency_links"),
        sa.UniqueConstraint("public_id", name="uq_agency_links_public_id"),
    )
    op.create_index("ix_agency_links_jobseeker_id", "agency_links", ["jobseeker_id"])
    op.create_index("uq_agency_links_one_open", "agency_links", ["agency_id", "jobseeker_id"], unique=True, postgresql_where=sa.text("ended_at IS NULL"))
