"""Row-level security: the second wall around rows that are bound to a person or a region."""

from alembic import context, op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

SETTING = """
CREATE FUNCTION acting(name text) RETURNS text LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT nullif(current_setting('app.' || name, true), '')
$$
"""
SYSTEM = "acting('actor_kind') = 'system'"
OWN = "jobseeker_id = acting('jobseeker_id')::bigint"
OFFICE = "acting('actor_kind') IN ('office', 'approver')"
EMPLOYER = "(acting('actor_kind') = 'employer' AND employer_id = acting('organisation_id')::bigint)"
REGION = f"({OFFICE} AND region_code = acting('region_code'))"
AGENCY_OF_VACANCY = """(acting('actor_kind') = 'agency' AND EXISTS (
    SELECT 1 FROM vacancies v WHERE v.id = vacancy_id AND v.agency_id = acting('organisation_id')::bigint))"""

APPROACHED = """(acting('actor_kind') IN ('employer', 'agency') AND (
    EXISTS (SELECT 1 FROM job_applications a WHERE a.jobseeker_id = {person})
    OR EXISTS (SELECT 1 FROM invitations i WHERE i.jobseeker_id = {person} AND i.state = 'accepted')
    OR EXISTS (SELECT 1 FROM referrals r WHERE r.jobseeker_id = {person})
    OR EXISTS (SELECT 1 FROM placements p WHERE p.jobseeker_id = {person})))"""

POLICIES = {
    "jobseekers": f"{SYSTEM} OR id = acting('jobseeker_id')::bigint OR {REGION} OR {APPROACHED.format(person='jobseekers.id')}",
    "registrations": f"{SYSTEM} OR {OWN} OR {REGION}",
    "profiles": f"""{SYSTEM} OR {OWN} OR ({REGION} AND audience <> 'nobody')
        OR (acting('actor_kind') IN ('employer', 'agency') AND audience = 'employers') OR {APPROACHED.format(person="profiles.jobseeker_id")}""",
    "work_history": "EXISTS (SELECT 1 FROM profiles p WHERE p.id = profile_id)",
    "job_applications": f"{SYSTEM} OR {OWN} OR {REGION} OR {EMPLOYER} OR {AGENCY_OF_VACANCY}",
    "invitations": f"{SYSTEM} OR {OWN} OR {REGION} OR {EMPLOYER} OR {AGENCY_OF_VACANCY}",
    "referrals": f"""{SYSTEM} OR {OWN} OR {REGION} OR {EMPLOYER}
        OR (acting('actor_kind') = 'agency' AND agency_id = acting('organisation_id')::bigint) OR {AGENCY_OF_VACANCY}""",
    "offers": f"""{SYSTEM} OR {OWN} OR {EMPLOYER} OR {AGENCY_OF_VACANCY}
        OR ({OFFICE} AND EXISTS (SELECT 1 FROM jobseekers j WHERE j.id = jobseeker_id AND j.region_code = acting('region_code')))""",
    "placements": f"""{SYSTEM} OR {OWN} OR {EMPLOYER}
        OR (acting('actor_kind') = 'agency' AND agency_id = acting('organisation_id')::bigint)
        OR ({OFFICE} AND acting('region_code') IN (region_of_work, region_of_residence))""",
    "placement_evidence": "EXISTS (SELECT 1 FROM placements p WHERE p.id = placement_id)",
    "annulment_proposals": "EXISTS (SELECT 1 FROM placements p WHERE p.id = placement_id)",
}


def upgrade() -> None:
    op.execute(SETTING)
    for table, condition in POLICIES.items():
        op.execute(f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY")
        op.execute(f"CREATE POLICY within_scope ON {table} USING ({condition})")
    role = context.config.attributes["application_role"]
    op.execute("CREATE TRIGGER refuse_change BEFORE UPDATE OR DELETE OR TRUNCATE ON placement_evidence EXECUTE FUNCTION refuse_change()")
    op.execute(f"REVOKE UPDATE, DELETE ON placement_evidence FROM {role}")


def downgrade() -> None:
    op.execute("DROP TRIGGER refuse_change ON placement_evidence")
    for table in POLICIES:
        op.execute(f"DROP POLICY within_scope ON {table}")
        op.execute(f"ALTER TABLE {table} DISABLE ROW LEVEL SECURITY")
    op.execute("DROP FUNCTION acting(text)")
