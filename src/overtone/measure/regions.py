"""The region each state lies in, by ISO 3166 alpha-2 code: the standard areas of the United Nations (M49).

Reference: https://unstats.un.org/unsd/methodology/m49/. Not a statement on anybody's borders or alliances.
"""

_M49 = {
    "northern-africa": "dz eg ly ma sd tn eh",
    "eastern-africa": "bi km dj er et ke mg mw mu mz rw sc so ss tz ug zm zw",
    "middle-africa": "ao cm cf td cg cd gq ga st",
    "southern-africa": "bw sz ls na za",
    "western-africa": "bj bf cv ci gm gh gn gw lr ml mr ne ng sn sl tg",
    "northern-america": "ca us",
    "caribbean": "ag bs bb cu dm do gd ht jm kn lc vc tt",
    "central-america": "bz cr sv gt hn mx ni pa",
    "south-america": "ar bo br cl co ec gy py pe sr uy ve",
    "central-asia": "kz kg tj tm uz",
    "eastern-asia": "cn jp mn kp kr tw",
    "south-eastern-asia": "bn kh id la my mm ph sg th tl vn",
    "southern-asia": "af bd bt in ir mv np pk lk",
    "western-asia": "am az bh cy ge iq il jo kw lb om qa sa sy tr ae ye ps",
    "eastern-europe": "by bg cz hu md pl ro ru sk ua",
    "northern-europe": "dk ee fi is ie lv lt no se gb",
    "southern-europe": "al ad ba hr gr it mt me mk pt sm rs si es va",
    "western-europe": "at be fr de li lu mc nl ch",
    "australia-new-zealand": "au nz",
    "melanesia": "fj pg sb vu",
    "micronesia": "ki mh fm nr pw",
    "polynesia": "ws to tv",
}
REGIONS: dict[str, str] = {state: region for region, states in _M49.items() for state in states.split()}
