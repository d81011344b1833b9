"""The words a speaker label is made of, and the words that show that a colon stands inside speech.

One table for all languages of the house: a label is printed in the language of its page, but names, titles and
notes of other languages stray in. Lower case, unless the word is told by its capital.
"""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


HEADS = _words(
    """
    president prime minister premier chancellor king queen prince princess emir amir sultan sheikh pope
    patriarch metropolitan archbishop bishop mufti imam rabbi chairman chairwoman chairperson chair co-chair
    secretary speaker director head ceo cfo chief governor mayor ambassador envoy commissioner representative
    ombudsman ombudsperson deputy vice-president vice-premier aide adviser advisor assistant spokesman
    spokeswoman spokesperson commander commander-in-chief admiral general lieutenant colonel major captain
    marshal sergeant senator congressman congresswoman member leader founder partner owner manager editor
    editor-in-chief journalist columnist correspondent reporter presenter host anchor moderator coach trainer
    captain champion athlete writer poet director-general secretary-general rector dean professor academician
    teacher doctor physician paramedic nurse engineer cosmonaut astronaut pilot worker miner farmer volunteer
    student judge prosecutor lawyer attorney treasurer administrator undersecretary under-secretary counsellor
    councillor coordinator composer actor actress artist designer scientist researcher entrepreneur
    businessman veteran superintendent inspector officer crown federal acting first lady mr mrs ms miss dr sir
    lord dame madam justice principal surgeon taoiseach president-elect co-founder президент премьер-министр
    премьер министр канцлер король королева принц эмир султан шейх патриарх митрополит архиепископ епископ
    муфтий председатель спикер директор глава гендиректор губернатор мэр посол уполномоченный постпред
    представитель заместитель замминистра вице-президент вице-премьер помощник советник пресс-секретарь
    командующий главнокомандующий начальник адмирал генерал полковник майор сенатор депутат лидер основатель
    руководитель редактор журналист корреспондент обозреватель ведущий ведущая модератор тренер писатель
    ректор профессор академик учитель врач инженер космонавт секретарь генсек госсекретарь судья прокурор
    секретарь прэзідэнт прэм'ер-міністр прэм’ер-міністр міністр старшыня спікер дырэктар кіраўнік пасол
    намеснік памочнік дарадца прэс-сакратар сакратар начальнік дэпутат рэдактар карэспандэнт вядучы вядучая
    мадэратар рэктар прафесар
    """
)
SURNAMES_TOO = _words("king prince bishop dean major marshal pope judge sultan emir farmer miner sheikh shah coach")
STANDALONE = _words(
    """
    president king queen emir chancellor patriarch pope prime king sultan prince ruling crown federal
    """
)
ENLARGERS = _words(
    """
    vice deputy first acting former federal ruling crown senior chief executive interim general presidential
    """
)
CONNECTORS = _words(
    """
    of the and for in on at to with & – — - de von und et de la le du und from under and/or и по в во на при
    от для с со об о к у за і ў па пры ад для з са аб да ў
    """
)
PARTICLES = _words(
    """
    al el ul bin ibn bint ben abu abdul von van der den ter ten de da di du la le dos das del della zu zum y e
    ould ag af av аль эль бин ибн фон ван дер де да ди дю ла ле дос дель оглы оглу кызы заде
    """
)
SPEECH = _words(
    """
    we you he she it they me us him them my our your his her their its this these those that is are was were
    be been being am has have had having will would can could should shall may might must do does did done not
    no yes say says said saying tell tells told ask asks asked asking quote quotes quoted repeat emphasise
    emphasize stress stressed note noted notes add added adds let look see seen think know knew want wanted
    believe need as if because so but than then there here what why how where when who whom whose which by
    into very also again thank thanks please dear reads read include includes included including following
    follows called call calls sign signed wrote writes written attended instructed particular other example
    instance words means meaning mentioned concern concerns go come came я мы вы ты он она оно они мне нам вам
    тебе ему ей им меня нас вас тебя его её ее их мой моя наш наша наше ваш ваша свой это этот эта эти что как
    если когда где кто чем чего но не ни да нет был была было были есть будет буду будем сказал сказала
    сказали говорил говорит говорят заявил заявила отметил отметила подчеркнул подчеркнула спросил повторяю
    повторю подчеркну скажу говорю хочу хотел могу можем надо нужно можно только уже ещё еще тоже так вот тут
    там потому поэтому чтобы который которая которые цитирую напомню пример вопрос ответ словам слова мяне нас
    вас яго яе іх мой наш ваш гэта гэты калі дзе хто але не ні так быў была было былі ёсць будзе сказаў
    сказала заявіў адзначыў падкрэсліў паўтару скажу хачу магу трэба можна толькі ўжо яшчэ таксама вось каб
    які
    """
)
OPENERS = _words(
    """
    i a an the in as on at to for from with by according following after before during while if when and but
    or so then thus hence also dear here there well now today finally first second third fourth fifth next
    firstly secondly lastly another one moreover furthermore however therefore besides once again just look
    imagine remember indeed yes no ok okay right oh let about regarding concerning under over between among
    through until since unlike instead в во на по с со к о об от для из при после до если когда и а но или так
    вот итак далее дорогой дорогие уважаемый уважаемая уважаемые сегодня теперь наконец первое второе третье
    во-первых во-вторых повторяю например ещё еще у на па з са да аб ад для пасля калі і але ці дык вось
    шаноўны шаноўныя паважаны паважаныя сёння цяпер нарэшце
    """
)
HEADINGS = _words(
    """
    beginning speech address remarks opening closing excerpts excerpt transcript meeting press news joint
    statement statements ceremony talks conversation interview answers reply replies greetings message
    executive order concluding introductory extracts start part session continuation executive working
    вступительное выступление обращение начало стенограмма стенографический заявление заявления
    пресс-конференция заключительное ответы выдержки беседа встреча заседание совещание уступнае выступленне
    зварот пачатак стэнаграма заява заявы прэс-канферэнцыя заключнае адказы сустрэча пасяджэнне
    """
)
COLLECTIVES = _words(
    """
    union council states republic federation organisation organization treaty forum bank ministry committee
    region territory oblast east west north south project programme program law act agreement alliance
    commission fund party duma parliament assembly academy university institute war games cup summit stream
    sea ocean river city district nations korea africa america europe asia revolution congress constitution
    day year article chapter point points thing question questions issue problem task goal example priority
    option союз совет республика федерация организация договор банк министерство комитет область край партия
    дума саюз савет рэспубліка федэрацыя арганізацыя дагавор міністэрства камітэт вобласць партыя
    """
)
QUESTION = _words("question questions q вопрос вопросы пытанне пытанні")
REMARK = _words(
    """
    remark remarks reply replies response responses comment comments voice voices audience all answer
    exclamation crowd child children participants volunteers реплика реплики голос голоса ответ возглас зал
    рэпліка рэплікі адказ
    """
)
MODERATION = _words(
    """
    moderator host presenter anchor operator chairperson interpreter translator модератор ведущий ведущая
    переводчик мадэратар вядучы вядучая перакладчык
    """
)
ANONYMOUS = _words("speaker participant email sms official subject customer aide выступающий участник удзельнік")
OUTLETS = _words(
    """
    agency tv television channel newspaper radio news novosti interfax reuters bloomberg magazine tass gazette
    times агентство телекомпания телеканал газета радио журнал новости интерфакс агенцтва тэлеканал радыё
    часопіс
    """
)
CAPITAL_TITLES = _words(
    """
    THE MR MS MRS DR MISS PRESIDENT PRIME VICE SECRETARY AMBASSADOR SENATOR REPRESENTATIVE GOVERNOR MAYOR
    CHANCELLOR KING QUEEN EMIR AMIR SULTAN ADMINISTRATOR DIRECTOR DEPUTY ASSISTANT CHAIR CHAIRMAN SPEAKER
    LEADER GENERAL ADMIRAL COLONEL CHIEF SENIOR FIRST MODERATOR PARTICIPANT OPERATOR INTERPRETER ATTORNEY
    JUSTICE COMMISSIONER UNDER CONGRESSMAN CONGRESSWOMAN PROFESSOR REVEREND MINISTER FOREIGN COUNSELOR SURGEON
    CAPTAIN SERGEANT PRINCE HIS HER
    """
)
STAMPS = _words("END TO SENT NOMINATIONS EDT EST SUBJECT FACT SHEET NOTE FROM RE BACKGROUND READOUT")
