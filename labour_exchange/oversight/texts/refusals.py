"""Why a report or an instruction cannot be made, changed or closed."""

from labour_exchange.foundation.texts import Message, Text

UNKNOWN_DEFINITION = Message(
    "unknown_definition",
    Text(
        kk="Мұндай есеп жоқ. Тізімнен таңдаңыз.", ru="Такого отчёта нет. Выберите из списка.", en="There is no such report. Choose one from the list."
    ),
)
WRONG_PERIOD = Message(
    "wrong_period",
    Text(
        kk="Бұл есеп басқа кезең бойынша жасалады. Мысалы, былай жазыңыз: {example}.",
        ru="Этот отчёт делается за другой период. Напишите, например: {example}.",
        en="This report is made for another kind of period. Write, for example: {example}.",
    ),
)
PERIOD_NOT_OVER = Message(
    "period_not_over",
    Text(
        kk="Кезең әлі аяқталған жоқ. Аяқталған соң қайталаңыз.",
        ru="Период ещё не закончился. Повторите, когда он закончится.",
        en="The period is not over. Do it again when it is.",
    ),
)
EDITION_OPEN = Message(
    "edition_open",
    Text(
        kk="Алдыңғы басылым әлі жарияланған жоқ. Алдымен соны аяқтаңыз.",
        ru="Предыдущая редакция ещё не опубликована. Сначала закончите её.",
        en="The edition before is not published yet. Finish it first.",
    ),
)
REASON_MISSING = Message(
    "reason_missing",
    Text(
        kk="Не өзгеретінін және себебін жазыңыз: бұл жаңа басылым.",
        ru="Напишите, что и почему меняется: это новая редакция.",
        en="Say what changes and why: this is a new edition.",
    ),
)
REASON_NEEDLESS = Message(
    "reason_needless",
    Text(
        kk="Бұл – бірінші басылым. Себеп жолын бос қалдырыңыз.",
        ru="Это первая редакция. Оставьте причину пустой.",
        en="This is the first edition. Leave the reason empty.",
    ),
)
DAY_PASSED = Message(
    "day_passed",
    Text(kk="Бұл күн өтіп кетті. Кейінгі күнді жазыңыз.", ru="Этот день прошёл. Укажите более поздний.", en="This day has passed. Give a later one."),
)
NOT_A_DRAFT = Message(
    "not_a_draft",
    Text(
        kk="Есеп бекітілген, енді өзгермейді. Түзету үшін жаңа басылым жасаңыз.",
        ru="Отчёт зафиксирован и больше не меняется. Для исправления сделайте новую редакцию.",
        en="The report is frozen and no longer changes. Make a new edition to correct it.",
    ),
)
COMMENTS_OPEN = Message(
    "comments_open",
    Text(
        kk="Өңірлер әлі пікір жаза алады. Соңғы күні: {day}. Сол күн өткен соң бекітіңіз.",
        ru="Регионы ещё могут комментировать. Последний день: {day}. Зафиксируйте после него.",
        en="The regions may still comment. Last day: {day}. Freeze it after that.",
    ),
)
COMMENTS_CLOSED = Message(
    "comments_closed",
    Text(
        kk="Пікір қабылдау аяқталды. Министрлікке жазыңыз.",
        ru="Приём комментариев закончен. Напишите в министерство.",
        en="Comments are closed. Write to the ministry.",
    ),
)
SOURCE_MISSING = Message(
    "source_missing",
    Text(
        kk="Көрсеткіштің дереккөзін жазыңыз: құжат, нөмірі мен күні.",
        ru="Укажите источник показателя: документ, номер и дату.",
        en="Give the source of the figure: the document, its number and date.",
    ),
)
FACT_IS_COMPUTED = Message(
    "fact_is_computed",
    Text(
        kk="Бұл көрсеткіш жазбалардан есептеледі. Оны қолмен жазбаңыз.",
        ru="Этот показатель вычисляется из записей. Не вписывайте его.",
        en="This figure is computed from records. Leave it empty.",
    ),
)
NEGATIVE = Message("negative", Text(kk="Нөлден кіші болмауы керек.", ru="Не может быть меньше нуля.", en="It cannot be below zero."))
SAME_PERSON = Message(
    "same_person",
    Text(
        kk="Мұны басқа адам істеуі керек: бір адам екі рет шеше алмайды.",
        ru="Это должен сделать другой человек: один не решает дважды.",
        en="Another person has to do this: nobody decides twice.",
    ),
)
WORDS_MISSING = Message("words_missing", Text(kk="Мәтінін жазыңыз.", ru="Напишите текст.", en="Write the text."))
UNKNOWN_BODY = Message(
    "unknown_body",
    Text(kk="Жауапты органды тізімнен таңдаңыз.", ru="Выберите ответственного из списка.", en="Choose who is responsible from the list."),
)
NOT_LATER = Message(
    "not_later",
    Text(
        kk="Жаңа мерзім қазіргісінен кейін және бүгіннен кейін болуы керек.",
        ru="Новый срок должен быть позже нынешнего и позже сегодняшнего дня.",
        en="The new date has to be later than the present one and than today.",
    ),
)
ALREADY_ASKED = Message(
    "already_asked",
    Text(
        kk="Бұрынғы сұрау әлі шешілген жоқ. Шешімін күтіңіз.",
        ru="Предыдущий запрос ещё не решён. Дождитесь решения.",
        en="What was asked before is not decided yet. Wait for it.",
    ),
)
ALREADY_DECIDED = Message(
    "already_decided", Text(kk="Бұл жөнінде шешім қабылданған.", ru="Решение по этому уже принято.", en="This has been decided already.")
)
