"""Judged Kazakh word forms: families and running texts of our own writing, and the measure of grouping over them."""

from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).parent
CLASSES = {"n": "noun", "v": "verb", "p": "name", "": "other"}


class Judged(NamedTuple):
    form: str
    lemma: str
    part: str  # noun, verb, name or other; "" where it was not said


class Grouping(NamedTuple):
    precision: float
    recall: float
    f1: float
    types: int

    def __str__(self) -> str:
        return f"precision {self.precision:.3f}, recall {self.recall:.3f}, F1 {self.f1:.3f} over {self.types} types"


def families(name: str) -> list[Judged]:
    """Lines of [class,] lemma and forms; the lemma is a form too."""
    found: list[Judged] = []
    for line in (HERE / name).read_text(encoding="utf-8").splitlines()[1:]:
        *part, lemma, forms = line.lower().split("\t")
        found += [Judged(form, lemma, part[0] if part else "") for form in dict.fromkeys((lemma, *forms.split()))]
    return found


def texts(name: str) -> list[Judged]:
    """Sentences of form/lemma.class; a bare word is its own lemma."""
    found: list[Judged] = []
    for line in (HERE / name).read_text(encoding="utf-8").lower().splitlines():
        if line.startswith(("#", "[")):
            continue
        for token in line.split():
            form, _, judged = token.partition("/")
            lemma, _, part = judged.partition(".")
            found.append(Judged(form, lemma or form, CLASSES[part]))
    return found


def grouping(judged: Iterable[Judged], stem: Callable[[str], str]) -> Grouping:
    """Over pairs of different forms: pairs with one stem against pairs of one lemma."""
    stems: Counter[str] = Counter()
    lemmas: Counter[str] = Counter()
    both: Counter[tuple[str, str]] = Counter()
    types = {(each.form, each.lemma) for each in judged}
    for form, lemma in types:
        found = stem(form)
        stems[found] += 1
        lemmas[lemma] += 1
        both[lemma, found] += 1

    def pairs(counts: Iterable[int]) -> int:
        return sum(count * (count - 1) // 2 for count in counts)

    right, guessed, wanted = pairs(both.values()), pairs(stems.values()), pairs(lemmas.values())
    precision, recall = right / guessed, right / wanted
    return Grouping(precision, recall, 2 * precision * recall / (precision + recall), len(types))
