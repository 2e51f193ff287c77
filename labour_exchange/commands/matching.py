"""`flask matching`: refresh suggestions and candidates, and say why a person and a vacancy suit each other."""

import json
import resource
import sys
import time
from dataclasses import asdict
from typing import Any

import click
from flask.cli import with_appcontext
from sqlalchemy import select

from labour_exchange.foundation.access import system_actor
from labour_exchange.foundation.database import act_as, db
from labour_exchange.foundation.texts import LANGUAGES, Text
from labour_exchange.jobseekers.models import Jobseeker, Profile
from labour_exchange.matching import scoring
from labour_exchange.matching.criteria import person_facts, post_facts
from labour_exchange.matching.explanations import explain
from labour_exchange.vacancies.models import Vacancy

REFRESHED = Text(
    kk="Адамдар: {people}, бос орындар: {vacancies}, жұптар: {pairs}, секунд: {seconds}, МБ: {peak_megabytes}",
    ru="Людей: {people}, вакансий: {vacancies}, пар: {pairs}, секунд: {seconds}, МБ: {peak_megabytes}",
    en="People: {people}, vacancies: {vacancies}, pairs: {pairs}, seconds: {seconds}, MB: {peak_megabytes}",
)
TOTAL = Text(kk="Барлығы", ru="Всего", en="Together")
UNREACHABLE = Text(kk="Жұмыс орны адамға қолжетімсіз", ru="Место работы недоступно человеку", en="The person could not work there")
as_json = click.option("--json", "is_json", is_flag=True, help="Answer with one JSON object.")
language = click.option("--language", type=click.Choice(LANGUAGES), default="en", show_default=True, help="Language of the answer.")


@click.group("matching")
def matching() -> None:
    """Suggestions and candidates."""


@matching.command("refresh")
@click.option("--all", "everyone", is_flag=True, help="Everyone and every open vacancy, also those whose lists are fresh.")
@as_json
@language
@with_appcontext
def refresh(everyone: bool, is_json: bool, language: str) -> None:
    """Make the lists that are missing, old or of another version; stopped in the middle, the next run goes on. Safe to repeat."""
    from labour_exchange.matching.batch import nightly  # It loads numpy and scipy: half a second that other commands do not need.

    started, session = time.monotonic(), db.session()
    act_as(session, system_actor("refresh suggestions"))
    with click.progressbar(length=1, label="refresh", file=sys.stderr, hidden=is_json or not sys.stderr.isatty()) as bar:
        for done in nightly.refresh(session, everyone=everyone):
            session.commit()
            bar.length = max(done.total, 1)
            bar.update(done.done - bar.pos)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    seconds, worked = round(time.monotonic() - started, 1), round(time.process_time(), 1)
    facts = asdict(done) | {"seconds": seconds, "cpu_seconds": worked, "peak_megabytes": peak}
    click.echo(json.dumps(facts) if is_json else REFRESHED.in_language(language, **facts))


@matching.command("explain")
@click.argument("jobseeker")
@click.argument("vacancy")
@as_json
@language
@with_appcontext
def explain_pair(jobseeker: str, vacancy: str, is_json: bool, language: str) -> None:
    """Score the pair of two public ids (the person's or the profile's, and the vacancy's) and say why. Exit code 1: out of reach; 2: no such id."""
    session = db.session()
    act_as(session, system_actor("explain suggestion"))
    named = (Jobseeker.public_id == jobseeker) | (Profile.public_id == jobseeker)
    profile = session.scalars(select(Profile).join(Profile.jobseeker).where(named)).one_or_none()
    post = session.scalars(select(Vacancy).where(Vacancy.public_id == vacancy)).one_or_none()
    if profile is None:
        raise click.BadParameter(f"nobody has the id {jobseeker}", param_hint="JOBSEEKER")
    if post is None:
        raise click.BadParameter(f"no vacancy has the id {vacancy}", param_hint="VACANCY")
    person, offered = person_facts(profile), post_facts(post, profile)
    scored, is_reachable = scoring.score(person, offered), scoring.is_reachable(person, offered)
    _say(scored, is_reachable, is_json, language)
    sys.exit(0 if is_reachable else 1)


def _say(scored: scoring.Score, is_reachable: bool, is_json: bool, language: str) -> None:
    if is_json:
        reasons: list[dict[str, Any]] = [
            {"name": one.name, "weight": one.weight, "codes": list(one.codes), "values": one.values, "text": asdict(explain(one))}
            for one in scored.reasons
        ]
        click.echo(json.dumps({"score": scored.total, "reachable": is_reachable, "reasons": reasons}, ensure_ascii=False))
        return
    for reason in scored.reasons:
        click.echo(f"{reason.weight:+4d}  {explain(reason).in_language(language)}")
    click.echo(f"{scored.total:+4d}  {TOTAL.in_language(language)}")
    if not is_reachable:
        click.echo(UNREACHABLE.in_language(language), err=True)
