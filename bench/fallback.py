"""The PostgreSQL engine alone, with total and all facets of each search."""

import time

from bench.ground import Ground, Row
from bench.questions import p95, questions
from labour_exchange.app import create_app
from labour_exchange.discovery import engines
from labour_exchange.discovery.questions import SearchQuery, question_of
from search.criteria import VacancyCriteria

WARM_UP = 20


def measured(ground: Ground) -> list[Row]:
    """p95 of searches in the whole country, and of searches in one region."""
    made = ground.region()
    with create_app(made.settings).app_context():
        engine = engines.engine("postgres")
        documents = engine.count("vacancies")
        rows = []
        for name, most, has_region in (("PostgreSQL engine, broad", 120, False), ("PostgreSQL engine, a region", 60, True)):
            asked = [_criteria(question) for question in questions() if ("region" in question) is has_region]
            times = []
            for criteria in asked[:WARM_UP] + asked:
                begun = time.perf_counter()
                engine.find_vacancies(criteria)
                times.append((time.perf_counter() - begun) * 1000)
            times = times[WARM_UP:]
            median = sorted(times)[len(times) // 2]
            rows.append({"what": name, "milliseconds": p95(times), "to_reach": most, "median_ms": median, "documents": documents})
    return rows


def _criteria(asked: dict[str, str]) -> VacancyCriteria:
    chosen = {name: (asked[parameter],) for parameter, name in (("region", "regions"), ("hours", "hours")) if parameter in asked}
    return question_of(SearchQuery(text=asked.get("q", ""), **chosen)).criteria  # type: ignore[arg-type]
