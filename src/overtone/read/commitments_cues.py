"""The words of undertakings: promises, agreements, orders, refusals, and what somebody says he will do.

Patterns of the three languages stand side by side, as in `encounter_cues`: letters and stems keep them apart.
"""

import re

PROMISED = re.compile(
    r"\b(?:promis(?:ed|es|ing)|pledg(?:ed|es|ing)|vow(?:ed|s|ing)|undert(?:ook|akes|aken|ake)|guarante(?:ed|es)|"
    r"(?<!remains )(?<!remain )(?<!is )(?<!are )(?<!was )commit(?:ted|s)(?: itself| himself| herself| themselves)? to|"
    r"assur(?:ed|es)|offer(?:ed|s) to|(?:took|takes) it upon (?:him|her|it)self|"
    r"gave (?:his|her|its|their|an) (?:assurance|word|pledge|guarantee)\w*|(?:gave|has given|have given) (?:a )?"
    r"guarantees?)\b"
    r"|\b(?:по)?обеща(?:л[аи]?|ет|ют|но|в)\b|\bобяз(?:ался|алась|ались|уется|уются)\b|\bгарантиру\w+|\bгарантировал\w*"
    r"|\bзаверил\w*|\bвзял\w* на себя обязательств\w*"
    r"|\b(?:па)?абяца(?:ў|ла|лі|е|юць|на)\b|\bабавяза(?:ўся|лася|ліся)\b|\bгарантава\w+|\bгарантуе\w*|\bзапэўні(?:ў|ла|лі)\b"
    r"|\bузя\w+ на сябе абавяз\w+",
    re.IGNORECASE,
)
AGREED = re.compile(
    r"\b(?:agreed (?:to|on|that)|settled on|reached an? (?:agreement|understanding) (?:to|on)|decided to|"
    r"approved plans? to)\b"
    r"|\b(?:договорил|условил)(?:ся|ась|ись)\b|\bдостигл\w* договор[её]нност\w+"
    r"|\bсогласил(?:ся|ась|ись)\b(?! со? )"
    r"|\bрешил\w* (?=\w+ть\b)"
    r"|\b(?:дамовіўся|дамовілася|дамовіліся)\b|\b[пз](?:ага|га)дзі(?:ўся|лася|ліся)\b(?! са? | з )"
    r"|\bвырашы(?:ў|ла|лі) (?=\w+ц[ьца]\w*)",
    re.IGNORECASE,
)
ORDERED = re.compile(
    r"(?<!was )(?<!were )(?<!been )(?<!is )(?<!are )\b(?:ordered|instructed|directed(?! (?:at|against|to))|tasked)\b"
    r"|\bпоручил\w*|\bпоставил\w* задачу|\bраспорядил\w+"
    r"|\bприказал\w*|\bвелел\w*"
    r"|\bдаручы(?:ў|ла|лі)\b|\bпаставі(?:ў|ла|лі) задачу|\bзагада(?:ў|ла|лі)\b",
    re.IGNORECASE,
)
REFUSED = re.compile(
    r"\b(?:refus(?:ed|es) to|ruled out|declined to (?!comment|say|answer|name)|will not|would not|won't)\b"
    r"|(?<!если )\bне буд(?:ет|ут) (?=\w{4,}ть(?:ся)?\b)|(?<!калі )\bн[ея] буд(?:зе|уць) (?=\w{4,}ц(?:ь|ца)\b)"
    r"|\bотказал(?:ся|ась|ись)\b(?! от комментари| комментир| назв)|\bне намерен\w*|\bисключил\w*"
    r"|\bадмові(?:ўся|лася|ліся)\b(?! ад каментар| камент)|\bвыключы(?:ў|ла|лі)\b",
    re.IGNORECASE,
)
WILL = re.compile(
    r"\b(?:will|would|is to|are to|shall)(?: (?:also|soon|then|now|certainly|definitely))? "
    r"(?!be\b|have\b|not\b|never\b|need\b|like\b|seem\b|mean\b|become\b|remain\b|happen\b|depend\b|require\b|get\b|"
    r"make it\b|come to\b|find\b|want\b|take place\b|go on\b|then\b|come\b|stand\b|forget\b|know\b|see\b|lose\b|"
    r"suffer\b)(?=[a-z]{3,})",
    re.IGNORECASE,
)
PASSIVE = re.compile(  # who does it is not the subject: the body spoken of before, or whoever says so
    r"\b(?:will|would) be (?=banned|set up|created|sent|called|renamed|built|signed|opened|closed|introduced|briefed|"
    r"handed|delivered|deployed|ratified|lifted|abolished)\b|\b(?:is|are) to be (?=\w+ed\b|sent\b|built\b|set up\b)",
    re.IGNORECASE,
)
WILL_SLAVIC = re.compile(
    r"\b(?:созда(?:ст|дут|дим)|предостав(?:ит|ят|им)|поставит|поставят|поставим|построит|построят|перед(?:аст|адут|адим)|"
    r"подпиш(?:ет|ут|ем)|ратифициру(?:ет|ют|ем)|введ(?:ет|ут|ём|ем|ёт)|отмен(?:ит|ят)|выдел(?:ит|ят|им)|"
    r"направ(?:ит|ят|им)|провед(?:ет|ут|ем|ёт|ём)|продолж(?:ит|ат|им)(?! (?:идти|оставаться))|"
    r"развер(?:нет|нут|нёт|нем)|"
    r"пров(?:едет|едут)|расскаж(?:ет|ут|ем)|обеспеч(?:ит|ат|им)|начн(?:ет|ут|ём|ем|ёт)|откро(?:ет|ют|ем)|закро(?:ет|ют|ем)|"
    r"помож(?:ет|ем)|помогут|выполн(?:ит|ят|им)|заверш(?:ит|ат|им)|подготов(?:ит|ят|им)|сформиру(?:ет|ют|ем)|"
    r"переимену(?:ет|ют)|запрет(?:ит|ят)|снимет|снимут)\b"
    r"|\b(?:створ(?:ыць|аць|ым)|паставяць|паставіць|пабуду(?:е|юць|ем)|перадас(?:ць|і)|перададуць|падпіш(?:а|уць|ам)|"
    r"ратыфіку(?:е|юць|ем)|увядз(?:е|уць)|адмен(?:іць|яць)|выдзел(?:іць|яць)|накіру(?:е|юць|ем)|правядз(?:е|уць|ём)|"
    r"працягн(?:е|уць|ем)|разгорн(?:е|уць)|забяспеч(?:ыць|аць|ым)|пачн(?:е|уць|ём)|адкры(?:е|юць)|дапамож(?:а|ам)|"
    r"дапамогуць|выкана(?:е|юць|ем)|заверш(?:ыць|аць)|падрыхту(?:е|юць|ем)|сфармір(?:уе|уюць))\b",
    re.IGNORECASE,
)
_ADVERB = (
    r"(?:(?:also|later|then|again|now|further|himself|также|затем|ещ[её]|потом|снова|уже|таксама|потым|зноў|ужо)\s+)?"
)
PRONOUN = re.compile(
    rf"\b(?:(?P<many>they|both|они|стороны|оба|яны|бакі|абодва)|he|she|it|он|она|ён|яна)\s+{_ADVERB}$",
    re.IGNORECASE,
)
REPORTED = re.compile(  # where the words of whoever reports begin, behind what is undertaken
    r",\s+(?:(?:[\w’'-]+\s+){0,3}(?:said|added|reported|announced|claimed|explained|noted)\b|"
    r"(?:сообщил|сказал|заявил|добавил|отметил|уточнил|пояснил|паведамі|сказа|заяві|дада|адзначы|растлумачы)\w*)",
    re.IGNORECASE,
)
FIRST_PERSON = re.compile(  # whose words these are, the sentence alone does not tell
    r"\b(?:I|we|my|our|ours|us|me|я|мы|нас|нам|нами|наш\w{0,3}|мой|моя|мое|моё|меня|мне|мяне|наша\w{0,2}|майго|мой)\b",
    re.IGNORECASE,
)
OF_WORDS = re.compile(r"\b(?:not|never|nobody|no one|nothing|не|ня|ніколі|никогда)\s*$", re.IGNORECASE)
ASKED = re.compile(r"\b(?:if|whether|when|should|unless|provided|если|когда|ли|калі|ці)\b", re.IGNORECASE)
HOPED = re.compile(  # what is hoped, feared or foreseen of another is no undertaking of his
    r"\b(?:hop(?:e|es|ed|ing)|confiden(?:t|ce)|convinced|expect(?:s|ed|ing)?|wish(?:es|ed)?|fear(?:s|ed)?|"
    r"predict(?:s|ed)?|doubt(?:s|ed)?|believe[sd]?|certain that|sure that|suspects?|"
    r"наде(?:ется|ются|ялся|ялась|ждой|жду)|увер(?:ен|ена|ены|енность|енностью)|ожида(?:ет|ют|л|ла|ли)|опаса(?:ется|ются|лся)|"
    r"сомнева(?:ется|ются|лся)|счита(?:ет|ют|л|ла)|спадзя(?:ецца|юцца|ваўся)|упэўнен\w{0,4}|чака(?:е|юць|ў)|"
    r"асцерага(?:ецца|юцца)|лічыць|лічаць|сумнява(?:ецца|юцца))\b",
    re.IGNORECASE,
)
OTHERS = re.compile(  # a subject without a name right before the verb: it is not whoever was named before
    r"(?:^|[,;:—–] |\b(?:that|said|says|and|but|while|as|because|when) )"
    r"(?:the|an?|his|her|its|their|all|some|several|many) "
    r"(?!(?:[\w’'-]+ ){0,3}?(?:president|minister|leader|premier|chancellor|king|prince|head|sides?|part(?:y|ies)|two|"
    r"both|government|ministry|kremlin|countr(?:y|ies)|states?|presidents|ministers|leaders|alliance|bloc|union|council|"
    r"organi[sz]ation|parliament)\b)(?:[a-z’'-]+ ){1,3}$",
)
MANY = re.compile(
    r"\b(?:they|both|(?:the )?(?:two )?(?:presidents|leaders|ministers|part(?:ies)|sides)|heads of state|"
    r"они|оба|стороны|президенты|лидеры|министры|главы государств|яны|абодва|бакі|прэзідэнты|лідары|міністры)\b",
    re.IGNORECASE,
)
TURNED = re.compile(r"(?:^|[,—–»”\"]\s?)$")  # the verb stands behind what it reports: "…, pledged the minister"
TURNED_TO = re.compile(r"[^,.;:]{0,70}$")  # and before whoever says so
