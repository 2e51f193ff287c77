"""Pairs of alerts go with their search by one statement, not by a constraint that locks the search for every pair."""

from alembic import op

revision = "0053"
down_revision = "0052"
branch_labels = None
depends_on = None

FORGET = """
CREATE FUNCTION forget_alert_matches() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  DELETE FROM alert_matches WHERE search_id IN (SELECT id FROM gone);
  RETURN NULL;
END $$
"""
TRIGGER = """
CREATE TRIGGER forget_alert_matches AFTER DELETE ON saved_searches REFERENCING OLD TABLE AS gone
FOR EACH STATEMENT EXECUTE FUNCTION forget_alert_matches()
"""


def upgrade() -> None:
    op.drop_constraint("fk_alert_matches_search_id", "alert_matches")
    op.execute(FORGET)
    op.execute(TRIGGER)


def downgrade() -> None:
    op.execute("DROP TRIGGER forget_alert_matches ON saved_searches")
    op.execute("DROP FUNCTION forget_alert_matches()")
    op.execute("DELETE FROM alert_matches WHERE search_id NOT IN (SELECT id FROM saved_searches)")
    op.create_foreign_key("fk_alert_matches_search_id", "alert_matches", "saved_searches", ["search_id"], ["id"], ondelete="CASCADE")
