"""What the document says of service standards, for readers of its page in Kazakh and Russian."""

STANDARDS_KK_RU = {
    "Service standards: in force and in discussion.": (
        "Қызмет стандарттары: қолданыстағы және талқыланып жатқаны",
        "Стандарты услуг: действующие и на обсуждении",
    ),
    "List standards": ("Стандарттар тізімі", "Список стандартов"),
    "The register of standards in force, and drafts in public discussion.": (
        "Қолданыстағы стандарттар тізілімі және көпшілік талқылауындағы жобалар.",
        "Реестр действующих стандартов и проекты на публичном обсуждении.",
    ),
    "in_force or discussion; repeat the name. Both by default.": (
        "in_force немесе discussion; атауын қайталаңыз. Әдепкіде екеуі де.",
        "in_force или discussion; имя повторяется. По умолчанию оба.",
    ),
    "Read one standard": ("Бір стандарт", "Один стандарт"),
    "One version with its paragraphs, also when it has been replaced.": (
        "Бір нұсқа тармақтарымен, ауыстырылған болса да.",
        "Одна версия с пунктами, в том числе заменённая.",
    ),
    "Null where the ministry is the responsible body.": (
        "Жауапты орган министрлік болса, бос (null).",
        "Null, если ответственный орган – министерство.",
    ),
    "As what the registers measure it; null where they do not.": (
        "Тізілімдер бойынша қалай өлшенеді; өлшенбесе, бос (null).",
        "Как это измеряют по реестрам; null, если не измеряют.",
    ),
    "Working days.": ("Жұмыс күндері.", "Рабочие дни."),
    "The last day on which remarks are taken, or were.": (
        "Ескертулер қабылданатын немесе қабылданған соңғы күн.",
        "Последний день, когда принимают или принимали замечания.",
    ),
    "In order; the first has the number 1.": ("Ретімен; біріншісінің нөмірі 1.", "По порядку; у первого номер 1."),
    "By what was found last.": ("Соңғы қорытынды бойынша.", "По последнему выводу."),
    "Median of working days until the office answered.": (
        "Бөлімше жауап бергенге дейінгі жұмыс күндерінің медианасы.",
        "Медиана рабочих дней до ответа отделения.",
    ),
    "Promises that were due; fewer than five are withheld.": (
        "Мерзімі келген уәделер; бестен азы жасырылады.",
        "Обещания, срок которых наступил; меньше пяти скрыто.",
    ),
    "What can be said where the share is withheld.": ("Үлес жасырылған жерде айтуға болатыны.", "Что можно сказать там, где доля скрыта."),
    "Nine in ten were served within so many working days.": (
        "Он адамның тоғызына осынша жұмыс күні ішінде қызмет көрсетілді.",
        "Девять из десяти получили услугу за столько рабочих дней.",
    ),
    "From 1 to 5.": ("1-ден 5-ке дейін.", "От 1 до 5."),
    "Working days within which the office answers a complaint.": (
        "Бөлімше шағымға жауап беретін жұмыс күндерінің саны.",
        "За сколько рабочих дней отделение отвечает на жалобу.",
    ),
    "Of the standard, whichever of its versions was in force then, by office.": (
        "Сол кезде қай нұсқасы қолданыста болса да, стандарт бойынша, әр бөлімше үшін.",
        "По стандарту, какая бы его версия ни действовала тогда, по отделениям.",
    ),
}
