"""Oversight: reports by edition with rows that are written once, sessions, and instructions with evidence, later dates and escalations."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import context, op

revision = "0043"
down_revision = "0042"
branch_labels = None
depends_on = None

SYSTEM_OR_MINISTRY = "acting('actor_kind') IN ('system', 'analyst', 'administrator')"
REGION = "(acting('actor_kind') IN ('office', 'approver') AND region_code = acting('region_code'))"
OF_INSTRUCTION = "EXISTS (SELECT 1 FROM instructions i WHERE i.id = instruction_id)"
UNITS = ("people", "jobs", "agencies", "regions", "facilities", "contracts", "employers", "credits", "tenge", "per_cent", "times")
TOPICS = ("account", "work", "vacancies", "reminders", "searches")
KEEP_FROZEN = """
CREATE FUNCTION keep_frozen_report() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.state <> 'draft' AND (NEW.as_of, NEW.comments_until, NEW.content_hash, NEW.frozen_by_id, NEW.frozen_at)
     IS DISTINCT FROM (OLD.as_of, OLD.comments_until, OLD.content_hash, OLD.frozen_by_id, OLD.frozen_at) THEN
    RAISE EXCEPTION 'a frozen report does not change';
  END IF;
  RETURN NEW;
END $$
"""
WHILE_DRAFT = """
CREATE FUNCTION while_report_is_draft() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM reports r WHERE r.id = NEW.report_id AND r.state = 'draft') THEN
    RAISE EXCEPTION 'a frozen report does not change';
  END IF;
  RETURN NEW;
