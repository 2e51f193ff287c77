"""Names of managers, made of who manages and what: "начальник отдела логистики", "қаржы бөлімінің басшысы", "head of logistics"."""

from collections.abc import Collection, Iterator
from pathlib import Path

from search.analysis.concepts.terms import Term

_FILE = Path(__file__).parent.parent / "data" / "management_fields.tsv"
_NAMES = {
    "ru": (
        *("руководитель {0}", "начальник {0}", "директор {0}", "заведующий {0}", "управляющий {0}"),
        *("заместитель директора {0}", "заместитель начальника {0}", "заместитель руководителя {0}"),
    ),
    "kk": (
        *("{0} басшысы", "{0} бөлімінің басшысы", "{0} бастығы", "{0} бөлімінің бастығы", "{0} директоры", "{0} меңгерушісі", "{0} жетекшісі"),
        *("{0} директорының орынбасары", "{0} басшысының орынбасары"),
    ),
    "en": ("head of {0}", "director of {0}", "{0} director", "{0} manager", "deputy {0} director", "deputy head of {0}"),
}


def management_terms(known: Collection[tuple[str, ...]]) -> Iterator[Term]:
    """Every manager of every field, but for names that somebody wrote with a meaning of their own (`known` keys)."""
    made = set(known)
    for line in _FILE.read_text(encoding="utf-8").splitlines()[1:]:
        code, language, fields = line.split("\t")
        for field in fields.split(";"):
            for name in _NAMES[language]:
                term = Term("occupation", code, language, name.format(field), "synonym")
                if term.key not in made:
                    made.add(term.key)
                    yield term
