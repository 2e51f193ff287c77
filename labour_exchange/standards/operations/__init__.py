"""What changes standards, discussions, promises, ratings and complaints."""

from labour_exchange.standards.operations.complaints import (
    answer_complaint,
    complain,
    complain_by_link,
    escalate_by_link,
    escalate_complaint,
    forget_complaint_links,
    forget_complaints,
    withdraw_by_link,
    withdraw_complaint,
)
from labour_exchange.standards.operations.drafting import (
    approve_version,
    begin_standard,
    begin_version,
    bring_due_into_force,
    open_discussion,
    publish_report,
    withdraw_version,
    write_version,
)
from labour_exchange.standards.operations.figures import count_service_figures
from labour_exchange.standards.operations.measuring import forget_links, measure_commitments
from labour_exchange.standards.operations.ratings import answer_rating, publish_words, rate_service, refuse_words
from labour_exchange.standards.operations.remarks import answer_remark, confirm_remark, forget_senders, publish_remark, refuse_remark, send_remark

__all__ = [
    "answer_complaint",
    "answer_rating",
    "answer_remark",
    "approve_version",
    "begin_standard",
    "begin_version",
    "bring_due_into_force",
    "complain",
    "complain_by_link",
    "confirm_remark",
    "count_service_figures",
    "escalate_by_link",
    "escalate_complaint",
    "forget_complaint_links",
    "forget_complaints",
    "forget_links",
    "forget_senders",
    "measure_commitments",
    "open_discussion",
    "publish_remark",
    "publish_report",
    "publish_words",
    "rate_service",
    "refuse_remark",
    "refuse_words",
    "send_remark",
    "withdraw_by_link",
    "withdraw_complaint",
    "withdraw_version",
    "write_version",
]
