"""Why a row of an import was not taken, and how pay is quoted that is not monthly tenge before tax."""

from labour_exchange.foundation.texts import Message, Text

NOT_UTF8 = Message(
    "not_utf8", Text(kk="Жолдың кодировкасы UTF-8 емес.", ru="Строка записана не в кодировке UTF-8.", en="The row is not encoded as UTF-8.")
)
NOT_JSON = Message(
    "not_json",
    Text(kk="Жол JSON нысаны емес.", ru="Строка не является объектом JSON.", en="The row is not a JSON object."),
)
ROW_SHAPE = Message(
    "row_shape",
    Text(
        kk="Бағандар саны бірінші жолдағыдан көп.",
        ru="Столбцов больше, чем в первой строке.",
        en="There are more columns than in the first row.",
    ),
)
ROW_TOO_LONG = Message(
    "row_too_long",
    Text(kk="Жол тым ұзын. Ең көбі: {most} байт.", ru="Строка слишком длинная. Не больше {most} байт.", en="The row is longer than {most} bytes."),
)
ID_MISSING = Message(
    "external_id_missing",
    Text(
        kk="Хабарландырудың дереккөздегі нөмірі жоқ.",
        ru="Нет номера объявления в источнике.",
        en="The advertisement's id in its source is missing.",
    ),
)
TOO_LONG = Message(
    "too_long",
    Text(
        kk="Мәтін тым ұзын. Ең көбі: {most} таңба.",
        ru="Текст слишком длинный. Не больше {most} знаков.",
        en="The text is longer than {most} characters.",
    ),
)
NOT_A_NUMBER = Message(
    "not_a_number", Text(kk="Бүтін сан болуы керек: {value}", ru="Должно быть целое число: {value}", en="This should be a whole number: {value}")
)
OUT_OF_RANGE = Message(
    "out_of_range",
    Text(
        kk="Сан {least} мен {most} аралығында болуы керек: {value}",
        ru="Число должно быть от {least} до {most}: {value}",
        en="The number should be between {least} and {most}: {value}",
    ),
)
NOT_A_DATE = Message(
    "not_a_date",
    Text(
        kk="Күн жыл-ай-күн түрінде жазылады: {value}", ru="Дата пишется как год-месяц-день: {value}", en="A date is written year-month-day: {value}"
    ),
)
UNKNOWN_VALUE = Message("unknown_value", Text(kk="Мұндай мән жоқ: {value}", ru="Такого значения нет: {value}", en="There is no such value: {value}"))
CLOSED = Message(
    "closed_at_source",
    Text(kk="Хабарландыру дереккөзде жабылған.", ru="Объявление в источнике уже закрыто.", en="The advertisement is closed at its source."),
)
REPEATED = Message(
    "repeated_in_file",
    Text(
        kk="Осы нөмірлі хабарландыру файлда бұрын кездесті.",
        ru="Объявление с этим номером уже было в файле.",
        en="An advertisement with this id stands earlier in the file.",
    ),
)
NOT_STORED = Message(
    "not_stored",
    Text(kk="Дерекқор бұл жолды қабылдамады.", ru="База данных не приняла эту строку.", en="The database did not take this row."),
)
MAPPING_WRONG = Message(
    "mapping_wrong",
    Text(
        kk="Сәйкестік файлында қате бар: {value}",
        ru="Ошибка в файле соответствий: {value}",
        en="The mapping file is wrong: {value}",
    ),
)
AFTER_TAX = Text(kk="қолға", ru="на руки", en="after tax")
BEFORE_TAX = Text(kk="салыққа дейін", ru="до вычета налогов", en="before tax")
PERIODS = {
    "hour": Text(kk="сағатына", ru="за час", en="an hour"),
    "shift": Text(kk="ауысымына", ru="за смену", en="a shift"),
    "week": Text(kk="аптасына", ru="за неделю", en="a week"),
    "rotation": Text(kk="вахтасына", ru="за вахту", en="a rotation"),
    "service": Text(kk="қызметіне", ru="за услугу", en="a piece of work"),
    "year": Text(kk="жылына", ru="в год", en="a year"),
}
FROM = Text(kk="бастап", ru="от", en="from")
UP_TO = Text(kk="дейін", ru="до", en="up to")
