"""What of the counters is forgotten by itself."""

from datetime import timedelta

from sqlalchemy import delete, func, select, tuple_
from sqlalchemy.orm import Session

from labour_exchange.discovery.use.models import QueryUse, VacancyUse
from labour_exchange.discovery.use.rules import KEPT_DAYS, LEAST_SEARCHES, RARE_KEPT_DAYS
from labour_exchange.foundation import clock


def forget_search_use(session: Session) -> None:
    """Delete what is older than a week of texts that were searched fewer than five times in all, and every counter after thirteen months."""
    today = clock.today()
    rare = select(QueryUse.language, QueryUse.words).group_by(QueryUse.language, QueryUse.words).having(func.sum(QueryUse.searches) < LEAST_SEARCHES)
    session.execute(
        delete(QueryUse).where(tuple_(QueryUse.language, QueryUse.words).in_(rare), QueryUse.day < today - timedelta(days=RARE_KEPT_DAYS))
    )
    for table in (QueryUse, VacancyUse):
        session.execute(delete(table).where(table.day < today - timedelta(days=KEPT_DAYS)))
