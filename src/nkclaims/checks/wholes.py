"""Wholes that a share cannot exceed, and those it can ("140 per cent of capacity")."""

from __future__ import annotations

from nkclaims.index import Words, measure_words

_PEOPLE = """
adult adults child children boy girl man men woman women people person population resident citizen voter
electorate respondent household family worker employee staff workforce student pupil patient member
victim prisoner inmate migrant refugee passenger teacher doctor nurse deputy lawmaker candidate customer
reader driver owner farmer soldier player director"""
_THINGS = """
vote ballot seat land forest territory country bed house home dwelling company firm school case stock
equity stake shareholding ownership electricity power household board"""
_TAKEN = """
income wage salary pay earning compensation budget demand consumption turnout supply share proportion
market total revenue sale output production"""
_OPEN = """
gdp gnp product capacity average mean median target level norm quota price value cost rate limit standard
requirement need baseline forecast budgeted year month quarter week total"""
_EXCLUSIVE = "vote ballot seat electricity power energy stock equity stake shareholding ownership capital"

COUNTED = measure_words(f"{_PEOPLE} {_THINGS}")
TAKEN = measure_words(_TAKEN)
OPEN = measure_words(_OPEN)
EXCLUSIVE = measure_words(_EXCLUSIVE)


def is_whole(base: str) -> bool:
    """Whether a share of this is a part of something that ends at 100 per cent.

    >>> is_whole("the 3.1 million registered voters"), is_whole("its capacity"), is_whole("income")
    (True, False, False)
    """
    words = measure_words(base)
    return bool(words & COUNTED) and not words & OPEN


def is_taken_from(base: str) -> bool:
    """Whether a share of this is as a rule taken out of it, though larger ratios are conceivable.

    >>> is_taken_from("income"), is_taken_from("gross domestic product")
    (True, False)
    """
    words = measure_words(base)
    return bool(words & TAKEN) and not words & OPEN


def is_exclusive(words: Words) -> bool:
    """Whether each unit of it can be counted for one only: votes, seats, kilowatt-hours.

    >>> is_exclusive(measure_words("the vote")), is_exclusive(measure_words("respondents"))
    (True, False)
    """
    return bool(words & EXCLUSIVE)
