"""Names of units, kinds of lines, states and levels."""

from labour_exchange.foundation.texts import Text
from labour_exchange.oversight.states import Decision, EscalationLevel, InstructionState, LineKind, ReportState, Unit

UNITS = {
    Unit.PEOPLE: Text(kk="адам", ru="человек", en="people"),
    Unit.JOBS: Text(kk="жұмыс орны", ru="рабочих мест", en="jobs"),
    Unit.AGENCIES: Text(kk="агенттік", ru="агентств", en="agencies"),
    Unit.REGIONS: Text(kk="өңір", ru="регионов", en="regions"),
    Unit.FACILITIES: Text(kk="нысан", ru="объектов", en="facilities"),
    Unit.CONTRACTS: Text(kk="келісімшарт", ru="контрактов", en="contracts"),
    Unit.EMPLOYERS: Text(kk="жұмыс беруші", ru="работодателей", en="employers"),
    Unit.CREDITS: Text(kk="несие", ru="кредитов", en="credits"),
    Unit.TENGE: Text(kk="теңге", ru="тенге", en="tenge"),
    Unit.PER_CENT: Text(kk="%", ru="%", en="%"),
    Unit.TIMES: Text(kk="есе", ru="раз", en="times"),
}
KINDS = {
    LineKind.COMPUTED: Text(kk="жазбалардан есептелген", ru="вычислено из записей", en="computed from records"),
    LineKind.REPORTED: Text(kk="органның мәліметі", ru="сообщено органом", en="reported by the body"),
}
REPORT_STATES = {
    ReportState.DRAFT: Text(kk="жоба", ru="проект", en="draft"),
    ReportState.FROZEN: Text(kk="өзгеріссіз бекітілді", ru="зафиксирован", en="frozen"),
    ReportState.SIGNED: Text(kk="қол қойылды", ru="подписан", en="signed"),
    ReportState.PUBLISHED: Text(kk="жарияланды", ru="опубликован", en="published"),
}
INSTRUCTION_STATES = {
    InstructionState.OPEN: Text(kk="орындалуда", ru="исполняется", en="open"),
    InstructionState.OVERDUE: Text(kk="мерзімі өтті", ru="просрочено", en="overdue"),
    InstructionState.EXTENDED: Text(kk="мерзімі ұзартылды", ru="срок продлён", en="extended"),
    InstructionState.REPORTED: Text(kk="дәлел тексерілуде", ru="подтверждение на проверке", en="evidence to check"),
    InstructionState.DONE: Text(kk="орындалды", ru="исполнено", en="done"),
}
MOVES = {
    "give": Text(kk="Тапсырма берілді", ru="Поручение дано", en="Instruction given"),
    "report": Text(kk="Дәлел ұсынылды", ru="Представлено подтверждение", en="Evidence given"),
    "accept": Text(
        kk="Дәлел қабылданды, тапсырма жабылды", ru="Подтверждение принято, поручение закрыто", en="Evidence accepted, instruction closed"
    ),
    "return": Text(kk="Дәлел қайтарылды", ru="Подтверждение возвращено", en="Evidence returned"),
    "extend": Text(kk="Мерзімі ұзартылды", ru="Срок продлён", en="Due date moved"),
    "fall_overdue": Text(kk="Мерзімі өтті", ru="Срок прошёл", en="Became overdue"),
}
LEVELS = {
    EscalationLevel.RESPONSIBLE: Text(kk="жауапты орган", ru="ответственный орган", en="the responsible body"),
    EscalationLevel.CONTROL: Text(kk="бақылаушы", ru="контролирующий", en="who controls the instruction"),
    EscalationLevel.LEADERSHIP: Text(kk="министрліктің барлық талдаушысы", ru="все аналитики министерства", en="all analysts of the ministry"),
}
DECISIONS = {
    Decision.ACCEPTED: Text(kk="қабылданды", ru="принято", en="accepted"),
    Decision.REFUSED: Text(kk="қабылданбады", ru="отклонено", en="refused"),
}
