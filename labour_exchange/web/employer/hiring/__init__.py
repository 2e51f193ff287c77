"""Pages on which an employer answers applications, invites, offers and declares placements."""

from labour_exchange.web.employer.hiring import answers, approaches, inspections, invitations, placements, queue

__all__ = ["answers", "approaches", "inspections", "invitations", "placements", "queue"]
