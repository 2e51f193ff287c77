"""What is stored of standards: versions, remarks, commitments, ratings and the figures drawn from them."""

from labour_exchange.standards.models.commitments import Commitment, Rating, RatingLink, ServiceFigure
from labour_exchange.standards.models.versions import Remark, RemarkSender, Standard, StandardVersion

__all__ = ["Commitment", "Rating", "RatingLink", "Remark", "RemarkSender", "ServiceFigure", "Standard", "StandardVersion"]
