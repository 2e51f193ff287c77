"""How facts follow from the registers and the ledger: SQL over the subjects in the temporary table `due`, the same for counting and recounting."""

AGE = """CASE WHEN {years} < 25 THEN '15-24' WHEN {years} < 35 THEN '25-34' WHEN {years} < 45 THEN '35-44'
  WHEN {years} < 55 THEN '45-54' ELSE '55+' END"""


def _age_group(day: str) -> str:
    # The month of birth alone: it stays when a person's data are erased, so an age never changes afterwards.
    return AGE.replace("{years}", f"extract(year FROM age({day}, date_trunc('month', j.born_on)))")


def _person_traits(kind: str, table: str, day: str, *, occupation: str = "NULL", vacancy: str = "") -> str:
    work = "v.occupation_code, v.region_code, v.employment_kind" if vacancy else f"{occupation}, NULL, NULL"
    return f"""
    SELECT '{kind}', s.id, j.sex, {_age_group(day)}, p.education_level, j.has_disability, {work}, NULL::bigint, NULL::bigint
    FROM due d JOIN {table} s ON d.subject_kind = '{kind}' AND s.id = d.subject_id
    JOIN jobseekers j ON j.id = s.jobseeker_id LEFT JOIN profiles p ON p.jobseeker_id = j.id {vacancy}"""  # noqa: S608 - constants only


# What programs try out in a sandbox is no figure of record.
_OF_RECORD = "({} IS NULL OR {} NOT IN (SELECT id FROM agencies WHERE is_sandbox))"
_OF_VACANCY = f"JOIN vacancies v ON v.id = s.vacancy_id WHERE {_OF_RECORD.format('v.agency_id', 'v.agency_id')}"
_SENT_ON = "(s.created_at AT TIME ZONE :zone)::date"
# A known duplicate of another vacancy is never counted.
TRAITS = f"""
INSERT INTO fact_traits (subject_kind, subject_id, sex, age_group, education, disability, occupation_code, region_code, employment_kind,
                         agency_id, posts)
{_person_traits("placement", "placements", "s.declared_on")} WHERE {_OF_RECORD.format("s.agency_id", "s.agency_id")}
UNION ALL {_person_traits("registration", "registrations", "s.registered_on", occupation="p.occupation_codes[1]")}
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

COLUMNS = """effective_on, recorded_on, measure, subject_kind, subject_id, entry, count, region_code, region_of_work, region_of_residence,
    channel, agency_id, occupation_major, occupation_unit, sex, age_group, education, employment_kind, disability, reason"""
_PERSON = "t.sex, t.age_group, t.education"


def _traits(kind: str) -> str:
    return f"""FROM due d JOIN fact_traits t ON d.subject_kind = '{kind}' AND t.subject_kind = d.subject_kind AND t.subject_id = d.subject_id"""


# The first row of its kind counts, whoever sent it; further ones say the same again. Rows of one placement are written one after another.
PLACEMENTS = f"""
WITH proof AS (
    SELECT DISTINCT ON (e.placement_id, m.measure) e.placement_id, m.measure, m.is_cohort, e.effective_on, e.reason,
           (e.recorded_at AT TIME ZONE :zone)::date AS recorded_on
    FROM due d JOIN placement_evidence e ON d.subject_kind = 'placement' AND e.placement_id = d.subject_id
    JOIN (VALUES ('declared', 0, 'placements_declared', true), ('declared', 0, 'posts_filled', true),
                 ('declared', 0, 'placements_from_elsewhere', true),
                 ('confirmed', 0, 'placements_confirmed', true), ('contract', 0, 'placements_confirmed', true),
                 ('contract', 0, 'placements_contract', true),
                 ('contribution', 1, 'placements_month_1', true), ('contribution', 3, 'placements_month_3', true),
                 ('contribution', 6, 'placements_month_6', true), ('contribution', 12, 'placements_month_12', true),
                 ('ended', 0, 'placements_ended', false), ('disputed', 0, 'placements_disputed', false),
                 ('annulled', 0, 'placements_annulled', false)) AS m (kind, month, measure, is_cohort)
      ON m.kind = e.kind AND m.month = e.month
    ORDER BY e.placement_id, m.measure, e.id
), known AS (
    SELECT *, max(recorded_on) FILTER (WHERE measure = 'placements_annulled') OVER (PARTITION BY placement_id) AS annulled_on FROM proof
)
SELECT CASE WHEN c.is_cohort THEN p.declared_on WHEN c.measure = 'placements_annulled' THEN c.recorded_on ELSE c.effective_on END,
       CASE n.entry WHEN 0 THEN c.recorded_on ELSE greatest(c.recorded_on, c.annulled_on) END,
       c.measure, 'placement', p.id, n.entry, n.count, p.region_of_work, p.region_of_work, p.region_of_residence, p.channel, p.agency_id,
       left(p.occupation_code, 1), p.occupation_code, {_PERSON}, p.employment_kind, t.disability,
       CASE WHEN c.measure = 'placements_ended' AND c.reason ~ '^[a-z_]{{1,30}}$' THEN c.reason END
