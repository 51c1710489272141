"""Build src/nkclaims/data/holidays.json: which day a holiday is, by rule or year by year.

Names and rules are hand-kept below; the days of lunar, Hebrew and Islamic feasts come from the PyPI package
``holidays`` (a country that keeps the feast, 1950 to 2075). Run: python scripts/build_holidays.py
"""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

from holidays import country_holidays

TARGET = Path(__file__).resolve().parent.parent / "src" / "nkclaims" / "data" / "holidays.json"
YEARS = range(1950, 2076)

# key -> (names, rule); rules: fixed month day | easter offset | nth month weekday nth [offset]
RULES: dict[str, tuple[str, tuple[object, ...]]] = {
    "christmas": ("christmas|christmas day|xmas", ("fixed", 12, 25)),
    "christmas eve": ("christmas eve", ("fixed", 12, 24)),
    "boxing day": ("boxing day", ("fixed", 12, 26)),
    "new year": ("new year's day|new year's|new year", ("fixed", 1, 1)),
    "new year's eve": ("new year's eve", ("fixed", 12, 31)),
    "epiphany": ("epiphany", ("fixed", 1, 6)),
    "orthodox christmas": ("orthodox christmas", ("fixed", 1, 7)),
    "groundhog day": ("groundhog day", ("fixed", 2, 2)),
    "valentine": ("valentine's day", ("fixed", 2, 14)),
    "women's day": ("women's day|international women's day", ("fixed", 3, 8)),
    "st patrick": ("st. patrick's day", ("fixed", 3, 17)),
    "april fools": ("april fools' day", ("fixed", 4, 1)),
    "earth day": ("earth day", ("fixed", 4, 22)),
    "anzac day": ("anzac day", ("fixed", 4, 25)),
    "may day": ("may day|international workers' day", ("fixed", 5, 1)),
    "juneteenth": ("juneteenth", ("fixed", 6, 19)),
    "canada day": ("canada day", ("fixed", 7, 1)),
    "independence day": ("independence day|fourth of july", ("fixed", 7, 4)),
    "bastille day": ("bastille day", ("fixed", 7, 14)),
    "halloween": ("halloween", ("fixed", 10, 31)),
    "all saints": ("all saints' day", ("fixed", 11, 1)),
    "all souls": ("all souls' day", ("fixed", 11, 2)),
    "guy fawkes": ("guy fawkes night", ("fixed", 11, 5)),
    "armistice day": ("armistice day|remembrance day|veterans day|veterans' day", ("fixed", 11, 11)),
    "australia day": ("australia day", ("fixed", 1, 26)),
    "inauguration day": ("inauguration day", ("fixed", 1, 20)),
    "martin luther king": ("martin luther king day", ("nth", 1, 1, 3)),
    "presidents day": ("presidents day|presidents' day", ("nth", 2, 1, 3)),
    "mother's day": ("mother's day", ("nth", 5, 7, 2)),
    "memorial day": ("memorial day", ("nth", 5, 1, -1)),
    "father's day": ("father's day", ("nth", 6, 7, 3)),
    "labor day": ("labor day|labour day", ("nth", 9, 1, 1)),
    "columbus day": ("columbus day", ("nth", 10, 1, 2)),
    "election day": ("election day", ("nth", 11, 1, 1, 1)),
    "thanksgiving": ("thanksgiving|thanksgiving day", ("nth", 11, 4, 4)),
    "black friday": ("black friday", ("nth", 11, 4, 4, 1)),
    "cyber monday": ("cyber monday", ("nth", 11, 4, 4, 4)),
    "easter": ("easter|easter sunday", ("easter", 0)),
    "easter monday": ("easter monday", ("easter", 1)),
    "good friday": ("good friday", ("easter", -2)),
    "maundy thursday": ("maundy thursday|holy thursday", ("easter", -3)),
    "palm sunday": ("palm sunday", ("easter", -7)),
    "ash wednesday": ("ash wednesday", ("easter", -46)),
    "shrove tuesday": ("shrove tuesday", ("easter", -47)),
    "ascension day": ("ascension day", ("easter", 39)),
    "pentecost": ("pentecost|whit sunday", ("easter", 49)),
    "whit monday": ("whit monday", ("easter", 50)),
    "corpus christi": ("corpus christi", ("easter", 60)),
}
# key -> (names, country that keeps it, what its name there begins with)
MOVING: dict[str, tuple[str, str, str]] = {
    "chuseok": ("chuseok", "KR", "Chuseok"),
    "seollal": ("seollal", "KR", "Korean New Year"),
    "lunar new year": (
        "lunar new year|lunar new year's day|chinese new year|tet",
        "VN",
        "Lunar New Year",
    ),
    "mid-autumn": ("mid-autumn festival", "CN", "Mid-Autumn Festival"),
    "dragon boat": ("dragon boat festival", "CN", "Dragon Boat Festival"),
    "vesak": ("vesak", "ID", "Vesak"),
    "diwali": ("diwali|deepavali", "IN", "Diwali"),
    "holi": ("holi", "IN", "Holi"),
    "eid al-fitr": ("eid al-fitr", "ID", "Eid al-Fitr"),
    "eid al-adha": ("eid al-adha", "ID", "Eid al-Adha"),
    "nowruz": ("nowruz", "IR", "Nowruz"),
    "songkran": ("songkran", "TH", "Songkran"),
    "rosh hashanah": ("rosh hashanah", "IL", "Rosh Hashanah"),
    "yom kippur": ("yom kippur", "IL", "Yom Kippur"),
    "passover": ("passover", "IL", "Pesach"),
}


def is_called(printed: str, name: str) -> bool:
    """Whether a calendar's entry is the feast itself, not its eve nor a day off in its stead."""
    return printed.startswith(name) and not any(word in printed for word in ("Eve", "(", "Second", "Holiday"))


def moving_days(country: str, name: str) -> dict[str, str]:
    """Year -> ISO day of the first day called so in a country's calendar."""
    out: dict[str, str] = {}
    for year in YEARS:
        found: list[date] = [
            day
            for day, called in country_holidays(country, years=year, language="en_US").items()
            if any(is_called(part.strip(), name) for part in called.split(";"))
        ]
        if found:
            out[str(year)] = min(found).isoformat()
    return out


def build() -> dict[str, object]:
    names = {name: key for key, (forms, _) in RULES.items() for name in forms.split("|")}
    names |= {name: key for key, (forms, _, _) in MOVING.items() for name in forms.split("|")}
    return {
        "names": dict(sorted(names.items())),
        "rules": {key: list(rule) for key, (_, rule) in sorted(RULES.items())},
        "days": {key: moving_days(country, name) for key, (_, country, name) in sorted(MOVING.items())},
    }


if __name__ == "__main__":
    TARGET.write_text(json.dumps(build(), indent=0, ensure_ascii=False) + "\n", encoding="utf-8")
    print(TARGET, TARGET.stat().st_size)
