"""Versions, tombstones, drift, rebuilds while documents change, and the fallback when the server is gone."""

import threading
from collections import Counter
from dataclasses import replace

import pytest
from elasticsearch import Elasticsearch
from sqlalchemy import text

from search.breaker import Breaker, BreakerState
from search.criteria import ProfileCriteria, ProfileFilters, VacancyCriteria, VacancyFilters
from search.documents import VacancyDocument, content_hash
from search.engines.base import Version
from search.engines.elasticsearch import ElasticsearchEngine
from search.engines.elasticsearch.bulk import apply, removals
from search.engines.fallback import FallbackEngine
from search.engines.postgres import (
    CountedRarities,
    delete_documents,
    drop_tombstones,
    store_documents,
    store_term_counts,
    stored_documents,
    term_counts,
)
from search.lifecycle import RebuildRefused, check, copy_documents, rebuild, repair
from search.results import BadCursor, EngineUnavailable
from tests.search import invented
from tests.search.conftest import free_port
from tests.search.contract.conftest import SECRET, House


def changed(document: VacancyDocument, version: int) -> VacancyDocument:
    return replace(document, version=version, region="KZ-new")


def regions_found(house: House) -> tuple[int, int]:
    criteria = VacancyCriteria(filters=VacancyFilters(regions=("KZ-new",)), limit=0)
    house.elasticsearch.refresh()
    return house.postgres.find_vacancies(criteria).total, house.elasticsearch.find_vacancies(criteria).total


def test_an_older_version_never_overwrites(small_house: House) -> None:
    document = next(iter(small_house.vacancies.values()))
    with small_house.database.begin() as connection:
        assert store_documents(connection, "vacancies", [replace(document, version=20)]) == 1
        assert store_documents(connection, "vacancies", [changed(document, 19)]) == 0
    small_house.elasticsearch.put("vacancies", [replace(document, version=20)])
    assert small_house.elasticsearch.put("vacancies", [changed(document, 19)]) == 0
    assert regions_found(small_house) == (0, 0)
    with small_house.database.begin() as connection:
        assert store_documents(connection, "vacancies", [changed(document, 21), changed(document, 18)]) == 1
    with small_house.database.connect() as connection:
        copy_documents(connection, small_house.elasticsearch, "vacancies", [document.public_id])
    assert regions_found(small_house) == (1, 1)


def test_a_deleted_document_does_not_come_back(small_house: House) -> None:
    document = next(iter(small_house.vacancies.values()))
    with small_house.database.begin() as connection:
        assert delete_documents(connection, "vacancies", {document.public_id: 30, "never-seen": 4}) == 2
        assert store_documents(connection, "vacancies", [changed(document, 29), replace(changed(document, 3), public_id="never-seen")]) == 0
        copy_documents(connection, small_house.elasticsearch, "vacancies", [document.public_id, "never-seen"])
        left = connection.execute(text("SELECT document, region, text FROM search_vacancies WHERE deleted")).all()
    assert left == [(None, None, None)] * 2
    assert small_house.elasticsearch.put("vacancies", [changed(document, 29)]) == 0
    assert regions_found(small_house) == (0, 0)
    small_house.elasticsearch.refresh()
    assert small_house.postgres.count("vacancies") == small_house.elasticsearch.count("vacancies") == 119
    with small_house.database.begin() as connection:
        assert drop_tombstones(connection, "vacancies") == 2


def test_stored_documents_are_what_was_stored(small_house: House) -> None:
    with small_house.database.connect() as connection:
        assert {d.public_id: d for d in stored_documents(connection, "vacancies")} == small_house.vacancies
        assert {d.public_id: d for d in stored_documents(connection, "profiles")} == small_house.profiles


def test_terms_are_counted_in_the_documents_that_are_left(small_house: House) -> None:
    gone = next(iter(small_house.vacancies))
    with small_house.database.begin() as connection:
        delete_documents(connection, "vacancies", {gone: 99})
        store_term_counts(connection, "vacancies", term_counts(connection, "vacancies"))
        counts = dict(connection.execute(text("SELECT term, documents FROM search_terms WHERE kind = 'vacancies'")).tuples().all())
    left = [v for public_id, v in small_house.vacancies.items() if public_id != gone]
    expected = Counter(term for v in left for term in {*v.title_terms, *v.body_terms, *v.employer_terms})
    assert counts.pop("") == len(left)
    assert counts == {term: documents for term, documents in expected.items() if documents > 1}


def test_both_indexes_tell_their_versions(small_house: House) -> None:
    expected = [Version(i, d.version, content_hash(d)) for i, d in sorted(small_house.vacancies.items())]
    assert list(small_house.postgres.versions("vacancies")) == expected
    assert list(small_house.elasticsearch.versions("vacancies")) == expected


def test_check_finds_drift_and_repair_ends_it(small_house: House) -> None:
    first, second, third, *_ = small_house.vacancies.values()
    stranger = replace(first, public_id="stranger", version=3)
    with small_house.database.begin() as connection:
        store_documents(connection, "vacancies", [changed(first, 50), replace(second, public_id="unseen")])
        delete_documents(connection, "vacancies", {third.public_id: 60})
    small_house.elasticsearch.put("vacancies", [stranger])
    small_house.elasticsearch.refresh()
    with small_house.database.connect() as connection:
        drift = check(connection, small_house.elasticsearch, "vacancies")
        assert drift.documents == 120
        assert drift.missing == ("unseen",)
        assert drift.stale == (first.public_id,)
        assert drift.extra == {"stranger": 3, third.public_id: third.version}
        repair(connection, small_house.elasticsearch, "vacancies", drift)
        assert not check(connection, small_house.elasticsearch, "vacancies")
        assert not check(connection, small_house.postgres, "vacancies")


