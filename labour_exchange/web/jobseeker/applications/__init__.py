"""Pages on which a person applies, answers what came, and confirms a placement."""

from labour_exchange.web.jobseeker.applications import inspections, placements, received, sent

__all__ = ["inspections", "placements", "received", "sent"]
