"""Hostile texts, grown to any size: what a broken page, a bad scan or an ill-meaning author may bring."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

SAID = {
    "en": "President of Belarus Alexander Lukashenko said on Monday that sanctions harm everybody. ",
    "ru": "Президент Белоруссии Александр Лукашенко заявил в понедельник, что санкции вредят всем. ",
    "be": "Прэзідэнт Беларусі Аляксандр Лукашэнка заявіў у панядзелак, што санкцыі шкодзяць усім. ",
}
OCR = (
    "Pre5ident Lukashenk0 sa1d tliat sanct1ons hann ev- eryb0dy . ; ,' Putin rep1ied :\n“ We wi11 n0t y|eld ” , he\n"
    "added ~ ln M|nsk 0n M0nday ,. the tw0 pre\xad5idents rnet f0r th3 ei9hth t1me . l'l .. , ^ *\n"
)
MENU = "Home\nNews\nPresident\nEvents\nSpeeches\nMeetings\nPhone calls\nGovernment\nContacts\nSearch\nEN\nRU\nBY\n"
RIGHT_TO_LEFT = "قال لوكاشينكو إن العقوبات تضر الجميع. \u202eLukashenko said: “sanctions”\u202c אמר פוטין. "


def _grown(piece: str) -> Callable[[int], str]:
    """The piece again and again, up to so many characters."""
    return lambda size: (piece * (size // len(piece) + 1))[:size]


# Name → a text of about so many characters.
HOSTILE: Mapping[str, Callable[[int], str]] = MappingProxyType(
    {
        "plain": _grown(SAID["en"] + "\n\n"),
        "one paragraph": _grown(SAID["en"]),
        "russian in one paragraph": _grown(SAID["ru"]),
        "belarusian in one paragraph": _grown(SAID["be"]),
        "no stops": _grown("Putin and Lukashenko said that Ukraine and Belarus and Putin told Russia "),
        "opening marks": _grown("“"),
        "opening angle marks": _grown("« "),
        "straight marks": _grown('" '),
        "single marks": _grown("' "),
        "low marks": _grown("„"),
        "nested marks": lambda size: "«" * (size // 2) + "»" * (size // 2),
        "marks and words": _grown("“Putin said «Lukashenko told „us "),
        "marks that never close, by paragraph": _grown("“Sanctions harm us, Putin said.\n\n"),
        "scan": _grown(OCR),
        "mixed languages": _grown(SAID["en"] + SAID["ru"] + SAID["be"] + "\n\n"),
        "right to left": _grown(RIGHT_TO_LEFT),
        "zero width": _grown("Lu\u200bka\u200dshenko\ufeff sa\u200bid that Pu\u00adtin \u2060agreed. "),
        "combining marks": _grown("P\u0301\u0302\u0303\u0304utin said. "),
        "menu": _grown(MENU),
        "capitals": _grown("PRESIDENT LUKASHENKO SAID THAT SANCTIONS HARM EVERYBODY\n\n"),
        "capitals in one line": _grown("PRESIDENT LUKASHENKO SAID PUTIN TOLD BIDEN "),
        "spaces": _grown(" "),
        "tabs and spaces": _grown("\t "),
        "lines": _grown("\n"),
        "lines with spaces": _grown("\n \n"),
        "half lines": _grown(" \t\r"),
        "stops": _grown("."),
        "stops apart": _grown(". "),
        "dashes": _grown("— "),
        "hyphens": _grown("-"),
        "colons": _grown("a: "),
        "colons after names": _grown("Vladimir Putin: "),
        "colons by line": _grown("Vladimir Putin: yes\n"),
        "questions": _grown("Question: why? "),
        "brackets": _grown("("),
        "nested brackets": lambda size: "(" * (size // 2) + ")" * (size // 2),
        "brackets and words": _grown("(laughs) [applause] "),
        "asterisks": _grown("*"),
        "asterisks apart": _grown("* "),
        "one word": _grown("a"),
        "one cyrillic word": _grown("щ"),
        "capital letters": _grown("A"),
        "initials": _grown("A. "),
        "initials in cyrillic": _grown("В.В."),
        "capital words": _grown("Aa Bb "),
        "hyphenated": _grown("Aa-"),
        "apostrophes": _grown("d'"),
        "digits": _grown("1"),
        "digits and points": _grown("1."),
        "dates": _grown("on 15 May, 16 May and 17 "),
        "ordinals": _grown("eighth meeting this "),
        "names": _grown("Vladimir Putin "),
        "surnames": _grown("Putin, "),
        "two surnames": _grown("Putin Lukashenko "),
        "offices": _grown("President of Belarus "),
        "broken offices": _grown("President of the President of the "),
        "russian offices": _grown("президента Беларуси президента России "),
        "verbs": _grown("said "),
        "russian verbs": _grown("заявил "),
        "verbs and names": _grown("said Putin said "),
        "pronouns": _grown("he said, she said, "),
        "phrases": _grown("according to "),
        "by names": _grown("according to Putin, according to "),
        "russian phrases": _grown("по словам Путина, по его словам, "),
        "meetings": _grown("Putin met with Lukashenko and "),
        "russian meetings": _grown("Путин встретился с Лукашенко и "),
        "calls": _grown("telephone conversation with Putin, "),
        "topics": _grown("sanctions, "),
        "states": _grown("Russian-Belarusian-"),
        "commas": _grown(", "),
        "look-alikes": _grown("Lukаshеnkо sаid thаt Рutin аgrееd. "),
        "joiners": _grown("\u200d\u200c\ufeff"),
        "emoji": _grown("🇧🇾👨‍👩‍👧 "),
        "nul": _grown("a\x00b "),
        "line separators": _grown("a\u2028b\u2029"),
        "signs of control": _grown("\x01\x1b[31m"),
    }
)
