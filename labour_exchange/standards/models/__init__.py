"""What is stored of standards: versions, remarks, commitments, ratings, complaints and the figures drawn from them."""

from labour_exchange.standards.models.commitments import Commitment, Rating, RatingLink, ServiceFigure
from labour_exchange.standards.models.complaints import ComplaintAnswer, ComplaintLink, ServiceComplaint
from labour_exchange.standards.models.versions import Remark, RemarkSender, Standard, StandardVersion

__all__ = [
    "Commitment",
    "ComplaintAnswer",
    "ComplaintLink",
    "Rating",
    "RatingLink",
    "Remark",
    "RemarkSender",
    "ServiceComplaint",
    "ServiceFigure",
    "Standard",
    "StandardVersion",
]