FROM known c JOIN placements p ON p.id = c.placement_id
JOIN fact_traits t ON t.subject_kind = 'placement' AND t.subject_id = p.id
JOIN (VALUES (0, 1), (-1, -1)) AS n (entry, count) ON n.entry = 0 OR (c.is_cohort AND c.annulled_on IS NOT NULL)
WHERE (c.measure <> 'posts_filled' OR p.vacancy_id IS NOT NULL)
  AND (c.measure <> 'placements_from_elsewhere' OR p.region_of_work <> p.region_of_residence)
"""  # noqa: S608

# A period on the register belongs to the region that had it at that moment: what was counted there stays there.
_REGION_THEN = """coalesce((SELECT x.from_region FROM case_transfers x WHERE x.registration_id = r.id AND x.state = 'accepted' AND x.decided_at > {}
  ORDER BY x.decided_at LIMIT 1), r.region_code)"""


def _registration(region: str) -> str:
    return f"{region}, NULL, {region}, NULL, NULL::bigint, left(t.occupation_code, 1), t.occupation_code, {_PERSON}, NULL, t.disability"


_STATE_THEN = """coalesce((SELECT m.to_state FROM transitions m WHERE m.subject_kind = 'registration' AND m.subject_id = r.id
  AND m.moved_at < x.decided_at ORDER BY m.id DESC LIMIT 1), '')"""
_MOVED_ON = "(x.decided_at AT TIME ZONE :zone)::date"
REGISTRATIONS = f"""
SELECT r.registered_on, coalesce((o.moved_at AT TIME ZONE :zone)::date, r.registered_on), 'registrations_opened', 'registration', r.id, 0, 1,
       {_registration(_REGION_THEN.format("'-infinity'"))}, NULL
{_traits("registration")} JOIN registrations r ON r.id = d.subject_id
LEFT JOIN LATERAL (SELECT min(moved_at) AS moved_at FROM transitions
                   WHERE subject_kind = 'registration' AND subject_id = r.id AND from_state = '') o ON true
UNION ALL
SELECT {_MOVED_ON}, {_MOVED_ON}, 'registrations_moved', 'registration', r.id, n.count * x.id, n.count, {_registration("n.region_code")}, NULL
{_traits("registration")} JOIN registrations r ON r.id = d.subject_id
JOIN case_transfers x ON x.registration_id = r.id AND x.state = 'accepted' AND {_STATE_THEN} <> 'lapsed'
CROSS JOIN LATERAL (VALUES (-1, x.from_region), (1, x.to_region)) AS n (count, region_code)
UNION ALL
SELECT (m.moved_at AT TIME ZONE :zone)::date, (m.moved_at AT TIME ZONE :zone)::date,
       CASE m.action WHEN 'lapse' THEN 'registrations_lapsed' ELSE 'registrations_returned' END, 'registration', r.id, m.id, 1,
       {_registration(_REGION_THEN.format("m.moved_at"))}, NULL
{_traits("registration")} JOIN registrations r ON r.id = d.subject_id
JOIN transitions m ON m.subject_kind = 'registration' AND m.subject_id = r.id
WHERE m.action = 'lapse' OR (m.action = 'renew' AND m.from_state = 'lapsed')
UNION ALL
SELECT r.ended_on, coalesce((o.moved_at AT TIME ZONE :zone)::date, r.ended_on),
       CASE o.from_state WHEN 'lapsed' THEN 'registrations_ended_lapsed' ELSE 'registrations_ended' END,
       'registration', r.id, 0, 1, {_registration("r.region_code")}, r.end_reason
{_traits("registration")} JOIN registrations r ON r.id = d.subject_id AND r.ended_on IS NOT NULL
LEFT JOIN LATERAL (SELECT moved_at, from_state FROM transitions
                   WHERE subject_kind = 'registration' AND subject_id = r.id AND to_state = 'ended' ORDER BY id LIMIT 1) o ON true
"""  # noqa: S608

_VACANCY = """t.region_code, t.region_code, NULL, NULL, t.agency_id, left(t.occupation_code, 1), t.occupation_code,
       NULL, NULL, NULL::bigint, t.employment_kind, NULL::boolean"""
# A move out of sight and back is read from the log; what was loaded closed, without a log, closes on the day its row names.
VACANCIES = f"""
WITH moved AS (
    SELECT v.id, 0 AS entry, v.published_at AS moved_at, 'notified' AS what, NULL AS reason
    {_traits("vacancy")} JOIN vacancies v ON v.id = d.subject_id WHERE v.published_at IS NOT NULL
    UNION ALL
    SELECT v.id, m.id, m.moved_at, CASE m.to_state WHEN 'published' THEN 'reopened' ELSE 'closed' END,
           CASE m.to_state WHEN 'published' THEN NULL ELSE m.to_state END
    {_traits("vacancy")} JOIN vacancies v ON v.id = d.subject_id JOIN transitions m ON m.subject_kind = 'vacancy' AND m.subject_id = v.id
    WHERE (m.from_state = 'published' AND m.to_state <> 'published')
       OR (m.to_state = 'published' AND m.from_state <> 'published' AND m.moved_at > v.published_at)
    UNION ALL
    SELECT v.id, 0, v.closed_at, 'closed', v.state
    {_traits("vacancy")} JOIN vacancies v ON v.id = d.subject_id
    WHERE v.closed_at IS NOT NULL AND v.published_at IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM transitions m
                      WHERE m.subject_kind = 'vacancy' AND m.subject_id = v.id AND m.from_state IN ('published', 'suspended'))
)
SELECT (m.moved_at AT TIME ZONE :zone)::date, (m.moved_at AT TIME ZONE :zone)::date, u.unit || m.what, 'vacancy', m.id, m.entry,
       CASE u.unit WHEN 'posts_' THEN t.posts ELSE 1 END, {_VACANCY}, m.reason
