"""Bodies that answer for a line of a report or for an instruction: departments of the ministry and other ministries."""

from dataclasses import dataclass

from labour_exchange.foundation.texts import Text


@dataclass(frozen=True, slots=True)
class Body:
    """`is_own` tells a department of this ministry from another ministry, which reports figures and is given no instruction here."""

    code: str
    name: Text
    is_own: bool = True


EVERY = (
    Body(
        "employment",
        Text(kk="Халықты жұмыспен қамту департаменті", ru="Департамент занятости населения", en="Employment Department"),
    ),
    Body(
        "programmes",
        Text(kk="Мемлекеттік бағдарламалар департаменті", ru="Департамент государственных программ", en="State Programmes Department"),
    ),
    Body("digital", Text(kk="Цифрландыру департаменті", ru="Департамент цифровизации", en="Digital Department")),
    Body("law", Text(kk="Заң департаменті", ru="Юридический департамент", en="Legal Department")),
    Body("health_ministry", Text(kk="Денсаулық сақтау министрлігі", ru="Министерство здравоохранения", en="Ministry of Health"), is_own=False),
    Body(
        "economy_ministry",
        Text(kk="Ұлттық экономика министрлігі", ru="Министерство национальной экономики", en="Ministry of National Economy"),
        is_own=False,
    ),
)
BODIES: dict[str, Body] = {one.code: one for one in EVERY}
OWN_BODIES: dict[str, Body] = {code: one for code, one in BODIES.items() if one.is_own}
