"""What the document says of feed, exchange and webhooks, for readers of its page in Kazakh and Russian."""

FEED_KK_RU = {
    "Feed: what has changed, complete and in order.": ("Ағын: өзгерістер, толық әрі ретімен", "Лента: что изменилось, полностью и по порядку"),
    "Follow changes": ("Өзгерістерді қадағалау", "Следить за изменениями"),
    "What has changed behind the cursor, or since the beginning. 410 when the cursor is older than 90 days: take the snapshot.": (
        "Белгіден кейінгі немесе басынан бергі өзгерістер. Белгі 90 күннен ескі болса 410: толық көшірмені алыңыз.",
        "Что изменилось после отметки или с самого начала. 410, если отметка старше 90 дней: возьмите снимок.",
    ),
    "Take a snapshot": ("Толық көшірме алу", "Взять снимок"),
    "Every published vacancy at one moment, as a stream. The feed goes on from `cursor` of the first line, with nothing missing or double.": (
        "Бір сәттегі барлық жарияланған бос орын. Ағын бірінші жолдағы cursor мәнінен жалғасады: ештеңе қалмайды, қайталанбайды.",
        "Все опубликованные вакансии на один момент, потоком. Лента продолжается с cursor из первой строки: без пропусков и повторов.",
    ),
    "Only these regions by ISO code; repeat the name.": (
        "Тек осы өңірлер, ISO кодтары; атауды қайталаңыз.",
        "Только эти регионы, коды ISO; имя повторяется.",
    ),
    "Only these occupations: groups of ISCO-08 of any level; repeat the name.": (
        "Тек осы кәсіптер: ISCO-08 кез келген деңгейдегі топтары; атауды қайталаңыз.",
        "Только эти профессии: группы МСКЗ (ISCO-08) любого уровня; имя повторяется.",
    ),
    "How many changes to read at once.": ("Бір сұрауда неше өзгеріс беру керек.", "Сколько изменений дать за раз."),
    "The `next_cursor` of the answer before, or the `cursor` of a snapshot asked for in the same way.": (
        "Алдыңғы жауаптың next_cursor мәні немесе дәл сондай сұраумен алынған көшірменің cursor мәні.",
        "Значение next_cursor предыдущего ответа или cursor снимка с тем же отбором.",
    ),
    "published, changed: keep `vacancy` under its id. closed: forget the id, whether or not you know it.": (
        "published, changed: vacancy мәнін id бойынша сақтаңыз. closed: сізде болса да, болмаса да, бұл id-ді өшіріңіз.",
        "published, changed: сохраните vacancy под её id. closed: удалите этот id, даже если его у вас нет.",
    ),
    "Always there: keep it and ask again with it.": (
        "Әрқашан бар: сақтап қойып, келесі сұрауда жіберіңіз.",
        "Есть всегда: сохраните и передайте в следующем запросе.",
    ),
    "Whether more is waiting, so that you may ask again at once.": (
        "Тағы бар ма: болса, бірден қайта сұрауға болады.",
        "Есть ли ещё: тогда можно сразу спросить снова.",
    ),
    "Exchange: the feed in the manner of EURES.": ("Алмасу: EURES үлгісіндегі ағын", "Обмен: лента в формате, как у EURES"),
    "List every reference": ("Барлық нөмірлер", "Все номера"),
    "References of every published vacancy at one moment; changes go on from there.": (
        "Бір сәттегі барлық жарияланған бос орынның нөмірлері; өзгерістер сол жерден жалғасады.",
        "Номера всех опубликованных вакансий на один момент; изменения продолжаются оттуда.",
    ),
    "Ask for changes with it.": ("Өзгерістерді осы мәнмен сұраңыз.", "С этим значением спрашивайте изменения."),
    "List changed references": ("Өзгерген нөмірлер", "Изменившиеся номера"),
    "References of what has changed behind the cursor, or since the beginning.": (
        "Белгіден кейін немесе басынан бері өзгергендердің нөмірлері.",
        "Номера того, что изменилось после отметки или с самого начала.",
    ),
    "Read details": ("Толық мәтіндер", "Подробности"),
    "The text of each vacancy that is open.": ("Ашық тұрған әр бос орынның мәтіні.", "Текст каждой открытой вакансии."),
    "References of vacancies; repeat the name, up to a hundred times.": (
        "Бос орындардың нөмірлері; атауды жүз ретке дейін қайталаңыз.",
        "Номера вакансий; имя повторяется, до ста раз.",
    ),
    "Feed of an agency: what has become of its vacancies.": (
        "Агенттіктің ағыны: бос орындарының жағдайы",
        "Лента агентства: что стало с его вакансиями",
    ),
    "Follow your vacancies": ("Өз бос орындарыңызды қадағалау", "Следить за своими вакансиями"),
    "Every change of the vacancies you brought, whatever their state, with rejection codes and your own ids; without a cursor from the beginning.": (
        "Сіз әкелген бос орындардың барлық өзгерісі, күйі қандай болса да, қабылданбау кодтарымен және өз нөмірлеріңізбен; белгісіз – басынан.",
        "Все изменения ваших вакансий в любом состоянии, с кодами отказа и вашими номерами; без отметки – с начала.",
    ),
    "Webhooks: be told when something happens.": ("Вебхуктар: оқиға туралы хабар алу", "Вебхуки: узнавать о событиях"),
    "List endpoints": ("Мекенжайлар тізімі", "Список адресов"),
    "Your endpoints, oldest first.": ("Мекенжайларыңыз, ескілері бірінші.", "Ваши адреса, сначала старые."),
    "Add an endpoint": ("Мекенжай қосу", "Добавить адрес"),
    "Messages follow Standard Webhooks 1.0. The secret is in this answer only.": (
        "Хабарлар Standard Webhooks 1.0 бойынша жіберіледі. Құпия кілт тек осы жауапта болады.",
        "Сообщения следуют Standard Webhooks 1.0. Секрет есть только в этом ответе.",
    ),
    "It begins with https:// and is open on the internet.": (
        "https:// деп басталады және интернетте ашық болуға тиіс.",
        "Начинается с https:// и открыт в интернете.",
    ),
    "Kinds of events; all when empty.": ("Оқиға түрлері; бос болса – бәрі.", "Виды событий; если пусто – все."),
    "whsec_ and base64, as Standard Webhooks has it.": (
        "whsec_ және base64, Standard Webhooks талабымен.",
        "whsec_ и base64, как в Standard Webhooks.",
    ),
    "Until then the secret before it signs too.": (
        "Осы уақытқа дейін бұрынғы кілтпен де қол қойылады.",
        "До этого времени подписывает и прежний секрет.",
    ),
    "Delete an endpoint": ("Мекенжайды жою", "Удалить адрес"),
    "With its deliveries and their log.": ("Жеткізілімдерімен және журналымен бірге.", "Вместе с доставками и их журналом."),
    "Replace the secret": ("Құпия кілтті ауыстыру", "Заменить секрет"),
    "For a day both secrets sign. The new one is in this answer only.": (
        "Бір тәулік бойы екі кілтпен де қол қойылады. Жаңасы тек осы жауапта болады.",
        "Сутки подписывают оба секрета. Новый есть только в этом ответе.",
    ),
    "Send a test message": ("Сынақ хабарын жіберу", "Отправить пробное сообщение"),
    "A message of the kind webhook.test.": ("webhook.test түріндегі хабар.", "Сообщение вида webhook.test."),
    "List deliveries": ("Жеткізілімдер тізімі", "Список доставок"),
    "Messages of the last 30 days, oldest first, with every attempt.": (
        "Соңғы 30 күннің хабарлары, ескілері бірінші, әр талпынысымен.",
        "Сообщения за 30 дней, сначала старые, с каждой попыткой.",
    ),
    "The webhook-id; the same when it is sent again.": ("webhook-id мәні; қайта жіберілгенде де сол.", "Значение webhook-id; при повторе то же."),
    "Send again": ("Қайта жіберу", "Отправить снова"),
    "One delivery, or all of messages since an instant, under the same webhook-id; all of the last 30 days when neither is named.": (
        "Бір жеткізілім немесе белгілі сәттен бергі хабарлардың бәрі, сол webhook-id-мен; ештеңе аталмаса – соңғы 30 күндікі.",
        "Одна доставка или все сообщения с некоторого момента, с тем же webhook-id; если ничего не указано – все за 30 дней.",
    ),
    "Id of one delivery.": ("Бір жеткізілімнің нөмірі.", "Номер одной доставки."),
    "All messages since this instant.": ("Осы сәттен бергі барлық хабар.", "Все сообщения с этого момента."),
}
