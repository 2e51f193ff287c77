"""The words of messages about applications, offers, placements, vacancies and terms that run out."""

from labour_exchange.foundation.texts import Text
from labour_exchange.notifications.states import MessageKind, Topic
from labour_exchange.notifications.templates import Letter

WORK_LETTERS: dict[MessageKind, Letter] = {
    MessageKind.APPLICATION_RECEIVED: Letter(
        Topic.WORK,
        Text(kk="Жаңа өтінім: {vacancy}", ru="Новый отклик: {vacancy}", en="New application: {vacancy}"),
        Text(
            kk="Бос орныңызға өтінім түсті. Оны қарап, 7 күн ішінде жауап беріңіз: адам күтіп отыр. Бос орын: {vacancy}.",
            ru="На вашу вакансию пришёл отклик. Посмотрите его и ответьте в течение 7 дней: человек ждёт. Вакансия: {vacancy}.",
            en="Somebody applied to your vacancy. Read it and answer within 7 days: a person is waiting. Vacancy: {vacancy}.",
        ),
    ),
    MessageKind.APPLICATION_ANSWERED: Letter(
        Topic.WORK,
        Text(kk="Өтініміңізге жауап: {vacancy}", ru="Ответ на ваш отклик: {vacancy}", en="Answer to your application: {vacancy}"),
        Text(
            kk="Жұмыс беруші өтініміңізге жауап берді. Бос орын: {vacancy}. Қазіргі күйі: {state}.",
            ru="Работодатель ответил на ваш отклик. Вакансия: {vacancy}. Состояние: {state}.",
            en="The employer answered your application. Vacancy: {vacancy}. State: {state}.",
        ),
    ),
    MessageKind.APPLICATION_UNANSWERED: Letter(
        Topic.WORK,
        Text(kk="Өтінім жауапсыз жабылды: {vacancy}", ru="Отклик остался без ответа: {vacancy}", en="No answer came: {vacancy}"),
        Text(
            kk="Жұмыс беруші 30 күнде жауап бермеді, сондықтан өтінім жабылды. Бұл сіздің кінәңіз емес. "
            "Ұқсас бос орындарды қараңыз. Бос орын: {vacancy}.",
            ru="За 30 дней работодатель не ответил, поэтому отклик закрыт. Это не ваша вина. Посмотрите похожие вакансии. Вакансия: {vacancy}.",
            en="The employer did not answer within 30 days, so the application was closed. "
            "It is not your fault. Look at similar vacancies. Vacancy: {vacancy}.",
        ),
    ),
    MessageKind.INVITED: Letter(
        Topic.WORK,
        Text(kk="Сізді жұмысқа шақырады: {vacancy}", ru="Вас приглашают: {vacancy}", en="You are invited: {vacancy}"),
        Text(
            kk="Жұмыс беруші бейініңізді қарап, сізді шақырды. Қабылдасаңыз, ол байланыс деректеріңізді көреді. Бос орын: {vacancy}.",
            ru="Работодатель увидел ваш профиль и приглашает вас. Если вы согласитесь, он увидит ваши контакты. Вакансия: {vacancy}.",
            en="An employer read your profile and invites you. If you accept, your contacts will be shown. Vacancy: {vacancy}.",
        ),
    ),
    MessageKind.REFERRED: Letter(
        Topic.WORK,
        Text(kk="Сізге жолдама берілді: {vacancy}", ru="Вам выдано направление: {vacancy}", en="You have a referral: {vacancy}"),
        Text(
            kk="Жұмыспен қамту бөлімшесі не агенттік сізге осы бос орынға жолдама берді. Шарттарын қарап, жауап беріңіз. Бос орын: {vacancy}.",
            ru="Отделение занятости или агентство направляет вас на эту вакансию. Прочитайте условия и ответьте. Вакансия: {vacancy}.",
            en="The employment office or an agency refers you to this vacancy. Read its terms and answer. Vacancy: {vacancy}.",
        ),
    ),
    MessageKind.REFERRAL_RECEIVED: Letter(
        Topic.WORK,
        Text(kk="Сізге үміткер жіберілді: {vacancy}", ru="К вам направлен кандидат: {vacancy}", en="A candidate was referred to you: {vacancy}"),
        Text(
            kk="Бос орныңызға жолдамамен үміткер жіберілді. Онымен танысып, жауап беріңіз. Бос орын: {vacancy}.",
            ru="На вашу вакансию направлен кандидат. Познакомьтесь с ним и ответьте. Вакансия: {vacancy}.",
            en="A candidate was referred to your vacancy. Please meet the person and answer. Vacancy: {vacancy}.",
        ),
    ),
    MessageKind.OFFERED: Letter(
        Topic.WORK,
        Text(kk="Сізге жұмыс ұсынылды: {vacancy}", ru="Вам предлагают работу: {vacancy}", en="You are offered a job: {vacancy}"),
        Text(
            kk="Жұмыс беруші сізге жұмыс ұсынды. Шарттарын қарап, мерзімі біткенше жауап беріңіз. Бос орын: {vacancy}. Соңғы күні: {until}.",
            ru="Работодатель предлагает вам работу. Прочитайте условия и ответьте, пока предложение в силе. Вакансия: {vacancy}. Срок: {until}.",
            en="An employer offers you a job. Read the terms and answer while the offer is open. Vacancy: {vacancy}. Open until: {until}.",
        ),
    ),
    MessageKind.OFFER_ANSWERED: Letter(
        Topic.WORK,
        Text(kk="Ұсынысыңызға жауап: {vacancy}", ru="Ответ на ваше предложение: {vacancy}", en="Answer to your offer: {vacancy}"),
        Text(
            kk="Үміткер ұсынысыңызға жауап берді. Бос орын: {vacancy}. Қазіргі күйі: {state}.",
            ru="Кандидат ответил на ваше предложение. Вакансия: {vacancy}. Состояние: {state}.",
            en="The candidate answered your offer. Vacancy: {vacancy}. State: {state}.",
        ),
    ),
    MessageKind.PLACEMENT_TO_CONFIRM: Letter(
        Topic.WORK,
        Text(kk="Жұмысқа тұруды растаңыз", ru="Подтвердите трудоустройство", en="Please confirm a placement"),
        Text(
            kk="Жұмысқа тұру туралы мәлімет тіркелді. Ол дұрыс болса, растаңыз; дұрыс болмаса, себебін жазыңыз. Жұмыс басталған күн: {started_on}.",
            ru="Записано трудоустройство. Если это так, подтвердите; если нет, напишите, что неверно. Начало работы: {started_on}.",
            en="A placement was recorded. If it is right, confirm it; if not, say what is wrong. Work began on: {started_on}.",
        ),
    ),
    MessageKind.PLACEMENT_DISPUTED: Letter(
        Topic.WORK,
        Text(kk="Жұмысқа орналасуға дау айтылды", ru="Трудоустройство оспорено", en="A placement is disputed"),
        Text(
            kk="Екінші тарап жұмысқа орналасу туралы жазбамен келіспейді. Жазбаны қарап шығыңыз. Жұмыс басталған күні: {started_on}.",
            ru="Другая сторона не согласна с записью о трудоустройстве. Посмотрите запись. Начало работы: {started_on}.",
            en="The other side does not agree with the record of a placement. Please look at it. Work began on {started_on}.",
        ),
    ),
    MessageKind.PLACEMENT_DOUBTED: Letter(
        Topic.ACCOUNT,
        Text(
            kk="Жұмысқа орналасу күмән тудырды: жауап беріңіз",
            ru="Трудоустройство вызвало сомнение: ответьте",
            en="A placement is in doubt: please reply",
        ),
        Text(
            kk="Жұмыспен қамту бөлімшесі бұл жұмысқа орналасудың күшін жоюды ұсынды. Шешім шықпай тұрып, жауап беруге құқығыңыз бар. "
            "Себебі мен жауап беретін жер сілтемеде. Жұмыс басталған күні: {started_on}. Жауап күтетін күн саны: {days}.",
            ru="Отделение занятости предложило аннулировать это трудоустройство. До решения вы вправе ответить. "
            "Причина и место для ответа по ссылке. Начало работы: {started_on}. Ждём ответа дней: {days}.",
            en="The employment office proposes to annul this placement. You have the right to reply before it is decided. "
            "The reason, and where to reply, are behind the link. Work began on {started_on}. Days to reply: {days}.",
        ),
    ),
    MessageKind.DOUBT_DECIDED: Letter(
        Topic.ACCOUNT,
        Text(kk="Жұмысқа орналасу туралы шешім", ru="Решение о трудоустройстве", en="Decision about a placement"),
        Text(
            kk="Күмән тудырған жұмысқа орналасу туралы шешім қабылданды: {decision}. Жұмыс басталған күні: {started_on}.",
            ru="По трудоустройству, вызвавшему сомнение, принято решение: {decision}. Начало работы: {started_on}.",
            en="The placement that was in doubt has been decided: {decision}. Work began on {started_on}.",
        ),
    ),
    MessageKind.EMPLOYER_VERIFIED: Letter(
        Topic.ACCOUNT,
        Text(kk="Ұйымыңыз тексерілді", ru="Ваша организация проверена", en="Your organisation is verified"),
        Text(
            kk="Жұмыспен қамту бөлімшесі ұйымыңызды тексерді. Енді бос орындарыңыз бірден жарияланады.",
            ru="Отделение занятости проверило вашу организацию. Теперь ваши вакансии публикуются сразу.",
            en="The employment office has verified your organisation. From now on your vacancies are published at once.",
        ),
    ),
    MessageKind.EMPLOYER_REFUSED: Letter(
        Topic.ACCOUNT,
        Text(kk="Ұйымыңыз тексеруден өтпеді", ru="Ваша организация не прошла проверку", en="Your organisation was not verified"),
        Text(
            kk="Жұмыспен қамту бөлімшесі ұйымыңызды растай алмады. Себебі басты бетіңізде жазылған. Түзетіп, бөлімшеге хабарласыңыз.",
            ru="Отделение занятости не смогло подтвердить вашу организацию. Причина указана на вашей главной странице. Исправьте и обратитесь к нам.",
            en="The employment office could not verify your organisation. The reason is on your home page. Correct it and contact us.",
        ),
    ),
    MessageKind.VACANCY_PUBLISHED: Letter(
        Topic.VACANCIES,
        Text(kk="Бос орын жарияланды: {vacancy}", ru="Вакансия опубликована: {vacancy}", en="Vacancy published: {vacancy}"),
        Text(
            kk="Бос орныңыз жарияланды, оны жұмыс іздеушілер көреді. Бос орын: {vacancy}.",
            ru="Ваша вакансия опубликована, её видят соискатели. Вакансия: {vacancy}.",
            en="Your vacancy is published and jobseekers see it. Vacancy: {vacancy}.",
        ),
    ),
    MessageKind.VACANCY_REJECTED: Letter(
        Topic.VACANCIES,
        Text(kk="Бос орын қайтарылды: {vacancy}", ru="Вакансия отклонена: {vacancy}", en="Vacancy rejected: {vacancy}"),
        Text(
            kk="Бос орныңыз жарияланбайды. Түзетіп, қайта жібере аласыз. Бос орын: {vacancy}. Себебі: {reason}.",
            ru="Ваша вакансия не публикуется. Вы можете исправить её и отправить снова. Вакансия: {vacancy}. Причина: {reason}.",
            en="Your vacancy is not published. You can correct it and send it again. Vacancy: {vacancy}. Reason: {reason}.",
        ),
    ),
    MessageKind.VACANCY_EXPIRING: Letter(
        Topic.VACANCIES,
        Text(kk="Мерзімі бітейін деп тұр: {vacancy}", ru="Срок вакансии истекает: {vacancy}", en="Vacancy about to expire: {vacancy}"),
        Text(
            kk="Бос орынның мерзімі жақында бітеді. Адам әлі керек болса, мерзімін ұзартыңыз. Бос орын: {vacancy}. Соңғы күні: {until}.",
            ru="Скоро истечёт срок вакансии. Если человек ещё нужен, продлите её. Вакансия: {vacancy}. Последний день: {until}.",
            en="Your vacancy will soon expire. If you still need somebody, prolong it. Vacancy: {vacancy}. Last day: {until}.",
        ),
    ),
    MessageKind.NEW_VACANCIES: Letter(
        Topic.SEARCHES,
        Text(kk="Сіз іздеген жаңа бос орындар: {count}", ru="Новые вакансии по вашим поискам: {count}", en="New vacancies you look for: {count}"),
        Text(
            kk="Сақталған іздеулеріңізге сай жаңа бос орындар шықты.\n\n{found}",
            ru="Появились новые вакансии по вашим сохранённым поискам.\n\n{found}",
            en="There are new vacancies that meet your saved searches.\n\n{found}",
        ),
    ),
    MessageKind.ANSWER_DUE: Letter(
        Topic.REMINDERS,
        Text(kk="Өтінім жауап күтіп тұр: {vacancy}", ru="Отклик ждёт ответа: {vacancy}", en="An application is waiting: {vacancy}"),
        Text(
            kk="Өтінімге әлі жауап бермедіңіз. "
            "30 күннен кейін ол жауапсыз жабылады және бұл жауап беру үлесіңізден көрінеді. Бос орын: {vacancy}. Күткен күні: {days}.",
            ru="Вы ещё не ответили на отклик. "
            "Через 30 дней он закроется без ответа, и это будет видно в доле ваших ответов. Вакансия: {vacancy}. Ждёт дней: {days}.",
            en="You have not answered an application yet. "
            "After 30 days it closes unanswered, which shows in your answer rate. Vacancy: {vacancy}. Days waiting: {days}.",
        ),
    ),
    MessageKind.REGISTRATION_TO_RENEW: Letter(
        Topic.REMINDERS,
        Text(kk="Тіркеуіңізді ұзартыңыз", ru="Продлите регистрацию", en="Please renew your registration"),
        Text(
            kk="Жұмыспен қамту бөлімшесіндегі тіркеуіңіз ұзартылмаса, тоқтайды. Соңғы күні: {until}.",
            ru="Ваша регистрация в отделении занятости прекратится, если её не продлить. Последний день: {until}.",
            en="Your registration at the employment office ends unless you renew it. Last day: {until}.",
        ),
    ),
    MessageKind.INACTIVE: Letter(
        Topic.ACCOUNT,
        Text(kk="Деректеріңіз өшіріледі", ru="Ваши данные будут удалены", en="Your data will be erased"),
        Text(
            kk="Сіз биржаға екі жылға жуық кірмедіңіз. Кірмесеңіз, жеке деректеріңіз өшіріледі. "
            "Өшіру күні: {until}. Қалдырғыңыз келсе, бір рет кірсеңіз болғаны.",
            ru="Вы не заходили на биржу почти два года. Если не зайдёте, ваши личные данные будут удалены. "
            "День удаления: {until}. Чтобы их оставить, достаточно войти один раз.",
            en="You have not visited the exchange for almost two years. Unless you do, your personal data will be erased. "
            "Day of erasure: {until}. To keep it, signing in once is enough.",
        ),
    ),
}
