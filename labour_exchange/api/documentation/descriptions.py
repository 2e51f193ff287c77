"""What the document says in English, for readers of its page in Kazakh and Russian."""

from labour_exchange.api.documentation.feed_descriptions import FEED_KK_RU
from labour_exchange.api.documentation.program_descriptions import KK_RU
from labour_exchange.api.documentation.standards_descriptions import STANDARDS_KK_RU
from labour_exchange.foundation.texts import Text

_KK_RU = {
    "Vacancies: search and read.": ("Бос орындар: іздеу және оқу", "Вакансии: поиск и чтение"),
    "Occupations: the groups of ISCO-08.": ("Кәсіптер: ISCO-08 топтары", "Профессии: группы МСКЗ (ISCO-08)"),
    "Skills and the occupations that need them.": ("Дағдылар және олар қажет кәсіптер", "Навыки и профессии, которым они нужны"),
    "Regions, and the districts and cities in them.": ("Өңірлер, олардың аудандары мен қалалары", "Регионы, их районы и города"),
    "Statistics: indicators and their series.": ("Статистика: көрсеткіштер және олардың қатарлары", "Статистика: показатели и их ряды"),
    "List occupations": ("Кәсіптер тізімі", "Список профессий"),
    "Groups in the order of their codes.": ("Кодтары ретімен берілген топтар.", "Группы в порядке кодов."),
    "Language of names and of problems; otherwise Accept-Language decides.": (
        "Атаулар мен қателердің тілі; болмаса Accept-Language бойынша.",
        "Язык названий и ошибок; иначе решает Accept-Language.",
    ),
    "How many items a page holds.": ("Бір беттегі элемент саны.", "Сколько элементов на странице."),
    "The `next_cursor` of the page before; everything else as it was asked.": (
        "Алдыңғы беттің next_cursor мәні; қалғаны бұрынғыша.",
        "Значение next_cursor предыдущей страницы; остальное как раньше.",
    ),
    "1 major, 2 sub-major, 3 minor, 4 unit groups.": (
        "1 – негізгі, 2 – кіші негізгі, 3 – шағын, 4 – бастапқы топтар.",
        "1 – основные, 2 – подгруппы, 3 – малые, 4 – начальные группы.",
    ),
    "Only the groups directly below this one.": ("Тек осы топтың тікелей астындағы топтар.", "Только группы прямо под этой."),
    "The ETag you hold.": ("Сіздегі ETag мәні.", "Имеющийся у вас ETag."),
    "Suggest occupations": ("Кәсіпті теріп жатқанда ұсыну", "Подсказка профессий"),
    "Unit groups in whose title every typed word begins some word.": (
        "Әр терілген сөз атауындағы бір сөздің басы болатын бастапқы топтар.",
        "Начальные группы, в названии которых каждое набранное слово начинает какое-то слово.",
    ),
    "Beginnings of words, in any of the languages.": ("Сөздердің басы, үш тілдің кез келгенінде.", "Начала слов на любом из языков."),
    "How many suggestions to give.": ("Неше ұсыныс беру керек.", "Сколько подсказок дать."),
    "Read one occupation": ("Бір кәсіп", "Одна профессия"),
    "One group with those above and below it and the skills it needs.": (
        "Бір топ, оның үстіндегі және астындағы топтар, қажет дағдылар.",
        "Одна группа, группы над ней и под ней и нужные навыки.",
    ),
    "List regions": ("Өңірлер тізімі", "Список регионов"),
    "The twenty regions in the order of their codes.": ("Жиырма өңір, кодтары ретімен.", "Двадцать регионов в порядке кодов."),
    "Read one region": ("Бір өңір", "Один регион"),
    "One region.": ("Бір өңір.", "Один регион."),
    "List the districts of a region": ("Өңірдің аудандары", "Районы региона"),
    "Districts and cities of a region in the order of their codes.": (
        "Өңірдің аудандары мен қалалары, кодтары ретімен.",
        "Районы и города региона в порядке кодов.",
    ),
    "List skills": ("Дағдылар тізімі", "Список навыков"),
    "Every skill, or those of an occupation with the essential ones first.": (
        "Барлық дағды немесе бір кәсіптің дағдылары, қажеттілері бірінші.",
        "Все навыки или навыки одной профессии, сначала необходимые.",
    ),
    "Only skills of this unit group.": ("Тек осы бастапқы топтың дағдылары.", "Только навыки этой начальной группы."),
    "Suggest skills": ("Дағдыны теріп жатқанда ұсыну", "Подсказка навыков"),
    "Skills in whose name every typed word begins some word.": (
        "Әр терілген сөз атауындағы бір сөздің басы болатын дағдылар.",
        "Навыки, в названии которых каждое набранное слово начинает какое-то слово.",
    ),
    "Read one skill": ("Бір дағды", "Один навык"),
    "One skill and the occupations that need it.": ("Бір дағды және ол қажет кәсіптер.", "Один навык и профессии, которым он нужен."),
    "List indicators": ("Көрсеткіштер тізімі", "Список показателей"),
    "The catalogue, each indicator with its formula, source and caveat.": (
        "Каталог: әр көрсеткіштің формуласы, дереккөзі мен ескертпесі.",
        "Каталог: у каждого показателя формула, источник и оговорка.",
    ),
    "Read one indicator": ("Бір көрсеткіш", "Один показатель"),
    "One indicator with its formula, source and caveat.": (
        "Бір көрсеткіш, формуласы, дереккөзі мен ескертпесі.",
        "Один показатель с формулой, источником и оговоркой.",
    ),
    "Statistics: releases.": ("Статистика: шығарылымдар", "Статистика: выпуски"),
    "List releases": ("Шығарылымдар тізімі", "Список выпусков"),
    "What is announced with its minute, and what is published.": (
        "Жарияланатыны (минуты көрсетілген) және жарияланғаны.",
        "Что объявлено, с минутой публикации, и что опубликовано.",
    ),
    "Read one release": ("Бір шығарылым", "Один выпуск"),
    "One published release with its tables, as it was frozen. Before its minute it does not exist.": (
        "Бір жарияланған шығарылым, кестелерімен бірге, бекітілген күйінде. Жариялау минутына дейін ол жоқ.",
        "Один опубликованный выпуск с таблицами, как он был зафиксирован. До своей минуты он не существует.",
    ),
    "Where the method is from.": ("Әдістің дереккөзі.", "Откуда метод."),
    "Statistics: forecasts.": ("Статистика: болжамдар", "Статистика: прогнозы"),
    "List forecasts": ("Болжамдар тізімі", "Список прогнозов"),
    "Twelve months ahead, made each month from published figures. Places with too few people have none.": (
        "Алдағы он екі ай; жарияланған деректерден ай сайын жасалады. Адам саны тым аз жерлерге болжам жоқ.",
        "На двенадцать месяцев вперёд, каждый месяц по опубликованным данным. Где людей слишком мало, прогноза нет.",
    ),
    "Codes of indicators; repeat the name. All by default.": (
        "Көрсеткіш кодтары; атауын қайталаңыз. Әдепкіде бәрі.",
        "Коды показателей; повторите имя. По умолчанию все.",
    ),
    "Read a series": ("Көрсеткіш қатары", "Ряд показателя"),
    "Months that are over. Counts from 1 to 4, and those that would give them away, are withheld.": (
        "Аяқталған айлар. 1-ден 4-ке дейінгі сандар және оларды ашып қоятындары жасырылады.",
        "Завершённые месяцы. Числа от 1 до 4 и те, что их выдали бы, скрыты.",
    ),
    "Regions by ISO code, KZ for the country; repeat the name. All by default.": (
        "Өңірлердің ISO кодтары, ел үшін KZ; атауды қайталаңыз. Әдепкіде бәрі.",
        "Коды регионов ISO, KZ – страна; имя повторяется. По умолчанию все.",
    ),
    "First month; by default twelve months before the last.": (
        "Бірінші ай; әдепкіде соңғысынан он екі ай бұрын.",
        "Первый месяц; по умолчанию за двенадцать месяцев до последнего.",
    ),
    "Last month; by default, and at most, the last one that is over.": (
        "Соңғы ай; әдепкіде және ең көбі – соңғы аяқталған ай.",
        "Последний месяц; по умолчанию и самое большее – последний завершённый.",
    ),
    "Search vacancies": ("Бос орын іздеу", "Поиск вакансий"),
    "Published vacancies. What is typed is understood as on the page: occupation, place, pay and hours are read out of the words.": (
        "Жарияланған бос орындар. Терілген мәтін беттегідей түсініледі: кәсіп, жер, жалақы және жұмыс уақыты сөздерден танылады.",
        "Опубликованные вакансии. Набранное понимается как на странице: профессия, место, оплата и график читаются из слов.",
    ),
    "What somebody looking for work would type, in any language.": (
        "Жұмыс іздеген адам теретін сөздер, кез келген тілде.",
        "Что набрал бы тот, кто ищет работу, на любом языке.",
    ),
    "A region, city or district by name.": ("Өңірдің, қаланың немесе ауданның атауы.", "Название региона, города или района."),
    "Districts and cities by KATO code; repeat the name for several.": (
        "Аудандар мен қалалардың КАТО кодтары; бірнешеуі болса, атауды қайталаңыз.",
        "Коды районов и городов по КАТО; для нескольких имя повторяется.",
    ),
    "Regions by ISO 3166-2 code; repeat the name for several.": (
        "Өңірлердің ISO 3166-2 кодтары; бірнешеуі болса, атауды қайталаңыз.",
        "Коды регионов ISO 3166-2; для нескольких имя повторяется.",
    ),
    "Groups of ISCO-08 of any level; repeat the name for several.": (
        "ISCO-08-дің кез келген деңгейдегі топтары; бірнешеуі болса, атауды қайталаңыз.",
        "Группы ISCO-08 любого уровня; для нескольких имя повторяется.",
    ),
    "Kinds of employment; repeat the name for several.": (
        "Жұмыспен қамту түрлері; бірнешеуі болса, атауды қайталаңыз.",
        "Виды занятости; для нескольких имя повторяется.",
    ),
    "Working hours; repeat the name for several.": (
        "Жұмыс уақыты; бірнешеуі болса, атауды қайталаңыз.",
        "График работы; для нескольких имя повторяется.",
    ),
    "Experience asked for; repeat the name for several.": (
        "Талап етілетін тәжірибе; бірнешеуі болса, атауды қайталаңыз.",
        "Требуемый опыт; для нескольких имя повторяется.",
    ),
    "Who brought the vacancy; repeat the name for several.": (
        "Бос орынды кім әкелді; бірнешеуі болса, атауды қайталаңыз.",
        "Кто принёс вакансию; для нескольких имя повторяется.",
    ),
    "Language of the vacancy's text; repeat the name for several.": (
        "Бос орын мәтінінің тілі; бірнешеуі болса, атауды қайталаңыз.",
        "Язык текста вакансии; для нескольких имя повторяется.",
    ),
    "At least this pay, whole tenge a month before tax.": (
        "Жалақы кемінде осынша: айына салықсыз есептелген бүтін теңге.",
        "Оплата не меньше: целые тенге в месяц до вычета налогов.",
    ),
    "Asks for no more than this level (ISCED 2011).": (
        "Бұдан жоғары білім талап етілмейді (ISCED 2011).",
        "Требует образования не выше этого уровня (МСКО 2011).",
    ),
    "Work from home, or not.": ("Үйден жұмыс істеу: иә не жоқ.", "Работа из дома: да или нет."),
    "Posts of the quota for people with disabilities, or not.": (
        "Мүгедектігі бар адамдарға арналған квота орындары: иә не жоқ.",
        "Места по квоте для людей с инвалидностью: да или нет.",
    ),
    "Kilometres around the place.": ("Сол жердің айналасы, шақырым.", "Километров вокруг места."),
    "Published in so many days.": ("Соңғы осынша күнде жарияланған.", "Опубликовано за столько дней."),
    "Id of an employer.": ("Жұмыс берушінің идентификаторы.", "Идентификатор работодателя."),
    "Take the words as they are typed, without correcting them.": (
        "Сөздерді түзетпей, терілгендей қабылдау.",
        "Принять слова как набраны, не исправляя.",
    ),
    "The `key` of something understood that was not meant; repeat the name for several.": (
        "Түсінілген, бірақ айтылмаған нәрсенің key мәні; бірнешеуі болса, атауды қайталаңыз.",
        "Значение key понятого, но не имевшегося в виду; для нескольких имя повторяется.",
    ),
    "By default relevance to the words, else newest. Distance needs place and within.": (
        "Әдепкіде сөздерге сәйкестігі, сөз болмаса – жаңасы. distance үшін place пен within керек.",
        "По умолчанию по соответствию словам, без слов – новые. Для distance нужны place и within.",
    ),
    "Count the values of each filter too.": ("Әр сүзгінің мәндерін де санау.", "Посчитать и значения каждого фильтра."),
    "Read one vacancy": ("Бір бос орын", "Одна вакансия"),
    "One published vacancy; 410 when it was public and is over.": (
        "Бір жарияланған бос орын; жарияланып, жабылған болса – 410.",
        "Одна опубликованная вакансия; 410, если она была открыта и уже закрыта.",
    ),
    "Null on the last page.": ("Соңғы бетте null.", "null на последней странице."),
    "Items on all pages together.": ("Барлық беттегі элемент саны.", "Элементов на всех страницах вместе."),
    "Empty unless facets=true.": ("facets=true болмаса, бос.", "Пусто, если нет facets=true."),
    "Whether the second engine stands in for the first.": ("Екінші іздеу жүйесі біріншісінің орнында ма.", "Заменяет ли второй поиск первый."),
    "A place that is not known, as it was typed.": ("Белгісіз жер, терілген түрінде.", "Неизвестное место, как оно набрано."),
    "Digits after the point that the value carries.": ("Мәннің үтірден кейінгі таңба саны.", "Сколько знаков после запятой у значения."),
    "Whether only staff are shown the figures: then there is no series here.": (
        "Сандары тек қызметкерлерге көрсетіле ме: онда мұнда қатары болмайды.",
        "Открыты ли значения только сотрудникам: тогда ряда здесь нет.",
    ),
    "Months after a period before anything can be said of it.": (
        "Кезең туралы айту үшін одан кейін өтуі тиіс ай саны.",
        "Сколько месяцев должно пройти, чтобы о периоде можно было что-то сказать.",
    ),
    "Whole tenge a month before tax.": ("Айына салық ұсталғанға дейінгі бүтін теңге.", "Целые тенге в месяц до вычета налогов."),
    "withheld: kept back to protect people; too_early: not yet observable; undefined: a share of nothing.": (
        "withheld: адамдарды қорғау үшін жасырылған; too_early: әлі бақыланбайды; undefined: жоқ нәрсенің үлесі.",
        "withheld: скрыто, чтобы защитить людей; too_early: ещё не наблюдаемо; undefined: доля от ничего.",
    ),
    "How many people have applied.": ("Неше адам өтінім берді.", "Сколько людей откликнулись."),
    "ISCED 2011.": ("ISCED 2011 деңгейі.", "Уровень МСКО 2011."),
    "Language of the text.": ("Мәтін тілі.", "Язык текста."),
    "Unit group of ISCO-08.": ("ISCO-08 бастапқы тобы.", "Начальная группа ISCO-08."),
    "Pay as the source wrote it, when that was otherwise.": (
        "Дереккөз басқаша жазса, жалақы сол түрінде.",
        "Оплата, как её написал источник, если иначе.",
    ),
    "Share of applications answered; null below five.": (
        "Жауап берілген өтінімдердің үлесі; бестен аз болса null.",
        "Доля откликов с ответом; null, если их меньше пяти.",
    ),
    "Whether the occupation cannot do without it. Only where an occupation was asked for.": (
        "Мамандық онсыз бола алмай ма. Мамандық көрсетіп сұрағанда ғана болады.",
        "Нельзя ли в профессии без него обойтись. Только если спросили о профессии.",
    ),
    "From the place that was asked for.": ("Сұралған жерден.", "От спрошенного места."),
}
DESCRIPTIONS = {en: Text(kk=kk, ru=ru, en=en) for en, (kk, ru) in (_KK_RU | KK_RU | FEED_KK_RU | STANDARDS_KK_RU).items()}


def described_as(english: str) -> Text | str:
    """The words in three languages; a text that nobody has translated stays English."""
    return DESCRIPTIONS.get(english, english)
