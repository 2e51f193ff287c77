"""What the part says in three languages: states, reasons, promises and refusals."""

from labour_exchange.foundation.texts import Message, Text
from labour_exchange.standards.states import CommitmentState, Outcome, Promise, RatingState, RefusalCode, RemarkKind, RemarkState, VersionState

VERSION_STATES = {
    VersionState.DRAFT: Text(kk="Жоба", ru="Проект", en="Draft"),
    VersionState.DISCUSSION: Text(kk="Көпшілік талқылауда", ru="На публичном обсуждении", en="In public discussion"),
    VersionState.APPROVED: Text(kk="Бекітілді", ru="Утверждён", en="Approved"),
    VersionState.IN_FORCE: Text(kk="Қолданыста", ru="Действует", en="In force"),
    VersionState.REPLACED: Text(kk="Ауыстырылды", ru="Заменён", en="Replaced"),
    VersionState.WITHDRAWN: Text(kk="Кері қайтарылды", ru="Отозван", en="Withdrawn"),
}
REMARK_KINDS = {
    RemarkKind.REMARK: Text(kk="Ескерту", ru="Замечание", en="Remark"),
    RemarkKind.PROPOSAL: Text(kk="Ұсыныс", ru="Предложение", en="Proposal"),
}
REMARK_STATES = {
    RemarkState.UNCONFIRMED: Text(kk="Мекенжай расталмаған", ru="Адрес не подтверждён", en="Address not confirmed"),
    RemarkState.WAITING: Text(kk="Қаралуда", ru="На проверке", en="To be moderated"),
    RemarkState.PUBLISHED: Text(kk="Жарияланды", ru="Опубликовано", en="Published"),
    RemarkState.REFUSED: Text(kk="Жарияланбады", ru="Не опубликовано", en="Not published"),
}
REFUSALS = {
    RefusalCode.PERSONAL_DATA: Text(
        kk="Мәтінде біреудің жеке деректері бар", ru="В тексте есть чьи-то персональные данные", en="It holds somebody's personal data"
    ),
    RefusalCode.INSULT: Text(kk="Мәтінде біреуді қорлайтын сөздер бар", ru="В тексте есть оскорбления", en="It insults somebody"),
    RefusalCode.ADVERTISING: Text(kk="Бұл – жарнама", ru="Это реклама", en="It is advertising"),
    RefusalCode.OTHER_SUBJECT: Text(kk="Мәтін бұл қызметке қатысты емес", ru="Текст не об этой услуге", en="It is not about this service"),
}
OUTCOMES = {
    Outcome.TAKEN: Text(kk="Қабылданды", ru="Принято", en="Taken over"),
    Outcome.TAKEN_PARTLY: Text(kk="Ішінара қабылданды", ru="Принято частично", en="Taken over in part"),
    Outcome.NOT_TAKEN: Text(kk="Қабылданбады", ru="Не принято", en="Not taken over"),
}
PROMISES = {
    Promise.REGISTRATION: Text(kk="Жұмыс іздеушіні тіркеу", ru="Регистрация ищущего работу", en="Registration of a jobseeker"),
    Promise.VACANCY_CHECK: Text(kk="Бос орынды тексеру", ru="Проверка вакансии", en="Check of a vacancy"),
    Promise.REFERRAL: Text(kk="Жұмысқа жолдама беру", ru="Направление на работу", en="Referral to a job"),
}
COMMITMENT_STATES = {
    CommitmentState.OPEN: Text(kk="Мерзімі келген жоқ", ru="Срок не наступил", en="Not due yet"),
    CommitmentState.KEPT: Text(kk="Мерзімінде орындалды", ru="Выполнено в срок", en="Kept"),
    CommitmentState.BREACHED: Text(kk="Мерзімі бұзылды", ru="Срок нарушен", en="Broken"),
    CommitmentState.LAPSED: Text(kk="Қажеттілігі жойылды", ru="Отпало", en="No longer needed"),
}
RATING_STATES = {
    RatingState.WAITING: Text(kk="Қаралуда", ru="На проверке", en="To be moderated"),
    RatingState.PUBLISHED: Text(kk="Жарияланды", ru="Опубликовано", en="Published"),
    RatingState.REFUSED: Text(kk="Жарияланбады", ru="Не опубликовано", en="Not published"),
}
POINTS = {
    5: Text(kk="5 – өте жақсы", ru="5 – отлично", en="5 – very good"),
    4: Text(kk="4 – жақсы", ru="4 – хорошо", en="4 – good"),
    3: Text(kk="3 – орташа", ru="3 – средне", en="3 – fair"),
    2: Text(kk="2 – нашар", ru="2 – плохо", en="2 – poor"),
    1: Text(kk="1 – өте нашар", ru="1 – очень плохо", en="1 – very poor"),
}
MINISTRY = Text(kk="Министрлік", ru="Министерство", en="The ministry")

