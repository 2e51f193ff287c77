"""What single measures will not do (businesses, moves, projects, checks), and what to do about it."""

from labour_exchange.foundation.texts import Message, Text


def _message(code: str, kk: str, ru: str, en: str) -> Message:
    return Message(code, Text(kk=kk, ru=ru, en=en))


PURPOSE_WRONG = _message(
    "purpose_wrong",
    "Қандай іс ашатыныңызды жазыңыз, ең көбі {most} таңба.",
    "Напишите, какое дело вы открываете, не больше {most} знаков.",
    "Say what business you open, in at most {most} characters.",
)
ASKED_WRONG = _message(
    "asked_wrong",
    "1 ₸ мен {most} ₸ аралығындағы соманы жазыңыз.",
    "Укажите сумму от 1 ₸ до {most} ₸.",
    "Give an amount between 1 ₸ and {most} ₸.",
)
JOBS_WRONG = _message(
    "jobs_wrong",
    "Кемінде бір жұмыс орнын жазыңыз: өзіңіздің орныңыз да саналады.",
    "Укажите хотя бы одно рабочее место: ваше собственное тоже считается.",
    "Give at least one job: your own counts too.",
)
NO_BUSINESS_PLAN = _message(
    "no_business_plan",
    "Алдымен адамның бизнес-жоспары жазылуы керек.",
    "Сначала нужен бизнес-план человека.",
    "The person's business plan has to be written first.",
)
PAYMENT_KIND_WRONG = _message(
    "payment_kind_wrong",
    "Бұл шара бойынша мұндай төлем жасалмайды.",
    "По этой мере такая выплата не делается.",
    "This measure does not pay for that.",
)
BUSINESS_NOT_RUNNING = _message(
    "business_not_running",
    "Бұл ақша іс басталғаннан кейін және ол жүріп тұрғанда ғана төленеді. Алдымен басталғанын белгілеңіз.",
    "Эти деньги выплачиваются, когда дело начато и идёт. Сначала отметьте, что оно началось.",
    "This money is paid once the business has begun and while it runs. Note first that it has begun.",
)
CREDIT_UNKNOWN = _message(
    "credit_unknown",
    "Өңірде мұндай нөмірлі шағын кредит жоқ.",
    "В регионе нет микрокредита с таким номером.",
    "The region has no microcredit with this number.",
)
REFERENCE_KNOWN = _message(
    "reference_known",
    "Бұл нөмірмен басқа төлем жазылған: банктен нақтылаңыз.",
    "С этим номером записан другой платёж: уточните в банке.",
    "Another payment has this reference: ask the bank.",
)
REPAID_ON_WRONG = _message(
    "repaid_on_wrong",
    "Күні кредит берілген күннен бүгінге дейін болуы керек.",
    "День — от выдачи кредита до сегодняшнего.",
    "The day lies between the day the credit was paid and today.",
)
REPAYMENT_WRONG = _message(
    "repayment_wrong",
    "Сома нөлден көп, қалған қарыздан аспауы керек.",
    "Сумма должна быть больше нуля и не больше остатка долга.",
    "The amount must be above zero and not above what is owed.",
)
BANK_LINE_WRONG = _message(
    "bank_line_wrong",
    "{line}-жол: кредит нөмірі; күні (жжжж-аа-кк); сома; банк нөмірі деп жазыңыз.",
    "Строка {line}: напишите номер кредита; день (гггг-мм-дд); сумму; номер платежа.",
    "Line {line}: write the credit's number; the day (yyyy-mm-dd); the amount; the bank's reference.",
)
CHECK_EARLY = _message("check_early", "Тексеру күні әлі келген жоқ.", "Срок проверки ещё не наступил.", "The check is not due yet.")
CHECK_DONE = _message("check_done", "Бұл тексеру жазылып қойған.", "Эта проверка уже записана.", "This check is recorded already.")
EVIDENCE_MISSING = _message(
    "evidence_missing",
    "Нәтижені немен растағаныңызды жазыңыз.",
    "Напишите, чем подтверждён результат.",
    "Say what shows the result.",
)
JOBS_COUNT_WRONG = _message(
    "jobs_count_wrong",
    "Жұмыс орындарының санын жазыңыз, нөлден кем емес.",
    "Укажите число рабочих мест, не меньше нуля.",
    "Give the number of jobs, not below zero.",
)
RECEIVING_WRONG = _message(
    "receiving_wrong",
    "Осы шара бойынша отбасыларды қабылдайтын өңірді таңдаңыз.",
    "Выберите регион, который принимает семьи по этой мере.",
    "Choose a region that receives households under this measure.",
)
MEMBERS_WRONG = _message(
    "members_wrong", "Отбасы мүшелерінің саны: 1–{most}.", "Членов семьи может быть от 1 до {most}.", "A household has between 1 and {most} members."
)
CHILDREN_WRONG = _message(
    "children_wrong",
    "Балалар саны отбасы мүшелерінен аз болуы керек.",
    "Детей должно быть меньше, чем членов семьи.",
    "There must be fewer children than members.",
)
AMOUNT_TOO_HIGH_FOR_HOUSEHOLD = _message(
    "too_high_for_household",
    "Бұл отбасыға ең көбі {most} ₸ төленеді.",
    "Этой семье — не больше {most} ₸.",
    "At most {most} ₸ for this household.",
)
VACANCY_NOT_THERE = _message(
    "vacancy_not_there",
    "Қабылдайтын өңірде мұндай нөмірлі ашық бос орын жоқ.",
    "В принимающем регионе нет открытой вакансии с таким номером.",
    "The receiving region has no open vacancy with this number.",
)
MOVED_KNOWN = _message("moved_known", "Көшкен күні жазылып қойған.", "День переезда уже записан.", "The day of the move is recorded already.")
PROJECT_NAME_MISSING = _message("project_name_missing", "Жобаның атауын жазыңыз.", "Напишите название проекта.", "Write the name of the project.")
DISTRICT_WRONG = _message(
    "district_wrong", "Өңірдің ауданын не қаласын таңдаңыз.", "Выберите район или город региона.", "Choose a district or city of the region."
)
PROJECT_AMOUNT_WRONG = _message(
    "project_amount_wrong", "Жобаның құнын теңгемен жазыңыз.", "Укажите стоимость проекта в тенге.", "Give what the project costs, in tenge."
)
PROJECT_FULL = _message(
    "project_full",
    "Бұл жобаның жұмыс орындары толды.",
    "Рабочие места этого проекта заняты.",
    "The jobs of this project are taken.",
)
PROJECT_NOT_OPEN = _message(
    "project_not_open",
    "Өңірдің бекітілген жобасын таңдаңыз.",
    "Выберите утверждённый проект региона.",
    "Choose an approved project of the region.",
)
PAYMENTS_WAIT = _message(
    "payments_wait",
    "Алдымен бекітуді күтіп тұрған төлемдерді шешіңіз.",
    "Сначала решите по выплатам, которые ждут утверждения.",
    "Decide first on the payments that wait for approval.",
)
PLACEMENT_OUT_OF_TIME = _message(
    "placement_out_of_time",
    "Шара кезінде не одан кейінгі 12 айда басталған жұмысты таңдаңыз.",
    "Выберите работу, начатую во время меры или в течение 12 месяцев после неё.",
    "Choose work that began during the measure or within 12 months after it.",
)