FROM moved m JOIN fact_traits t ON t.subject_kind = 'vacancy' AND t.subject_id = m.id
CROSS JOIN (VALUES ('posts_'), ('vacancies_')) AS u (unit)
WHERE u.unit = 'posts_' OR m.what <> 'reopened'
"""  # noqa: S608

# The region of an application or a referral follows the person; what was counted belongs to the region it was sent from.
_SENT_FROM = """coalesce((SELECT x.from_region FROM case_transfers x WHERE x.jobseeker_id = s.jobseeker_id AND x.state = 'accepted'
  AND x.decided_at > s.created_at ORDER BY x.decided_at LIMIT 1), s.region_code)"""
_MOVE = f"""t.region_code, {_SENT_FROM}, {{channel}}, {{agency}}, left(t.occupation_code, 1), t.occupation_code,
       {_PERSON}, t.employment_kind, t.disability, {{reason}}"""
# An outcome is the last word: no lifecycle leads out of it. It belongs to the day of the move and is known since the day of the outcome.
_CLOSED = f"{_SENT_ON}, greatest((s.closed_at AT TIME ZONE :zone)::date, {_SENT_ON})"
_ANSWERED_ON = "(s.answered_at AT TIME ZONE :zone)::date"


def _application(measure: str, days: str, condition: str, *, count: str = "1", reason: str = "NULL") -> str:
    described = _MOVE.format(channel="'self_service'", agency="NULL::bigint", reason=reason)
    return f"""
    SELECT {days}, '{measure}', 'application', s.id, 0, {count}, {_SENT_FROM}, {described}
    {_traits("application")} JOIN job_applications s ON s.id = d.subject_id WHERE {condition}"""  # noqa: S608


def _on(instant: str) -> str:
    day = f"({instant} AT TIME ZONE :zone)::date"
    return f"{day}, {day}"


APPLICATIONS = " UNION ALL ".join(
    (
        _application("applications", _on("s.created_at"), "true"),
        _application("applications_answered", _on("s.answered_at"), "s.answered_at IS NOT NULL"),
        _application("applications_unanswered", _on("s.closed_at"), "s.state = 'unanswered' AND s.closed_at IS NOT NULL"),
        _application("applications_answer_days", _on("s.answered_at"), f"{_ANSWERED_ON} > {_SENT_ON}", count=f"{_ANSWERED_ON} - {_SENT_ON}"),
        _application("applications_closed", _CLOSED, "s.closed_at IS NOT NULL", reason="s.state"),
    )
)


def _referral(measure: str, days: str, condition: str, reason: str = "NULL") -> str:
    channel = "CASE WHEN s.agency_id IS NULL THEN 'office_referral' ELSE 'agency' END"
    return f"""
    SELECT {days}, '{measure}', 'referral', s.id, 0, 1, {_SENT_FROM}, {_MOVE.format(channel=channel, agency="s.agency_id", reason=reason)}
    {_traits("referral")} JOIN referrals s ON s.id = d.subject_id WHERE {condition}"""  # noqa: S608


REFERRALS = " UNION ALL ".join(
    (
        _referral("referrals", _on("s.created_at"), "true"),
        _referral("referrals_closed", _CLOSED, "s.closed_at IS NOT NULL", "s.state"),
    )
)
AGENCIES = f"""
SELECT a.connected_on, a.connected_on, 'agencies_connected', 'agency', a.id, 0, 1, t.region_code, NULL, NULL, NULL, a.id, NULL, NULL,
       NULL, NULL, NULL::bigint, NULL, NULL::boolean, NULL
{_traits("agency")} JOIN agencies a ON a.id = d.subject_id WHERE a.connected_on IS NOT NULL
"""  # noqa: S608

FACTS = (PLACEMENTS, REGISTRATIONS, VACANCIES, APPLICATIONS, REFERRALS, AGENCIES)
EVERY_SUBJECT = """
INSERT INTO due SELECT 'placement', id FROM placements UNION ALL SELECT 'registration', id FROM registrations
UNION ALL SELECT 'vacancy', id FROM vacancies UNION ALL SELECT 'application', id FROM job_applications UNION ALL SELECT 'referral', id FROM referrals
UNION ALL SELECT 'agency', id FROM agencies
"""