def test_a_rebuild_misses_no_change_made_meanwhile(small_house: House) -> None:
    documents = list(small_house.vacancies.values())
    stop = threading.Event()
    failures: list[BaseException] = []

    def write() -> None:
        version = 100
        try:
            while not stop.is_set():
                version += 1
                document, gone = documents[version % 60], documents[60 + version % 60]
                with small_house.database.begin() as connection:
                    store_documents(connection, "vacancies", [changed(document, version), replace(document, public_id=f"new-{version}")])
                    delete_documents(connection, "vacancies", {gone.public_id: version})
                with small_house.database.connect() as connection:
                    copy_documents(connection, small_house.elasticsearch, "vacancies", [document.public_id, f"new-{version}", gone.public_id])
        except BaseException as error:
            failures.append(error)

    writer = threading.Thread(target=write)
    writer.start()
    try:
        built = [rebuild(small_house.database.connect, small_house.elasticsearch, "vacancies") for _ in range(3)]
    finally:
        stop.set()
        writer.join()
    assert not failures
    assert len({rebuilt.index for rebuilt in built}) == 3
    assert built[2].dropped == (built[1].index,)
    small_house.elasticsearch.refresh()
    with small_house.database.connect() as connection:
        assert not check(connection, small_house.elasticsearch, "vacancies")


def test_a_change_on_its_way_does_not_bring_a_dropped_index_back(small_house: House, elasticsearch_url: str) -> None:
    engine = small_house.elasticsearch
    document = next(iter(small_house.vacancies.values()))
    dropped = engine.create_index("vacancies")
    engine.drop_index(dropped)
    assert engine.load(dropped, "vacancies", [document]) == 0
    assert apply(Elasticsearch(elasticsearch_url), removals(dropped, {document.public_id: 99})) == 0
    assert dropped not in engine.drop_others("vacancies", "")


def test_an_index_that_lost_documents_is_not_switched_to(small_house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    before = small_house.elasticsearch.count("vacancies")
    load = small_house.elasticsearch.load
    monkeypatch.setattr(small_house.elasticsearch, "load", lambda index, kind, documents: load(index, kind, list(documents)[:100]))
    with pytest.raises(RebuildRefused):
        rebuild(small_house.database.connect, small_house.elasticsearch, "vacancies")
    assert small_house.elasticsearch.count("vacancies") == before == 120
    monkeypatch.undo()
    assert rebuild(small_house.database.connect, small_house.elasticsearch, "vacancies").documents == 120


def test_two_rebuilds_never_run_at_once(small_house: House) -> None:
    with small_house.database.connect() as connection:
        connection.execute(text("SELECT pg_advisory_lock(hashtextextended('search rebuild vacancies', 0))"))
        with pytest.raises(RebuildRefused):
            rebuild(small_house.database.connect, small_house.elasticsearch, "vacancies")


def test_the_fallback_answers_while_the_server_is_gone_and_a_walk_goes_on(house: House) -> None:
    now = [0.0]
    gone = ElasticsearchEngine(
        f"http://127.0.0.1:{free_port()}", prefix="gone", secret=SECRET, rarities=CountedRarities(house.database.connect), clock=lambda: invented.NOW
    )
    engine = FallbackEngine(gone, house.postgres, clock=lambda: now[0], breaker=Breaker(lambda: now[0], failures=2, pause_seconds=10))
    first = house.elasticsearch.find_vacancies(VacancyCriteria())
    page = engine.find_vacancies(VacancyCriteria(cursor=first.next_cursor))
    assert page.reduced
    assert page.engine == "postgres"
    assert page.hits == house.elasticsearch.find_vacancies(VacancyCriteria(cursor=first.next_cursor)).hits
    assert engine.state is BreakerState.CLOSED
    assert engine.find_profiles(ProfileCriteria(ProfileFilters(("offices",)))).reduced
    assert engine.state is BreakerState.OPEN
    with pytest.raises(BadCursor):
        engine.find_vacancies(VacancyCriteria(cursor="nonsense"))
    now[0] = 11.0
    assert engine.state is BreakerState.HALF_OPEN
    engine.primary = house.elasticsearch
    assert not engine.find_vacancies(VacancyCriteria()).reduced
    assert engine.state is BreakerState.CLOSED
    with pytest.raises(EngineUnavailable):
        gone.find_vacancies(VacancyCriteria())


def test_a_statement_that_takes_too_long_ends(house: House) -> None:
    locked = house.database.connect()
    try:
        locked.execute(text("LOCK TABLE search_vacancies IN ACCESS EXCLUSIVE MODE"))
        with pytest.raises(EngineUnavailable):
            type(house.postgres)(house.database.connect, secret=SECRET, timeout_milliseconds=200).find_vacancies(VacancyCriteria())
    finally:
        locked.rollback()
        locked.close()
