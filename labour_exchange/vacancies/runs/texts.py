"""What is said of pushes: outcomes of rows, ways, refusals of files."""

from labour_exchange.foundation.texts import Message, Text

OUTCOMES = {
    "created": Text(kk="Қосылды", ru="Создана", en="Created"),
    "updated": Text(kk="Өзгертілді", ru="Изменена", en="Changed"),
    "unchanged": Text(kk="Өзгеріссіз", ru="Без изменений", en="Unchanged"),
    "duplicate": Text(kk="Қайталанған", ru="Повтор", en="Duplicate"),
    "rejected": Text(kk="Қабылданбады", ru="Не принята", en="Rejected"),
}
WAYS = {
    "file": Text(kk="Файл", ru="Файл", en="File"),
    "api": Text(kk="API ағыны", ru="Поток через API", en="Stream through the API"),
    "single": Text(kk="API арқылы бір-бірлеп", ru="По одной через API", en="One by one through the API"),
}
NO_ROWS = Message("no_rows", Text(kk="Файлда жол жоқ.", ru="В файле нет строк.", en="The file has no rows."))
TOO_MANY_ROWS = Message(
    "too_many_rows",
    Text(
        kk="Файлда {most} жолдан көп болмауға тиіс. Оны бөліп жіберіңіз немесе API арқылы жіберіңіз.",
        ru="В файле должно быть не больше {most} строк. Разделите его или отправляйте через API.",
        en="A file has at most {most} rows. Split it, or send through the API.",
    ),
)
NOT_A_FILE = Message(
    "not_a_file",
    Text(
        kk="Бұл мәтіндік файл емес немесе {most} МБ-тан үлкен.",
        ru="Это не текстовый файл, или он больше {most} МБ.",
        en="This is not a text file, or it is larger than {most} MB.",
    ),
)


def said(outcome: str, language: str) -> str:
    """An outcome in words; one that is not known yet stays as it is."""
    return OUTCOMES[outcome].in_language(language) if outcome in OUTCOMES else outcome