WORDS_MISSING = Message(
    "words_missing",
    Text(kk="Бұл жолды үш тілде де толтырыңыз.", ru="Заполните это поле на всех трёх языках.", en="Fill this in, in all three languages."),
)
TEXT_MISSING = Message("text_missing", Text(kk="Мәтінді жазыңыз.", ru="Напишите текст.", en="Write the text."))
TEXT_TOO_LONG = Message(
    "text_too_long",
    Text(
        kk="Мәтінді қысқартыңыз. Ең көп таңба саны: {most}.",
        ru="Сократите текст. Не больше знаков: {most}.",
        en="Make it shorter: at most {most} characters.",
    ),
)
TERM_WRONG = Message(
    "term_wrong",
    Text(
        kk="Мерзімді жұмыс күнімен жазыңыз: 1 мен {most} аралығында.",
        ru="Напишите срок в рабочих днях: от 1 до {most}.",
        en="Write the term in working days, from 1 to {most}.",
    ),
)
PARAGRAPHS_UNEQUAL = Message(
    "paragraphs_unequal",
    Text(
        kk="Үш тілде тармақ саны бірдей болсын, әйтпесе ескертулер басқа тармаққа тиеді. Қазір: қазақша – {kk}, орысша – {ru}, ағылшынша – {en}.",
        ru="Сделайте пунктов поровну на трёх языках, иначе замечания попадут к другому пункту. Сейчас: kk – {kk}, ru – {ru}, en – {en}.",
        en="Write as many paragraphs in each language, or remarks would be on another one. Now: kk {kk}, ru {ru}, en {en}.",
    ),
)
PARAGRAPHS_TOO_MANY = Message(
    "paragraphs_too_many",
    Text(kk="Тармақтарды біріктіріңіз. Ең көбі: {most}.", ru="Объедините пункты. Не больше: {most}.", en="Join some paragraphs: at most {most}."),
)
PARAGRAPH_UNKNOWN = Message(
    "paragraph_unknown",
    Text(kk="Тізімнен тармақты таңдаңыз.", ru="Выберите пункт из списка.", en="Choose a paragraph of the list."),
)
CLOSING_DAY_WRONG = Message(
    "closing_day_wrong",
    Text(
        kk="Талқылау кемінде 10 күн, ең көбі 90 күн жүреді. Соңғы күнін соған сай таңдаңыз.",
        ru="Обсуждение идёт от 10 до 90 дней. Выберите последний день в этих пределах.",
        en="A discussion lasts from 10 to 90 days. Choose a last day within them.",
    ),
)
DISCUSSION_CLOSED = Message(
    "discussion_closed",
    Text(
        kk="Талқылау аяқталды, ескертулер енді қабылданбайды.",
        ru="Обсуждение закончено, замечания больше не принимаются.",
        en="The discussion is over: remarks are no longer taken.",
    ),
)
STILL_DISCUSSED = Message(
    "still_discussed",
    Text(
        kk="Талқылаудың соңғы күні әлі өткен жоқ.",
        ru="Последний день обсуждения ещё не прошёл.",
        en="The last day of the discussion has not passed yet.",
    ),
)
NOT_MODERATED = Message(
    "not_moderated",
    Text(
        kk="Қаралмаған ескертулер бар: оларды жариялаңыз немесе себебін айтып бас тартыңыз.",
        ru="Есть непроверенные замечания: опубликуйте их или откажите с причиной.",
        en="Some remarks wait: publish them, or refuse them with a reason.",
    ),
)
NOT_ANSWERED = Message(
    "not_answered",
    Text(
        kk="Жауапсыз ескертулер бар: әрқайсысына жауап беріңіз.",
        ru="Есть замечания без ответа: ответьте на каждое.",
        en="Some remarks have no answer: answer each.",
    ),
)
NOT_REPORTED = Message(
    "not_reported",
    Text(kk="Қорытынды есеп жарияланған жоқ.", ru="Итоговый отчёт не опубликован.", en="The closing report is not published."),
)
SECOND_PERSON = Message(
    "second_person",
    Text(
        kk="Жобаны оның мәтінін жазған адам бекітпейді: екінші адам керек.",
        ru="Кто писал проект, тот его не утверждает: нужен второй человек.",
        en="Who wrote in a draft does not approve it: a second person has to.",
    ),
)
DRAFT_EXISTS = Message(
    "draft_exists",
    Text(
        kk="Бұл стандарттың аяқталмаған нұсқасы бар. Алдымен соны аяқтаңыз.",
        ru="У этого стандарта уже есть незаконченная версия. Сначала закончите её.",
        en="This standard has an unfinished version already. Finish that one first.",
    ),
)
PROMISE_TAKEN = Message(
    "promise_taken",
    Text(
        kk="Бұл уәде бойынша стандарт бар. Соның жаңа нұсқасын жазыңыз.",
        ru="Стандарт с таким обещанием уже есть. Напишите его новую версию.",
        en="There is a standard with this promise already. Write a new version of it.",
    ),
)
NOT_A_LEAD = Message(
    "not_a_lead",
    Text(
        kk="Осы нұсқаның жарияланған, өзі қайталама емес ескертуін таңдаңыз.",
        ru="Выберите опубликованное замечание этой версии, которое само не повтор.",
        en="Choose a published remark on this version that is no duplicate itself.",
    ),
)
LINK_USED = Message(
    "link_used",
    Text(
        kk="Бұл сілтеме жарамсыз: мерзімі өтті немесе бір рет пайдаланылды.",
        ru="Эта ссылка не действует: срок прошёл или её уже использовали.",
        en="This link no longer works: it is out of date, or it has been used.",
    ),
)
START_TOO_EARLY = Message(
    "start_too_early",
    Text(
        kk="Күшіне енетін күн бүгіннен ерте болмауы керек.",
        ru="День вступления в силу не может быть раньше сегодняшнего.",
        en="It cannot come into force before today.",
    ),
)
