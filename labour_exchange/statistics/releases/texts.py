"""What is said of releases: their states, and why one cannot be prepared or signed."""

from labour_exchange.foundation.texts import Message, Text
from labour_exchange.statistics.releases.states import ReleaseState

STATES = {
    ReleaseState.PREPARED: Text(kk="дайындалды", ru="подготовлен", en="prepared"),
    ReleaseState.SIGNED: Text(kk="қол қойылды", ru="подписан", en="signed"),
    ReleaseState.PUBLISHED: Text(kk="жарияланды", ru="опубликован", en="published"),
}
NOT_OVER = Message(
    "period_not_over",
    Text(
        kk="Кезең әлі аяқталған жоқ. Аяқталған кезеңді таңдаңыз.",
        ru="Период ещё не закончился. Выберите завершённый.",
        en="The period is not over. Choose one that is.",
    ),
)
MINUTE_PASSED = Message(
    "minute_passed",
    Text(
        kk="Жариялау уақыты өтіп кеткен. Алдағы уақытты жазыңыз.",
        ru="Время публикации уже прошло. Укажите будущее время.",
        en="The time of publication has passed. Give one in the future.",
    ),
)
REASON_MISSING = Message(
    "reason_missing",
    Text(
        kk="Жаңа басылымда не өзгергенін және неге өзгергенін жазыңыз.",
        ru="Напишите, что изменилось в новом издании и почему.",
        en="Say what the new edition changes and why.",
    ),
)
REASON_NEEDLESS = Message(
    "reason_needless",
    Text(
        kk="Бірінші басылымға себеп жазылмайды.", ru="У первого издания причины нет: уберите её.", en="A first edition has no reason: leave it out."
    ),
)
EDITION_OPEN = Message(
    "edition_open",
    Text(
        kk="Алдыңғы басылым әлі жарияланған жоқ. Оның жариялануын күтіңіз.",
        ru="Предыдущее издание ещё не опубликовано. Дождитесь его.",
        en="The edition before is not published yet. Wait for it.",
    ),
)
SAME_PERSON = Message(
    "same_person",
    Text(
        kk="Шығарылымды дайындаған адам оған қол қоя алмайды. Басқа талдаушыдан сұраңыз.",
        ru="Подготовивший выпуск не может его подписать. Попросите другого аналитика.",
        en="Whoever prepared a release cannot sign it. Ask another analyst.",
    ),
)
NOT_TO_SIGN = Message(
    "not_to_sign",
    Text(kk="Бұл шығарылымға қол қойылып қойған.", ru="Этот выпуск уже подписан.", en="This release is signed already."),
)
FREEZING = Message(
    "freezing",
    Text(
        kk="Бұл кезеңнің сандары қазір бекітіліп жатыр. Аяқталуын күтіңіз.",
        ru="Цифры этого периода уже фиксируются. Дождитесь окончания.",
        en="This period is being frozen already. Wait until it is done.",
    ),
)
NOT_ANALYST = Text(
    kk="Сұраған адам енді талдаушы емес.",
    ru="Запросивший больше не аналитик.",
    en="Whoever asked is no analyst any more.",
)
WHY_NOT = {one.code: one.text for one in (NOT_OVER, MINUTE_PASSED, REASON_MISSING, REASON_NEEDLESS, EDITION_OPEN)}
"""Why a release that was asked for could not be frozen, by the code of the refusal; any other is that the analyst may not."""
