"""The words by which a contact is recognised: its kind, whether it was held, who is named by office.

Patterns of the three languages stand side by side and are tried on every text: their letters and stems keep them
apart, so nobody has to ask which language a text is in. Sources: the headline grammar of the Kremlin, Kyiv and White
House pages and the wire style of the diary.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from overtone.read.encounter_kernels import Kernels, alternatives


@dataclass(frozen=True, slots=True)
class Cue:
    """Patterns of which one may stand in a text, in any case of letters; the Latin ones are asked first."""

    patterns: tuple[tuple[int, re.Pattern[str]], ...]  # each with its bit among all

    def search(self, text: str, start: int = 0, stop: int | None = None) -> re.Match[str] | None:
        """The first place where one stands; offsets are those of the text."""
        lowered, may_stand = _look(text)
        for bit, pattern in self.patterns:
            if bit & may_stand:
                found = pattern.search(lowered, start, len(text) if stop is None else stop)
                if found is not None:
                    return found
        return None


_CYRILLIC = re.compile("[а-яіўё]")
_SOURCES: list[str] = []  # every pattern of every cue below


def _any(*patterns: str) -> Cue:
    parts = [part for pattern in patterns for part in alternatives(pattern)]
    cyrillic = [part for part in parts if _CYRILLIC.search(part)]
    latin = [part for part in parts if part not in cyrillic]
    return Cue(tuple(_numbered(some) for some in (latin, cyrillic) if some))


def _numbered(parts: list[str]) -> tuple[int, re.Pattern[str]]:
    """One pattern and its bit: what begins at a word's border shares the look for it, several times faster."""
    at_border = [part.removeprefix(r"\b") for part in parts if part.startswith(r"\b")]
    free = [part for part in parts if not part.startswith(r"\b")]
    whole = [rf"\b(?:{'|'.join(at_border)})"] if at_border else []
    _SOURCES.append("|".join(parts))
    return 1 << len(_SOURCES) - 1, re.compile("|".join([*whole, *free]))


@lru_cache(maxsize=64)
def _look(text: str) -> tuple[str, int]:
    """The text in lower case, if that is as long, and the patterns that may stand in it: passages are asked often."""
    lowered = text.lower()
    return lowered if len(lowered) == len(text) else text, _KERNELS.may_stand(lowered)


