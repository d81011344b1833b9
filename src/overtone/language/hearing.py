"""How each language tells to whom words are said, on what occasion, and in which language they were spoken."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from overtone.language.lists import listed


@dataclass(frozen=True, slots=True, kw_only=True)
class Hearers:
    """Words in lower case."""

    telling: frozenset[str]  # a name right behind one of these is told
    to: frozenset[str]  # before whom the words are said to
    not_to: frozenset[str]  # between a verb and a name: then the name is not told
    dative: tuple[str, ...]  # endings of a name that is told
    audiences: tuple[str, ...]  # who hears, in the form after a verb of telling
    occasions: str  # a pattern: "at a briefing", «в интервью …»
    spoken: tuple[tuple[str, str], ...]  # ISO 639-1 code, and a pattern that tells of it


HEARING: Mapping[str, Hearers] = MappingProxyType(
    {
        "en": Hearers(
            telling=frozenset(
                listed(
                    "told tells tell telling informed informs assured assures asked asks urged urges warned warns "
                    "reminded reminds thanked thanks promised promises advised briefed congratulated invited"
                )
            ),
            to=frozenset({"to"}),
            not_to=frozenset(listed("with by after before from of about on against for over during alongside")),
            dative=(),
            audiences=(
                *("reporters", "journalists", "the press", "a news conference", "the news conference", "lawmakers"),
                *("parliament", "the press conference", "a press conference", "the media", "the security council"),
                *("the general assembly", "military attaches", "diplomats", "ambassadors", "students", "troops"),
                *(
                    "soldiers",
                    "officials",
                    "ministers",
                    "colleagues",
                    "the leaders",
                    "leaders",
                    "the summit",
                    "a summit",
                ),
                *("a meeting", "the meeting", "allies", "the nation", "citizens", "the council", "the forum"),
            ),
            occasions=(
                r"(?:at|in|during) (?:a|an|the|his|her|their|its) (?:\w+ ){0,2}"
                r"(?:briefing|news conference|press conference|interview|address|speech|telegram|letter)\b"
                r"(?: (?:with|to) (?:the )?[\w .-]{2,40}?(?=[,;:.]| (?:said|that|on|in)\b|$))?"
                r"|on (?:twitter|telegram|facebook|television|tv|state television)\b"
            ),
            spoken=(
                ("ru", r"\b(?:in|speaking) russian\b"),
                ("be", r"\b(?:in|speaking) belarusian\b"),
                ("uk", r"\b(?:in|speaking) ukrainian\b"),
                ("en", r"\b(?:in|speaking) english\b"),
                ("pl", r"\b(?:in|speaking) polish\b"),
                ("de", r"\b(?:in|speaking) german\b"),
                ("fr", r"\b(?:in|speaking) french\b"),
            ),
        ),
        "ru": Hearers(
            telling=frozenset(
                listed(
                    "заверил заверила поблагодарил поблагодарила попросил попросила предупредил предупредила "
                    "проинформировал проинформировала спросил спросила поздравил поздравила пригласил пригласила"
                )
            ),
            to=frozenset(),
            not_to=frozenset(listed("с со о об от про для на по против за после до перед")),
            dative=("у", "ю", "ому", "ему", "е", "ой", "ей", "и"),
            audiences=(
                *("журналистам", "прессе", "репортерам", "депутатам", "коллегам", "изданию", "агентству", "телеканалу"),
                *(
                    "парламенту",
                    "послам",
                    "военным атташе",
                    "студентам",
                    "военным",
                    "гражданам",
                    "сенаторам",
                    "лидерам",
                ),
                *("корреспонденту", "газете", "радиостанции", "министрам", "участникам", "союзникам"),
            ),
            occasions=(
                r"(?:на|в ходе|во время) (?:[\w-]+ ){0,2}(?:брифинге|брифинга|пресс-конференции|совещании|заседании)\b"
                r"|в (?:[\w-]+ ){0,2}"
                r"(?:интервью|эфире|обращении|телеграмме|письме|выступлении|разговоре с журналистами)\b"
                r"(?: [«\w][\w «»-]{1,40}?(?=[,;:.]| (?:сказал|заявил|что)|$))?"
            ),
            spoken=(
                ("ru", r"\bна русском(?: языке)?\b|\bпо-русски\b"),
                ("be", r"\bна белорусском(?: языке)?\b|\bпо-белорусски\b"),
                ("uk", r"\bна украинском(?: языке)?\b|\bпо-украински\b"),
                ("en", r"\bна английском(?: языке)?\b|\bпо-английски\b"),
                ("pl", r"\bна польском(?: языке)?\b|\bпо-польски\b"),
                ("de", r"\bна немецком(?: языке)?\b|\bпо-немецки\b"),
                ("fr", r"\bна французском(?: языке)?\b|\bпо-французски\b"),
            ),
        ),
        "be": Hearers(
            telling=frozenset(
                listed(
                    "запэўніў запэўніла папрасіў папрасіла папярэдзіў папярэдзіла паінфармаваў паінфармавала "
                    "спытаў спытала запрасіў запрасіла"
                )
            ),
            to=frozenset(),
            not_to=frozenset(listed("з са аб пра ад для на па супраць за пасля да перад")),
            dative=("у", "ю", "аму", "яму", "ому", "ой", "ай", "ей", "і", "ы"),
            audiences=(
                *("журналістам", "прэсе", "рэпарцёрам", "дэпутатам", "калегам", "выданню", "агенцтву", "тэлеканалу"),
                *("парламенту", "паслам", "вайсковым аташэ", "студэнтам", "вайскоўцам", "грамадзянам", "лідарам"),
                *("карэспандэнту", "газеце", "міністрам", "удзельнікам", "саюзнікам"),
            ),
            occasions=(
                r"(?:на|падчас) (?:[\w'-]+ ){0,2}(?:брыфінгу|прэс-канферэнцыі|нарадзе|пасяджэнні|паседжанні)\b"
                r"|[уў] (?:[\w'-]+ ){0,2}(?:інтэрв'ю|эфіры|звароце|тэлеграме|лісце|выступе|размове са? )\b"
                r"(?: ?[«\w][\w «»'-]{1,40}?(?=[,;:.]| (?:сказаў|заявіў|што)|$))?"
            ),
            spoken=(
                ("ru", r"\bна рускай(?: мове)?\b|\bна расейскай(?: мове)?\b|\bпа-руску\b|\bпа-расейску\b"),
                ("be", r"\bна беларускай(?: мове)?\b|\bпа-беларуску\b"),
                ("uk", r"\bна ўкраінскай(?: мове)?\b|\bпа-украінску\b"),
                ("en", r"\bна англійскай(?: мове)?\b|\bпа-ангельску\b|\bпа-англійску\b"),
                ("pl", r"\bна польскай(?: мове)?\b|\bпа-польску\b"),
                ("de", r"\bна нямецкай(?: мове)?\b|\bпа-нямецку\b"),
                ("fr", r"\bна французскай(?: мове)?\b|\bпа-французску\b"),
            ),
        ),
    }
)
