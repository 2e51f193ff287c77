"""Follow-up partners of a case: what a partner may read, only with consent, within its term, with a licence in force, while the case stands."""

import sqlalchemy as sa
from alembic import context, op

revision = "0050"
down_revision = "0049"
branch_labels = None
depends_on = None

SYSTEM = "acting('actor_kind') = 'system'"
OWN = "jobseeker_id = acting('jobseeker_id')::bigint"
# The case's own policy says to which region it belongs now.
OFFICE = "(acting('actor_kind') IN ('office', 'approver') AND EXISTS (SELECT 1 FROM cases c WHERE c.id = case_id))"
AGENCY = """(acting('actor_kind') = 'agency' AND agency_id = acting('organisation_id')::bigint AND state = 'active'
    AND until_on >= (now() AT TIME ZONE 'Asia/Almaty')::date AND agency_in_force() AND case_stands(case_id, region_code))"""
OF_PARTNER = "EXISTS (SELECT 1 FROM follow_up_partners p WHERE p.id = partner_id)"
POLICIES = {
    "follow_up_partners": f"{SYSTEM} OR {OWN} OR {OFFICE} OR {AGENCY}",
    **dict.fromkeys(("followed_steps", "partner_contacts", "partner_meetings"), OF_PARTNER),
}
# An agency reads no case, so this question is asked as the owner of the table.
CASE_STANDS = """CREATE FUNCTION case_stands(asked bigint, region text) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT 1 FROM cases c WHERE c.id = asked AND c.region_code = region AND c.closed_on IS NULL)
$$"""
CHANGEABLE = {
    "follow_up_partners": ("state", "purpose", "name_shown", "shown_name", "consent_id", "answered_at", "ended_at", "end_reason"),
    "followed_steps": ("state", "what", "reported_on", "return_reason"),
    "partner_contacts": ("remark",),
    "partner_meetings": ("state", "place", "purpose"),
}
CHANNELS = ("visit", "phone", "message", "letter")
OUTCOMES = ("as_agreed", "needs_help", "not_reached", "did_not_come", "started", "stopped")
ENDS = ("withdrawn", "officer", "term_over", "case_closed", "transferred", "erased")


def choice(name: str, *values: str) -> sa.Enum:
    return sa.Enum(*values, name=name, native_enum=False, create_constraint=True, length=64)


def columns(kind: sa.types.TypeEngine[object], *names: str, nullable: bool = False) -> list[sa.Column[object]]:
    return [sa.Column(name, kind, nullable=nullable) for name in names]


def leads_to(table: str, column: str, target: str, ondelete: str = "CASCADE") -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [f"{target}.id"], name=op.f(f"fk_{table}_{column}"), ondelete=ondelete)