END $$
"""
# What the application may still change in rows of a table; the rest is written once.
CHANGEABLE = {
    "reports": (
        *("state", "as_of", "comments_until", "content_hash", "frozen_by_id", "frozen_at"),
        *("signed_by_id", "signed_at", "countersigned_by_id", "countersigned_at", "published_at", "is_demo"),
    ),
    "report_entries": ("plan", "fact", "next_plan", "source", "entered_by_id", "entered_at"),
    "instructions": ("state", "due_on", "done_on", "is_demo"),
    "instruction_evidence": ("decision", "decided_by_id", "decided_at", "reason"),
    "instruction_extensions": ("decision", "decided_by_id", "decided_at"),
}
APPEND_ONLY = ("report_comments", "report_rows", "instruction_escalations")
POLICIES = {
    "report_comments": f"{SYSTEM_OR_MINISTRY} OR {REGION}",
    "instructions": f"{SYSTEM_OR_MINISTRY} OR {REGION}",
    **dict.fromkeys(("instruction_evidence", "instruction_extensions", "instruction_escalations"), OF_INSTRUCTION),
}


def choice(name: str, *values: str) -> sa.Enum:
    return sa.Enum(*values, name=name, native_enum=False, create_constraint=True, length=64)


def decision() -> sa.Enum:
    return choice("decision", "accepted", "refused")


def column(name: str, kind: sa.types.TypeEngine[object], *, nullable: bool = False) -> sa.Column[object]:
    return sa.Column(name, kind, nullable=nullable)


def words(*names: str) -> list[sa.Column[object]]:
    return [column(name, sa.Text()) for name in names]


def to(table: str, *columns: tuple[str, str], is_public: bool = False) -> list[sa.schema.SchemaItem]:
    """The key of a table and its references."""
    found: list[sa.schema.SchemaItem] = [
        sa.Column("id", sa.BigInteger(), sa.Identity(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{table}")),
        *(sa.ForeignKeyConstraint([name], [f"{other}.id"], name=op.f(f"fk_{table}_{name}")) for name, other in columns),
    ]
    if is_public:
        found += [*words("public_id"), sa.UniqueConstraint("public_id", name=op.f(f"uq_{table}_public_id"))]
    return found


def check(table: str, name: str, condition: str) -> sa.CheckConstraint:
    return sa.CheckConstraint(condition, name=op.f(f"ck_{table}_{name}"))


def upgrade() -> None:
    _create_reports()
    _create_parts_of_reports()
    _create_instructions()
    _create_parts_of_instructions()
    role = context.config.attributes["application_role"]
    for function in (KEEP_FROZEN, WHILE_DRAFT):
        op.execute(function)
    op.execute("CREATE TRIGGER keep_frozen BEFORE UPDATE ON reports FOR EACH ROW EXECUTE FUNCTION keep_frozen_report()")
    for table in ("report_entries", "report_comments", "report_rows"):
        op.execute(f"CREATE TRIGGER while_draft BEFORE INSERT OR UPDATE ON {table} FOR EACH ROW EXECUTE FUNCTION while_report_is_draft()")
    for table in APPEND_ONLY:
        op.execute(f"CREATE TRIGGER refuse_change BEFORE UPDATE OR DELETE OR TRUNCATE ON {table} EXECUTE FUNCTION refuse_change()")
    for table in (*CHANGEABLE, *APPEND_ONLY):
        op.execute(f"REVOKE UPDATE, DELETE ON {table} FROM {role}")
    for table, columns in CHANGEABLE.items():
        op.execute(f"GRANT UPDATE ({', '.join(columns)}) ON {table} TO {role}")
    for table, condition in POLICIES.items():
        op.execute(f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY")
        op.execute(f"CREATE POLICY within_scope ON {table} USING ({condition})")
    _allow_topics((*TOPICS, "oversight"))


def downgrade() -> None:
    op.execute("DELETE FROM message_preferences WHERE topic = 'oversight'")
    _allow_topics(TOPICS)
    for table in ("instruction_escalations", "instruction_extensions", "instruction_evidence", "instructions", "oversight_sessions"):
        op.drop_table(table)
    for table in ("report_rows", "report_comments", "report_entries", "reports"):
        op.drop_table(table)
    for function in ("keep_frozen_report", "while_report_is_draft"):
        op.execute(f"DROP FUNCTION {function}()")


def _allow_topics(topics: Sequence[str]) -> None:
    allowed = ", ".join(f"'{topic}'" for topic in topics)
    op.execute("ALTER TABLE message_preferences DROP CONSTRAINT ck_message_preferences_topic")
    op.execute(f"ALTER TABLE message_preferences ADD CONSTRAINT ck_message_preferences_topic CHECK (topic IN ({allowed}))")


def _create_reports() -> None:
    people = ("drafted_by_id", "frozen_by_id", "signed_by_id", "countersigned_by_id")
    op.create_table(
        "reports",
        *to("reports", *((name, "users") for name in people), is_public=True),
        *words("definition_code", "period_code", "reason", "content_hash", "previous_content_hash"),
        column("definition_version", sa.BigInteger()),
        column("edition", sa.BigInteger()),
        column("state", choice("report_state", "draft", "frozen", "signed", "published")),
        column("as_of", sa.Date()),
        column("comments_until", sa.Date(), nullable=True),
        column("drafted_by_id", sa.BigInteger()),
        column("drafted_at", sa.DateTime(timezone=True)),
        *(column(name, sa.BigInteger(), nullable=True) for name in people[1:]),
        *(column(name, sa.DateTime(timezone=True), nullable=True) for name in ("frozen_at", "signed_at", "countersigned_at", "published_at")),
        column("is_demo", sa.Boolean()),
        sa.UniqueConstraint("definition_code", "period_code", "edition", name="uq_reports_edition"),
        check("reports", "two_people", "countersigned_by_id <> signed_by_id"),
        check("reports", "frozen", "(state = 'draft') = (frozen_at IS NULL) AND (state = 'draft') = (content_hash = '')"),
        check("reports", "signed", "(state IN ('signed', 'published')) = (countersigned_by_id IS NOT NULL)"),
        check("reports", "signed_in_turn", "countersigned_by_id IS NULL OR signed_by_id IS NOT NULL"),
        check("reports", "published", "(state = 'published') = (published_at IS NOT NULL)"),
        check("reports", "reason", "(edition = 1) = (reason = '')"),
    )


def _create_parts_of_reports() -> None:
    figures = ("plan", "fact", "next_plan")
    op.create_table(
        "report_entries",
        *to("report_entries", ("report_id", "reports"), ("entered_by_id", "users")),
        column("report_id", sa.BigInteger()),
        *words("line_code", "source"),
        *(column(name, sa.Numeric(), nullable=True) for name in figures),
        column("entered_by_id", sa.BigInteger()),
        column("entered_at", sa.DateTime(timezone=True)),
        sa.UniqueConstraint("report_id", "line_code", name="uq_report_entries_line"),
        check("report_entries", "plans", "plan >= 0 AND next_plan >= 0"),
    )
    op.create_table(
        "report_comments",
        *to("report_comments", ("report_id", "reports"), ("user_id", "users")),
        column("report_id", sa.BigInteger()),
        *words("line_code", "region_code", "text"),
        column("user_id", sa.BigInteger()),
        column("written_at", sa.DateTime(timezone=True)),
    )
    op.create_index(op.f("ix_report_comments_report_id"), "report_comments", ["report_id"])
    op.create_table(
        "report_rows",
        *to("report_rows", ("report_id", "reports")),
        column("report_id", sa.BigInteger()),
        column("position", sa.BigInteger()),
        *words("line_code", "body_code", "source"),
        column("kind", choice("line_kind", "computed", "reported")),
        column("unit", choice("unit", *UNITS)),
        *(column(name, sa.Numeric(), nullable=True) for name in figures),
        column("is_withheld", sa.Boolean()),
        sa.UniqueConstraint("report_id", "line_code", name="uq_report_rows_line"),
        check("report_rows", "withheld", "NOT is_withheld OR fact IS NULL"),
        check("report_rows", "reported_with_source", "kind = 'computed' OR fact IS NULL OR source <> ''"),
    )


def _create_instructions() -> None:
    op.create_table(
        "oversight_sessions",
        *to("oversight_sessions", ("report_id", "reports"), ("recorded_by_id", "users"), is_public=True),
        column("held_on", sa.Date()),
        *words("body", "title"),
        column("report_id", sa.BigInteger(), nullable=True),
        column("recorded_by_id", sa.BigInteger()),
        column("is_demo", sa.Boolean()),
    )
    references = (("session_id", "oversight_sessions"), ("measure_id", "measures"), ("given_by_id", "users"))
    op.create_table(
        "instructions",
        *to("instructions", *references, is_public=True),
        column("session_id", sa.BigInteger()),
        *words("text_kk", "text_ru", "text_en"),
        column("body_code", sa.Text(), nullable=True),
        column("region_code", sa.Text(), nullable=True),
        column("measure_id", sa.BigInteger(), nullable=True),
        *(column(name, sa.Date()) for name in ("due_on", "first_due_on")),
        column("state", choice("instruction_state", "open", "overdue", "extended", "reported", "done")),
        column("given_by_id", sa.BigInteger()),
        column("given_at", sa.DateTime(timezone=True)),
        column("done_on", sa.Date(), nullable=True),
        column("is_demo", sa.Boolean()),
        check("instructions", "one_body", "(body_code IS NULL) <> (region_code IS NULL)"),
        check("instructions", "due", "first_due_on <= due_on"),
        check("instructions", "done", "(state = 'done') = (done_on IS NOT NULL)"),
    )
    op.create_index(op.f("ix_instructions_session_id"), "instructions", ["session_id"])
    op.create_index("ix_instructions_due", "instructions", ["due_on"], postgresql_where=sa.text("state <> 'done'"))
    op.create_index("ix_instructions_region_code", "instructions", ["region_code"])


def _create_parts_of_instructions() -> None:
    op.create_table(
        "instruction_evidence",
        *to("instruction_evidence", ("instruction_id", "instructions"), ("given_by_id", "users"), ("decided_by_id", "users")),
        column("instruction_id", sa.BigInteger()),
        *words("text", "reference", "reason"),
        column("given_by_id", sa.BigInteger()),
        column("given_at", sa.DateTime(timezone=True)),
        *_decided("instruction_evidence", "given_by_id"),
        check("instruction_evidence", "refused_with_reason", "decision <> 'refused' OR reason <> ''"),
    )
    op.create_table(
        "instruction_extensions",
        *to("instruction_extensions", ("instruction_id", "instructions"), ("asked_by_id", "users"), ("decided_by_id", "users")),
        column("instruction_id", sa.BigInteger()),
        *(column(name, sa.Date()) for name in ("from_on", "until_on")),
        *words("reason"),
        column("asked_by_id", sa.BigInteger()),
        column("asked_at", sa.DateTime(timezone=True)),
        *_decided("instruction_extensions", "asked_by_id"),
        check("instruction_extensions", "later_with_reason", "from_on < until_on AND reason <> ''"),
    )
    for table in ("instruction_evidence", "instruction_extensions"):
        op.create_index(op.f(f"ix_{table}_instruction_id"), table, ["instruction_id"])
        op.create_index(f"uq_{table}_open", table, ["instruction_id"], unique=True, postgresql_where=sa.text("decision IS NULL"))
    op.create_table(
        "instruction_escalations",
        *to("instruction_escalations", ("instruction_id", "instructions")),
        column("instruction_id", sa.BigInteger()),
        column("level", choice("escalation_level", "responsible", "control", "leadership")),
        *(column(name, sa.Date()) for name in ("due_on", "escalated_on")),
        column("told", sa.BigInteger()),
        sa.UniqueConstraint("instruction_id", "due_on", "level", name="uq_instruction_escalations_once"),
    )


def _decided(table: str, first: str) -> list[sa.schema.SchemaItem]:
    """What a second person says."""
    return [
        column("decision", decision(), nullable=True),
        column("decided_by_id", sa.BigInteger(), nullable=True),
        column("decided_at", sa.DateTime(timezone=True), nullable=True),
        check(table, "two_people", f"decided_by_id <> {first}"),
        check(table, "decided", "(decision IS NULL) = (decided_by_id IS NULL)"),
    ]
