"""What suits the person: suggestions with their reasons, and a reason called wrong."""

from labour_exchange.web.jobseeker.suiting import contest, suggestions

__all__ = ["contest", "suggestions"]
