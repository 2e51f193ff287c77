"""What the individual plan says in three languages: who does a step, where it stands, what is refused."""

from labour_exchange.cases.states import Doer, StepState
from labour_exchange.foundation.texts import Message, Text

DOERS = {
    Doer.PERSON: Text(kk="Жұмыс іздеуші", ru="Соискатель", en="The jobseeker"),
    Doer.OFFICE: Text(kk="Жұмыспен қамту бөлімшесі", ru="Отделение занятости", en="The employment office"),
}
STEP_STATES = {
    StepState.OPEN: Text(kk="Орындалуда", ru="Выполняется", en="To do"),
    StepState.DONE: Text(kk="Орындалды", ru="Выполнено", en="Done"),
    StepState.DROPPED: Text(kk="Алынып тасталды", ru="Снято", en="Dropped"),
}
GOALS_MISSING = Message("goals_missing", Text(kk="Жоспардың мақсатын жазыңыз.", ru="Напишите цель плана.", en="Write what the plan is to reach."))
GOALS_TOO_LONG = Message(
    "goals_too_long",
    Text(kk="Мақсатты {most} таңбаға дейін қысқартыңыз.", ru="Сократите цель до {most} знаков.", en="Shorten the goal to {most} characters."),
)
WHAT_MISSING = Message("what_missing", Text(kk="Не істеу керегін жазыңыз.", ru="Напишите, что нужно сделать.", en="Write what is to be done."))
WHAT_TOO_LONG = Message(
    "what_too_long",
    Text(kk="{most} таңбаға дейін қысқартыңыз.", ru="Сократите до {most} знаков.", en="Shorten it to {most} characters."),
)
DUE_BEYOND = Message(
    "due_beyond",
    Text(kk="Бір жыл ішіндегі күнді көрсетіңіз.", ru="Укажите день в пределах года.", en="Give a day within a year."),
)
NO_STEPS = Message(
    "no_steps",
    Text(
        kk="Жоспарда әлі бірде-бір қадам жоқ. Келісу үшін кемінде бір қадам керек.",
        ru="В плане пока нет ни одного шага. Чтобы его согласовать, нужен хотя бы один шаг.",
        en="The plan has no step yet. To agree to it, at least one step is needed.",
    ),
)
