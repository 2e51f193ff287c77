"""Words of the matched comparison: what people of one kind have alike, why somebody has no match, and how the interval is computed."""

from labour_exchange.foundation.texts import Text
from labour_exchange.jobseekers.states import Sex
from labour_exchange.programmes.efficiency.states import Standing

SEXES = {
    Sex.FEMALE: Text(kk="Әйелдер", ru="Женщины", en="Women"),
    Sex.MALE: Text(kk="Ерлер", ru="Мужчины", en="Men"),
}
AGE_GROUPS = {
    "15-24": Text(kk="15–24 жас", ru="15–24 года", en="15–24 years"),
    "25-34": Text(kk="25–34 жас", ru="25–34 года", en="25–34 years"),
    "35-44": Text(kk="35–44 жас", ru="35–44 года", en="35–44 years"),
    "45-54": Text(kk="45–54 жас", ru="45–54 года", en="45–54 years"),
    "55+": Text(kk="55 жас және одан жоғары", ru="55 лет и старше", en="55 years and over"),
}
EDUCATION = {
    "basic": Text(kk="негізгі орта білімге дейін", ru="не выше основного среднего", en="lower secondary at most"),
    "middle": Text(kk="орта немесе кәсіптік білім", ru="среднее или профессиональное", en="upper secondary or vocational"),
    "high": Text(kk="жоғары немесе орта білімнен кейінгі", ru="послесреднее или высшее", en="tertiary"),
}
WAITED = {
    "0": Text(kk="тіркеуде бір айдан аз", ru="на учёте меньше месяца", en="on the register less than a month"),
    "1-2": Text(kk="тіркеуде 1–2 ай", ru="на учёте 1–2 месяца", en="on the register 1–2 months"),
    "3-5": Text(kk="тіркеуде 3–5 ай", ru="на учёте 3–5 месяцев", en="on the register 3–5 months"),
    "6+": Text(kk="тіркеуде 6 ай және одан көп", ru="на учёте 6 месяцев и дольше", en="on the register 6 months or more"),
}
STANDINGS = {
    Standing.SHOWN: Text(kk="Көрсетілген ұяшықтар", ru="Показанные ячейки", en="Cells that are shown"),
    Standing.TOGETHER: Text(kk="Бірге айтылған шағын ұяшықтар", ru="Малые ячейки, показанные вместе", en="Small cells, told together"),
    Standing.TOO_EARLY: Text(
        kk="Салыстыруға қажет 12 ай әлі өткен жоқ",
        ru="Двенадцать месяцев, нужных для сравнения, ещё не прошли",
        en="The twelve months of the comparison have not passed yet",
    ),
    Standing.UNKNOWN_EDUCATION: Text(kk="Білімі жазылмаған", ru="Образование не записано", en="Education is not on record"),
    Standing.UNKNOWN_OCCUPATION: Text(kk="Кәсібі жазылмаған", ru="Профессия не записана", en="Occupation is not on record"),
    Standing.NOT_REGISTERED: Text(
        kk="Шара басталған күнге дейін тіркелмеген", ru="Не стоял на учёте до начала меры", en="Was not registered before the measure began"
    ),
    Standing.NOBODY_ALIKE: Text(kk="Шарасыз дәл сондай адам жоқ", ru="Нет никого такого же без меры", en="Nobody alike without a measure"),
    Standing.ONE_ALIKE: Text(
        kk="Шарасыз дәл сондай бір ғана адам бар: айырмашылықты өлшеуге болмайды",
        ru="Такой же человек без меры только один: разброс не измерить",
        en="One person alike alone: how far such people differ cannot be told",
    ),
}
METHOD = (
    Text(
        kk="Ұяшықтың айырмасы — жұмысқа орналасқан қатысушылар үлесі мен шарасыз дәл сондай адамдар үлесінің айырмасы. Әр ұяшықтың салмағы — оның "
        "жұбы бар қатысушылардағы үлесі. Қосымша жұмысқа орналасулар — айырма мен қатысушылар санының көбейтіндісі; олардың қосындысы жұбы бар "
        "қатысушылар санына бөлінгенде баға шығады.",
        ru="Разница ячейки — доля трудоустроенных участников за вычетом доли таких же людей без меры. Вес ячейки — её доля среди участников, для "
        "которых нашлась пара. Дополнительные трудоустройства — разница, умноженная на число участников; их сумма, делённая на число участников с "
        "парой, и есть оценка.",
        en="The difference of a cell is the share of its participants who were employed less that of people alike without a measure. Its weight is "
        "its share of the matched participants. Additional placements are the difference times the participants; their sum, divided by the "
        "matched participants, is the estimate.",
    ),
    Text(
        kk="Дисперсия — барлық ұяшықтар бойынша n·s² + n²/m·t² қосындысы: n — қатысушылар, m — салыстырылған адамдар, s² пен t² — ұяшық ішіндегі "
        "жұмысқа орналасудың ығыспаған дисперсиялары. Бір ғана қатысушысы бар ұяшықта s² орнына қалған ұяшықтардың орташасы алынады. Адамдар "
        "бір-бірінен тәуелсіз деп саналады.",
        ru="Дисперсия — сумма по всем ячейкам n·s² + n²/m·t²: n — участники, m — те, с кем сравнивают, s² и t² — несмещённые дисперсии "
        "трудоустройства внутри ячейки. Где участник один, вместо s² берётся среднее по остальным ячейкам. "
        "Люди считаются независимыми друг от друга.",
        en="The variance is the sum over all cells of n·s² + n²/m·t²: n participants, m people compared with, s² and t² the unbiased variances of "
        "being employed within the cell. Where there is one participant alone, the mean over the other cells stands for s². People are taken to be "
        "independent of each other.",
    ),
    Text(
        kk="Стандартты қате — дисперсия түбірінің жұбы бар қатысушылар санына қатынасы. Сенім деңгейі — 95 %: баға ± 1,96 стандартты қате "
        "(қалыпты үлестірім).",
        ru="Стандартная ошибка — корень из дисперсии, делённый на число участников с парой. Уровень доверия — 95 %: оценка ± 1,96 стандартной ошибки "
        "(нормальное распределение).",
        en="The standard error is the square root of the variance divided by the matched participants. The level is 95 %: the estimate ± 1.96 "
        "standard errors (normal distribution).",
    ),
)
