"""What follow-up partners say in three languages: states, reasons, outcomes, refusals."""

from labour_exchange.foundation.texts import Message, Text
from labour_exchange.partners.states import ContactOutcome, FollowedState, MeetingState, NameShown, PartnerEnd, PartnerState

PARTNER_STATES = {
    PartnerState.PROPOSED: Text(kk="Адамның жауабы күтілуде", ru="Ждёт ответа человека", en="Waiting for the person"),
    PartnerState.ACTIVE: Text(kk="Келісім берілді", ru="Согласие дано", en="Consented"),
    PartnerState.DECLINED: Text(kk="Адам бас тартты", ru="Человек отказался", en="Declined"),
    PartnerState.ENDED: Text(kk="Аяқталды", ru="Завершено", en="Ended"),
}
PARTNER_ENDS = {
    PartnerEnd.WITHDRAWN: Text(kk="Адам келісімін қайтарып алды", ru="Человек отозвал согласие", en="The person withdrew the consent"),
    PartnerEnd.OFFICER: Text(kk="Маман тоқтатты", ru="Специалист завершил", en="The officer ended it"),
    PartnerEnd.TERM_OVER: Text(kk="Мерзімі бітті", ru="Срок истёк", en="Its term is over"),
    PartnerEnd.CASE_CLOSED: Text(kk="Іс жабылды", ru="Дело закрыто", en="The case was closed"),
    PartnerEnd.TRANSFERRED: Text(kk="Іс басқа өңірге өтті", ru="Дело передано в другой регион", en="The case went to another region"),
    PartnerEnd.ERASED: Text(kk="Деректер өшірілді", ru="Данные удалены", en="The data were erased"),
}
NAMES_SHOWN = {
    NameShown.GIVEN: Text(kk="Тек атым", ru="Только имя", en="My given name only"),
    NameShown.FULL: Text(kk="Аты-жөнім", ru="Имя и фамилия", en="My full name"),
}
FOLLOWED_STATES = {
    FollowedState.OPEN: Text(kk="Орындалуда", ru="Выполняется", en="To do"),
    FollowedState.REPORTED: Text(kk="Серіктес орындалды деп хабарлады", ru="Партнёр сообщил о выполнении", en="Reported as done"),
    FollowedState.CONFIRMED: Text(kk="Маман растады", ru="Подтверждено специалистом", en="Confirmed by the officer"),
}
OUTCOMES = {
    ContactOutcome.AS_AGREED: Text(kk="Келісілгендей болып жатыр", ru="Идёт, как договорились", en="Goes as agreed"),
    ContactOutcome.NEEDS_HELP: Text(kk="Бөлімшенің көмегі керек", ru="Нужна помощь отделения", en="Needs the office's help"),
    ContactOutcome.NOT_REACHED: Text(kk="Хабарласу мүмкін болмады", ru="Связаться не удалось", en="Could not be reached"),
    ContactOutcome.DID_NOT_COME: Text(kk="Келмеді", ru="Не пришёл на встречу", en="Did not come"),
    ContactOutcome.STARTED: Text(kk="Жұмысты не оқуды бастады", ru="Начал работать или учиться", en="Has started work or training"),
    ContactOutcome.STOPPED: Text(kk="Жұмысты не оқуды тоқтатты", ru="Прекратил работать или учиться", en="Has stopped work or training"),
}
MEETING_STATES = {
    MeetingState.PROPOSED: Text(kk="Ұсынылған", ru="Предложена", en="Proposed"),
    MeetingState.ACCEPTED: Text(kk="Келісілген", ru="Подтверждена", en="Accepted"),
    MeetingState.DECLINED: Text(kk="Адам келмейді", ru="Человек не придёт", en="The person will not come"),
    MeetingState.CANCELLED: Text(kk="Болмайды", ru="Отменена", en="Cancelled"),
}
WORDS_MISSING = Message("words_missing", Text(kk="Бұл жолды толтырыңыз.", ru="Заполните это поле.", en="Fill this in."))
UNTIL_MISSING = Message("until_missing", Text(kk="Соңғы күнін көрсетіңіз.", ru="Укажите последний день.", en="Give the last day."))
UNTIL_PAST = Message(
    "until_past",
    Text(kk="Бүгіннен кейінгі күнді көрсетіңіз.", ru="Укажите день после сегодняшнего.", en="Give a day after today."),
)
UNTIL_TOO_FAR = Message(
    "until_too_far",
    Text(
        kk="Мерзім он екі айдан аспауға тиіс. Ең соңғы күні: {last}.",
        ru="Срок не больше двенадцати месяцев. Самый поздний день: {last}.",
        en="The term is twelve months at most. The latest day is {last}.",
    ),
)
STEPS_MISSING = Message(
    "steps_missing",
    Text(
        kk="Серіктес бақылайтын кемінде бір қадамды таңдаңыз.",
        ru="Выберите хотя бы один шаг плана, за которым будет следить партнёр.",
        en="Choose at least one step of the plan for the partner to follow up.",
    ),
)
ORGANISATION_MISSING = Message(
    "organisation_missing",
    Text(
        kk="Лицензиясы қолданыстағы агенттікті немесе өз өңіріңіздегі оқу орнын таңдаңыз.",
        ru="Выберите агентство с действующей лицензией или учебную организацию вашего региона.",
        en="Choose an agency whose licence is in force, or a training provider of your region.",
    ),
)
PARTNER_ALREADY = Message(
    "partner_already",
    Text(
        kk="Бұл ұйым осы іс бойынша ұсынылған. Алдымен сол ұсынысты тоқтатыңыз.",
        ru="Эта организация уже предложена по этому делу. Сначала завершите прежнее предложение.",
        en="This organisation is already proposed for the case. End that proposal first.",
    ),
)
NAME_MISSING = Message(
    "name_missing",
    Text(kk="Серіктес қай атыңызды көретінін таңдаңыз.", ru="Выберите, какое имя увидит партнёр.", en="Choose which name the partner will see."),
)
TERM_OVER = Message(
    "term_over",
    Text(
        kk="Ұсыныстың мерзімі өтіп кетті. Маманнан қайта ұсынуды сұраңыз.",
        ru="Срок предложения истёк. Попросите специалиста предложить снова.",
        en="The term of the proposal has passed. Ask your officer to propose it anew.",
    ),
)
NOT_LICENSED = Message(
    "not_licensed",
    Text(
        kk="Агенттіктің лицензиясы қазір қолданыста емес. Маманға хабарласыңыз.",
        ru="Лицензия агентства сейчас не действует. Обратитесь к специалисту.",
        en="The agency's licence is not in force now. Speak to your officer.",
    ),
)
DAY_LATER = Message(
    "day_later",
    Text(kk="Бүгіннен кешіктірмей көрсетіңіз.", ru="Укажите день не позже сегодняшнего.", en="Give a day that is not after today."),
)
DAY_BEFORE_CONSENT = Message(
    "day_before_consent",
    Text(
        kk="Адам келісім берген күннен бастап көрсетіңіз: {since}.",
        ru="Укажите день не раньше согласия человека: {since}.",
        en="Give a day since the person consented: {since}.",
    ),
)
MEETING_TOO_LATE = Message(
    "meeting_too_late",
    Text(
        kk="Серіктестіктің соңғы күнінен кешіктірмеңіз: {until}.",
        ru="Укажите день не позже последнего дня партнёрства: {until}.",
        en="Give a day within the partner's term, which ends on {until}.",
    ),
)
STEP_NOT_OPEN = Message(
    "step_not_open",
    Text(
        kk="Бұл қадам жоспарда жабылған. Қайта ашу керек болса, маманға айтыңыз.",
        ru="Этот шаг в плане уже закрыт. Если его нужно открыть, скажите специалисту.",
        en="This step is closed in the plan already. Tell the officer if it has to be opened again.",
    ),
)
