"""What each figure of an assessment says, in three languages."""

from dataclasses import dataclass

from labour_exchange.foundation.texts import Text


@dataclass(frozen=True, slots=True)
class Meaning:
    """A figure's key, its name, and what is counted of whom by which day."""

    key: str
    name: Text
    meaning: Text


MEANINGS = (
    Meaning(
        "entrants",
        Text(kk="Басталған қатысу", ru="Начали участие", en="Entrants"),
        Text(
            kk="Жыл ішінде басталған қатысулар; екі шараға қатысқан адам екі рет саналады.",
            ru="Участия, начавшиеся за год; участник двух мер считается дважды.",
            en="Participations that began in the year; somebody in two measures counts twice.",
        ),
    ),
    Meaning(
        "completers",
        Text(kk="Аяқтағандар", ru="Завершили", en="Completers"),
        Text(kk="Осылардың ішінде шараны аяқтағандар.", ru="Из них прошедшие меру до конца.", en="Those of them that were carried to the end."),
    ),
    Meaning(
        "dropouts",
        Text(kk="Мерзімінен бұрын кеткендер", ru="Выбыли досрочно", en="Dropouts"),
        Text(
            kk="Шараны аяқтамай кеткендер, себебі жазылған.",
            ru="Выбывшие до окончания меры, с записанной причиной.",
            en="Those who left before the end, with the reason on record.",
        ),
    ),
    Meaning(
        "declared",
        Text(kk="Жұмысқа орналасты (мәлімделген)", ru="Трудоустроены (заявлено)", en="Employed, declared"),
        Text(
            kk="Шара аяқталғаннан кейін 3, 6 не 12 ай ішінде жұмыс бастағандардың үлесі. Субсидияланған жұмыстың өзі шара "
            "аяқталғаннан кейін зейнетақы "
            "жарнасы түскенде ғана саналады. Мерзімі әлі өтпегендер есептен шығарылады.",
            ru="Доля начавших работать за 3, 6 или 12 месяцев после окончания меры. Само субсидируемое место считается, "
            "только если после окончания меры "
            "поступил пенсионный взнос. Те, у кого срок ещё не прошёл, не учитываются.",
            en="Share of those who began a job within 3, 6 or 12 months of leaving the measure. The subsidised job itself "
            "counts only when a contribution "
            "was seen after the measure. Those whose time has not passed yet are left out.",
        ),
    ),
    Meaning(
        "confirmed",
        Text(kk="Жұмысқа орналасты (расталған)", ru="Трудоустроены (подтверждено)", en="Employed, confirmed"),
        Text(
            kk="Соның ішінде екінші тарап, шарттар тізілімі немесе зейнетақы тізілімі растағандар.",
            ru="Из них подтверждённые другой стороной, реестром договоров или пенсионным реестром.",
            en="Those of them that the other side, the contract register or the pension register confirmed.",
        ),
    ),
    Meaning(
        "sustained",
        Text(kk="Жұмысқа орналасты (тұрақты)", ru="Трудоустроены (устойчиво)", en="Employed, sustained"),
        Text(
            kk="Соның ішінде үшінші не кейінгі айдың жарнасы түскендер.",
            ru="Из них те, за кого поступил взнос третьего месяца или более позднего.",
            en="Those of them with a contribution of the third month or a later one.",
        ),
    ),
    Meaning(
        "retention",
        Text(kk="Жұмыста қалғандар", ru="Остались на работе", en="Retention"),
        Text(
            kk="Сонша ай бұрын басталған жұмыстардың ішінде сол айдың жарнасы түскендерінің үлесі.",
            ru="Доля начатых столько месяцев назад работ, за которые поступил взнос этого месяца.",
            en="Share of jobs begun so many months ago for which the contribution of that month was seen.",
        ),
    ),
    Meaning(
        "cost",
        Text(kk="Бір адамға шаққандағы шығын", ru="Затраты на одного", en="Cost of one"),
        Text(
            kk="Осы қатысуларға төленген, кері қайтарылғаны шегерілген қаражат қатысушыға, аяқтағанға, жұмысқа орналасуға, расталған "
            "жұмысқа орналасуға бөлінеді.",
            ru="Выплаченное по этим участиям за вычетом возвращённого, делённое на участников, завершивших, трудоустройства и "
            "подтверждённые трудоустройства.",
            en="What was paid for these participations and has not come back, divided by participants, completers, placements and "
            "confirmed placements.",
        ),
    ),
    Meaning(
        "additional",
        Text(kk="Қосымша жұмысқа орналасу", ru="Дополнительное трудоустройство", en="Additional placements"),
        Text(
            kk="Басталғаннан кейін 12 ай ішінде жұмысқа орналасқан қатысушылар үлесі мен дәл сондай, бірақ қатыспаған адамдар "
            "үлесінің айырмасы, 95 % "
            "аралығымен. Жасы, жынысы, білімі, өңірі, кәсібі және тіркеуде болған айлары бірдей болуы тиіс. Сондай адам аз "
            "болса, айту мүмкін емес. "
            "Жазылмаған айырмашылықтар (мысалы, ынта) есепке алынбайды.",
            ru="Разница долей трудоустроенных за 12 месяцев после начала: участники против точно таких же людей без мер, с "
            "интервалом 95 %. Совпадать должны "
            "возраст, пол, образование, регион, профессия и месяцы на учёте. Если таких людей мало, сказать нельзя. "
            "Различия, которых нет в записях (например, желание работать), не учтены.",
            en="Share employed within 12 months of the beginning: participants less people of exactly the same kind without a "
            "measure, with a 95 % interval. "
            "Age group, sex, education, region, occupation and months on the register must agree. With too few such people it cannot be said. "
            "Differences that no record holds (such as motivation) are not accounted for.",
        ),
    ),
    Meaning(
        "cost_additional",
        Text(kk="Бір қосымша жұмыстың құны", ru="Стоимость одного дополнительного трудоустройства", en="Cost of an additional placement"),
        Text(
            kk="Қатысушыға шаққандағы шығын осы айырмаға бөлінеді; аралық түгел нөлден жоғары болғанда ғана айтылады.",
            ru="Затраты на участника, делённые на эту разницу; называется, только если весь интервал выше нуля.",
            en="Cost of a participant divided by that difference; said only when the whole interval is above zero.",
        ),
    ),
)
