"""The words of every kind of message, in three languages."""

from dataclasses import dataclass

from labour_exchange.foundation.texts import Text
from labour_exchange.notifications.states import MessageKind, Topic


@dataclass(frozen=True, slots=True)
class Letter:
    """Subject and body with {placeholders}; a body that holds a one-time link is emptied once it is sent."""

    topic: Topic
    subject: Text
    body: Text
    holds_secret: bool = False


GREETING = Text(kk="Сәлеметсіз бе!", ru="Здравствуйте!", en="Hello,")
LINK_BELOW = Text(kk="Мына сілтемені ашыңыз:", ru="Откройте эту страницу:", en="Open this page:")
FAREWELL = Text(
    kk="Бұл хатты «{site}» биржасы жіберді. Оған жауап берудің қажеті жоқ.",
    ru="Это письмо отправила биржа «{site}». Отвечать на него не нужно.",
    en="This letter was sent by the exchange “{site}”. There is no need to answer it.",
)
STOP_LETTERS = Text(
    kk="Мұндай хаттарды алғыңыз келмесе, мына бетті ашыңыз (жүйеге кірудің қажеті жоқ):",
    ru="Если вы не хотите получать такие письма, откройте эту страницу (входить не нужно):",
    en="If you do not want such letters, open this page (no need to sign in):",
)

