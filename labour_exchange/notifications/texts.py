"""What notifications call things: topics, states of a message, refusals."""

from labour_exchange.foundation.texts import Message, Text
from labour_exchange.notifications.states import MessageState, Topic

TOPICS = {
    Topic.ACCOUNT: Text(kk="Тіркелгі мен қауіпсіздік", ru="Учётная запись и безопасность", en="Account and security"),
    Topic.WORK: Text(kk="Өтінім, шақыру, ұсыныс", ru="Отклики, приглашения, предложения", en="Applications, invitations, offers"),
    Topic.VACANCIES: Text(kk="Бос орындарымның жайы", ru="Состояние моих вакансий", en="What happens to my vacancies"),
    Topic.REMINDERS: Text(kk="Еске салулар", ru="Напоминания", en="Reminders"),
    Topic.SEARCHES: Text(
        kk="Сақталған іздеулерім бойынша жаңа бос орындар", ru="Новые вакансии по сохранённым поискам", en="New vacancies of my saved searches"
    ),
    Topic.OVERSIGHT: Text(kk="Есептер мен тапсырмалар", ru="Отчёты и поручения", en="Reports and instructions"),
}
STATES = {
    MessageState.WAITING: Text(kk="жіберіліп жатыр", ru="отправляется", en="being sent"),
    MessageState.SENT: Text(kk="поштаға жіберілді", ru="отправлено на почту", en="sent by mail"),
    MessageState.HELD: Text(kk="ертең жіберіледі", ru="будет отправлено завтра", en="will be mailed tomorrow"),
    MessageState.UNWANTED: Text(kk="тек осында", ru="только здесь", en="only here"),
    MessageState.FAILED: Text(kk="поштаға жетпеді", ru="не доставлено", en="could not be delivered"),
}
UNSUBSCRIBE_NOT_VALID = Message(
    "unsubscribe_not_valid",
    Text(
        kk="Бұл сілтеме жарамсыз. Хаттағы сілтемені толық көшіріңіз.",
        ru="Эта ссылка недействительна. Скопируйте ссылку из письма целиком.",
        en="This link is not valid. Copy the whole link from the letter.",
    ),
)