def key(table: str, *, is_public: bool = True) -> list[sa.schema.SchemaItem]:
    found: list[sa.schema.SchemaItem] = [sa.Column("id", sa.BigInteger(), sa.Identity(), nullable=False)]
    found.append(sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{table}")))
    if is_public:
        found += [*columns(sa.Text(), "public_id"), sa.UniqueConstraint("public_id", name=op.f(f"uq_{table}_public_id"))]
    return [*found, *columns(sa.BigInteger(), "jobseeker_id"), leads_to(table, "jobseeker_id", "jobseekers")]


def of_partner(table: str, *, is_public: bool = True) -> list[sa.schema.SchemaItem]:
    return [*key(table, is_public=is_public), *columns(sa.BigInteger(), "partner_id"), leads_to(table, "partner_id", "follow_up_partners")]


def check(table: str, name: str, condition: str) -> sa.CheckConstraint:
    return sa.CheckConstraint(condition, name=op.f(f"ck_{table}_{name}"))


def upgrade() -> None:
    _create_partners()
    _create_steps()
    _create_contacts()
    _create_meetings()
    op.execute(CASE_STANDS)
    role = context.config.attributes["application_role"]
    for table, condition in POLICIES.items():
        op.execute(f"REVOKE UPDATE, DELETE ON {table} FROM {role}")
        op.execute(f"GRANT UPDATE ({', '.join(CHANGEABLE[table])}) ON {table} TO {role}")
        op.execute(f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY")
        op.execute(f"CREATE POLICY within_scope ON {table} USING ({condition})")


def downgrade() -> None:
    for table in ("partner_meetings", "partner_contacts", "followed_steps", "follow_up_partners"):
        op.drop_table(table)
    op.execute("DROP FUNCTION case_stands(bigint, text)")


def _create_partners() -> None:
    table, instant = "follow_up_partners", sa.DateTime(timezone=True)
    op.create_table(
        table,
        *key(table),
        *columns(sa.BigInteger(), "case_id"),
        *columns(sa.BigInteger(), "agency_id", "provider_id", "proposed_by_id", "consent_id", nullable=True),
        *columns(sa.Text(), "region_code", "purpose", "shown_name"),
        *columns(sa.Date(), "until_on"),
        *columns(choice("partner_state", "proposed", "active", "declined", "ended"), "state"),
        *columns(choice("name_shown", "given", "full"), "name_shown", nullable=True),
        *columns(choice("partner_end", *ENDS), "end_reason", nullable=True),
        *columns(instant, "proposed_at"),
        *columns(instant, "answered_at", "ended_at", nullable=True),
        leads_to(table, "case_id", "cases"),
        leads_to(table, "agency_id", "agencies"),
        leads_to(table, "provider_id", "providers"),
        leads_to(table, "proposed_by_id", "users", "SET NULL"),
        leads_to(table, "consent_id", "consents", "SET NULL"),
        check(table, "one_organisation", "(agency_id IS NULL) <> (provider_id IS NULL)"),
        check(table, "active_by_consent", "state <> 'active' OR (name_shown IS NOT NULL AND answered_at IS NOT NULL)"),
        check(table, "declined_at_an_instant", "state <> 'declined' OR answered_at IS NOT NULL"),
        check(table, "ended_with_reason", "(state = 'ended') = (ended_at IS NOT NULL) AND (ended_at IS NULL) = (end_reason IS NULL)"),
    )
    is_open = sa.text("state IN ('proposed', 'active')")
    for column in ("case_id", "jobseeker_id", "agency_id", "provider_id"):
        op.create_index(op.f(f"ix_{table}_{column}"), table, [column])
    for kind in ("agency", "provider"):
        op.create_index(f"uq_{table}_{kind}_once", table, ["case_id", f"{kind}_id"], unique=True, postgresql_where=is_open)
    op.create_index(f"ix_{table}_open_until", table, ["until_on"], postgresql_where=is_open)


def _create_steps() -> None:
    table = "followed_steps"
    op.create_table(
        table,
        *of_partner(table),
        *columns(sa.BigInteger(), "step_id"),
        *columns(sa.Text(), "what", "return_reason"),
        *columns(sa.Date(), "due_on"),
        *columns(sa.Date(), "reported_on", nullable=True),
        *columns(choice("followed_state", "open", "reported", "confirmed"), "state"),
        leads_to(table, "step_id", "plan_steps"),
        sa.UniqueConstraint("partner_id", "step_id", name=op.f(f"uq_{table}_partner_id_step_id")),
        check(table, "reported_on_a_day", "(state = 'open') = (reported_on IS NULL)"),
    )
    for column in ("step_id", "jobseeker_id"):
        op.create_index(op.f(f"ix_{table}_{column}"), table, [column])


def _create_contacts() -> None:
    table = "partner_contacts"
    op.create_table(
        table,
        *of_partner(table, is_public=False),
        *columns(sa.Date(), "held_on"),
        *columns(choice("contact_channel", *CHANNELS), "channel"),
        *columns(choice("contact_outcome", *OUTCOMES), "outcome"),
        *columns(sa.Text(), "remark"),
        *columns(sa.Boolean(), "is_by_office"),
        *columns(sa.BigInteger(), "written_by_id", nullable=True),
        *columns(sa.DateTime(timezone=True), "written_at"),
        leads_to(table, "written_by_id", "users", "SET NULL"),
    )
    for column in ("partner_id", "jobseeker_id"):
        op.create_index(op.f(f"ix_{table}_{column}"), table, [column])


def _create_meetings() -> None:
    table = "partner_meetings"
    op.create_table(
        table,
        *of_partner(table),
        *columns(sa.DateTime(timezone=True), "starts_at", "ends_at"),
        *columns(sa.Text(), "place", "purpose"),
        *columns(choice("meeting_state", "proposed", "accepted", "declined", "cancelled"), "state"),
        *columns(sa.Boolean(), "is_by_office"),
        check(table, "in_order", "starts_at < ends_at"),
    )
    for column in ("partner_id", "jobseeker_id"):
        op.create_index(op.f(f"ix_{table}_{column}"), table, [column])
