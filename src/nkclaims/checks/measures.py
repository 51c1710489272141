"""One measure in two units: how many of one make one of the other.

Factors are exact by definition (international yard and pound agreement, 1959) unless a range stands there: a
"ton", "gallon" or "pint" is one thing in Britain and another in America, and both are allowed.
"""

from __future__ import annotations

from decimal import Decimal

from nkclaims.model.interval import Interval, point

_LENGTH = {
    "kilometre": "1000", "metre": "1", "centimetre": "0.01", "millimetre": "0.001", "mile": "1609.344",
    "nautical mile": "1852", "yard": "0.9144", "foot": "0.3048", "inch": "0.0254",
}  # fmt: skip
_AREA = {
    "square kilometre": "1000000", "hectare": "10000", "square metre": "1", "acre": "4046.8564224",
    "square mile": "2589988.110336", "square foot": "0.09290304",
}  # fmt: skip
_MASS = {
    "tonne": "1000", "kilogram": "1", "gram": "0.001", "milligram": "0.000001", "pound mass": "0.45359237",
    "ounce": "0.028349523125", "ton": "907.18474 1016.0469088",
}  # fmt: skip
_VOLUME = {
    "cubic metre": "1000", "litre": "1", "centilitre": "0.01", "millilitre": "0.001",
    "cubic foot": "28.316846592", "gallon": "3.785411784 4.54609",
    "pint": "0.473176473 0.56826125", "quart": "0.946352946 1.1365225", "barrel": "158.987294928",
}  # fmt: skip
_SPEED = {
    "kilometre per hour": "1", "mile per hour": "1.609344", "metre per second": "3.6", "knot": "1.852",
}  # fmt: skip
_POWER = {
    "watt": "1", "kilowatt": "1000", "megawatt": "1000000", "gigawatt": "1000000000",
    "horsepower": "735.5 745.7", "brake horsepower": "735.5 745.7",
}  # fmt: skip
_DIMENSIONS = (_LENGTH, _AREA, _MASS, _VOLUME, _SPEED, _POWER)
_SCALES = ("celsius", "fahrenheit")
DEGREE = point(Decimal("1.8"))  # degrees Fahrenheit to one of Celsius


def convert(value: Interval, unit: str, other: str) -> Interval | None:
    """A measure in another unit; None where the two are no measures of one thing.

    >>> convert(point(30), "foot", "metre")
    Interval('[9.1440, 9.1440]')
    >>> convert(point(30), "foot", "kilogram") is None
    True
    """
    for dimension in _DIMENSIONS:
        if unit in dimension and other in dimension:
            return value * _factor(dimension[unit]) / _factor(dimension[other])
    return _temperature(value, unit, other)


def convert_difference(value: Interval, unit: str, other: str) -> Interval | None:
    """A difference between temperatures in the other scale: the zero points of the scales fall out of it.

    >>> convert_difference(point(2), "degree celsius", "degree fahrenheit")
    Interval('[3.6, 3.6]')
    >>> convert_difference(point(2), "foot", "metre") is None
    True
    """
    scales = _scales(unit, other)
    if scales == ["celsius", "fahrenheit"]:
        return value * DEGREE
    return value / DEGREE if scales == ["fahrenheit", "celsius"] else None


def _scales(unit: str, other: str) -> list[str | None]:
    return [next((s for s in _SCALES if s in name.lower()), None) for name in (unit, other)]


def _factor(text: str) -> Interval:
    ends = [Decimal(end) for end in text.split()]
    return Interval(ends[0], ends[-1])


def _temperature(value: Interval, unit: str, other: str) -> Interval | None:
    scales = _scales(unit, other)
    if scales == ["celsius", "fahrenheit"]:
        return value * DEGREE + point(32)
    if scales == ["fahrenheit", "celsius"]:
        return (value - point(32)) / DEGREE
    return None
