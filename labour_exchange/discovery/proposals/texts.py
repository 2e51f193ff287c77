"""What is said about proposals for the lexicon."""

from labour_exchange.foundation.texts import Message, Text

UNKNOWN_CONCEPT = Message(
    "unknown_concept",
    Text(
        kk="Тізімнен кәсіпті немесе дағдыны таңдаңыз.",
        ru="Выберите профессию или навык из списка.",
        en="Choose an occupation or a skill from the list.",
    ),
)
DECIDED_ALREADY = Message(
    "decided_already",
    Text(
        kk="Бұл сөз бойынша шешім қабылданып қойған.",
        ru="По этому слову решение уже принято.",
        en="This word has been decided already.",
    ),
)
