"""New vacancies are held against saved searches: found by their keys, tested in the database, the rest of the filters tested one by one."""

from collections import defaultdict
from typing import Any

from sqlalchemy import delete, select, text
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from labour_exchange.alerts import rules
from labour_exchange.alerts.models import AlertMatch, Arrival, SavedSearch
from labour_exchange.foundation import clock
from labour_exchange.foundation.jobs import defer
from search.engines.postgres import stored_documents
from search.queries.questions import meets

BATCH = 500
# Long vectors are stored outside their row: added to an empty one they are fetched once for the batch, not once for each search.
MATCH = text(
    """
    WITH batch AS MATERIALIZED (
        SELECT d.public_id, a.arrived_at, d.region, d.pay_top, d.employment_kind, d.hours, d.occupation_units, d.occupation_codes,
               d.text || ''::tsvector AS words
          FROM search_vacancies d
          JOIN unnest(CAST(:vacancies AS text[]), CAST(:instants AS timestamptz[])) AS a (public_id, arrived_at) USING (public_id)
         WHERE NOT d.deleted
    ), met AS MATERIALIZED (
        SELECT DISTINCT k.search_id, tokens.public_id FROM (
            SELECT b.public_id, token || '|' || place AS key FROM batch b
             CROSS JOIN LATERAL (
                SELECT '*' AS token
                UNION ALL SELECT 't:' || unnest(tsvector_to_array(b.words))
                UNION ALL SELECT 'o:' || unnest(b.occupation_units)
                UNION ALL SELECT 'c:' || unnest(b.occupation_codes)) AS t
             CROSS JOIN LATERAL (SELECT '*' AS place UNION ALL SELECT b.region WHERE b.region IS NOT NULL) AS p
        ) AS tokens JOIN saved_search_keys k USING (key)
    ), found AS MATERIALIZED (
        SELECT s.id AS search_id, b.public_id, s.rest <> '{}'::jsonb AS has_rest
          FROM met JOIN batch b USING (public_id) JOIN saved_searches s ON s.id = met.search_id
         WHERE s.state = 'active' AND s.created_at <= b.arrived_at
           AND (cardinality(s.regions) = 0 OR b.region = ANY (s.regions))
           AND (s.pay_from IS NULL OR b.pay_top >= s.pay_from)
           AND (cardinality(s.employment_kinds) = 0 OR b.employment_kind = ANY (s.employment_kinds))
           AND (cardinality(s.hours) = 0 OR b.hours = ANY (s.hours))
           AND ((s.words IS NULL AND cardinality(s.units) = 0) OR b.occupation_units && s.units OR b.words @@ s.words)
    ), kept AS (
        INSERT INTO alert_matches (search_id, vacancy_id, matched_at)
        SELECT search_id, public_id, :now FROM found WHERE NOT has_rest
            ON CONFLICT DO NOTHING
    )
    SELECT search_id, public_id FROM found WHERE has_rest
    """
)


def match_arrivals(session: Session, limit: int = BATCH) -> int:
    """Hold up to `limit` new vacancies against every saved search; gives how many were taken.

    A vacancy is taken and its pairs are written in one transaction: killed in between, both are undone. A pair is stored once. The caller commits.
    """
    taken = _taken(session, limit)
    if not taken:
        return 0
    session.flush()
    facts = {"vacancies": list(taken), "instants": list(taken.values()), "now": clock.now()}
    doubtful = defaultdict(list)
    for search_id, vacancy_id in session.execute(MATCH, facts):
        doubtful[search_id].append(vacancy_id)
    if doubtful:
        _test(session, doubtful)
    return len(taken)


def match_and_go_on(session: Session) -> None:
    """The job: one batch, and a further job while more waits."""
    if match_arrivals(session) == BATCH:
        defer(session, "match_alerts")


def _taken(session: Session, limit: int) -> dict[str, Any]:
    free = select(Arrival.vacancy_id).order_by(Arrival.arrived_at, Arrival.vacancy_id).limit(limit).with_for_update(skip_locked=True).cte("free")
    claim = delete(Arrival).where(Arrival.vacancy_id == free.c.vacancy_id).returning(Arrival.vacancy_id, Arrival.arrived_at)
    return {row.vacancy_id: row.arrived_at for row in session.execute(claim, execution_options={"synchronize_session": False})}


def _test(session: Session, doubtful: dict[int, list[str]]) -> None:
    wanted = {vacancy_id for vacancy_ids in doubtful.values() for vacancy_id in vacancy_ids}
    documents = {document.public_id: document for document in stored_documents(session.connection(), "vacancies", wanted)}
    rests = {row.id: row.rest for row in session.execute(select(SavedSearch.id, SavedSearch.rest).where(SavedSearch.id.in_(doubtful)))}
    now, pairs = clock.now(), []
    for search_id, vacancy_ids in doubtful.items():
        criteria = rules.remaining_criteria(rests.get(search_id, {}))
        pairs += [(search_id, one) for one in vacancy_ids if one in documents and meets(criteria, documents[one])]
    if pairs:
        rows = [{"search_id": search_id, "vacancy_id": vacancy_id, "matched_at": now} for search_id, vacancy_id in pairs]
        session.execute(insert(AlertMatch).on_conflict_do_nothing(), rows)
