"""Money that is to come back after an inspection: claims, what meets them, and returns in the ledger.

Claims are opened for decisions that still wait for money. What one person had noted as come back stays as it was noted: nobody confirmed it,
so no entry of the ledger is made up for it.
"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import context, op

revision = "0049"
down_revision = "0048"
branch_labels = None
depends_on = None

SYSTEM = "acting('actor_kind') = 'system'"
REGION = "(acting('actor_kind') IN ('office', 'approver') AND region_code = acting('region_code'))"
# The sides who see the payments too; what is only written down is between two officers.
SIDES = "(acting('actor_kind') IN ('jobseeker', 'employer') AND EXISTS (SELECT 1 FROM inspections i WHERE i.id = inspection_id))"
OF_RECOVERY = "EXISTS (SELECT 1 FROM recoveries r WHERE r.id = recovery_id)"
POLICIES = {
    "recoveries": f"{SYSTEM} OR {REGION} OR {SIDES}",
    "recovery_payments": OF_RECOVERY,
    "recovery_entries": f"{OF_RECOVERY} AND (acting('actor_kind') IN ('system', 'office', 'approver') OR state = 'confirmed')",
}
CHANGEABLE = {
    "recoveries": ("returned", "written_off"),
    "recovery_payments": (),
    "recovery_entries": ("state", "decided_by_id", "decided_at", "refusal"),
}
ENTRY_KINDS = ("plan", "commit", "release", "pay", "reallocate")
RETURN = "kind <> 'return' OR payment_id IS NOT NULL AND paid < 0 AND committed = paid AND planned IN (0, paid)"
# After a step down and up again the ledger still knows what came back.
COME_BACK = """
UPDATE payments p SET returned = -s.paid
FROM (SELECT payment_id, sum(paid) AS paid FROM ledger_entries WHERE kind = 'return' GROUP BY payment_id) s WHERE s.payment_id = p.id
"""
# Where two decisions counted one payment, the first of them claims it.
OWED = """
INSERT INTO recoveries (inspection_id, region_code, owed, returned, written_off, opened_at)
SELECT i.id, i.region_code, sum(c.amount), 0, 0, i.decided_at FROM inspections i JOIN claimed c ON c.inspection_id = i.id GROUP BY i.id
"""
CLAIMED = """
CREATE TEMP TABLE claimed ON COMMIT DROP AS
SELECT DISTINCT ON (y.id) y.id AS payment_id, y.amount - y.returned AS amount, i.id AS inspection_id, coalesce(y.month, y.paid_on) AS day
FROM inspections i JOIN payments y ON y.enrolment_id = i.enrolment_id AND y.kind = 'subsidy' AND y.state = 'paid'
  AND coalesce(y.month, y.paid_on) >= date_trunc('month', i.unfounded_since)
WHERE i.state = 'decided' AND i.to_recover > 0 AND y.returned < y.amount ORDER BY y.id, i.decided_at, i.id
"""
PAYMENTS = """
INSERT INTO recovery_payments (recovery_id, payment_id, amount)
SELECT r.id, c.payment_id, c.amount FROM claimed c JOIN recoveries r ON r.inspection_id = c.inspection_id ORDER BY r.id, c.day, c.payment_id
"""
TO_RECOVER = """
UPDATE inspections i SET to_recover = coalesce(r.owed, 0), state = CASE WHEN r.owed IS NULL THEN 'closed' ELSE i.state END,
       closed_on = CASE WHEN r.owed IS NULL THEN CURRENT_DATE END
