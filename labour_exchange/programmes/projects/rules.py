"""What is wrong with a project, and with how it was completed."""

from dataclasses import dataclass
from datetime import date

from labour_exchange.foundation.errors import FieldError
from labour_exchange.programmes.projects.states import ProjectKind
from labour_exchange.programmes.texts import measure_refusals, refusals
from labour_exchange.territory.queries import districts_of

LONGEST_NAME = 200


@dataclass(frozen=True, slots=True)
class ProjectFacts:
    """`amount` is tenge of the programme's money for the whole project."""

    name: str
    district_code: str
    kind: ProjectKind
    jobs_planned: int
    amount: int
    starts_on: date
    ends_on: date


def project_errors(project: ProjectFacts, *, region_code: str) -> list[FieldError]:
    """Everything that is wrong at once."""
    errors = []
    if not project.name.strip() or len(project.name) > LONGEST_NAME:
        errors.append(FieldError("name", measure_refusals.PROJECT_NAME_MISSING))
    if project.district_code not in {one.kato for one in districts_of(region_code)}:
        errors.append(FieldError("district_code", measure_refusals.DISTRICT_WRONG))
    if project.jobs_planned < 1:
        errors.append(FieldError("jobs_planned", refusals.POSTS_WRONG))
    if project.amount < 1:
        errors.append(FieldError("amount", measure_refusals.PROJECT_AMOUNT_WRONG))
    if project.starts_on > project.ends_on:
        errors.append(FieldError("ends_on", refusals.PERIOD_WRONG))
    return errors


def completion_errors(*, completed_on: date, jobs_created: int, evidence: str, starts_on: date, today: date) -> list[FieldError]:
    errors = []
    if not starts_on <= completed_on <= today:
        errors.append(FieldError("completed_on", refusals.ENDED_WRONG))
    if jobs_created < 0:
        errors.append(FieldError("jobs_created", measure_refusals.JOBS_COUNT_WRONG))
    if not evidence.strip():
        errors.append(FieldError("evidence", measure_refusals.EVIDENCE_MISSING))
    return errors
