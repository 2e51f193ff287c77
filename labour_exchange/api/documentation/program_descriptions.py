"""What the document says of the part for programs of agencies, for readers of its page in Kazakh and Russian."""

KK_RU = {
    "Saved criteria: searches under names of your own.": ("Сақталған іздеулер: өз атауларыңызбен", "Сохранённые поиски под вашими именами"),
    "List saved criteria": ("Сақталған іздеулер тізімі", "Список сохранённых поисков"),
    "Save criteria under a name": ("Іздеуді атаумен сақтау", "Сохранить поиск под именем"),
    "Read saved criteria": ("Сақталған іздеуді оқу", "Прочитать сохранённый поиск"),
    "Delete saved criteria": ("Сақталған іздеуді өшіру", "Удалить сохранённый поиск"),
    "Find vacancies by saved criteria": ("Сақталған іздеу бойынша бос орындарды табу", "Найти вакансии по сохранённому поиску"),
    "Those of your agency, oldest first.": ("Агенттігіңіздікі, ескісі бірінші.", "Поиски вашего агентства, сначала старые."),
    "The search that the name stands for.": ("Осы атаумен сақталған іздеу.", "Поиск под этим именем."),
    "The name is free again.": ("Атау қайта босайды.", "Имя снова свободно."),
    "As the search of this interface answers the same filters.": (
        "Осы интерфейстің іздеуі дәл сол сүзгілерге беретін жауап.",
        "Ответ тот же, что у поиска этого интерфейса с теми же фильтрами.",
    ),
    "In place of what the name meant before. A filter that is not understood is refused. Names: small letters, digits, dot, dash, underscore.": (
        "Атаудың бұрынғы мәнін алмастырады. Түсініксіз сүзгі қабылданбайды. Атауда: кіші латын әріптері, цифрлар, нүкте, сызықша, астын сызу.",
        "Заменяет прежнее значение имени. Непонятный фильтр отклоняется. Имя: строчные латинские буквы, цифры, точка, дефис, подчёркивание.",
    ),
    "What stands after the question mark in the address of the search page or of this interface's search.": (
        "Іздеу бетінің немесе осы интерфейс іздеуінің мекенжайындағы сұрақ белгісінен кейінгі бөлік.",
        "То, что стоит после вопросительного знака в адресе страницы поиска или поиска этого интерфейса.",
    ),
    "1 when left out.": ("Жазылмаса – 1.", "Если не указано – 1."),
    "1, 3, 6 or 12 for contributions, else 0.": ("Жарналар үшін 1, 3, 6 не 12, әйтпесе 0.", "Для взносов 1, 3, 6 или 12, иначе 0."),
    "A post of the quota for people with disabilities.": (
        "Мүгедектігі бар адамдарға арналған квота орны.",
        "Место по квоте для людей с инвалидностью.",
    ),
    "A token for an hour, by client id and secret, sent by HTTP Basic or in the form.": (
        "Клиент идентификаторы мен құпиясы бойынша бір сағаттық токен; олар HTTP Basic арқылы не формада жіберіледі.",
        "Токен на час по идентификатору и секрету клиента, переданным через HTTP Basic или в форме.",
    ),
    "After that it is all taken off.": ("Содан кейін бәрі алынып тасталады.", "После этого всё снимается."),
    "Answer an application": ("Өтінімге жауап беру", "Ответить на отклик"),
    "Applications to your vacancies: read, answer, offer.": (
        "Сіздің бос орындарыңызға өтінімдер: оқу, жауап беру, жұмыс ұсыну",
        "Отклики на ваши вакансии: читать, отвечать, предлагать",
    ),
    "Ask how many vacancies stand": ("Көп бос орынның күйін сұрау", "Спросить о состоянии многих вакансий"),
    "BIN of an employer that gave you a mandate to post.": (
        "Сізге жариялау өкілеттігін берген жұмыс берушінің БСН-і.",
        "БИН работодателя, который дал вам полномочия публиковать.",
    ),
    "Before tax; true when left out.": ("Салық ұсталғанға дейін; жазылмаса – true.", "До вычета налогов; если не указано – true."),
    "Candidates, invitations, referrals and offers.": (
        "Үміткерлер, шақырулар, жолдамалар және ұсыныстар",
        "Кандидаты, приглашения, направления и предложения",
    ),
    "Codes of /skills.": ("/skills кодтары.", "Коды из /skills."),
    "Created, updated or unchanged, under your own id; one that was taken off comes back. With If-Match only when nobody has changed it since.": (
        "Өз идентификаторыңызбен құрылады, жаңарады не өзгеріссіз қалады; алынып тасталғаны қайта ашылады. "
        "If-Match болса, содан бері ешкім өзгертпесе ғана.",
        "Создаётся, обновляется или остаётся без изменений под вашим идентификатором; снятая возвращается. "
        "С If-Match – только если с тех пор никто её не менял.",
    ),
    "Find candidates for a vacancy": ("Бос орынға үміткер іздеу", "Найти кандидатов на вакансию"),
    "First working day, at most 90 days ago and 30 ahead.": (
        "Бірінші жұмыс күні: ең көбі 90 күн бұрын, 30 күн кейін.",
        "Первый рабочий день: не раньше 90 дней назад и не позже 30 дней вперёд.",
    ),
    "First working day.": ("Бірінші жұмыс күні.", "Первый рабочий день."),
    "From application to first answer; null without answers.": (
        "Өтінімнен бірінші жауапқа дейін; жауап болмаса – null.",
        "От отклика до первого ответа; без ответов null.",
    ),
    "Get a token": ("Токен алу", "Получить токен"),
    "How many candidates to give.": ("Неше үміткер беру керек.", "Сколько кандидатов дать."),
    "How many of these came from search results.": ("Соның нешеуі іздеу нәтижесінен келді.", "Сколько из них пришло из поиска."),
    "How often its page was read.": ("Беті неше рет оқылды.", "Сколько раз читали её страницу."),
    "ISO 3166-2.": ("ISO 3166-2 коды.", "Код ISO 3166-2."),
    "Id of a profile that is open to employers.": (
        "Жұмыс берушілерге ашық профильдің идентификаторы.",
        "Идентификатор профиля, открытого работодателям.",
    ),
    "Id of one of your vacancies.": ("Сіздің бір бос орныңыздың идентификаторы.", "Идентификатор одной из ваших вакансий."),
    "Id of the profile.": ("Профиль идентификаторы.", "Идентификатор профиля."),
    "In the order in which they were first sent, with state, rejection and remedy.": (
        "Алғаш жіберілген ретімен, күйі, қабылданбау себебі және не істеу керегі көрсетіледі.",
        "В порядке первой отправки, с состоянием, причиной отказа и тем, что делать.",
    ),
    "Invite a candidate": ("Үміткерді шақыру", "Пригласить кандидата"),
    "Its state, the code and words of a rejection and the remedy. The ETag is what If-Match wants.": (
        "Күйі, қабылданбау коды мен себебі және не істеу керегі. ETag мәні If-Match үшін керек.",
        "Состояние, код и причина отказа и что делать. ETag нужен для If-Match.",
    ),
    "KATO code, in the region.": ("Сол өңірдегі КАТО коды.", "Код КАТО в этом регионе."),
    "KZT when left out.": ("Жазылмаса – KZT.", "Если не указано – KZT."),
    "Last day to answer, not after the first working day.": (
        "Жауап берудің соңғы күні, бірінші жұмыс күнінен кеш емес.",
        "Последний день для ответа, не позже первого рабочего дня.",
    ),
    "Last day, at most 180 days ahead, which it is when left out.": (
        "Соңғы күні, ең көбі 180 күннен кейін; жазылмаса – дәл сол күн.",
        "Последний день, не позже чем через 180 дней; если не указан – именно тогда.",
    ),
    "Last working day; needed with ended.": ("Соңғы жұмыс күні; ended үшін керек.", "Последний рабочий день; нужен для ended."),
    "Let an invented person apply": ("Ойдан шығарылған адам өтінім берсін", "Пусть вымышленный человек откликнется"),
    "Let an invented person say yes": ("Ойдан шығарылған адам келіссін", "Пусть вымышленный человек согласится"),
    "List applications": ("Өтінімдер тізімі", "Список откликов"),
    "List invitations": ("Шақырулар тізімі", "Список приглашений"),
    "List offers": ("Жұмыс ұсыныстарының тізімі", "Список предложений"),
    "List placements": ("Жұмысқа орналасу тізімі", "Список трудоустройств"),
    "List referrals": ("Жолдамалар тізімі", "Список направлений"),
    "List the vacancies you sent": ("Жіберген бос орындарыңыз", "Список отправленных вами вакансий"),
    "Many vacancies at once, as a stream of lines.": ("Бірден көп бос орын, жолдар ағынымен", "Много вакансий сразу, потоком строк"),
    "Needed with ended.": ("ended үшін керек.", "Нужно для ended."),
    "Of people who started through your vacancies and referrals, oldest first, without names.": (
        "Сіздің бос орындарыңыз бен жолдамаларыңыз арқылы орналасқандар, ескісі бірінші, аты-жөнінсіз.",
        "Тех, кто начал работать через ваши вакансии и направления, сначала старые, без имён.",
    ),
    "Offer the post": ("Жұмыс ұсыну", "Предложить место"),
    "Offer the post to somebody who accepted": ("Шақыруды қабылдағанға жұмыс ұсыну", "Предложить место принявшему приглашение"),
    "Offer the post to somebody who was referred": ("Жолдамамен келгенге жұмыс ұсыну", "Предложить место направленному"),
    "Offers on your vacancies, oldest first.": (
        "Бос орындарыңыз бойынша ұсыныстар, ескісі бірінші.",
        "Предложения по вашим вакансиям, сначала старые.",
    ),
    "On a referral that is open.": ("Ашық жолдама бойынша.", "По открытому направлению."),
    "On an accepted invitation.": ("Қабылданған шақыру бойынша.", "По принятому приглашению."),
    "One JSON object a line (NDJSON): the fields of a vacancy with external_id; is_closed takes off. A bad line is answered and stops nothing. "
    "Under an Idempotency-Key a stream that was cut off is sent again and answered as before.": (
        "Әр жолда бір JSON нысаны (NDJSON): бос орынның өрістері және external_id; is_closed алып тастайды. Қате "
        "жолға жауап беріледі, қалғаны тоқтамайды. "
        "Үзілген ағын сол Idempotency-Key арқылы қайта жіберілсе, жауап бұрынғыдай болады.",
        "Один объект JSON в строке (NDJSON): поля вакансии с external_id; is_closed снимает. На плохую строку даётся "
        "ответ, остальные не останавливаются. "
        "Прерванный поток с тем же Idempotency-Key отправляют снова и получают прежние ответы.",
    ),
    "Only in this state.": ("Тек осы күйдегілер.", "Только в этом состоянии."),
    "Only of this source.": ("Тек осы дереккөздікі.", "Только из этого источника."),
    "Only of this vacancy, by its id here.": (
        "Тек осы бос орындікі, біздегі идентификаторы бойынша.",
        "Только этой вакансии, по её идентификатору здесь.",
    ),
    "Open a sandbox": ("Сынақ алаңын ашу", "Открыть песочницу"),
    "Pause a vacancy or open it again": ("Бос орынды тоқтата тұру не қайта ашу", "Приостановить вакансию или открыть снова"),
    "People whom an office or your agency sent to your vacancies, oldest first.": (
        "Бөлімше не агенттігіңіз бос орындарыңызға жіберген адамдар, ескісі бірінші.",
        "Люди, которых отделение или ваше агентство направило на ваши вакансии, сначала старые.",
    ),
    "Place as text; looked up when no codes are given.": (
        "Жер мәтінмен; код берілмесе, анықтамалықтан ізделеді.",
        "Место текстом; ищется в справочнике, если нет кодов.",
    ),
    "Placements you brought, and how well they are proven.": (
        "Сіз орналастырған адамдар және оның дәлелдері",
        "Ваши трудоустройства и чем они подтверждены",
    ),
    "Profiles whose owners let employers read them, best first, without names; while the employer's mandate lets you answer.": (
        "Иелері жұмыс берушілерге ашқан профильдер, ең лайықтысы бірінші, аты-жөнінсіз; жұмыс берушінің жауап беру өкілеттігі күшінде болғанда.",
        "Профили, открытые работодателям, сначала самые подходящие, без имён; пока полномочия работодателя позволяют отвечать.",
    ),
    "Read a placement": ("Бір жұмысқа орналасу", "Одно трудоустройство"),
    "Read a vacancy you sent": ("Жіберген бір бос орын", "Одна отправленная вакансия"),
    "Read an application": ("Бір өтінім", "Один отклик"),
    "Read what came of a vacancy": ("Бос орынның нәтижесі", "Что вышло из вакансии"),
    "Refuse a referral": ("Жолдамадан бас тарту", "Отказать по направлению"),
    "Report a placement": ("Жұмысқа орналасуды мәлімдеу", "Сообщить о трудоустройстве"),
    "Sandbox: try everything with an invented agency.": (
        "Сынақ алаңы: бәрін ойдан шығарылған агенттікпен байқап көру",
        "Песочница: попробовать всё с вымышленным агентством",
    ),
    "Say what became of a placement": ("Жұмысқа орналасу немен біткенін айту", "Сообщить, что стало с трудоустройством"),
    "Send a vacancy": ("Бос орын жіберу", "Отправить вакансию"),
    "Send many vacancies": ("Көп бос орын жіберу", "Отправить много вакансий"),
    "Shown to those who applied.": ("Өтінім бергендерге көрсетіледі.", "Показывается откликнувшимся."),
    "Somebody who applied, accepted or was referred has started; it takes a post, and the person is asked to confirm.": (
        "Өтінім берген, шақыруды қабылдаған не жолдамамен келген адам жұмысқа кірісті; бір орын толады, адамнан растау сұралады.",
        "Откликнувшийся, принявший приглашение или направленный начал работать; место занято, человека просят подтвердить.",
    ),
    "Take a vacancy off": ("Бос орынды алып тастау", "Снять вакансию"),
    "Take an invitation back": ("Шақыруды қайтарып алу", "Отозвать приглашение"),
    "Take an offer back": ("Ұсынысты қайтарып алу", "Отозвать предложение"),
    "The ETag of the version you decided on.": ("Шешім қабылдаған нұсқаңыздың ETag мәні.", "ETag той версии, по которой вы решали."),
    "The person answers by the day you name; accepting takes the post and opens the placement.": (
        "Адам сіз атаған күнге дейін жауап береді; келіссе, орын толады және жұмысқа орналасу жазылады.",
        "Человек отвечает до названного вами дня; согласие занимает место и открывает трудоустройство.",
    ),
    "The person reads it.": ("Оны адам оқиды.", "Это прочитает человек."),
    "They have 14 days to answer; name and phone come with their yes.": (
        "Жауапқа 14 күн беріледі; аты-жөні мен телефоны келіскенде көрінеді.",
        "На ответ 14 дней; имя и телефон приходят вместе с согласием.",
    ),
    "To an offer, which opens the placement, or to a placement that was declared, which confirms it.": (
        "Ұсынысқа келіссе, жұмысқа орналасу жазылады; мәлімделген орналасуға келіссе, ол расталады.",
        "На предложение – и трудоустройство открыто, или на заявленное трудоустройство – и оно подтверждено.",
    ),
    "To one of your vacancies; only programs of a sandbox have this.": (
        "Сіздің бір бос орныңызға; тек сынақ алаңының бағдарламаларына ашық.",
        "На одну из ваших вакансий; только для программ песочницы.",
    ),
    "To vacancies you sent, while the employer's mandate lets you answer; oldest first, with what the person shared.": (
        "Сіз жіберген бос орындарға, жұмыс берушінің жауап беру өкілеттігі күшінде болғанда; ескісі бірінші, адам бөліскен деректермен.",
        "На отправленные вами вакансии, пока полномочия работодателя позволяют отвечать; сначала старые, с тем, чем человек поделился.",
    ),
    "To your vacancies, oldest first; the person is named when the invitation is accepted.": (
        "Сіздің бос орындарыңызға, ескісі бірінші; адамның аты шақыру қабылданғанда көрінеді.",
        "На ваши вакансии, сначала старые; имя видно, когда приглашение принято.",
    ),
    "Tokens: OAuth 2 client credentials.": ("Токендер: OAuth 2 клиент деректері бойынша", "Токены: OAuth 2 по данным клиента"),
    "Up to 1,000 ids of one source, answered in their order; nothing is changed.": (
        "Бір дереккөздің 1 000-ға дейін идентификаторы, жауабы сол ретпен; ештеңе өзгермейді.",
        "До 1 000 идентификаторов одного источника, ответ в том же порядке; ничего не меняется.",
    ),
    "Up to 1,000.": ("Ең көбі 1 000.", "До 1 000."),
    "Vacancies of an agency: send, follow, take off.": (
        "Агенттіктің бос орындары: жіберу, қадағалау, алып тастау",
        "Вакансии агентства: отправлять, следить, снимать",
    ),
    "Views, clicks from search results, applications and the median time to an answer.": (
        "Көрілім, іздеуден келгендер, өтінімдер және жауап уақытының медианасы.",
        "Просмотры, переходы из поиска, отклики и медиана времени до ответа.",
    ),
    "What the invented agency is called.": ("Ойдан шығарылған агенттіктің атауы.", "Как называется вымышленное агентство."),
    "What the job is called.": ("Лауазым атауы.", "Название должности."),
    "What the officer wrote.": ("Маман жазған сөз.", "Что написал специалист."),
    "What the person reads.": ("Адам оқитын мәтін.", "Что прочитает человек."),
    "What the person shared with the employer, and how it stands.": (
        "Адам жұмыс берушімен бөліскен деректер және өтінімнің күйі.",
        "Чем человек поделился с работодателем и как обстоит дело.",
    ),
    "What the person will do; at least 20 letters.": ("Қызметкер не істейді; кемінде 20 таңба.", "Что будет делать работник; не меньше 20 знаков."),
    "What to do so that it is public again; null while it is.": (
        "Қайта жариялануы үшін не істеу керек; жарияланып тұрса – null.",
        "Что сделать, чтобы она снова была открыта; null, пока открыта.",
    ),
    "When an office has read it.": ("Бөлімше қашан тексергені.", "Когда её прочитало отделение."),
    "When and where, or why not; the person reads it. Needed for interview and decline.": (
        "Қашан және қайда не неге бас тартылды; адам оқиды. interview мен decline үшін керек.",
        "Когда и где или почему нет; человек это прочитает. Нужно для interview и decline.",
    ),
    "While it is not answered, with a reason that the person reads.": (
        "Жауап берілгенше, адам оқитын себебімен.",
        "Пока нет ответа, с причиной, которую прочитает человек.",
    ),
    "While it is not answered.": ("Жауап берілгенше.", "Пока нет ответа."),
    "Whole tenge a month before tax; as in the vacancy when left out.": (
        "Айына салық ұсталғанға дейінгі бүтін теңге; жазылмаса, бос орындағыдай.",
        "Целые тенге в месяц до вычета налогов; если не указано – как в вакансии.",
    ),
    "With a reason that the person and the office read.": (
        "Адам да, бөлімше де оқитын себебімен.",
        "С причиной, которую прочитают человек и отделение.",
    ),
    "With every piece of evidence: what was declared, confirmed, seen in registers.": (
        "Барлық дәлелімен: мәлімделгені, расталғаны, тіркелімдерде көрінгені.",
        "Со всеми подтверждениями: что заявлено, подтверждено, видно в реестрах.",
    ),
    "Withdraw it; its applications are closed and told. Doing it again changes nothing. Send the id again and it is back.": (
        "Алынып тасталады; өтінімдері жабылып, адамдарға хабарланады. Қайталасаңыз, ештеңе өзгермейді. Сол "
        "идентификаторды қайта жіберсеңіз, ол қайта ашылады.",
        "Снимается; отклики закрываются, людям сообщают. Повтор ничего не меняет. Отправьте идентификатор снова – и она вернётся.",
    ),
    "Without a key: an invented agency with a licence, two employers that gave it every mandate, and a client id with its secret, for a week.": (
        "Кілтсіз: лицензиясы бар ойдан шығарылған агенттік, оған барлық өкілеттік берген екі жұмыс беруші, клиент "
        "идентификаторы мен құпиясы – бір аптаға.",
        "Без ключа: вымышленное агентство с лицензией, два работодателя со всеми полномочиями и идентификатор клиента с секретом – на неделю.",
    ),
    "Your own category; helps to find the occupation.": ("Өз санатыңыз; кәсіпті табуға көмектеседі.", "Ваша категория; помогает найти профессию."),
    "Your own name for this act: sent again within 24 hours, it is answered as before and done once.": (
        "Осы әрекетке өзіңіз берген атау: 24 сағат ішінде қайта жіберілсе, жауап бұрынғыдай болып, әрекет бір-ақ рет орындалады.",
        "Ваше имя этого действия: отправленное снова за 24 часа получает прежний ответ и выполняется один раз.",
    ),
    "Your own name for where they come from.": (
        "Дереккөзге өзіңіз берген атау.",
        "Ваше имя источника.",
    ),
    "confirmed: what the person declared is so. ended: the last day, and why.": (
        "confirmed: адам мәлімдегені рас. ended: соңғы күні және себебі.",
        "confirmed: заявленное человеком верно. ended: последний день и причина.",
    ),
    "invalid_client, invalid_request, unsupported_grant_type": (
        "invalid_client, invalid_request не unsupported_grant_type",
        "invalid_client, invalid_request или unsupported_grant_type",
    ),
    "month when left out.": ("Жазылмаса – month.", "Если не указано – month."),
    "seen tells nobody; interview needs a note that says when and where; decline needs the reason, which the person reads.": (
        "seen ешкімге хабарламайды; interview үшін қашан және қайда екенін, decline үшін адам оқитын себебін жазыңыз.",
        "seen никому не сообщает; для interview нужно время и место, для decline – причина, которую прочитает человек.",
    ),
    "suspended hides it, published shows it again. Needs If-Match: its employer may have changed it meanwhile.": (
        "suspended жасырады, published қайта көрсетеді. If-Match керек: осы арада жұмыс беруші өзгерткен болуы мүмкін.",
        "suspended скрывает, published снова показывает. Нужен If-Match: работодатель мог её изменить.",
    ),
}