FROM inspections k LEFT JOIN recoveries r ON r.inspection_id = k.id WHERE k.id = i.id AND i.state = 'decided'
"""


def choice(name: str, *values: str) -> sa.Enum:
    return sa.Enum(*values, name=name, native_enum=False, create_constraint=True, length=64)


def columns(kind: type[sa.types.TypeEngine[object]], *names: str, nullable: bool = False) -> list[sa.Column[object]]:
    return [sa.Column(name, kind(), nullable=nullable) for name in names]


def key(table: str, **references: str) -> list[sa.schema.SchemaItem]:
    """The key of a table and its references."""
    return [
        sa.Column("id", sa.BigInteger(), sa.Identity(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{table}")),
        *(sa.ForeignKeyConstraint([name], [f"{other}.id"], name=op.f(f"fk_{table}_{name}")) for name, other in references.items()),
    ]


def check(table: str, name: str, condition: str) -> sa.CheckConstraint:
    return sa.CheckConstraint(condition, name=op.f(f"ck_{table}_{name}"))


def upgrade() -> None:
    op.add_column("payments", sa.Column("returned", sa.BigInteger(), nullable=False, server_default="0"))
    op.alter_column("payments", "returned", server_default=None)
    op.create_check_constraint(
        op.f("ck_payments_returned"), "payments", "0 <= returned AND returned <= amount AND (returned = 0 OR state = 'paid')"
    )
    _allow_entry_kinds((*ENTRY_KINDS, "return"))
    _rename_entries("release", "return")
    op.execute(COME_BACK)
    op.create_check_constraint(op.f("ck_ledger_entries_return"), "ledger_entries", RETURN)
    op.create_index("ix_ledger_entries_returned", "ledger_entries", ["payment_id"], postgresql_where=sa.text("kind = 'return'"))
    op.drop_constraint(op.f("ck_inspections_recovered"), "inspections")
    op.create_check_constraint(op.f("ck_inspections_recovered"), "inspections", "to_recover >= 0")
    _create_recoveries()
    _create_payments()
    _create_entries()
    for statement in (CLAIMED, OWED, PAYMENTS, TO_RECOVER):
        op.execute(statement)
    op.execute("DROP TABLE claimed")
    role = context.config.attributes["application_role"]
    for table, names in CHANGEABLE.items():
        op.execute(f"REVOKE UPDATE, DELETE ON {table} FROM {role}")
        if names:
            op.execute(f"GRANT UPDATE ({', '.join(names)}) ON {table} TO {role}")
    for table, condition in POLICIES.items():
        op.execute(f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY")
        op.execute(f"CREATE POLICY within_scope ON {table} USING ({condition})")


def downgrade() -> None:
    """What came back stays in the sums of the ledger, under the kind that gave promises back before."""
    for table in ("recovery_entries", "recovery_payments", "recoveries"):
        op.drop_table(table)
    op.drop_constraint(op.f("ck_inspections_recovered"), "inspections")
    op.execute("UPDATE inspections SET recovered_by = 'confirmed by two' WHERE state = 'closed' AND to_recover > 0 AND recovered_by = ''")
    recovered = "to_recover >= 0 AND (state <> 'closed' OR to_recover = 0 OR recovered_by <> '')"
    op.create_check_constraint(op.f("ck_inspections_recovered"), "inspections", recovered)
    op.drop_index("ix_ledger_entries_returned", "ledger_entries")
    op.drop_constraint(op.f("ck_ledger_entries_return"), "ledger_entries")
    _rename_entries("return", "release")
    _allow_entry_kinds(ENTRY_KINDS)
    op.drop_constraint(op.f("ck_payments_returned"), "payments")
    op.drop_column("payments", "returned")


def _allow_entry_kinds(kinds: Sequence[str]) -> None:
    allowed = ", ".join(f"'{kind}'" for kind in kinds)
    op.execute("ALTER TABLE ledger_entries DROP CONSTRAINT ck_ledger_entries_entry_kind")
    op.execute(f"ALTER TABLE ledger_entries ADD CONSTRAINT ck_ledger_entries_entry_kind CHECK (kind IN ({allowed}))")


def _rename_entries(before: str, after: str) -> None:
    """Only rows of money that came back name a payment and lower what is paid."""
    op.execute("ALTER TABLE ledger_entries DISABLE TRIGGER refuse_change")
    op.execute(f"UPDATE ledger_entries SET kind = '{after}' WHERE kind = '{before}' AND payment_id IS NOT NULL AND paid < 0")  # noqa: S608
    op.execute("ALTER TABLE ledger_entries ENABLE TRIGGER refuse_change")


def _create_recoveries() -> None:
    table = "recoveries"
    op.create_table(
        table,
        *key(table, inspection_id="inspections"),
        *columns(sa.BigInteger, "inspection_id", "owed", "returned", "written_off"),
        *columns(sa.Text, "region_code"),
        sa.Column("opened_at", sa.DateTime(timezone=True), nullable=False),
        sa.UniqueConstraint("inspection_id", name=op.f("uq_recoveries_inspection_id")),
        check(table, "money", "owed > 0 AND returned >= 0 AND written_off >= 0 AND returned + written_off <= owed"),
    )
    op.create_index(op.f("ix_recoveries_region_code"), table, ["region_code"])


def _create_payments() -> None:
    table = "recovery_payments"
    op.create_table(
        table,
        *key(table, recovery_id="recoveries", payment_id="payments"),
        *columns(sa.BigInteger, "recovery_id", "payment_id", "amount"),
        sa.UniqueConstraint("payment_id", name="uq_recovery_payments_once"),
        check(table, "amount", "amount > 0"),
    )
    op.create_index(op.f("ix_recovery_payments_recovery_id"), table, ["recovery_id"])


def _create_entries() -> None:
    table = "recovery_entries"
    op.create_table(
        table,
        *key(table, recovery_id="recoveries", prepared_by_id="users", decided_by_id="users"),
        *columns(sa.Text, "public_id", "reference", "reason", "refusal"),
        *columns(sa.BigInteger, "recovery_id", "amount", "prepared_by_id"),
        *columns(sa.BigInteger, "decided_by_id", nullable=True),
        *columns(sa.Date, "received_on", nullable=True),
        sa.Column("kind", choice("recovery_kind", "return", "write_off"), nullable=False),
        sa.Column("payer", choice("payer", "employer", "person", "agency", "bailiff", "other"), nullable=True),
        sa.Column("state", choice("recovery_state", "prepared", "confirmed", "refused"), nullable=False),
        sa.Column("prepared_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=True),
        sa.UniqueConstraint("public_id", name=op.f("uq_recovery_entries_public_id")),
        check(table, "amount", "amount > 0"),
        check(table, "two_people", "decided_by_id <> prepared_by_id"),
        check(table, "decided", "(state = 'prepared') = (decided_by_id IS NULL) AND (decided_by_id IS NULL) = (decided_at IS NULL)"),
        check(table, "refused_with_reason", "(state = 'refused') = (refusal <> '')"),
        check(table, "return_with_document", "(kind = 'return') = (payer IS NOT NULL AND received_on IS NOT NULL AND reference <> '')"),
        check(table, "write_off_with_reason", "(kind = 'write_off') = (reason <> '')"),
    )
    op.create_index(op.f("ix_recovery_entries_recovery_id"), table, ["recovery_id"])
    op.create_index(
        "uq_recovery_entries_reference",
        table,
        ["recovery_id", "reference"],
        unique=True,
        postgresql_where=sa.text("kind = 'return' AND state <> 'refused'"),
    )
