"""What the interface says when it cannot answer as asked: titles by status, and what is wrong with a value."""

from labour_exchange.foundation.texts import Message, Text

PROBLEMS = {
    400: Message(
        "bad_request",
        Text(
            kk="Сұрауды оқу мүмкін болмады. JSON мен мекенжайдың дұрыс жазылғанын тексеріңіз.",
            ru="Запрос не удалось прочитать. Проверьте, правильно ли записаны JSON и адрес.",
            en="The request could not be read. Check that its JSON and its address are well formed.",
        ),
    ),
    401: Message(
        "not_proven",
        Text(
            kk="Бағдарлама өзін растамады. Жарамды кілт не токен жіберіңіз.",
            ru="Программа не подтвердила себя. Отправьте действующий ключ или токен.",
            en="The program has not proven itself. Send a key or token that is alive.",
        ),
    ),
    403: Message(
        "not_entitled",
        Text(
            kk="Бағдарламаға бұған құқық берілмеген.",
            ru="У программы нет на это права.",
            en="The program is not entitled to this.",
        ),
    ),
    404: Message(
        "not_found",
        Text(
            kk="Мұндай ресурс жоқ немесе ол сізге ашық емес.",
            ru="Такого ресурса нет, или он вам недоступен.",
            en="There is no such resource, or it is not open to you.",
        ),
    ),
    405: Message(
        "method_not_allowed",
        Text(
            kk="Бұл мекенжай мұндай әдісті қабылдамайды. Рұқсат етілген әдістер Allow тақырыбында тұр.",
            ru="Этот адрес не принимает такой метод. Допустимые методы названы в заголовке Allow.",
            en="This address does not take that method. The Allow header names those it takes.",
        ),
    ),
    406: Message(
        "not_acceptable",
        Text(kk="Жауап тек JSON түрінде беріледі.", ru="Ответ даётся только в виде JSON.", en="Answers are given as JSON only."),
    ),
    409: Message(
        "conflict",
        Text(
            kk="Жағдай өзгерді: жаңа күйін оқып, қайта шешіңіз.",
            ru="Положение изменилось: прочитайте новое состояние и решите снова.",
            en="Things have changed meanwhile: read the present state and decide again.",
        ),
    ),
    410: Message(
        "gone",
        Text(
            kk="Бұл бос орын жарияланған болатын, қазір жабық.",
            ru="Эта вакансия была опубликована, но уже закрыта.",
            en="This vacancy was published and is closed now.",
        ),
    ),
    412: Message(
        "precondition_failed",
        Text(
            kk="Сіз оқығаннан кейін жазба өзгерді. Қайта оқып, жаңа ETag мәнімен жіберіңіз.",
            ru="После вашего чтения запись изменилась. Прочитайте её снова и отправьте с новым ETag.",
            en="The record has changed since you read it. Read it again and send the new ETag.",
        ),
    ),
    413: Message(
        "too_large",
        Text(
            kk="Сұрау тым үлкен. Оны бөліп жіберіңіз.",
            ru="Запрос слишком велик. Отправьте его частями.",
            en="The request is too large. Send it in parts.",
        ),
    ),
    414: Message(
        "address_too_long",
        Text(kk="Мекенжай тым ұзын.", ru="Адрес слишком длинный.", en="The address is too long."),
    ),
    415: Message(
        "unsupported_media_type",
        Text(
            kk="Мәтін application/json түрінде жіберілуге тиіс.",
            ru="Тело запроса должно быть типа application/json.",
            en="The body must be sent as application/json.",
        ),
    ),
    422: Message(
        "invalid_input",
        Text(
            kk="Кейбір мәндерді түзету керек. Әрқайсысы errors тізімінде аталған.",
            ru="Некоторые значения нужно исправить. Каждое названо в списке errors.",
            en="Some values need to be corrected. Each is named in errors.",
        ),
    ),
    428: Message(
        "precondition_required",
        Text(
            kk="If-Match тақырыбында оқыған ETag мәнін жіберіңіз.",
            ru="Отправьте в заголовке If-Match тот ETag, который вы прочитали.",
            en="Send the ETag that you have read in the header If-Match.",
        ),
    ),
    429: Message(
        "too_many_requests",
        Text(
            kk="Сұрау тым көп. Retry-After тақырыбындағы секундтан кейін қайталаңыз.",
            ru="Слишком много запросов. Повторите через столько секунд, сколько названо в Retry-After.",
            en="Too many requests. Try again after the seconds named in Retry-After.",
        ),
    ),
    500: Message(
        "internal_error",
        Text(
            kk="Біздің жақта қате болды. Қайталаңыз; қайталанса, request_id нөмірін хабарлаңыз.",
            ru="Ошибка на нашей стороне. Повторите; если она останется, сообщите нам request_id.",
            en="Something broke on our side. Try again; if it stays, tell us the request_id.",
        ),
    ),
    503: Message(
        "unavailable",
        Text(
            kk="Биржа қысқа уақытқа қолжетімсіз. Сәл күтіп, қайталаңыз.",
            ru="Биржа ненадолго недоступна. Повторите чуть позже.",
            en="The exchange is not available for a short time. Try again a little later.",
        ),
    ),
}
MISSING = Message("missing", Text(kk="Бұл мән міндетті.", ru="Это значение обязательно.", en="This value is required."))
UNKNOWN_NAME = Message(
    "unknown_name",
    Text(
        kk="Мұндай атау жоқ. Құжаттамадан қараңыз.",
        ru="Такого имени нет. Сверьтесь с документацией.",
        en="There is no such name. See the documentation.",
    ),
)
WRONG_FORM = Message(
    "wrong_form",
    Text(
        kk="Мән басқаша жазылады. Мысалы: {example}.",
        ru="Значение пишется иначе. Например: {example}.",
        en="The value is written differently. For example: {example}.",
    ),
)
NOT_A_TEXT = Message(
    "not_a_text",
    Text(kk="Мәтін жіберіңіз: мәнді тырнақшаға алыңыз.", ru="Нужен текст: возьмите значение в кавычки.", en="Give a text: put the value in quotes."),
)
INVALID_VALUE = Message("invalid_value", Text(kk="Мән жарамсыз.", ru="Недопустимое значение.", en="The value is not valid."))
NOT_A_WHOLE_NUMBER = Message("not_a_whole_number", Text(kk="Бүтін сан жазыңыз.", ru="Нужно целое число.", en="Give a whole number."))
NOT_A_FLAG = Message("not_a_flag", Text(kk="true не false жазыңыз.", ru="Нужно true или false.", en="Give true or false."))
NOT_A_MONTH = Message("not_a_month", Text(kk="Айды 2026-11 түрінде жазыңыз.", ru="Месяц пишется как 2026-11.", en="Write a month as 2026-11."))
OUT_OF_RANGE = Message(
    "out_of_range",
    Text(
        kk="Мән {least} мен {most} аралығында болуға тиіс.",
        ru="Значение должно быть от {least} до {most}.",
        en="The value must be from {least} to {most}.",
    ),
)
NOT_LISTED = Message(
    "not_listed",
    Text(
        kk="Мұндай мән жоқ. Мысалы: {examples}.",
        ru="Такого значения нет. Например: {examples}.",
        en="There is no such value. For example: {examples}.",
    ),
)
WRONG_LENGTH = Message(
    "wrong_length",
    Text(
        kk="Ұзындығы {least} мен {most} аралығында болуға тиіс.",
        ru="Длина должна быть от {least} до {most}.",
        en="The length must be from {least} to {most}.",
    ),
)
PERIOD_ORDER = Message(
    "period_order",
    Text(kk="since мәні until мәнінен кеш болмауға тиіс.", ru="since не может быть позже until.", en="since must not be after until."),
)
PERIOD_TOO_LONG = Message(
    "period_too_long",
    Text(
        kk="Бір сұрауда ең көбі {most} ай. Бөліп сұраңыз.",
        ru="За один запрос не больше {most} месяцев. Спросите частями.",
        en="At most {most} months at once. Ask in parts.",
    ),
)
KEY_IN_FLIGHT = Message(
    "key_in_flight",
    Text(
        kk="Осы Idempotency-Key бойынша бірінші сұрау әлі орындалып жатыр. Сәл күтіп, қайталаңыз.",
        ru="Первый запрос с этим Idempotency-Key ещё выполняется. Подождите и повторите.",
        en="The first request under this Idempotency-Key is still being done. Wait a little and send it again.",
    ),
)
KEY_REUSED = Message(
    "key_reused",
    Text(
        kk="Бұл Idempotency-Key басқа сұрауға қолданылған. Жаңа кілт жіберіңіз.",
        ru="Этот Idempotency-Key уже был у другого запроса. Отправьте новый ключ.",
        en="This Idempotency-Key belongs to another request already. Send a new key.",
    ),
)
KEY_WRONG = Message(
    "key_wrong",
    Text(
        kk="Idempotency-Key 1-ден 200-ге дейінгі көрінетін ASCII таңбадан тұрады.",
        ru="Idempotency-Key состоит из 1–200 видимых знаков ASCII.",
        en="An Idempotency-Key has 1 to 200 visible ASCII characters.",
    ),
)
CHANGED_MEANWHILE = PROBLEMS[412]
VERSION_MISSING = PROBLEMS[428]
NOT_A_DAY = Message(
    "not_a_day",
    Text(kk="Күнді 2026-11-28 түрінде жазыңыз.", ru="День пишется как 2026-11-28.", en="Write a day as 2026-11-28."),
)
TOO_LARGE_STREAM = Message(
    "stream_too_large",
    Text(
        kk="Бір ағында ең көбі {most} байт. Бөліп жіберіңіз.",
        ru="В одном потоке не больше {most} байт. Отправьте частями.",
        en="A stream holds at most {most} bytes. Send it in parts.",
    ),
)
ONE_ORIGIN = Message(
    "one_origin",
    Text(
        kk="application, invitation, referral өрістерінің біреуін ғана жазыңыз.",
        ru="Укажите ровно одно из application, invitation, referral.",
        en="Name exactly one of application, invitation and referral.",
    ),
)
ONE_OF_TWO = Message(
    "one_of_two",
    Text(
        kk="offer, placement өрістерінің біреуін ғана жазыңыз.",
        ru="Укажите ровно одно из offer и placement.",
        en="Name exactly one of offer and placement.",
    ),
)
