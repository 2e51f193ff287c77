"""Whether a reading may be believed whose stem stands in no list."""

from search.analysis.kazakh.letters import KIND, VOWELS, harmony, is_possible_stem, looks_borrowed, syllables
from search.analysis.kazakh.roots import roots
from search.analysis.kazakh.suffixes import ONLY_FROM_KNOWN_ROOTS

# Stem, noun or verb, and the layers from the end of the word inwards.
Reading = tuple[str, str, tuple[str, ...]]

_WITH = ("лы", "лі", "ды", "ді", "ты", "ті")
# Loans become verbs only with these.
_VERB_MAKERS = ("яла", "лан", "лен", "лас", "лес", "дас", "дес", "тас", "тес")
_INSTRUMENTS = ("қышы", "ғышы", "кіші", "гіші", "уышы", "уіші")


def _is_adjective_or_trade(form: str) -> bool:
    """Words in -лы/-лі (тәжірибелі) and -шы/-ші (балташы): their last vowel is no possessive, but that of жылытқышы is."""
    if len(form) < 5 or form.endswith(_INSTRUMENTS):
        return False
    end, before = form[-2:], form[-3]
    if end in ("шы", "ші"):
        return before in "аәеиоөуүыіяюйрлнмз"
    if end in ("лы", "лі") and KIND.get(before) in ("V", "G"):
        if form[:-2] in roots().words:
            return True
        # Nouns in -ыл and borrowed ones in -ал are commoner than adjectives: тәуекелі, материалы, филиалы.
        return before not in "ыі" and not (before == "а" and harmony(form) == "b" and syllables(form) > 3)
    return False


def _is_safe(found: str, layers: tuple[str, ...], cut: str, count: int) -> bool:
    """Whether layers that are else taken off roots of the list only show by more than themselves that they are endings."""
    doubtful = ONLY_FROM_KNOWN_ROOTS.intersection(layers)
    if not doubtful:
        return layers != ("negation",)
    if doubtful == {"possessive12"}:
        # The voiced end of жүрегім, the plural of достарым, the dative of телефоныма, what follows the ң of телефоныңды.
        voiced = found[-1] in "бгғ" and found[-2] in VOWELS
        thine = len(layers) > 1 and cut[:3].endswith("ң") and found[-1] not in VOWELS
        dative = "case12" in layers and found[-1] not in VOWELS
        return "plural" in layers or (count > 1 and (voiced or thine or dative))
    if doubtful == {"present_person"}:
        # Other persons are spelt like endings of nouns: -амыз is "our", -асыз "without".
        return count > 1 and cut.endswith(("амын", "емін", "ймын", "ймін", "асың", "есің", "йсың", "йсің", "сыңдар", "сіңдер"))
    if doubtful == {"comparative"}:
        # сапалырақ is сапалы, топыраққа no comparison.
        return layers == ("comparative",) and count > 1 and cut.lstrip("ыі").startswith("р") and not (found[-1] == "л" and cut[0] in "ыі")
    # No plain word ends in -май.
    return layers == ("converb_short", "negation")


def is_plausible(reading: Reading, form: str) -> bool:
    found, sort, layers = reading
    if not layers:
        return True
    if len(found) < 3 or not is_possible_stem(found):
        return False
    count, cut = syllables(found), form[len(found) :]
    if not _is_safe(found, layers, cut, count) or (count < 2 and len(layers) == 1 and len(form) - len(found) < 2):
        return False
    if layers[-1] in ("possessive3", "possessive_plural") and not _may_be_possessed(found, form, cut):
        return False
    # активті is an adjective, but Ахметовтің has the genitive.
    if found.endswith("ивт") or (found[-1] == "в" and cut.startswith(("ті", "ты")) and cut[2:3] != "ң"):
        return False
    if sort == "verb":
        return _is_plausible_verb(reading, cut, count)
    # қарқыны is "its pace": nouns in -ы are fewer than those in -ын.
    if layers == ("case",) and cut in ("ны", "ні") and found[-1] in "ыі":
        return False
    return not (layers == ("case",) and count < 2 and len(found) < 4)


def _may_be_possessed(found: str, form: str, cut: str) -> bool:
    if _is_adjective_or_trade(form[: len(found) + 1]):
        return False
    # облысы is облыс with -ы, not "облы" with -сы; after -шы, -гі and -лы it is the other way round: сатушысы, сапалысы.
    if cut.startswith(("сы", "сі")) and not found.endswith("кті") and (found[-1] == "и" or (found[-1] in "ыі" and not _keeps_its_vowel(found))):
        return False
    # No word ends in -ад but loans, which are listed: сұхбаттасады is a verb.
    if found.endswith(("ад", "ед", "йд")):
        return False
    # дейінгі and соңғы end in -ғы/-гі; only loans in -инг have г there.
    return not (found[-1] in "ғгқк" and found[-2] not in VOWELS and not found.endswith("инг"))


def _keeps_its_vowel(found: str) -> bool:
    return found[-2] in "шғгқк" or (found.endswith(_WITH) and found[:-2] in roots().words)


def _is_plausible_verb(reading: Reading, cut: str, count: int) -> bool:
    found, _, layers = reading
    # Short verbs are listed.
    if count < 2 or (looks_borrowed(found) and not found.endswith(_VERB_MAKERS)):
        return False
    last = layers[-1]
    # Verbs in а or е that no list knows are mostly made from nouns: -ла, -да, -та, -на; others need an ending that only verbs have.
    if found[-1] in VOWELS and found[-1] not in "ыі":
        # қорғады is no present: "қорғ" would be a short verb, and no list knows it.
        if found[-1] not in "ае" or (found[-2] not in "лдтн" and last not in ("participle", "negation") and (last != "past" or count > 2)):
            return False
        if last == "converb" and len(found) < (6 if found[-2] == "т" else 4):
            return False
    if last == "gerund":
        return len(found) >= 4
    if last in ("converb", "conditional") and found[-1] in "ыі":
        return False
    if cut.startswith(("атында", "етінде")):
        return False
    if last == "present" and found[-1] in "лдт" and found[-2] not in "ыі":
        # Verbs made from nouns end in -ла, -да, -та: егеледі is егеле in the past, not "егел" in the present; but алаңдат is a causative.
        return found[-1] == "т" and (found[-2] in "нрлй" or (found[-2] in "ае" and found[-3] in "лдтн"))
    return True