LETTERS: dict[MessageKind, Letter] = {
    MessageKind.CONFIRM_EMAIL: Letter(
        Topic.ACCOUNT,
        Text(kk="Пошта мекенжайыңызды растаңыз", ru="Подтвердите адрес почты", en="Please confirm your email address"),
        Text(
            kk="Осы мекенжаймен тіркелгі ашылды. Оны ашқан сіз болсаңыз, мекенжайды растаңыз: сонда жүйеге кіре аласыз. "
            "Сілтеме үш күн жарамды. Тіркелген сіз болмасаңыз, ештеңе істемеңіз.",
            ru="С этим адресом открыта учётная запись. Если это сделали вы, подтвердите адрес, и вы сможете войти. "
            "Ссылка действует три дня. Если это были не вы, ничего не делайте.",
            en="An account was opened with this address. If it was you, confirm the address and you can sign in. "
            "The link works for three days. If it was not you, do nothing.",
        ),
        holds_secret=True,
    ),
    MessageKind.RESET_PASSWORD: Letter(
        Topic.ACCOUNT,
        Text(kk="Жаңа құпиясөз", ru="Новый пароль", en="A new password"),
        Text(
            kk="Тіркелгіңіздің құпиясөзін ауыстыру сұралды. Сілтеме бір сағат жарамды. "
            "Сұраған сіз болмасаңыз, ештеңе істемеңіз: құпиясөз бұрынғыша қалады.",
            ru="Кто-то попросил сменить пароль вашей учётной записи. Ссылка действует один час. "
            "Если это были не вы, ничего не делайте: пароль останется прежним.",
            en="Somebody asked to change the password of your account. The link works for one hour. "
            "If it was not you, do nothing: the password stays as it is.",
        ),
        holds_secret=True,
    ),
    MessageKind.REGISTERED_ALREADY: Letter(
        Topic.ACCOUNT,
        Text(kk="Сізде тіркелгі бар", ru="У вас уже есть учётная запись", en="You already have an account"),
        Text(
            kk="Осы пошта мекенжайымен қайта тіркелмек болған адам бар. Сіз болсаңыз, жаңа тіркелгі керек емес: кәдімгідей кіріңіз. "
            "Құпиясөзді ұмытсаңыз, кіру бетінде жаңасын сұраңыз. Сіз болмасаңыз, ештеңе істемеңіз.",
            ru="Кто-то пытался зарегистрироваться с этим адресом ещё раз. Если это были вы, новая запись не нужна: просто войдите. "
            "Если забыли пароль, запросите новый на странице входа. Если это были не вы, ничего не делайте.",
            en="Somebody tried to register with this address again. If it was you, no new account is needed: just sign in. "
            "If you forgot the password, ask for a new one on the sign-in page. If it was not you, do nothing.",
        ),
    ),
    MessageKind.IIN_REGISTERED_ALREADY: Letter(
        Topic.ACCOUNT,
        Text(kk="Бұл ЖСН тіркелген", ru="Этот ИИН уже зарегистрирован", en="This IIN is already registered"),
        Text(
            kk="Сіз көрсеткен ЖСН биржада басқа пошта мекенжайымен тіркелген, сондықтан жаңа тіркелгі ашылған жоқ. Сол мекенжаймен кіріңіз. "
            "Оны ұмытсаңыз немесе тіркелген сіз болмасаңыз, жеке куәлігіңізбен өңіріңіздің жұмыспен қамту бөлімшесіне келіңіз.",
            ru="Указанный вами ИИН уже зарегистрирован на бирже с другим адресом почты, поэтому новая запись не открыта. Войдите с тем адресом. "
            "Если вы его забыли или регистрировались не вы, придите с удостоверением личности в отделение занятости вашего региона.",
            en="The IIN you gave is registered with another email address, so no new account was opened. Sign in with that address. "
            "If you forgot it, or if it was not you who registered, come to the employment office of your region with your identity card.",
        ),
    ),
    MessageKind.INVITATION_TO_STAFF: Letter(
        Topic.ACCOUNT,
        Text(kk="Биржаға шақыру", ru="Приглашение на биржу", en="Your invitation to the exchange"),
        Text(
            kk="Сізге қызметкер тіркелгісі ашылды. Құпиясөз қойып, кіріңіз. "
            "Алғаш кіргенде телефоныңыздағы код қосымшасы керек болады. Сілтеме жеті күн жарамды.",
            ru="Для вас открыта учётная запись сотрудника. Задайте пароль и войдите. "
            "При первом входе понадобится приложение для кодов в телефоне. Ссылка действует семь дней.",
            en="A staff account was opened for you. Set a password and sign in. "
            "For the first sign-in you need an app for codes on your phone. The link works for seven days.",
        ),
        holds_secret=True,
    ),
    MessageKind.PASSWORD_CHANGED: Letter(
        Topic.ACCOUNT,
        Text(kk="Құпиясөзіңіз ауыстырылды", ru="Пароль изменён", en="Your password was changed"),
        Text(
            kk="Тіркелгіңіздің құпиясөзі ауыстырылды, барлық құрылғыдан шықтыңыз. "
            "Ауыстырған сіз болмасаңыз, кіру бетінде дереу жаңа құпиясөз сұраңыз.",
            ru="Пароль вашей учётной записи изменён, на всех устройствах выполнен выход. "
            "Если это были не вы, сразу запросите новый пароль на странице входа.",
            en="The password of your account was changed and you were signed out everywhere. "
            "If it was not you, ask for a new password on the sign-in page at once.",
        ),
    ),
    MessageKind.SECOND_FACTOR_CHANGED: Letter(
        Topic.ACCOUNT,
        Text(kk="Кіру кодтары өзгерді", ru="Изменения в кодах входа", en="Your sign-in codes have changed"),
        Text(
            kk="Тіркелгіңізде код қосымшасы қосылды, өшірілді немесе қалпына келтіру коды пайдаланылды. "
            "Бұл сіз болмасаңыз, дереу әкімшіге хабарлаңыз.",
            ru="В вашей учётной записи подключили или отключили приложение для кодов либо использовали запасной код. "
            "Если это были не вы, сразу сообщите администратору.",
            en="On your account an app for codes was added or removed, or a recovery code was used. "
            "If it was not you, tell the administrator at once.",
        ),
    ),
    MessageKind.PLAN_TO_AGREE: Letter(
        Topic.WORK,
        Text(kk="Жеке жоспарыңызды оқып шығыңыз", ru="Прочитайте свой индивидуальный план", en="Please read your individual plan"),
        Text(
            kk="Жұмыспен қамту бөлімшесі сіздің жеке жоспарыңызды жазды немесе өзгертті. Оқып шығып, келіссеңіз, сол бетте белгілеңіз; "
            "келіспесеңіз, маманыңызға айтыңыз.",
            ru="Отделение занятости составило или изменило ваш индивидуальный план. Прочитайте его и, если согласны, отметьте это на странице; "
            "если нет, скажите своему специалисту.",
            en="The employment office has written or changed your individual plan. Read it and, if you agree, say so on that page; "
            "if not, tell your officer.",
        ),
    ),
    MessageKind.CONTRACT_TO_SIGN: Letter(
        Topic.WORK,
        Text(kk="Әлеуметтік келісімшартқа қол қойыңыз", ru="Подпишите социальный контракт", en="Please sign your social contract"),
        Text(
            kk="Әлеуметтік келісімшартыңыз бекітілді. Екі тараптың міндеттемелерін оқып, қол қойыңыз: осы бетте немесе бөлімшеде қағаз жүзінде.",
            ru="Ваш социальный контракт утверждён. Прочитайте обязательства сторон и подпишите его: на этой странице или на бумаге в отделении.",
            en="Your social contract is approved. Read the obligations of both sides and sign it: on that page, or on paper at the office.",
        ),
    ),
    MessageKind.CONTRACT_ENDED: Letter(
        Topic.WORK,
        Text(kk="Әлеуметтік келісімшарт тоқтатылды", ru="Социальный контракт прекращён", en="Your social contract has ended"),
        Text(
            kk="Жұмыспен қамту бөлімшесі әлеуметтік келісімшартты тоқтатты. Себебі: {reason}. Келіспесеңіз, маманыңызға хабарласыңыз.",
            ru="Отделение занятости прекратило социальный контракт. Причина: {reason}. Если вы не согласны, свяжитесь со своим специалистом.",
            en="The employment office has ended your social contract. Reason: {reason}. If you disagree, speak to your officer.",
        ),
    ),
    MessageKind.TRANSFER_ACCEPTED: Letter(
        Topic.WORK,
        Text(kk="Сізді енді басқа бөлімше қабылдайды", ru="Теперь с вами работает другое отделение", en="Another office works with you now"),
        Text(
            kk="Сіз басқа өңірдің есебіне ауыстырылдыңыз. Есепте тұрған күндеріңіз сақталды. Жаңа бөлімше: {office}.",
            ru="Вас перевели на учёт в другой регион. Дни на учёте сохранены. Новое отделение: {office}.",
            en="You are on the register of another region now. Your days on the register are kept. Your new office: {office}.",
        ),
    ),
    MessageKind.TRANSFER_DECLINED: Letter(
        Topic.WORK,
        Text(kk="Басқа өңірге ауыстыру қабылданбады", ru="В переводе в другой регион отказано", en="Your transfer was declined"),
        Text(
            kk="Сіз бұрынғы бөлімшенің есебінде қаласыз. Ауыстырудан бас тартқан бөлімше: {office}. Себебін жеке ісіңіздің бетінен оқыңыз.",
            ru="Вы остаётесь на учёте в прежнем отделении. В переводе отказало отделение: {office}. Причину прочитайте на странице вашего дела.",
            en="You stay on the register of your office. The transfer was declined by: {office}. The reason stands on the page of your case.",
        ),
    ),
    MessageKind.APPOINTMENT_PROPOSED: Letter(
        Topic.WORK,
        Text(kk="Кездесуге шақыру: {when}", ru="Приглашение на встречу: {when}", en="An appointment is proposed: {when}"),
        Text(
            kk="Жұмыспен қамту бөлімшесі сізді кездесуге шақырады. Келетініңізді растаңыз немесе басқа уақыт сұраңыз. Уақыты: {when}. Орны: {place}.",
            ru="Отделение занятости приглашает вас на встречу. Подтвердите, что придёте, или попросите другое время. Время: {when}. Место: {place}.",
            en="The employment office asks you to an appointment. Say that you will come, or ask for another time. Time: {when}. Place: {place}.",
        ),
    ),
    MessageKind.APPOINTMENT_CANCELLED: Letter(
        Topic.WORK,
        Text(kk="Кездесу болмайды: {when}", ru="Встреча отменена: {when}", en="The appointment is cancelled: {when}"),
        Text(
            kk="Жұмыспен қамту бөлімшесіндегі кездесу болмайды. Келудің қажеті жоқ. Уақыты: {when}.",
            ru="Встреча в отделении занятости отменена. Приходить не нужно. Время: {when}.",
            en="The appointment at the employment office will not take place. There is no need to come. Time: {when}.",
        ),
    ),
    MessageKind.APPOINTMENT_TO_MOVE: Letter(
        Topic.WORK,
        Text(kk="Кездесуге басқа уақыт сұралды: {when}", ru="Просят перенести встречу: {when}", en="Another time is asked for: {when}"),
        Text(
            kk="Адам кездесуге басқа уақыт сұрады. Қалауы оның жеке ісінде жазылған. Қазіргі уақыты: {when}.",
            ru="Человек просит другое время встречи. Его пожелание записано в деле. Сейчас назначено: {when}.",
            en="The person asks for another time. What would suit is written in the case. Present time: {when}.",
        ),
    ),
}
