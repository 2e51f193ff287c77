"""The unit groups an advertisement may belong to, best first."""

from search.analysis.concepts.lexicon import lexicon


def recognise_occupation(title: str, body: str = "", language: str | None = None) -> list[tuple[str, float]]:
    """(unit group code, score 0..1) of an advertisement, distinct, best first.

    The title decides; the body (its category first, where there is one) only helps where the title is ambiguous or silent.
    """
    return [(concept.id, concept.score) for concept in lexicon().recognise(title, language, context=body) if concept.kind == "occupation"]
