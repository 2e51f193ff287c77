"""On 1,000 random pairs the reasons that a reader sees add up to the score, in each language."""

import random
import re

import pytest
from flask import Flask, render_template_string

from labour_exchange.foundation.texts import LANGUAGES
from labour_exchange.matching.explanations import subject_of
from labour_exchange.matching.queries import shown_reasons
from labour_exchange.matching.scoring import score
from labour_exchange.matching.texts import REASONS
from labour_exchange.web.localisation import words
from tests.matching.pairs import random_person, random_post

PAIRS = 1_000
TEMPLATE = '{% import "macros/marks.html" as marks %}{% for one in pairs %}{{ marks.reasons(one, "why") }}\x1e{% endfor %}'


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_shown_reasons_add_up_to_the_score(app: Flask, language: str) -> None:
    chance = random.Random(20261128)
    scores, drawn = [], []
    for _ in range(PAIRS):
        person = random_person(chance)
        scored = score(person, random_post(chance, person))
        reasons = shown_reasons(scored)
        assert sum(reason.weight for reason in reasons) == scored.total
        assert all("{" not in reason.text.in_language(language) and reason.text.in_language(language) for reason in reasons)
        scores.append(scored.total)
        drawn.append([(reason.text, reason.weight) for reason in reasons])
    with app.test_request_context(f"/{language}/"):
        pages = render_template_string(TEMPLATE, pairs=drawn).split("\x1e")[:-1]
        said = [words(text) for reasons in drawn for text, _ in reasons]
    assert all(name in "".join(pages) for name in {one.split(":")[0] for one in said})
    summed = [sum(int(found.replace("\u2212", "-").replace("+", "")) for found in re.findall(r"<b>([^<]+)</b>", page)) for page in pages]
    assert summed == scores
    assert len(set(summed)) > 50


def test_every_reason_has_a_subject_for_the_office() -> None:
    assert all(subject_of(name) for name in REASONS)
