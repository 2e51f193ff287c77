"""Public pages of service standards: register, drafts and remarks, differences, monitoring, ratings, and a feed for portals."""

from labour_exchange.web.public.standards import complaints, feed, monitoring, rating, reading, remarks

__all__ = ["complaints", "feed", "monitoring", "rating", "reading", "remarks"]
