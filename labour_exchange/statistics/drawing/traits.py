"""What can change or be erased in a register, read once, when a subject is first counted."""

AGE = """CASE WHEN {years} < 25 THEN '15-24' WHEN {years} < 35 THEN '25-34' WHEN {years} < 45 THEN '35-44'
  WHEN {years} < 55 THEN '45-54' ELSE '55+' END"""


def _age_group(day: str) -> str:
    # The month of birth alone: it stays when a person's data are erased, so an age never changes afterwards.
    return AGE.replace("{years}", f"extract(year FROM age({day}, date_trunc('month', j.born_on)))")


def _person_traits(kind: str, table: str, day: str, *, occupation: str = "NULL", region: str = "NULL", vacancy: str = "") -> str:
    work = "v.occupation_code, v.region_code, v.employment_kind" if vacancy else f"{occupation}, {region}, NULL"
    return f"""
    SELECT '{kind}', s.id, j.sex, {_age_group(day)}, p.education_level, j.has_disability, {work}, NULL::bigint, NULL::bigint
    FROM due d JOIN {table} s ON d.subject_kind = '{kind}' AND s.id = d.subject_id
    JOIN jobseekers j ON j.id = s.jobseeker_id LEFT JOIN profiles p ON p.jobseeker_id = j.id {vacancy}"""  # noqa: S608 - constants only


# What programs try out in a sandbox is no figure of record.
_OF_RECORD = "({} IS NULL OR {} NOT IN (SELECT id FROM agencies WHERE is_sandbox))"
_OF_VACANCY = f"JOIN vacancies v ON v.id = s.vacancy_id WHERE {_OF_RECORD.format('v.agency_id', 'v.agency_id')}"
_SENT_ON = "(s.created_at AT TIME ZONE :zone)::date"
# Age on the first day, where the person lived when first counted: an application that comes to nothing is not counted at all.
_IN_MEASURE = "coalesce(s.started_on, s.starts_on, s.applied_on)"
_WAS_APPROVED = "EXISTS (SELECT 1 FROM participation_records k WHERE k.enrolment_id = s.id)"
# A known duplicate of another vacancy is never counted.
TRAITS = f"""
INSERT INTO fact_traits (subject_kind, subject_id, sex, age_group, education, disability, occupation_code, region_code, employment_kind,
                         agency_id, posts)
{_person_traits("placement", "placements", "s.declared_on")} WHERE {_OF_RECORD.format("s.agency_id", "s.agency_id")}
UNION ALL {_person_traits("registration", "registrations", "s.registered_on", occupation="p.occupation_codes[1]")}
UNION ALL {_person_traits("enrolment", "enrolments", _IN_MEASURE, region="j.region_code")} WHERE {_WAS_APPROVED}
UNION ALL {_person_traits("application", "job_applications", _SENT_ON, vacancy=_OF_VACANCY)}
UNION ALL {_person_traits("referral", "referrals", _SENT_ON, vacancy=_OF_VACANCY)}
UNION ALL
    SELECT 'vacancy', v.id, NULL, NULL, NULL, NULL, v.occupation_code, v.region_code, v.employment_kind, v.agency_id, v.posts
    FROM due d JOIN vacancies v ON d.subject_kind = 'vacancy' AND v.id = d.subject_id
    WHERE v.published_at IS NOT NULL AND v.duplicate_of_id IS NULL AND {_OF_RECORD.format("v.agency_id", "v.agency_id")}
UNION ALL
    SELECT 'agency', a.id, NULL, NULL, NULL, NULL, NULL, a.region_code, NULL, a.id, NULL
    FROM due d JOIN agencies a ON d.subject_kind = 'agency' AND a.id = d.subject_id
    WHERE a.connected_on IS NOT NULL AND NOT a.is_sandbox
ON CONFLICT DO NOTHING
"""  # noqa: S608
