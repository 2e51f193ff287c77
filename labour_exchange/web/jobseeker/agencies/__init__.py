"""A person and the agencies: links and complaints."""

from labour_exchange.web.jobseeker.agencies import complaints, links

__all__ = ["complaints", "links"]