PHONE = _any(
    r"\bby (?:tele)?phone\b|\bon the (?:tele)?phone\b|\btele-?phone|\bphone (?:call|conversation|talk)",
    r"\bphon(?:es|ed|ing)\b|\brang\b|\bcalls?\b(?= (?:with|to|between|from)\b)|\bin (?:a|separate) calls?\b",
    r"’s call\b|'s call\b|\bleaders['’]? call\b|\bcalls (?:\w+ )?leaders (?:over|about|on)\b",
    r"\bbirthday call\b|[–-]\w+ call\b",
    r"телефонн|по телефону|созвонил|позвонил|тэлефонн|па тэлефоне|патэлефанава|стэлефанава|пазваніў",
)
VIDEO = _any(
    r"\bvideo ?(?:-?link|-?conferenc|meeting|call|summit|format)|\bby video\b|\bvirtual(?:ly)?\b|"
    r"\bonline (?:summit|session)",
    r"видеоконференц|видеосвяз|видеосаммит|онлайн-саммит|відэаканферэнц|відэасувяз|анлайн-саміт|відэасаміт",
)
SIDELINES = _any(
    r"\bon the (?:sidelines|margins)\b|\bin the margins\b|\bchat\b|\bexchanged? a few words\b",
    r"\bbrief(?:ly)? (?:conversation|exchange|talk|spoke)|\bspoke briefly\b",
    r"на полях|в кулуарах|у кулуарах|кратк\w+ (?:разговор|бесед)|перекинул\w+|накоротке|на палях|каротк\w+ размов",
)
AFTER_SUMMIT = _any(
    r"\b(?:after|following|once)\b[^.;]{0,40}\bsummit\b",
    r"(?:после|по итогам|по окончании) (?:\w+ ){0,2}саммит|пасля (?:\w+ ){0,2}саміт",
)
BRIEF = _any(r"^conversation with\b", r"\bspoke with\b", r"^бесед\w* с\b")
MULTILATERAL = _any(
    r"\bsummits?\b|\btrilateral\b|\btripartite\b|\bquadrilateral\b|\bsupreme (?:state|eurasian)",
    r"\bcouncil of (?:the )?(?:cis |csto )?heads\b|\binformal (?:meeting|gathering|summit)\b",
    r"\b(?:emergency|extraordinary|regular|plenary|csto|collective|brics\+?|eurasian)[\w ]* (?:session|meeting|"
    r"council)",
    r"\bsession of\b|\bmeeting of (?:the )?(?:heads|leaders|csto|cis|eaeu|sco|supreme|presidents)",
    r"\bleaders\b[^.;]{0,60}\b(?:meet|met|meeting|gather\w*|sat together)\b|\bcouncil\b[^.;]{0,30}\bsummit",
    r"саммит|сесси[яию]|заседани\w+ (?:\w+ ){0,3}(?:совета|одкб|вееэс|еаэс|снг|глав|высшего)|тр[её]хсторонн",
    r"встреч\w+ (?:\w+ )?лидеров|(?:неформальн\w+|лидер\w+|глав\w*)[^.;]{0,30}встреч",
    r"саміт|сесі[яію]|пасяджэнн\w+ (?:\w+ ){0,3}(?:савета|адкб|снд|еаэс|кіраўнікоў)|трохбаков",
    r"сустрэч\w+ (?:\w+ )?лідараў",
)
TALKS = _any(
    r"\bmeet(?:s|ing|ings)?\b|\bmet\b|\btalks\b|\bnegotiations?\b|\bconsultations?\b|\breceiv(?:es?|ed|"
    r"ing)\b(?! (?:little|much|some|no|any|a|an|from|letters|credentials|state|support|attention)\b)",
    r"\bhosted\b|\bconversations?\b|\bspoke\b(?! (?:at|to|about|on|in|before)\b)|\bone-on-one\b|"
    r"\bface to face\b|\btête-à-tête\b",
    r"\bnews conference\b|\bpress (?:conference|statements?)\b|\bstatements for the press\b|\bbreakfast\b|\bdinner\b",
    r"\btogether with\b|\bat his side\b|\bhad a talk\b|\breadout of\b|\bdiscuss(?:ed|es)?\b[^.;]{0,80}\bwith\b|"
    r"\bdiscussions? with\b|\bdiscuss\b",
    r"\bwelcom(?:ed|es|ing)\b|\bto (?:visit|receive)\b",
    r"встре[тч]|переговор|\bпринял[аи]?\b|\bпримет\b|\bпринима|\bразговор|\bразговаривал|\bбесед|\bувид[еи]|"
    r"с глазу на глаз|один на один",
    r"\bобсуди(?:л|ла|ли) с\b|\bобсудили\b|\bповидал|\bпринимая|\bговорил[аи]? с\b|\bпоговорил",
    r"сустр[эа]|перагавор|перамов|\bпрыня(?:ў|ла|лі)\b|\bпрыме\b|\bразмо[вў]|\bразмаўля|\bгутар|сам-насам|"
    r"адзін на адзін|\bабмеркавалі\b|\bпагавары",
)
DELEGATES = _any(
    r"\b(?:ceasefire|cease-fire|delegation\w*|working[- ]group|task[- ]force|expert|minsk|contact[- ]group)\b"
    r"(?: \w+){0,2}? (?:meetings?|met|talks|negotiations?|consultations?|session)\b",
    r"\b(?:meetings?|talks|negotiations?|consultations?) (?:between|of|with|by|among|at the level of) (?:the )?"
    r"(?:[\w-]+ (?:and [\w-]+ )?){0,2}?(?:delegations?|working groups?|advis[eo]rs|negotiators|task force|experts|"
    r"ambassadors|ministries)\b",
    r"\btask force\b[^.;]{0,40}\b(?:met|meeting)\b",
    r"\b(?:встреч\w+|переговор\w+|заседани\w+) (?:делегаци|рабоч\w+ групп|советник|эксперт|контактн\w+ групп)\w*",
    r"\b(?:сустрэч\w+|перагавор\w+|пасяджэнн\w+) (?:дэлегац|рабоч\w+ груп|дарадц|эксперт|кантактн\w+ груп)\w*",
)
VISIT = _any(r"\bvisit|\btrip\b", r"поездк|визит|паездк|візіт")
TOLD = _any(
    r"\b(?:told|tells|assur(?:ed|es)|promis(?:ed|es)|complained? to|complained|said as he received)\b",
    r"\bрассказал\w* (?:ему|ей)\b|\bсказал\w*\b|\bзаявил\w*\b|\bпообещал|\bпожаловал",
    r"\bказа[ўл]\w*\b|\bсказа[ўл]\w*\b|\bпаабяца|\bпаскардзі|\bпадзякава|\bпаказа[ўл]",
)

