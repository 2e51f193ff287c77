"""Questions made from the document itself, right ones and wrong ones: every answer is as documented and none is a failure of ours."""

from typing import Any

import pytest
import schemathesis
from flask import Flask
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis import Case
from schemathesis.checks import positive_data_acceptance
from schemathesis.generation import GenerationMode

from labour_exchange.discovery.synchronisation import synchronise_all
from labour_exchange.foundation.database import ExchangeSession
from tests.factories import vacancies

EXAMPLES = 20
FEWEST_OPERATIONS = 13
OF_SEVERAL_VALUES = ("/api/v1/statistics/indicators/{code}/series",)
"""Where two values that are right alone may be wrong together: a period that ends before it begins, or is too long."""


@pytest.fixture
def operations(app: Flask, module_committed: ExchangeSession, unlimited: None) -> list[Any]:
    for _ in range(3):
        vacancies.published(module_committed)
    module_committed.commit()
    synchronise_all(module_committed)
    schema = schemathesis.openapi.from_wsgi("/api/v1/openapi.json", app)
    found = [one.ok() for one in schema.get_all_operations()]
    # What programs do is asked in test_schemathesis_programs.py.
    return [one for one in found if one.method == "get" and not one.definition.raw.get("security")]


@pytest.mark.parametrize("mode", [GenerationMode.POSITIVE, GenerationMode.NEGATIVE])
def test_every_operation_keeps_to_its_document(operations: list[Any], mode: GenerationMode) -> None:
    assert len(operations) >= FEWEST_OPERATIONS
    for operation in operations:

        @settings(
            max_examples=EXAMPLES, derandomize=True, deadline=None, database=None, phases=[Phase.generate], suppress_health_check=list(HealthCheck)
        )
        @given(case=operation.as_strategy(generation_mode=mode))
        def asked(case: Case) -> None:
            # A cursor cannot be made up; walks of pages have tests of their own.
            if mode is GenerationMode.POSITIVE:
                (case.query or {}).pop("cursor", None)
            case.call_and_validate(excluded_checks=[positive_data_acceptance] if case.operation.path in OF_SEVERAL_VALUES else [])

        asked()
