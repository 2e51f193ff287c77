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
}