ANNOUNCED = _any(
    r"\bwill\b|\bwould (?:meet|hold|be held|take place|receive|host)\b|\bto (?:meet|hold|host|receive|visit|"
    r"attend|go on)\b",
    r"\bto be held\b|\b(?:is|are|was|were) (?:due|set|expected|scheduled|planned|going|"
    r"to(?! (?:uphold|protect|make|keep|support|ensure|strengthen|defend|build|give|stop)\b))\b|\bset for\b|"
    r"\bexpects? to\b",
    r"\bplan(?:s|ned|ning)? to\b|\bannounced (?:talks|for)\b|\b(?:has|have) announced\b|\binvited\b|"
    r"\bupcoming\b|\bforthcoming\b",
    r"\bagreed to (?:meet|hold)\b|\blooks? forward to\b|\bexpected\b|\bpreviewing\b|\bis going to\b|\bmay meet\b",
    r"провед[её]т|проведут|встрет(?:ит|ят)ся|встречу с .* анонсир|прим(?:ет|ут)\b|пройд[её]т|пройдут|состо(?:ит|"
    r"ят)ся",
    r"запланир|планиру|намечен|ожида|предстоящ|при[её](?:дет|дут)|прибуд|побыва(?:ет|ют)|рассчитыва|собира(?:ет|"
    r"ют)ся",
    r"\bвыступ(?:ит|ят)\b|\bвероятно\b|присоедин(?:ит|ят)ся|обрат(?:ит|ят)ся|\bверагодна\b|\b(?:may|might|could|"
    r"likely to) (?:meet|visit|hold)\b",
    r"договорил\w+ встрет|долж(?:ен|на|ны) встрет|\bждут\b|скор(?:ой|ую|ая) встреч|встреч\w+ с \w+ будет|"
    r"анонсирова|вылетел|улетел|отправил(?:ся|ась)",
    r"сустрэн(?:ец|уц)ца|правяд|адбудз(?:ец|уц)ца|возьм(?:е|уць) ўдзел|прым(?:е|уць)\b|заплан|плану|"
    r"павін[еа]н?\b|мае сустрэцца",
    r"збіра(?:ец|юц)ца|\bедзе\b|\bляціць\b|чака(?:ец|юц)ца|можа адбыцца|пры[еі]дзе|прыбудзе|наведае|далуча?ц?ца|"
    r"звярнуцца да",
)
SOON = _any(
    r"\bwill (?:meet|hold|have|host|receive|visit|take part|attend|welcome|arrive|be held|take place|discuss|"
    r"speak|be)\b",
    r"\blooks? forward to\b|\bis (?:scheduled|expected|due) to\b",
    r"провед[её]т|проведут|встрет(?:ит|ят)ся|примет участие|пройд[её]т|состо(?:ит|ят)ся|сустрэн(?:ец|уц)ца|"
    r"адбудз(?:ец|уц)ца",
)
TOGETHER = _any(r"\btogether with\b|\baccompanied by\b|\balongside\b", r"вместе с\b|разам з\b")
HELD = _any(
    r"\bmet\b|\bheld\b|\bhad\b|\bspoke\b|\breceived\b|\btook (?:part|place)\b|\battended\b|\bdiscussed\b|"
    r"\bhosted\b|\btold\b|\btalked\b",
    r"встретил|провел|провёл|принял|состоял|прошл|прошёл|прошел|обсудил|поговорил|созвонил|сустрэл|правёў|"
    r"правялі|адбыў|адбыл|прайш|прыняў|прынял",
)
CANCELLED = _any(
    r"\b(?:did not|didn't|has not|have not) (?:take place|meet|materiali[sz]e|happen)\b|\bnot been held\b|"
    r"\bno (?:separate|bilateral|such|full)[\w -]{0,20}(?:meeting|talks?|conversation)\b",
    r"\b(?:meeting|talks|call|visit|summit|trip)\b[^.;]{0,40}\b(?:was|were|been|is|are) (?:not held|cancelled|"
    r"canceled|called off|postponed|put off)\b",
    r"\bcancel(?:s|led|ed)\b|\bcalled off\b|\bcalls off\b|\bpostponed\b|\bput off\b|\bdropped (?:a|his|her|"
    r"the) (?:visit|trip)\b",
    r"не состоял|(?:встреч|переговор|разговор)\w*[^.;]{0,60}\bне (?:было|будет)\b|отмен(?:ил|ен|ён)|отложен|"
    r"отложил|перенес|перен[её]с|не встре(?:тил|чал)|отказал\w+ от (?:визит|встреч|поездк)",
    r"не адбыл|(?:сустрэч|перагавор|перамов|размов)\w*[^.;]{0,60}\bне было\b|адмян|адклад|адкла[лў]|перан(?:ё|"
    r"е)с|не сустр",
)
DENIED = _any(
    r"\bden(?:y|ies|ied|ying)\b[^.;]{0,60}\b(?:meeting|talks|call|visit|trip|summit|met|meet|spoken|spoke)\b",
    r"\bno (?:such )?(?:[\w-]+ ){0,2}?(?:meeting|talks|call|contacts?|visit|trip)\b[^.;]{0,50}\b(?:planned|scheduled|"
    r"expected|on the schedule|in the (?:\w+ )?(?:schedule|programme|agenda|plans))\b",
    r"\b(?:meeting|talks|call|visit|trip|conversation)\b[^.;]{0,50}\b(?:is|are|was|were) not (?:yet )?(?:being )?"
    r"(?:planned|scheduled|expected|on the agenda|in the plans)\b",
    r"\b(?:did not|didn't|have not|has not|had not|never) (?:met|meet|spoken|speak (?:with|to))\b|не встре(?:тил|чал)|"
    r"не сустр(?:эл|эў|ака)",
    r"\b(?:does|do|did) not plan to (?:meet|speak|talk|visit|call)\b|\bhas no plans to (?:meet|speak|talk|visit)\b",
    r"опроверг\w*[^.;]{0,60}(?:встреч|переговор|разговор|визит)|"
    r"(?:встреч|переговор|разговор|визит|контакт|поездк)\w*[^.;]{0,60}\bне (?:планиру|запланир|намеч|предусмотр|"
    r"готов[ия]тся|предполага|значится)|\bне планиру\w* (?:\w+ ){0,3}(?:встреч|переговор|разговор|визит|поездк)",
    r"абверг\w*[^.;]{0,60}(?:сустрэч|перагавор|перамов|размо|візіт)|"
    r"(?:сустрэч|перагавор|перамов|размо|візіт|кантакт|паездк)\w*[^.;]{0,60}\bне (?:плану|заплан|намеч|прадугледж|"
    r"рыхту)|\bне плану\w* (?:\w+ ){0,3}(?:сустрэч|перагавор|перамов|візіт|паездк)",
)
RECALLED = _any(
    r"\b(?:earlier|previously|last (?:time|year|month|week)|as at our|recall(?:s|ed|ing)?|(?:day|days|week|"
    r"weeks|month) after|since (?:the|their)|usually)\b",
    r"\bранее\b|(?<!как и )\bраньше\b|\bв последний раз\b|последний раз|напомнил|\bобычно\b",
    r"(?<!як і )\bраней\b|\bапошні раз\b|нагадаў|\bзвычайна\b",
)
CONVERSED = _any(r"\bconversation\b|\bspoke (?:today |again |briefly )?with\b|\bразговор\b|\bразмова\b")
FACED = _any(
    r"\bmeet|\bmet\b|\btalks\b|\bnegotiat|\bvisit|\barriv|\breceiv|\bsummit\b|\bconference\b|\bsidelines\b|"
    r"\bmargins\b|\bin (?:kyiv|moscow)\b",
    r"встре[тч]|переговор|принял|визит|прибы|саммит|полях|сустр|перагавор|прыняў|візіт|прыбы|саміт|палях",
)
NOT_CONTACT = _any(
    r"^fact sheet\b|^vision\b|^memorandum\b|^proclamation\b|^notice\b|^joint (?:declaration|vision)",
    r"^(?:greetings?|congratulations?|condolences?|birthday greetings|message|letter|article|law|federal law|"
    r"executive order|instructions|joint statement|interview|answers?|list of|excerpts?)\b",
    r"^(?:statement|speech|address|video address|new year)\b(?! by nsc| by nsc spokesperson|s following|"
    r"s by leaders)",
    r"\b(?:sent|sends|extended|conveyed)\b[^.;]{0,40}\b(?:greetings|message|condolences|telegram|"
    r"congratulations|letter)\b",
    r"\b(?:press briefing|press gaggle|background press call|letters? of credence|reception for)\b|\bregrets\b|"
    r"\breceiv\w+ congratulat",
    r"\bhold\b[^.;]{0,60}\b(?:to account|accountable|responsible)\b",
    r"^(?:поздравлени|соболезновани|приветстви|обращени|указ|статья|интервью)|телеграмм[аеу]|"
    r"\bнаправил\w* (?:приветств|соболезн)",
)
SEPARATE = _any(
    r"\btelephone conversations\b|\bseparate (?:calls|phone|telephone|meetings|talks)|\bseparately\b|"
    r"\bseveral (?:telephone|phone)",
    r"\bphone calls with\b|\bcalls with\b|\bphone (?:conversations|talks) with\b|\bseries of (?:calls|meetings|"
    r"phone)|\bbilateral meetings\b",
    r"телефонные (?:разговоры|беседы)|по отдельности|отдельно с|телефонныя размовы|асобна з|на телефоне с лидерами",
    r"\bon the phone with the leaders\b|\bcalls \w+ leaders\b",
)
SAME_DAY = _any(
    r"\b(?:today|this (?:morning|afternoon|evening)|on the same day)\b",
    r"сегодня|в этот день|в тот же день|сёння|у гэты дзень|у той жа дзень",
)
ENDORSED = _any(  # "supported the idea of a summit": it is to come
    r"\b(?:support\w*|back(?:ed|s)?|endorsed|agreed to|welcomed|approved)\b[^.;]{0,60}\b(?:idea|proposal|initiative|"
    r"plan)\b",
    r"\b(?:поддержал\w*|одобрил\w*)[^.;]{0,60}(?:иде|предложени|инициатив)",
    r"\b(?:падтрыма[лў]\w*|ухвалі[лў]\w*)[^.;]{0,60}(?:ідэ|прапанов|ініцыятыв)",
)
PRIVATE = _any(
    r"\btalks\b|\bbilateral\b|\bseparate|\bone-on-one\b|\bnegotiations\b",
    r"переговор|отдельн|двусторонн|с глазу на глаз|один на один|перагавор|перамов|асобн|двухбаков|сам-насам",
)
ATTENDED = _any(
    r"\btaking part\b|\btook part\b|\battended by\b|\balso attending\b|\bparticipa(?:nts|ted|ting)\b|"
    r"\bare also taking part\b|\binclude\b|\bwere joined by\b|\binvolving\b",
    r"приняли участие|участвовали|участвуют|участие в .* принимают|удзельнічалі|узялі ўдзел|прынялі ўдзел",
)
OWN_LEADER_IMPLIED = _any(
    r"^(?:(?:working|brief|joint|informal|start of|beginning of|continuation of|news|press|statements?|"
    r"conversation|meeting|talks|telephone|expanded|russian?\b|press statements?)\b)",
    r"^(?:the )?president\b(?! of the)",
    r"^(?:телефонн|встреча|переговоры|беседа|начало|заявлени|пресс-конференция|рабочая|совместн|российско|"
    r"тэлефонн|сустрэча|перагаворы)",
)
DATED = _any(
    r"\d|\b(?:yesterday|today|tomorrow|monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b",
    r"вчера|сегодня|завтра|учора|сёння|заўтра|понедельник|вторник|сред[ау]|четверг|пятниц|суббот|воскресень|"
    r"панядзел|аўтор|серад|чацвер|пятніц|субот|нядзел",
)
SUMMIT = _any(
    r"\bsummit\b|\bsession\b|\bleaders\b[^.;]{0,40}\b(?:meet|met|meeting|gather\w*)\b|\b(?:gathering|"
    r"meeting) of\b[^.;]{0,30}\bleaders\b",
    r"\binformal (?:gathering|meeting)\b|\bgathering\b|\b(?:urgent|emergency|extraordinary) [\w-]{2,12} meeting\b",
    r"саммит(?!ов|ах|ы)|сесси[яию]|заседани[еию]|встреч\w+ (?:\w+ )?(?:лидер|глав)|саміт(?!аў|ах|ы)|сесі[яію]|"
    r"пасяджэнн[еі]|сустрэч\w+ (?:\w+ )?(?:лідар|кіраўнік)",
)
BESIDE = re.compile(
    r"(?:\b(?:after|before|ahead of|days of|once|since|until|preparations? for|after speaking at|on the (?:sidelines|"
    r"margins) of|discuss\w*|talk\w* about|spoke about)|"
    r"\b(?:после|перед|накануне|в дни|подготовк\w+ к|в кулуарах|на полях|речь (?:шла|ид[её]т) об?|обсу\w+|"
    r"говорил\w* об?)|"
    r"\b(?:пасля|перад|напярэдадні|у дні|да|у кулуарах|на палях|гаворка (?:ішла|ідзе) пра|абмерк\w+|гаварыл\w* пра))"
    r"\s+(?:[\w-]+\s+){0,4}$",
    re.IGNORECASE,
)
SIGNED = _any(
    r"\bsign(?:ed|s)\b[^.;]{0,60}\b(?:protocol|agreement|treaty|statement|declaration|memorandum|document)",
    r"\bподписали\b|\bпадпісалі\b",
)
THAT = re.compile(r",? (?:that|что|што|будто|быццам)\b")

_KERNELS = Kernels(_SOURCES)
