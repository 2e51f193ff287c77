"""The words of messages about follow-up partners of a case."""

from labour_exchange.foundation.texts import Text
from labour_exchange.notifications.states import MessageKind, Topic
from labour_exchange.notifications.templates import Letter

PARTNER_LETTERS: dict[MessageKind, Letter] = {
    MessageKind.PARTNER_PROPOSED: Letter(
        Topic.WORK,
        Text(kk="Сізге серіктес ұсынылды: {partner}", ru="Вам предложен партнёр: {partner}", en="A partner is proposed to you: {partner}"),
        Text(
            kk="Маманыңыз жоспарыңыздың қадамдарын осы ұйыммен бірге бақылауды ұсынады. Ол нені көретінін оқып, келісіңіз немесе бас тартыңыз. "
            "Келісіміңіз болмаса, ол ештеңе көрмейді.\n\nҰйым: {partner}. Соңғы күні: {until}.",
            ru="Ваш специалист предлагает, чтобы за шагами вашего плана следила и эта организация. Прочитайте, что она увидит, и согласитесь или "
            "откажитесь. Без вашего согласия она не увидит ничего.\n\nОрганизация: {partner}. Последний день: {until}.",
            en="Your officer proposes that this organisation helps to follow up steps of your plan. Read what it would see, and consent or decline. "
            "Without your consent it sees nothing.\n\nOrganisation: {partner}. Last day: {until}.",
        ),
    ),
    MessageKind.PARTNER_CONSENTED: Letter(
        Topic.WORK,
        Text(kk="Адам серіктеске келісті: {partner}", ru="Человек согласился на партнёра: {partner}", en="The person consents: {partner}"),
        Text(
            kk="Сіз ұсынған серіктеске адам келісім берді. Ұйым: {partner}.",
            ru="Человек дал согласие на партнёра, которого вы предложили. Организация: {partner}.",
            en="The person has consented to the partner you proposed. Organisation: {partner}.",
        ),
    ),
    MessageKind.PARTNER_DECLINED: Letter(
        Topic.WORK,
        Text(kk="Адам серіктестен бас тартты: {partner}", ru="Человек отказался от партнёра: {partner}", en="The person declines: {partner}"),
        Text(
            kk="Сіз ұсынған серіктестен адам бас тартты. Себебі сұралмайды. Ұйым: {partner}.",
            ru="Человек отказался от партнёра, которого вы предложили. Причину мы не спрашиваем. Организация: {partner}.",
            en="The person has declined the partner you proposed. No reason is asked. Organisation: {partner}.",
        ),
    ),
    MessageKind.PARTNER_TO_FOLLOW: Letter(
        Topic.WORK,
        Text(kk="Бір адамды сүйемелдеу сізге сеніп тапсырылды", ru="Вам доверено сопровождать человека", en="You may follow up a person"),
        Text(
            kk="Бөлімшенің ұсынысымен және өз келісімімен бір адамның жоспар қадамдарын бақылай аласыз. Қадамдар сілтемедегі бетте. "
            "Адам сіздің қашан қарағаныңызды көреді. Соңғы күні: {until}.",
            ru="По предложению отделения и с согласия человека вы можете следить за шагами его плана. Шаги указаны на странице по ссылке. "
            "Человек видит, когда вы на него смотрели. Последний день: {until}.",
            en="By proposal of the office and with the person's consent you may follow up steps of a plan. They stand on the page behind the link. "
            "The person sees when you look. Last day: {until}.",
        ),
    ),
    MessageKind.PARTNER_ENDED: Letter(
        Topic.WORK,
        Text(kk="Серіктестік аяқталды: {partner}", ru="Партнёрство завершено: {partner}", en="A partnership has ended: {partner}"),
        Text(
            kk="Бұл ұйым енді іс туралы ештеңе көрмейді. Ұйым: {partner}. Себебі: {reason}.",
            ru="Эта организация больше ничего не видит по делу. Организация: {partner}. Причина: {reason}.",
            en="This organisation sees nothing of the case any more. Organisation: {partner}. Reason: {reason}.",
        ),
    ),
    MessageKind.FOLLOWING_ENDED: Letter(
        Topic.WORK,
        Text(kk="Бір адамды сүйемелдеуіңіз аяқталды", ru="Сопровождение одного человека завершено", en="You no longer follow up a person"),
        Text(
            kk="Бір адамды сүйемелдеуіңіз аяқталды, ол туралы енді ештеңе көрсетілмейді. Әлі сүйемелдеп жүрген адамдарыңыз сілтемедегі бетте.",
            ru="Сопровождение одного человека завершено, и о нём больше ничего не показывается. Те, кого вы сопровождаете, на странице по ссылке.",
            en="Following up one person has ended, and nothing of them is shown any more. Those you still follow up are on the page behind the link.",
        ),
    ),
    MessageKind.PARTNER_CONTACT: Letter(
        Topic.WORK,
        Text(kk="Серіктес хабарласқанын жазды: {partner}", ru="Партнёр записал контакт: {partner}", en="A partner recorded a contact: {partner}"),
        Text(
            kk="Серіктес адаммен хабарласқанын жазды. Оны істің жазбаларынан оқыңыз. Ұйым: {partner}.",
            ru="Партнёр записал, что связывался с человеком. Прочитайте запись в журнале контактов. Организация: {partner}.",
            en="A partner wrote down a contact with the person. Read it in the contact log of the case. Organisation: {partner}.",
        ),
    ),
    MessageKind.STEP_REPORTED: Letter(
        Topic.WORK,
        Text(
            kk="Қадам орындалды деп хабарланды: {partner}", ru="Партнёр сообщил о выполнении шага: {partner}", en="A step is reported done: {partner}"
        ),
        Text(
            kk="Серіктес жоспар қадамы орындалды деп хабарлады. Растаңыз немесе себебін жазып қайтарыңыз. Ұйым: {partner}.",
            ru="Партнёр сообщил, что шаг плана выполнен. Подтвердите или верните, указав причину. Организация: {partner}.",
            en="A partner reports a step of the plan as done. Confirm it, or give it back with a reason. Organisation: {partner}.",
        ),
    ),
    MessageKind.STEP_CONFIRMED: Letter(
        Topic.WORK,
        Text(kk="Маман қадамды растады", ru="Специалист подтвердил шаг", en="The officer has confirmed a step"),
        Text(
            kk="Сіз хабарлаған қадам жоспарда орындалды деп белгіленді.",
            ru="Шаг, о котором вы сообщили, отмечен в плане как выполненный.",
            en="The step you reported is marked as done in the plan.",
        ),
    ),
    MessageKind.STEP_RETURNED: Letter(
        Topic.WORK,
        Text(kk="Маман қадамды қайтарды", ru="Специалист вернул шаг", en="The officer has given a step back"),
        Text(
            kk="Сіз хабарлаған қадам әлі орындалды деп саналмайды. Себебі сілтемедегі бетте.",
            ru="Шаг, о котором вы сообщили, пока не считается выполненным. Причина на странице по ссылке.",
            en="The step you reported is not taken for done yet. The reason stands on the page behind the link.",
        ),
    ),
    MessageKind.PARTNER_MEETING_PROPOSED: Letter(
        Topic.WORK,
        Text(kk="Серіктес кездесу ұсынады: {when}", ru="Партнёр предлагает встречу: {when}", en="A partner proposes a meeting: {when}"),
        Text(
            kk="Серіктес сізбен кездескісі келеді. Келетініңізді растаңыз немесе бас тартыңыз.\n\nҰйым: {partner}. Уақыты: {when}. Орны: {place}.",
            ru="Партнёр хочет с вами встретиться. Подтвердите встречу или откажитесь.\n\nОрганизация: {partner}. Время: {when}. Место: {place}.",
            en="A partner would like to meet you. Accept the meeting or decline.\n\nOrganisation: {partner}. Time: {when}. Place: {place}.",
        ),
    ),
    MessageKind.PARTNER_MEETING_ANSWERED: Letter(
        Topic.WORK,
        Text(kk="Кездесуге жауап келді: {when}", ru="Ответ о встрече: {when}", en="An answer about a meeting: {when}"),
        Text(
            kk="Ұсынылған кездесуге адам жауап берді. Уақыты: {when}. Жауабы: {answer}.",
            ru="Человек ответил на предложение встретиться. Время: {when}. Ответ: {answer}.",
            en="The person has answered about the proposed meeting. Time: {when}. Answer: {answer}.",
        ),
    ),
    MessageKind.PARTNER_MEETING_CANCELLED: Letter(
        Topic.WORK,
        Text(
            kk="Серіктеспен кездесу болмайды: {when}", ru="Встреча с партнёром отменена: {when}", en="A meeting with a partner is cancelled: {when}"
        ),
        Text(
            kk="Серіктес кездесуді болдырмады. Ұйым: {partner}. Уақыты: {when}.",
            ru="Партнёр отменил встречу. Организация: {partner}. Время: {when}.",
            en="The partner has cancelled the meeting. Organisation: {partner}. Time: {when}.",
        ),
    ),
}
