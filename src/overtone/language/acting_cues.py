"""Verbs by which somebody named speaks though they govern no clause ("spoke of", "approved"), and turns of reporting.

Patterns are for folded text in lower case and are matched right behind a subject; each is bounded, so time is linear.
Not for verbs before a clause or a quotation, which `english_cues` and its fellows hold.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

NEVER = re.compile(r"(?!)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Acting:
    """How a language tells that somebody speaks by an act. Group 1 of a pattern, where it has one, is the cue."""

    acts: re.Pattern[str] = NEVER  # behind a person or a body: spoke of, complained about
    decides: re.Pattern[str] = NEVER  # behind a body only: approved, suspended
    own: re.Pattern[str] = NEVER  # "in his words": group 1 is the pronoun
    agent: re.Pattern[str] = NEVER  # before whose words or proposal it is: "was given by", "on a proposal by"
    cites: re.Pattern[str] = NEVER  # before whose words the press passes on: «со ссылкой на»
    quotes: re.Pattern[str] = NEVER  # before the one quoted: "quoted [X] as saying"
    as_saying: re.Pattern[str] = NEVER  # behind the one quoted
    parts: re.Pattern[str] = NEVER  # behind a possessive that is no source: "for his [part]"
    topics: re.Pattern[str] = NEVER  # what was talked about: "on the agenda", «речь шла о»
    contacts: re.Pattern[str] = NEVER  # that some met or spoke
    contents: re.Pattern[str] = NEVER  # what about
    subjects: re.Pattern[str] = NEVER  # a pronoun that begins a sentence


_ADVERBS = (
    r"(?:,[^,.;:\n]{1,60},)?\s+(?:on \d{1,2} [a-z]+ )?"
    r"(?:(?:also|again|later|then|once more|once again|further|repeatedly|meanwhile|too|had|has|have|already) ){0,3}"
)
_ACTS = (
    r"spoke (?:of|out)|spoke about|speaks of|set out|sets out|spelled out|laid out|ruled out|played down|"
    r"looked forward to|looks forward to|complained|complains|raised (?:the|a|an|his|her|its|concerns?|doubts?)|"
    r"compared|compares|likened|accused|accuses|blamed|blames|praised|praises|thanked|thanks|condemned|condemns|"
    r"denounced|denounces|criticised|criticized|criticises|criticizes|rejected|rejects|dismissed|welcomed|welcomes|"
    r"called (?:for|on|it|him|her|them|this|that|the|a|upon)|calls (?:for|on|it)|used (?:his|her|its) turn to|"
    r"appealed (?:to|for)|appeals to|demanded|demands|urged|urges|warned|warns|threatened|promised|promises|vowed|"
    r"pledged|proposed|proposes|suggested|insisted|insists|denied|denies|admitted|acknowledged|conceded|assured|"
    r"congratulated|hoped|hopes|backed|backs|defended|doubted|doubts|voiced|expressed|expresses|outlined|"
    r"agreed (?:to|that|with)|refused to|declined to|granted that|recalled|deplored|regretted|objected|protested|"
    r"put the|found it|found the|described|describes|asked for|asked (?:his|her|its|the|all)|wanted|wants|vetoed|"
    r"pointed (?:out|to)|took issue with|linked|mocked|reaffirmed|reiterated|underlined|stressed|emphasised|emphasized"
)
_DECIDES = (
    r"approved|approves|adopted|adopts|endorsed|suspended|suspends|voted|decided|decides|resolved|recognised|"
    r"recognized|declared|declares|recommended|called on|urged|demanded|condemned|rejected|reaffirmed"
)
_EN = Acting(
    acts=re.compile(rf"{_ADVERBS}({_ACTS})(?!\w)"),
    decides=re.compile(rf"{_ADVERBS}({_DECIDES})(?!\w)"),
    own=re.compile(r"(?<!\w)in (his|her|its) (?:own )?(?:words|view|opinion|telling|account|assessment)(?!\w)"),
    agent=re.compile(
        r"(?<!\w)(?:(?:on|at|upon) (?:a |the )?(?:proposal|suggestion|request|initiative) (?:by|of|from)|"
        r"(?:was|were) (?:given|told|put|announced|reported|made public|named|disclosed)(?: on [a-z0-9 ]{2,20})? by) "
    ),
    cites=re.compile(r"(?<!\w)(?:citing|quoting|with reference to) "),
    quotes=re.compile(r"(?<!\w)(?:quoted|quotes|cited|cites) "),
    as_saying=re.compile(r"\s+as (?:saying|telling|warning|claiming|confirming|calling)(?!\w)"),
    parts=re.compile(r"\s+(?:part|turn|side|speech|address|remarks|interview)(?!\w)"),
    topics=re.compile(
        r"(?<!\w)(?:on the (?:list|agenda|table)|discussed|dealt with|talked (?:about|over)|touched (?:on|upon)|"
        r"came up|went over|exchanged views|the talk was of|agreed to|agreed on)(?!\w)"
    ),
    contacts=re.compile(
        r"(?<!\w)(?:called|rang|phoned|telephoned|(?:spoke|talked) (?:by|over|on) (?:the )?(?:tele)?phone|"
        r"(?:was|were) on the phone|exchanged (?:a few|some) words|(?:had|held) (?:a )?(?:tele)?phone (?:call|talk|"
        r"conversation)s?)(?!\w)"
    ),
    contents=re.compile(r"(?<!\w)(?:about|over|that|how|discuss\w*|agreed|assured|stressed|noted|to)(?!\w)"),
    subjects=re.compile(r"(?:he|she|it)(?=[\s,])"),
)
_RU_ACTS = (
    r"согласил(?:ся|ась)|пригрозил[аи]?|упрекнул[аи]?|усомнил(?:ся|ась)|"
    r"предостер(?:ег|егла)|поставил[аи]? под сомнение|исключил[аи]? возможность|пообещал[аи]?|пожаловал(?:ся|ась)|"
    r"возложил[аи]? (?:вину|ответственность)|выступил[аи]? (?:за|против)|поблагодарил[аи]?|раскритиковал[аи]?|"
    r"осудил[аи]?|призвал[аи]?|обвинил[аи]?"
)
_RU = Acting(
    acts=re.compile(rf"(?:,[^,.;:\n]{{1,60}},)?\s+(?:(?:также|снова|вновь|ранее|затем|уже) ){{0,2}}({_RU_ACTS})(?!\w)"),
    cites=re.compile(r"(?<!\w)(?:со ссылкой на|ссылаясь на|цитируя) "),
    topics=re.compile(
        r"(?<!\w)(?:обсуждал(?:ся|ась|ось|ись)|обсудил[аи]|речь (?:шла|зашла|пойдет) об?|говорили об?|затронул[аи]|"
        r"в повестке|договорил(?:ся|ась|ись)|условил(?:ся|ась|ись))(?!\w)"
    ),
    contacts=re.compile(
        r"(?<!\w)(?:созвонил(?:ся|ась|ись)|(?:по)?говорил[аи]? по телефону|провел[аи]? телефонн\w+ (?:разговор|беседу)|"
        r"состоял(?:ся|ась) телефонн\w+ (?:разговор|беседа))(?!\w)"
    ),
    contents=re.compile(r"(?<!\w)(?:об?|обо|что|как|обсу\w+|договор\w+)(?!\w)"),
)
_BE_ACTS = (
    r"згадзі(?:ўся|лася)|прыгразі(?:ў|ла|лі)|папракну(?:ў|ла|лі)|паабяца(?:ў|ла|лі)|паскардзі(?:ўся|лася)|"
    r"(?:ўскла(?:ў|ла)|[уў]склада(?:е|ў|ла)|ускла(?:ў|ла)) (?:віну|адказнасць)|выступі(?:ў|ла|лі) (?:за|супраць)|"
    r"падзякава(?:ў|ла|лі)|раскрытыкава(?:ў|ла|лі)|асудзі(?:ў|ла|лі)|заклік(?:аў|ала|алі)|абвінаваці(?:ў|ла|лі)"
)
_BE = Acting(
    acts=re.compile(rf"(?:,[^,.;:\n]{{1,60}},)?\s+(?:(?:таксама|зноў|раней|потым|ужо) ){{0,2}}({_BE_ACTS})(?!\w)"),
    cites=re.compile(r"(?<!\w)(?:са спасылкай на|спасылаючыся на|цытуючы) "),
    topics=re.compile(
        r"(?<!\w)(?:абмяркоўвал(?:ася|ося|іся)|абмяркоўваўся|абмеркавал[аі]|"
        r"(?:гаворка|размова|гутарка) (?:ішла|зайшла|пра)|гаварылі пра|закранул[аі]|"
        r"дамовіл(?:ася|іся)|у парадку дня)(?!\w)"
    ),
    contacts=re.compile(
        r"(?<!\w)(?:сазваніл(?:ася|іся)|сазваніўся|(?:па)?гаварылі па тэлефоне|правялі тэлефонн\w+ (?:размову|гутарку)|"
        r"адбылася тэлефонная (?:размова|гутарка))(?!\w)"
    ),
    contents=re.compile(r"(?<!\w)(?:пра|аб|што|як|абм\w+|дамов\w+)(?!\w)"),
)
ACTING: Mapping[str, Acting] = MappingProxyType({"en": _EN, "ru": _RU, "be": _BE})
