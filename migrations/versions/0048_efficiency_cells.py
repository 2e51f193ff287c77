"""The cells behind each estimate of what measures added."""

import sqlalchemy as sa
from alembic import op

revision = "0048"
down_revision = "0047"
branch_labels = None
depends_on = None

# Of an office those of its own region's assessments; of the ministry the analyst's, who answers for the figures.
SCOPE = """acting('actor_kind') IN ('system', 'analyst') OR acting('actor_kind') IN ('office', 'approver')
    AND EXISTS (SELECT 1 FROM efficiency_assessments a WHERE a.id = assessment_id AND a.region_code = acting('region_code'))"""
STANDINGS = ("shown", "together", "too_early", "unknown_education", "unknown_occupation", "not_registered", "nobody_alike", "one_alike")


def text(name: str, *, nullable: bool = False) -> sa.Column:
    return sa.Column(name, sa.Text(), nullable=nullable)


def upgrade() -> None:
    op.create_table(
        "efficiency_cells",
        sa.Column("id", sa.BigInteger(), sa.Identity(), nullable=False),
        sa.Column("assessment_id", sa.BigInteger(), nullable=False),
        text("dimension"),
        text("key"),
        sa.Column("standing", sa.Enum(*STANDINGS, name="standing", native_enum=False, create_constraint=True, length=64), nullable=False),
        *(text(name, nullable=True) for name in ("age_group", "sex", "education", "region_code", "occupation", "waited")),
        *(sa.Column(name, sa.BigInteger(), nullable=True) for name in ("cells", "participants", "employed", "others", "others_employed")),
        *(sa.Column(name, sa.Float(), nullable=True) for name in ("weight", "difference", "additional")),
        sa.ForeignKeyConstraint(
            ["assessment_id"], ["efficiency_assessments.id"], name=op.f("fk_efficiency_cells_assessment_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_efficiency_cells")),
    )
    op.create_index("ix_efficiency_cells_group", "efficiency_cells", ["assessment_id", "dimension", "key"])
    op.execute("ALTER TABLE efficiency_cells ENABLE ROW LEVEL SECURITY")
    op.execute(f"CREATE POLICY within_scope ON efficiency_cells USING ({SCOPE})")


def downgrade() -> None:
    op.drop_table("efficiency_cells")
