"""What the programme will not do, and what to do about it."""

from labour_exchange.foundation.texts import Message, Text


def _message(code: str, kk: str, ru: str, en: str) -> Message:
    return Message(code, Text(kk=kk, ru=ru, en=en))


RULES_WRONG = _message(
    "rules_wrong",
    "Шарттарды тізімнен құраңыз және әр мәнін толтырыңыз.",
    "Составьте условия из списка и заполните каждое значение.",
    "Compose the rules from the list and fill in every value.",
)
MONTHS_WRONG = _message(
    "months_wrong",
    "Ұзақтығын 1 мен {most} ай аралығында жазыңыз.",
    "Укажите продолжительность от 1 до {most} месяцев.",
    "Give a duration between 1 and {most} months.",
)
AMOUNT_WRONG = _message(
    "amount_wrong",
    "Соманы теңгемен, нөлден кем емес етіп жазыңыз.",
    "Укажите сумму в тенге, не меньше нуля.",
    "Give an amount in tenge, not below zero.",
)
RATES_WRONG = _message(
    "rates_wrong",
    "Мөлшерлемелер өспеуі, 100 пайыздан аспауы және ұзақтығына сыюы керек.",
    "Ставки не должны расти, превышать 100 процентов и выходить за продолжительность.",
    "Rates must not rise, exceed 100 per cent or outlast the measure.",
)
DOCUMENTS_WRONG = _message("documents_wrong", "Құжаттарды тізімнен таңдаңыз.", "Выберите документы из списка.", "Choose the documents from the list.")
DETAILS_WRONG = _message(
    "details_wrong",
    "Шара түрінің талаптарын толтырыңыз: пайыз бен жеңілдік кезеңі немесе қабылдайтын өңірлер мен шектер.",
    "Заполните условия этого вида меры: процент и льготный период либо принимающие регионы и предельные суммы.",
    "Fill in what this kind of measure needs: interest and grace, or receiving regions and limits.",
)
VALID_FROM_WRONG = _message(
    "valid_from_wrong",
    "Жаңа нұсқа алдыңғысынан кейін күшіне енуі керек.",
    "Новая версия должна вступить в силу после прежней.",
    "A new version must come into force after the one before.",
)
CODE_TAKEN = _message("code_taken", "Мұндай коды бар шара бар.", "Мера с таким кодом уже есть.", "There is a measure with this code already.")
CODE_WRONG = _message(
    "code_wrong",
    "Кодты кіші латын әріптерімен, цифрмен және сызықшамен жазыңыз.",
    "Напишите код строчными латинскими буквами, цифрами и дефисами.",
    "Write the code in small Latin letters, digits and hyphens.",
)
NAME_MISSING = _message("name_missing", "Атауын үш тілде жазыңыз.", "Напишите название на трёх языках.", "Write the name in three languages.")
REASON_MISSING = _message("reason_missing", "Себебін жазыңыз.", "Напишите причину.", "Give the reason.")
MEASURE_CLOSED = _message(
    "measure_closed",
    "Бұл шараға қазір өтініш қабылданбайды.",
    "Заявления на эту меру сейчас не принимаются.",
    "Applications for this measure are not taken now.",
)
ALREADY_ENROLLED = _message(
    "already_enrolled",
    "Бұл адамның осы шара бойынша ашық өтініші бар.",
    "У человека уже есть открытое заявление на эту меру.",
    "The person has an open application for this measure already.",
)
SAME_PERSON = _message(
    "same_person",
    "Дайындаған адам өзі бекіте алмайды: басқа қызметкер шешеді.",
    "Кто подготовил, тот не утверждает: решает другой сотрудник.",
    "Whoever prepared it does not approve it: somebody else decides.",
)
NO_ALLOCATION = _message(
    "no_allocation",
    "Бұл өңірде осы кезеңге бөлінген орын мен қаражат жоқ.",
    "В этом регионе на этот период не выделены места и деньги.",
    "No places and money are allocated in this region for this period.",
)
ALLOCATION_SPENT = _message(
    "allocation_spent",
    "Бөлінген орын немесе қаражат жетпейді. Басқа кезеңді таңдаңыз немесе қайта бөлуді сұраңыз.",
    "Выделенных мест или денег не хватает. Выберите другой период или попросите о перераспределении.",
    "The places or the money allocated do not suffice. Choose another period or ask for a reallocation.",
)
DATES_WRONG = _message(
    "dates_wrong",
    "Аяқталу күні басталғаннан кейін және {most} айдан аспауы керек.",
    "Окончание должно быть после начала и не позже чем через {most} месяцев.",
    "It must end after it begins, and at most {most} months later.",
)
AMOUNT_TOO_HIGH = _message(
    "amount_too_high",
    "Бір қатысушыға ең көбі {most} ₸ беріледі.",
    "На одного участника — не больше {most} ₸.",
    "At most {most} ₸ for one participant.",
)
NOT_BEGUN = _message("not_begun", "Әлі басталған жоқ.", "Ещё не началось.", "It has not begun yet.")
ENDED_WRONG = _message(
    "ended_wrong",
    "Аяқталған күн басталған күннен бүгінге дейін болуы керек.",
    "День окончания — от дня начала до сегодняшнего.",
    "The last day is between the first day and today.",
)
PAYMENT_TOO_HIGH = _message(
    "payment_too_high",
    "Төлем қалған міндеттемеден аспауы керек: {left} ₸.",
    "Выплата не может превышать остаток обязательства: {left} ₸.",
    "The payment must not exceed what is left of the commitment: {left} ₸.",
)
PAYMENT_CANCELLED = _message(
    "payment_cancelled",
    "Тексеру шешімімен бұл айдың субсидиясы негізсіз деп танылды, сондықтан төлем жойылды. Шешім тексеру бетінде.",
    "По решению проверки субсидия за этот месяц признана необоснованной, выплата отменена. Решение смотрите на странице проверки.",
    "An inspection decided that the subsidy of this month had no grounds, so the payment is cancelled. See the decision on the inspection's page.",
)
RETURN_TOO_HIGH = _message(
    "return_too_high",
    "Қайтарылған сома төленгеннен аспауы керек. Осы төлемдер бойынша қайтарылмағаны: {left} ₸.",
    "Возвращено не может быть больше, чем выплачено. По этим выплатам ещё не возвращено: {left} ₸.",
    "No more can come back than was paid. Of these payments there is still outstanding: {left} ₸.",
)
PAYMENT_KNOWN = _message(
    "payment_known",
    "Бұл ай үшін төлем бұрын дайындалған.",
    "Выплата за этот месяц уже подготовлена.",
    "A payment for this month is prepared already.",
)
PLACEMENT_OF_ANOTHER = _message(
    "placement_of_another",
    "Бұл адамның жұмысқа орналасуын таңдаңыз.",
    "Выберите трудоустройство этого человека.",
    "Choose a placement of this person.",
)
ALLOCATION_KNOWN = _message(
    "allocation_known",
    "Бұл өңірде осы кезеңге бөлініп қойған.",
    "Для этого региона и периода уже выделено.",
    "This region has an allocation for this period already.",
)
REALLOCATION_WRONG = _message(
    "reallocation_wrong",
    "Бір шараның екі өңірін таңдап, орын не сома жазыңыз.",
    "Выберите два региона одной меры и укажите места или сумму.",
    "Choose two regions of one measure, and places or an amount.",
)
STILL_OPEN = _message("still_open", "Шара әлі аяқталған жоқ.", "Мера ещё не завершена.", "The measure has not ended yet.")
ALREADY_PAID = _message(
    "already_paid",
    "Бұл шара бойынша ақша төленген: одан бас тартылмайды, ол аяқталады.",
    "По этой мере деньги уже выплачены: от неё не отказываются, её завершают.",
    "Money was paid for this measure: it is not withdrawn any more, it is ended.",
)
PERIOD_WRONG = _message(
    "period_wrong",
    "Соңғы күн алғашқы күннен кейін болуы керек.",
    "Последний день должен быть после первого.",
    "The last day must be after the first.",
)
PLAN_EMPTY = _message("plan_empty", "Орын санын немесе соманы жазыңыз.", "Укажите число мест или сумму.", "Give a number of places or an amount.")
REGION_WRONG = _message("region_unknown", "Өңірді тізімнен таңдаңыз.", "Выберите регион из списка.", "Choose the region from the list.")
MONTH_WRONG = _message(
    "month_wrong",
    "Шара жүріп жатқан, аяқталып қойған айды таңдаңыз.",
    "Выберите прошедший месяц, в котором шла мера.",
    "Choose a past month in which the measure ran.",
)
NOT_SIGNED = _message(
    "not_signed",
    "Келісімге адам, жұмыс беруші және бөлімше қол қоюы керек.",
    "Соглашение должны подписать человек, работодатель и отделение.",
    "The person, the employer and the office have to sign the agreement first.",
)
NO_SEAT = _message("no_seat", "Алдымен курстан орын беріңіз.", "Сначала дайте место на курсе.", "Give a seat on a course first.")
EMPLOYER_UNVERIFIED = _message(
    "employer_unverified",
    "Алдымен бөлімше ұйымыңызды тексеруі керек.",
    "Сначала отделение должно проверить вашу организацию.",
    "An office has to check your organisation first.",
)
TITLE_MISSING = _message("title_missing", "Жұмыстың атауын жазыңыз.", "Напишите название работы.", "Write the name of the job.")
POSTS_WRONG = _message("posts_wrong", "Орын саны бірден кем болмайды.", "Мест должно быть не меньше одного.", "Give at least one job.")
PAY_WRONG = _message("pay_wrong", "Айлық жалақыны теңгемен жазыңыз.", "Укажите зарплату в месяц в тенге.", "Give the monthly pay in tenge.")
POST_NOT_OPEN = _message(
    "post_not_open",
    "Осы шара бойынша қабылданған жұмыс орнын таңдаңыз.",
    "Выберите принятое рабочее место этой меры.",
    "Choose an accepted job of this measure.",
)
POSTS_FILLED = _message("posts_filled", "Бұл жұмыс орындары толды.", "Эти рабочие места заняты.", "These jobs are filled.")
DAYS_WRONG = _message(
    "days_wrong",
    "Жұмыс істеген күндер осы айдың және шараның ішінде болуы керек.",
    "Отработанные дни должны быть в пределах этого месяца и меры.",
    "The days worked must lie within this month and the measure.",
)
CLAIM_KNOWN = _message("claim_known", "Бұл айға өтінім берілген.", "Заявка за этот месяц уже подана.", "This month is claimed already.")
REFERENCE_MISSING = _message(
    "reference_missing", "Жарна түбіртегінің нөмірін жазыңыз.", "Укажите номер подтверждения взноса.", "Give the reference of the contribution."
)
NO_CONTRIBUTION = _message(
    "no_contribution",
    "Бұл айда зейнетақы жарнасы түспеген: субсидия төленбейді.",
    "За этот месяц нет пенсионного взноса: субсидия не выплачивается.",
    "No pension contribution was seen for this month: the subsidy is not paid.",
)
COURSE_WRONG = _message(
    "course_wrong", "Осы шараның өңірдегі курсын таңдаңыз.", "Выберите курс этой меры в регионе.", "Choose a course of this measure in the region."
)
COURSE_BEGUN = _message("course_begun", "Курс басталып кетті.", "Курс уже начался.", "The course has begun.")
HOURS_WRONG = _message(
    "hours_wrong",
    "Қатысқан сағат өткізілген сағаттан аспауы керек.",
    "Посещённых часов не больше проведённых.",
    "Hours attended cannot exceed hours taught.",
)
WEEK_WRONG = _message(
    "week_wrong", "Курс жүрген аптаның дүйсенбісін таңдаңыз.", "Выберите понедельник недели курса.", "Choose the Monday of a week of the course."
)
ATTENDANCE_LOW = _message(
    "attendance_low",
    "Сағаттардың кемінде 75 пайызына қатысу керек.",
    "Нужно посетить не меньше 75 процентов часов.",
    "At least 75 per cent of the hours have to be attended.",
)
CERTIFICATE_MISSING = _message(
    "certificate_missing", "Куәліктің нөмірін жазыңыз.", "Укажите номер свидетельства.", "Give the number of the certificate."
)
PROVIDER_WRONG = _message(
    "provider_wrong", "Оқу орнының атауы мен БСН-ін жазыңыз.", "Укажите название и БИН учебного заведения.", "Give the provider's name and BIN."
)
SEATS_WRONG = _message("seats_wrong", "Орын саны бірден кем болмайды.", "Мест должно быть не меньше одного.", "Give at least one seat.")
