"""What is said of forecasts: the names of the models, and what is wrong with a file of series and what to do."""

from labour_exchange.foundation.texts import Message, Text

MODELS = {
    "seasonal_naive": Text(kk="Былтырғы сол ай", ru="Тот же месяц прошлого года", en="Same month of the year before"),
    "drift": Text(kk="Соңғы мән және орташа өзгеріс", ru="Последнее значение и среднее изменение", en="Last value with drift"),
    "ets": Text(kk="Хольт – Уинтерс", ru="Хольт – Уинтерс", en="Holt-Winters"),
    "ets_damped": Text(kk="Хольт – Уинтерс, бәсеңдейтін үрдіс", ru="Хольт – Уинтерс, затухающий тренд", en="Holt-Winters, damped trend"),
    "ets_log": Text(kk="Хольт – Уинтерс, логарифмдер", ru="Хольт – Уинтерс, логарифмы", en="Holt-Winters, logarithms"),
    "seasonal_change": Text(
        kk="Былтырғы сол ай және жылдық өзгеріс", ru="Тот же месяц прошлого года и годовое изменение", en="Same month, moved by the yearly change"
    ),
    "seasonal_change_log": Text(
        kk="Былтырғы сол ай және жылдық өзгеріс үлесі", ru="Тот же месяц прошлого года и годовой прирост", en="Same month, moved by the yearly growth"
    ),
    "theta": Text(kk="Тета", ru="Тета", en="Theta"),
    "theta_log": Text(kk="Тета, логарифмдер", ru="Тета, логарифмы", en="Theta, logarithms"),
    "combination": Text(kk="Модельдердің орташасы", ru="Среднее моделей", en="Mean of models"),
}
NOT_UTF8 = Message(
    "not_utf8",
    Text(
        kk="Файл UTF-8 кодында емес. Оны UTF-8 кодындағы CSV ретінде сақтаңыз.",
        ru="Файл не в кодировке UTF-8. Сохраните его как CSV в UTF-8.",
        en="The file is not UTF-8. Save it as CSV in UTF-8.",
    ),
)
NOT_CSV = Message(
    "not_csv",
    Text(
        kk="{line}-жол CSV ретінде оқылмайды. Тырнақшаларды тексеріңіз.",
        ru="Строка {line}: это не CSV. Проверьте кавычки.",
        en="Line {line} is not CSV. Check the quotation marks.",
    ),
)
NO_ROWS = Message(
    "no_rows",
    Text(
        kk="Файлда бірде-бір мән жоқ. Тақырыптан кейін қатар, ай және мән жолдарын қосыңыз.",
        ru="В файле нет ни одного значения. После заголовка добавьте строки: ряд, месяц, значение.",
        en="The file holds no value. Add rows of series, month and value below the header.",
    ),
)
NO_COLUMN = Message(
    "no_column",
    Text(
        kk="1-жол: «{column}» бағаны жоқ. Табылған бағандар: {found}. Бірін {column} деп атаңыз.",
        ru="Строка 1: нет столбца «{column}». Есть столбцы: {found}. Назовите нужный {column}.",
        en="Line 1: there is no column “{column}”. The columns are: {found}. Name one of them {column}.",
    ),
)
SHORT_ROW = Message(
    "short_row",
    Text(
        kk="{line}-жол: {cells} ұяшық бар, кемінде {needed} керек. Жетіспейтін ұяшықтарды қосыңыз.",
        ru="Строка {line}: ячеек {cells}, нужно не меньше {needed}. Добавьте недостающие.",
        en="Line {line}: there are {cells} cells, and at least {needed} are needed. Add the missing ones.",
    ),
)
NO_NAME = Message(
    "no_name",
    Text(
        kk="{line}-жол, series: атауы бос. Қатардың атауын жазыңыз.",
        ru="Строка {line}, series: имя пустое. Напишите имя ряда.",
        en="Line {line}, series: the name is empty. Write the name of the series.",
    ),
)
NOT_A_MONTH = Message(
    "not_a_month",
    Text(
        kk="{line}-жол, month: «{written}» ай емес. 2026-10 түрінде жазыңыз.",
        ru="Строка {line}, month: «{written}» не месяц. Напишите в виде 2026-10.",
        en="Line {line}, month: “{written}” is not a month. Write it as 2026-10.",
    ),
)
NOT_A_NUMBER = Message(
    "not_a_number",
    Text(
        kk="{line}-жол, value: «{written}» сан емес. 6.6 түрінде жазыңыз немесе бақылау болмаса, бос қалдырыңыз.",
        ru="Строка {line}, value: «{written}» не число. Напишите в виде 6.6 или оставьте пустым, если наблюдения нет.",
        en="Line {line}, value: “{written}” is not a number. Write it as 6.6, or leave it empty when nothing was observed.",
    ),
)
TWICE = Message(
    "twice",
    Text(
        kk="{line}-жол, month: «{name}» қатарының {written} айы екінші рет кездесті. Бірін алып тастаңыз.",
        ru="Строка {line}, month: месяц {written} ряда «{name}» встретился второй раз. Удалите одну из строк.",
        en="Line {line}, month: {written} of “{name}” stands here for the second time. Remove one of the rows.",
    ),
)
TOO_FAR = Message(
    "too_far",
    Text(
        kk="{line}-жол, month: {written} қалған айлардан 200 жылдан алыс. Жылын тексеріңіз.",
        ru="Строка {line}, month: {written} дальше 200 лет от остальных месяцев. Проверьте год.",
        en="Line {line}, month: {written} is more than 200 years from the other months. Check the year.",
    ),
)
