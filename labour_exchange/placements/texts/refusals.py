"""Why something was not done, and what to do instead."""

from labour_exchange.foundation.texts import Message, Text

NOTE_MISSING = Message(
    "note_missing",
    Text(
        kk="Себебін жазыңыз: екінші тарап оны оқиды.",
        ru="Напишите причину: её прочтёт другая сторона.",
        en="Give the reason: the other side will read it.",
    ),
)
CONTACTS_NOT_SHOWN = Message(
    "contacts_not_shown",
    Text(
        kk="Бұл адам аты-жөні мен телефонын көрсетуге рұқсат бермеген, сондықтан оны жұмыс берушіге жіберуге болмайды.",
        ru="Этот человек не разрешил показывать имя и телефон, поэтому направить его к работодателю нельзя.",
        en="This person does not let you pass on the name and phone, so they cannot be referred to an employer.",
    ),
)
NOTE_LONG = Message(
    "note_long",
    Text(kk="Мәтінді {most} таңбаға дейін қысқартыңыз.", ru="Сократите текст до {most} знаков.", en="Shorten the text to {most} characters."),
)
VACANCY_NOT_OPEN = Message(
    "vacancy_not_open_now",
    Text(
        kk="Бұл бос орын жабылған. Ұқсасын іздеп көріңіз.",
        ru="Эта вакансия закрыта. Поищите похожую.",
        en="This vacancy is closed. Look for a similar one.",
    ),
)
NOBODY_ANSWERS = Message(
    "nobody_answers",
    Text(
        kk="Бұл хабарландыру жұмыс сайтынан алынған, жұмыс берушісі биржада жоқ. Сайттағы байланыс арқылы хабарласыңыз.",
        ru="Это объявление взято с сайта, работодателя нет на бирже. Свяжитесь с ним через сайт.",
        en="This advertisement comes from a job site and its employer is not on the exchange. Contact the employer through that site.",
    ),
)
ALREADY_APPLIED = Message(
    "already_applied",
    Text(
        kk="Бұл бос орынға өтінім берілген. Бір бос орынға бір рет қана өтінім беріледі.",
        ru="На эту вакансию отклик уже есть. Откликнуться на одну вакансию можно один раз.",
        en="There is an application for this vacancy already. A person applies once for a vacancy.",
    ),
)
ALREADY_INVITED = Message(
    "already_invited",
    Text(
        kk="Бұл адам осы орынға шақырылған.",
        ru="Этого человека уже приглашали на эту вакансию.",
        en="This person has been invited to this vacancy already.",
    ),
)
ALREADY_REFERRED = Message(
    "already_referred",
    Text(
        kk="Бұл адамға осы орынға жолдама берілген.",
        ru="Этому человеку уже выдано направление на эту вакансию.",
        en="This person has been referred to this vacancy.",
    ),
)
PROFILE_CLOSED = Message(
    "profile_closed",
    Text(
        kk="Бұл адам түйіндемесін жұмыс берушілерге жапқан.",
        ru="Этот человек закрыл анкету от работодателей.",
        en="This person no longer shows the profile to employers.",
    ),
)
OFFER_OPEN = Message(
    "offer_open",
    Text(
        kk="Бұл адамға осы орын ұсынылған.", ru="Этому человеку уже предложена эта работа.", en="This person has an offer for this vacancy already."
    ),
)
OFFER_LATE = Message(
    "offer_late",
    Text(kk="Жауап беру мерзімі өтті.", ru="Срок ответа прошёл.", en="The time to answer has passed."),
)
START_WRONG = Message(
    "start_wrong",
    Text(
        kk="Бірінші жұмыс күнін бүгіннен бастап {days} күн ішінен таңдаңыз.",
        ru="Выберите первый рабочий день в пределах {days} дней от сегодняшнего.",
        en="Choose a first day within {days} days from today.",
    ),
)
START_FAR = Message(
    "start_far",
    Text(
        kk="Басталған күні {back} күннен ерте емес, алдағы {ahead} күннен кеш емес болуы керек.",
        ru="День начала: не раньше чем {back} дней назад и не позже чем через {ahead} дней.",
        en="The start is at most {back} days ago and at most {ahead} days ahead.",
    ),
)
ANSWER_BY_WRONG = Message(
    "answer_by_wrong",
    Text(
        kk="Жауап күні бүгіннен ерте, бірінші жұмыс күнінен кеш бола алмайды.",
        ru="Срок ответа: не раньше сегодняшнего дня и не позже первого рабочего.",
        en="The day to answer by lies between today and the first working day.",
    ),
)
PAY_WRONG = Message("pay_wrong", Text(kk="Жалақыны теңгемен жазыңыз.", ru="Укажите оплату в тенге.", en="Give the pay in tenge."))
PLACEMENT_KNOWN = Message(
    "placement_known",
    Text(
        kk="Бұл адамның осы жұмыс берушідегі орналасуы тіркелген.",
        ru="Трудоустройство этого человека у этого работодателя уже записано.",
        en="This person's placement at this employer is recorded already.",
    ),
)
NOT_STARTED = Message(
    "not_started",
    Text(
        kk="Жұмыс әлі басталған жоқ. Бірінші жұмыс күні растаңыз.",
        ru="Работа ещё не началась. Подтвердите в первый рабочий день.",
        en="The work has not started. Confirm on the first working day.",
    ),
)
END_WRONG = Message(
    "end_wrong",
    Text(
        kk="Соңғы күн басталған күн мен бүгіннің аралығында болады.",
        ru="Последний день: между днём начала и сегодняшним.",
        en="The last day lies between the start and today.",
    ),
)
REPLY_FIRST = Message(
    "reply_first",
    Text(
        kk="Жұмыс берушінің жауап беруге құқығы бар. Жауабын немесе мерзімнің бітуін күтіңіз: {days} күн.",
        ru="У работодателя есть право ответить. Дождитесь ответа или конца срока: {days} дней.",
        en="The employer has the right to reply. Wait for the reply or for the end of the time: {days} days.",
    ),
)
SAME_PERSON = Message(
    "same_person",
    Text(
        kk="Ұсынысты енгізген адам шеше алмайды. Басқа маман шешеді.",
        ru="Решает не тот, кто предложил: это сделает другой сотрудник.",
        en="Whoever proposed it cannot decide it. Somebody else decides.",
    ),
)
PROPOSAL_OPEN = Message(
    "proposal_open",
    Text(
        kk="Күшін жою туралы ұсыныс қаралып жатыр.",
        ru="Предложение об аннулировании уже рассматривается.",
        en="A proposal to annul this is being considered.",
    ),
)
VACANCY_CLOSED = Text(kk="Бос орын жабылды.", ru="Вакансия закрыта.", en="The vacancy was closed.")
