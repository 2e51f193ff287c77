"""The words of the documentation page in three languages."""

from labour_exchange.foundation.texts import Text

PAGE = {
    "title": Text(kk="API құжаттамасы", ru="Документация API", en="API documentation"),
    "lead": Text(
        kk="Бос орындар, сыныптауыштар, өңірлер мен статистика — кез келген бағдарламаға, кілтсіз. "
        "Агенттік бағдарламалары кілтпен бос орын жіберіп, өтінімдерге жауап береді.",
        ru="Вакансии, классификаторы, регионы и статистика — любой программе, без ключа. "
        "Программы агентств по ключу передают вакансии и отвечают на отклики.",
        en="Vacancies, classifications, regions and statistics for any program, without a key. "
        "With a key, programs of agencies send vacancies and answer applications.",
    ),
    "for_programs": Text(kk="Бағдарламаларға арналған нұсқасы (OpenAPI 3.1)", ru="Для программ (OpenAPI 3.1)", en="For programs (OpenAPI 3.1)"),
    "rules": Text(kk="Барлық мекенжайға ортақ", ru="Общее для всех адресов", en="The same everywhere"),
    "rule_language": Text(
        kk="Тілі: lang=kk, ru не en; болмаса Accept-Language. Мәтіндер де, қателер де сол тілде.",
        ru="Язык: lang=kk, ru или en, иначе Accept-Language. На нём и тексты, и ошибки.",
        en="Language: lang=kk, ru or en, otherwise Accept-Language. Texts and problems are written in it.",
    ),
    "rule_pages": Text(
        kk="Тізімдер: items, next_cursor, total. Келесі бет — cursor=next_cursor немесе Link тақырыбы.",
        ru="Списки: items, next_cursor, total. Следующая страница — cursor=next_cursor или заголовок Link.",
        en="Lists: items, next_cursor, total. The next page is cursor=next_cursor, or the Link header.",
    ),
    "rule_money": Text(
        kk="Ақша — айына салық ұсталғанға дейінгі бүтін теңге (KZT). Уақыт — UTC, соңында Z.",
        ru="Деньги — целые тенге (KZT) в месяц до вычета налогов. Время — UTC, с буквой Z в конце.",
        en="Money is whole tenge (KZT) a month before tax. Instants are UTC and end with Z.",
    ),
    "rule_cache": Text(
        kk="Әр жауаптың ETag белгісі бар: If-None-Match арқылы қайтарсаңыз, өзгермеген жауап 304 болады.",
        ru="У каждого ответа есть ETag: верните его в If-None-Match, и неизменившийся ответ будет 304.",
        en="Every answer has an ETag: send it back as If-None-Match and an unchanged answer is 304.",
    ),
    "rule_limit": Text(
        kk="Бір мекенжайдан сұрау саны шектеулі: X-RateLimit тақырыптарын және 429 кезінде Retry-After мәнін қараңыз.",
        ru="Число запросов с одного адреса ограничено: смотрите заголовки X-RateLimit, а при 429 — Retry-After.",
        en="Requests from one address are limited: see the X-RateLimit headers, and Retry-After with 429.",
    ),
    "rule_key": Text(
        kk="Агенттік мекенжайларына Authorization: Bearer тақырыбы керек: elx_ кілті не /oauth/token берген токен. "
        "Сынап көру үшін кілтсіз POST /sandbox/clients жіберіңіз.",
        ru="Адресам агентств нужен заголовок Authorization: Bearer: ключ elx_ или токен от /oauth/token. "
        "Чтобы попробовать, отправьте без ключа POST /sandbox/clients.",
        en="Addresses for agencies need the header Authorization: Bearer with an elx_ key or a token of /oauth/token. "
        "To try them, send POST /sandbox/clients without a key.",
    ),
    "rule_once": Text(
        kk="Idempotency-Key тақырыбымен жіберілген POST қайталанса, бір-ақ рет орындалып, бірінші жауап қайтарылады.",
        ru="POST с заголовком Idempotency-Key при повторе выполняется один раз, возвращается первый ответ.",
        en="A POST with an Idempotency-Key is done once when it is sent again, and the first answer is given.",
    ),
    "scope": Text(kk="Керек құқық", ru="Нужное право", en="Scope needed"),
    "body": Text(kk="Жіберілетін өрістер", ru="Отправляемые поля", en="Fields to send"),
    "try": Text(kk="Көріңіз", ru="Попробуйте", en="Try it"),
    "parameters": Text(kk="Сұрау параметрлері", ru="Параметры запроса", en="Parameters"),
    "answer": Text(kk="Жауап өрістері", ru="Поля ответа", en="Fields of the answer"),
    "name": Text(kk="Атауы", ru="Имя", en="Name"),
    "kind": Text(kk="Түрі", ru="Тип", en="Type"),
    "meaning": Text(kk="Мағынасы", ru="Значение", en="Meaning"),
    "required": Text(kk="міндетті", ru="обязательно", en="required"),
    "allowed": Text(kk="Мәндері", ru="Значения", en="Values"),
    "and_more": Text(kk="және басқалары (OpenAPI құжатында)", ru="и другие (в документе OpenAPI)", en="and others (in the OpenAPI document)"),
    "problems": Text(kk="Қателер", ru="Ошибки", en="Problems"),
    "problems_lead": Text(
        kk="Қате RFC 9457 бойынша application/problem+json түрінде беріледі. Бағдарлама code мәніне қарасын: ол өзгермейді.",
        ru="Ошибка приходит как application/problem+json по RFC 9457. Программа должна смотреть на code: он не меняется.",
        en="An error is application/problem+json as in RFC 9457. Let your program look at code: it never changes.",
    ),
    "status": Text(kk="Күйі", ru="Статус", en="Status"),
    "code": Text(kk="Коды", ru="Код", en="Code"),
}
