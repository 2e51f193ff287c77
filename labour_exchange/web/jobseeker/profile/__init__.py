"""The profile: read, written section by section, shown to others or not."""

from labour_exchange.web.jobseeker.profile import lists, overview, sections, work

__all__ = ["lists", "overview", "sections", "work"]
