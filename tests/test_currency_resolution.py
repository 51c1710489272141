"""Which currency an open amount is in. The articles are made up; every mention is made from words in them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nkclaims.link.currencies import choose, find_unit, resolve
from nkclaims.link.currency_evidence import Weights
from nkclaims.link.currency_scene import declared, main_country, outlet
from nkclaims.model.article import Article
from nkclaims.model.mention import Mention
from nkclaims.model.values import Date, Money, Place, Timex
from nkclaims.tables import currencies as table

PLACES = {
    "Pyongyang": "KP", "North Korea": "KP", "North Korean": "KP", "Seoul": "KR", "South Korean": "KR",
    "Paris": "FR", "France": "FR", "Swiss": "CH", "Geneva": "CH", "Sydney": "AU", "Australia": "AU",
    "Toronto": "CA", "Canada": "CA", "American": "US", "Washington": "US", "Cairo": "EG", "Egypt": "EG",
    "Britain": "GB", "London": "GB", "Moscow": "RU", "Minsk": "BY", "Karachi": "PK", "Norwegian": "NO",
    "Stockholm": "SE", "Nairobi": "KE", "Mexico": "MX", "Chile": "CL", "Taipei": "TW", "Berlin": "DE",
    "Dakar": "SN", "Yaounde": "CM", "Dublin": "IE", "Ankara": "TR", "Hong Kong": "HK", "Beijing": "CN",
    "Jamaica": "JM",
}  # fmt: skip
AMOUNT = re.compile(r"\[([^\]\d]*?)\s*([\d,.]+)\s*([^\]\d]*?)\]")


def read(
    marked: str, *, published: str | None = "2020-05-04", dateline: str | None = None, url: str = "a"
) -> tuple[Article, list[Mention]]:
    """An article and its mentions: amounts stand in [brackets], {years} in braces; known places are found."""
    mentions: list[Mention] = []
    text = re.sub(r"[\[\]{}]", "", marked)
    at = 0
    for piece in re.finditer(r"\[[^\]]*\]|\{\d{4}\}|[^\[\]{}]+", marked):
        words = piece[0].strip("[]{}")
        if piece[0][0] == "[":
            mentions.append(money(piece[0], at, len(words)))
        elif piece[0][0] == "{":
            value = Date(
                timex=Timex(type="DATE", value=words), earliest=f"{words}-01-01", latest=f"{words}-12-31"
            )
            mentions.append(Mention("date", at, at + 4, "t", value))
        at += len(words)
    for name, country in PLACES.items():
        for found in re.finditer(rf"\b{name}\b", text):
            mentions.append(
                Mention("place", found.start(), found.end(), "t", Place(name=name, country=country))
            )
    mentions.sort(key=lambda mention: mention.start)
    ends = [found.end() for found in re.finditer(r"[.!?](?=\s|$)", text)]
    for mention in mentions:
        mention.sentence = sum(end <= mention.start for end in ends)
    return Article(url, "-", text, published=published, dateline=dateline), mentions


def money(words: str, at: int, length: int) -> Mention:
    parts = AMOUNT.fullmatch(words)
    assert parts is not None, words
    form = parts[1] or parts[3]
    code = table.codes().get(form)
    unit = find_unit(form)
    amount = Decimal(parts[2].replace(",", ""))
    if code is not None:
        value = Money(low=amount, high=amount, currency=code.code, currency_by="code", candidates=[code.code])
    else:
        assert unit is not None, form
        sure = "symbol" if form in table.symbols() else "name"
        by = sure if len(unit.candidates) == 1 else "default" if unit.code else None
        low = amount * unit.factor
        value = Money(low=low, high=low, currency=unit.code, currency_by=by, candidates=list(unit.candidates))
    return Mention("money", at, at + length, "t", value, clues={"form": form})


def resolved(marked: str, **facts: str | None) -> list[tuple[str | None, str | None, list[str]]]:
    country = facts.pop("country", None)
    article, mentions = read(marked, **facts)  # type: ignore[arg-type]
    resolve(article, mentions, dateline_country=country)
    return [
        (mention.value.currency, mention.value.currency_by, mention.value.candidates)
        for mention in mentions
        if isinstance(mention.value, Money)
    ]


def codes(marked: str, **facts: str | None) -> list[str | None]:
    return [code for code, _, _ in resolved(marked, **facts)]


NOTHING_SAID = [
    ("They paid [$5].", "USD"),
    ("They paid [5 dollars].", "USD"),
    ("They paid [£5].", "GBP"),
    ("They paid [5 pounds].", "GBP"),
    ("They paid [¥500].", "JPY"),
    ("They paid [Rs 500].", "INR"),
    ("They paid [500 won].", "KRW"),
    ("They paid [500 roubles].", "RUB"),
    ("They paid [50 pence].", "GBP"),
    ("They paid [500 francs].", None),
    ("They paid [500 crowns].", None),
    ("They paid [500 pesos].", None),
    ("They paid [500 dinars].", None),
    ("They paid [500 bucks].", None),
    ("They paid [50 cents].", None),
    ("They paid [kr 500].", None),
]


@pytest.mark.parametrize(("text", "code"), NOTHING_SAID)
@pytest.mark.parametrize("published", ["2020-05-04", None])
def test_where_nothing_is_said_the_default_or_nothing(
    text: str, code: str | None, published: str | None
) -> None:
    ((found, by, candidates),) = resolved(text, published=published)
    assert (found, by) == (code, "default" if code else None)
    assert len(candidates) >= 2
    assert code is None or candidates[0] == code


SENTENCE = [
    ("Workers in Pyongyang earn [5,000 won].", "KPW"),
    ("Workers in Seoul earn [5,000 won].", "KRW"),
    ("A Norwegian firm paid [500 crowns].", "NOK"),
    ("The Swiss bank lost [40 francs] a share.", "CHF"),
    ("A kilo of rice costs [300 rupees] in Karachi.", "PKR"),
    ("Bread costs [2 roubles] in Minsk.", "BYN"),
    ("Bus fares in Nairobi rose to [50 shillings].", "KES"),
    ("The strikers in Mexico want [800 pesos] a day.", "MXN"),
    ("A miner in Chile earns [800 pesos] an hour.", "CLP"),
    ("A loaf in Cairo costs [2 pounds].", "EGP"),
    ("In Dakar a taxi costs [2,000 CFA francs].", "XOF"),
    ("In Yaounde a taxi costs [2,000 CFA francs].", "XAF"),
    ("In Beijing the ticket costs [¥80].", "CNY"),
]


@pytest.mark.parametrize(("text", "code"), SENTENCE)
def test_a_country_in_the_sentence(text: str, code: str) -> None:
    ((found, by, candidates),) = resolved(text)
    assert (found, by, candidates[0]) == (code, "context", code)


def test_the_holder_counts_for_more_than_a_nearer_place() -> None:
    article, mentions = read("A Swiss bank told Paris that [40 francs] were lost.", published="1989-03-01")
    amount = next(mention for mention in mentions if mention.kind == "money")
    amount.holder = (0, len("A Swiss bank"))
    resolve(article, mentions)
    assert amount.value.candidates[:2] == ["CHF", "FRF"]  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("published", "code"), [("1989-11-09", "FRF"), ("2000-06-01", "FRF"), ("2010-06-01", None), (None, "FRF")]
)
def test_francs_in_paris(published: str | None, code: str | None) -> None:
    assert codes("The seats cost [40 francs].", country="FR", published=published) == [code]


def test_francs_in_paris_after_the_euro_are_not_french() -> None:
    ((_, _, candidates),) = resolved("In Paris the seats cost [40 francs].", published="2010-06-01")
    assert "FRF" not in candidates


def test_a_year_in_the_sentence_brings_old_money_back() -> None:
    assert codes("In {1989} a seat in Paris cost [40 francs].", published="2010-06-01") == ["FRF"]


def test_a_linked_date_decides_alone() -> None:
    article, mentions = read("In {1985} a flat in Moscow cost [4,000 roubles].", published="2010-06-01")
    year = next(at for at, mention in enumerate(mentions) if mention.kind == "date")
    amount = next(mention for mention in mentions if mention.kind == "money")
    amount.link("when", year, "clause")
    resolve(article, mentions)
    assert amount.value.currency == "SUR"  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("form", "published", "code"),
    [
        ("Turkish lira", "1999-01-01", "TRL"),
        ("Turkish lira", "2012-01-01", "TRY"),
        ("Turkish lira", None, "TRY"),
        ("zlotys", "1990-01-01", "PLZ"),
        ("Romanian lei", "2001-01-01", "ROL"),
        ("shekels", "1984-01-01", "ILR"),
    ],
)
def test_one_nations_money_is_told_apart_by_the_day(form: str, published: str | None, code: str) -> None:
    ((found, by, _),) = resolved(f"It cost [500 {form}].", published=published)
    assert (found, by) == (code, "name")


@pytest.mark.parametrize(
    ("country", "code", "by"),
    [("AU", "AUD", "dateline"), ("CA", "CAD", "dateline"), ("US", "USD", "default"), ("GB", "USD", "default"),
     ("TW", "USD", "default"), ("JM", "JMD", "dateline"), ("HK", "USD", "default"), (None, "USD", "default")],
)  # fmt: skip
def test_the_dollar_sign_by_the_dateline(country: str | None, code: str, by: str) -> None:
    assert [row[:2] for row in resolved("The bridge cost [$5].", country=country)] == [(code, by)]


def test_a_country_merely_named_does_not_move_the_dollar() -> None:
    ((code, by, candidates),) = resolved("The lender gave [$5] to Jamaica.")
    assert (code, by, candidates[0]) == ("USD", "default", "USD")


def test_an_article_about_australia_leaves_two_dollars() -> None:
    text = "Australia votes. Sydney and Australia wait. The poll in Australia costs [$5]."
    ((code, by, candidates),) = resolved(text)
    assert (code, by, candidates) == ("USD", "default", ["USD", "AUD"])


def test_countries_without_such_money_do_not_dispute_which_is_meant() -> None:
    text = "Beijing, Moscow and Geneva spoke. Chile listened. It was all too far away. It cost [5 pesos]."
    assert codes(text) == ["CLP"]


def test_a_dateline_found_as_a_place_serves_too() -> None:
    article, mentions = read("Sydney: The bridge cost [$5].")
    mentions[0].section = "dateline"
    resolve(article, mentions)
    assert mentions[1].value.currency == "AUD"  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("url", "code"), [("https://news.example.com.au/a", "AUD"), ("https://example.com/a", "USD")]
)
def test_the_papers_own_country(url: str, code: str) -> None:
    text = "Australia votes. Sydney and Australia wait. The poll in Australia costs [$5]."
    assert codes(text, url=url) == [code]


DEFINED = [
    ("Rice is [6,000 North Korean won]. Salt is [900 won].", ["KPW", "KPW"]),
    ("Salt is [900 won]. Rice is [6,000 North Korean won].", ["KPW", "KPW"]),
    ("Salt is [900 won] and rice is [KPW 6,000].", ["KPW", "KPW"]),
    ("It lost [40 Swiss francs]. Analysts feared [90 francs].", ["CHF", "CHF"]),
    ("It paid [40 Swedish crowns] to Paris. Then [50 crowns] more.", ["SEK", "SEK"]),
    ("It made [C$5] and [C$7] in Canada, or [$3] a share.", ["CAD", "CAD", "CAD"]),
    ("It made [$5], [$7] and [$9]. Its rival made [C$3].", ["USD", "USD", "USD", "CAD"]),
    ("All figures in Canadian dollars. It made [$5].", ["CAD"]),
    ("It made [US$5]. It lost [$3].", ["USD", "USD"]),
]


@pytest.mark.parametrize(("text", "expected"), DEFINED)
def test_what_the_article_defines(text: str, expected: Sequence[str]) -> None:
    assert codes(text) == expected


def test_a_marked_dollar_in_its_own_country_speaks_for_the_bare_one() -> None:
    assert codes("It made [C$5]. It lost [$3].", country="CA") == ["CAD", "CAD"]


def test_an_amount_converted_into_another_is_not_in_it() -> None:
    text = "It cost [$10] ([US$7]). Another cost [$20]."
    assert "USD" not in [row[0] for row in resolved(text)][::2]
    assert codes(text, country="AU") == ["AUD", "USD", "AUD"]


def test_a_rate_note_shows_what_the_bare_sign_is_not() -> None:
    assert codes("It lost [$20]. ([$1] = [7.8 Hong Kong dollars])", country="HK") == ["USD", "USD", "HKD"]


CENTS = [
    ("It earned [$5], or [30 cents] a share.", ["USD", "USD"]),
    ("It earned [30 cents] a share, or [€5].", ["EUR", "EUR"]),
    ("It earned [HK$5]. That is [30 cents] a share.", ["HKD", "HKD"]),
    ("It earned [€5]. It was [A$7] or [30 cents] a share.", ["EUR", "AUD", "AUD"]),
    ("Bread in Minsk rose by [20 kopecks] to [2 roubles].", ["BYN", "BYN"]),
    ("He lost [£5], about [2 grand].", ["GBP", "GBP"]),
]


@pytest.mark.parametrize(("text", "expected"), CENTS)
def test_cents_are_in_the_money_they_stand_with(text: str, expected: Sequence[str]) -> None:
    assert codes(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Pyongyang is cold. A coat costs [5,000 won].",
        "A coat costs [5,000 won]. North Korea is cold. Pyongyang froze.",
        "In North Korea, a coat costs [5,000 won]. [3,000 won] buys shoes.",
        "North Korean traders met. Pyongyang let them. North Korea gained. Coats went up to [5,000 won].",
        "Seoul said that North Korean miners get [5,000 won]. Pyongyang denies it. North Korea has mines.",
    ],
)
@pytest.mark.parametrize("country", ["KP", None])
def test_won_in_an_article_about_the_north(text: str, country: str | None) -> None:
    assert set(codes(text, country=country)) == {"KPW"}


def test_won_where_both_koreas_are_meant_is_not_said_to_be_of_the_south_for_sure() -> None:
    ((code, _, candidates),) = resolved("North Korean miners in the South Korean film get [5,000 won].")
    assert set(candidates) == {"KRW", "KPW"}
    assert code != "KRW" or candidates[0] == "KRW"


def test_two_that_are_close_are_both_kept() -> None:
    ((code, by, candidates),) = resolved("Pounds: London and Cairo agreed on [5 pounds].", country="GB")
    assert (code, by) in ((None, None), ("GBP", "default"))
    assert set(candidates) == {"GBP", "EGP"}


def test_a_place_beside_the_amount_comes_before_the_dateline() -> None:
    rows = resolved("In Norwegian shops it is [120 kroner].", country="SE")
    rows += resolved("In Cairo rice costs [20 pounds].", country="GB")
    rows += resolved("It is [30 pesos] in Chile and [5 pesos] in Mexico.")
    rows += resolved("Chile pays [301 pesos]; Mexico pays [37 pesos].", country="CL")
    assert [code for code, _, _ in rows] == ["NOK", "EGP", "CLP", "MXN", "CLP", "MXN"]


def test_a_place_behind_another_amount_is_that_ones() -> None:
    rows = resolved("The levy is [Rs 70], or [300 rupees] in Karachi.", country="IN")
    assert [code for code, _, _ in rows] == ["INR", "PKR"]


def test_the_halves_of_korea() -> None:
    told = "In the North, soldiers get [20 won]. In the South they get [900 won]. The North Sea cost [9 won]."
    assert [code for code, _, _ in resolved(told, country="KR")] == ["KPW", "KRW", "KRW"]


def test_francs_in_paris_by_their_year() -> None:
    told = "PARIS. In {1989} the parade cost [400 francs]."
    assert [code for code, _, _ in resolved(told, country="FR", published="2010-07-14")] == ["FRF"]
    rows = resolved("The watch costs [900 francs].", country="FR", published="2010-07-14")
    assert rows[0][0] != "FRF"


def test_what_is_printed_plainly_is_left_alone() -> None:
    article, mentions = read("In Sydney it cost [US$5], [€7] and [NZD 9].")
    before = [mention.value for mention in mentions]
    resolve(article, mentions, dateline_country="AU")
    assert [mention.value for mention in mentions] == before


def test_resolving_twice_changes_nothing() -> None:
    article, mentions = read("In Cairo [5 pounds], [$3], [40 francs], [30 cents] and [9 Turkish lira].")
    resolve(article, mentions)
    once = [mention.value for mention in mentions]
    resolve(article, mentions)
    assert [mention.value for mention in mentions] == once


def test_scores_are_left_as_a_clue() -> None:
    article, mentions = read("Bread costs [2 roubles] in Minsk.")
    resolve(article, mentions)
    scores = mentions[0].clues["currency_scores"]
    assert scores["BYN"] > scores["RUB"] > 0


def test_no_money_no_places_no_dates() -> None:
    article = Article("a", "-", "Nothing to see.")
    resolve(article, [])
    assert article.text == "Nothing to see."


@pytest.mark.parametrize(
    ("address", "country"),
    [
        ("https://www.example.co.uk/x", "GB"),
        ("http://example.ca", "CA"),
        ("https://example.io/x", None),
        ("a.ca", None),
    ],
)
def test_outlet(address: str, country: str | None) -> None:
    assert outlet(Article(address, "-", "")) == country


def test_declared_needs_the_words_of_a_declaration() -> None:
    assert declared("All amounts are in millions of U.S. dollars.") == {"USD"}
    assert declared("(Amounts are stated in Australian dollars)") == {"AUD"}
    assert declared("She arrived with nothing but fifty Australian dollars") == frozenset()


def test_choose_keeps_a_default_of_two_that_are_close() -> None:
    weights = {"USD": Weights(prior=3.0), "AUD": Weights(context=2.75)}
    assert choose("USD", ["USD", "AUD"], weights) == ("USD", "default", ["USD", "AUD"])
    weights = {"AUD": Weights(context=3.25), "USD": Weights(prior=3.0)}
    assert choose("USD", ["AUD", "USD"], weights) == (None, None, ["AUD", "USD"])


def test_main_country_needs_a_clear_lead() -> None:
    assert main_country(Counter(KP=4, KR=3)) == (None, 0.0)
    assert main_country(Counter()) == (None, 0.0)
    assert main_country(Counter(KP=1))[0] == "KP"


AMOUNTS = ["[$5]", "[40 francs]", "[900 won]", "[6,000 North Korean won]", "[30 cents]", "[C$7]", "[EUR 8]"]
WORDS = [
    "Paris",
    "Pyongyang",
    "Sydney",
    "Canada",
    "{1989}",
    "{2031}",
    ". ",
    "= ",
    "(",
    ")",
    "Figures in Canadian dollars",
]
PIECES = st.sampled_from(AMOUNTS + WORDS)


@given(
    st.lists(PIECES, max_size=12),
    st.sampled_from([None, "AU", "KP", "ZZ"]),
    st.sampled_from([None, "1989-05-05"]),
)
def test_whatever_the_article_a_choice_is_one_of_the_candidates(
    pieces: list[str], country: str | None, published: str | None
) -> None:
    article, mentions = read(" ".join(pieces), published=published)
    offered = {at: mention.value.candidates for at, mention in enumerate(mentions) if mention.kind == "money"}  # type: ignore[union-attr]
    resolve(article, mentions, dateline_country=country)
    for at, candidates in offered.items():
        value = mentions[at].value
        assert isinstance(value, Money)
        assert set(value.candidates) <= set(candidates)
        assert value.currency is None or value.currency == value.candidates[0]
        assert (value.currency is None) == (value.currency_by is None)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("The Germans paid [500 marks].", "DEM"),
        ("To the Finns it was [500 marks].", "FIM"),
        ("The Italians came. Others paid [500 marks].", None),
    ],
)
def test_a_people_named_speaks_for_its_money(text: str, code: str | None) -> None:
    assert codes(text, published="1998-10-30") == [code]
