"""What a printed number may stand for: intervals, their arithmetic, and the verdict when two of them meet.

A number in the news is rounded, hedged or a bound. Checks never compare printed numbers; they compare the
intervals these functions derive, at two widths:

* :func:`printed` takes an operand at its word (the points or the bound in the text);
* :func:`widest` allows for its rounding and its hedge as well.

Arithmetic rounds outward (the low end down, the high end up), so a result always encloses every value
that its operands allow.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Context, Decimal
from typing import TYPE_CHECKING

from nkclaims.model.values import Change, Percentage, Reading

if TYPE_CHECKING:
    from nkclaims.model.findings import Verdict

INFINITY = Decimal("Infinity")
ZERO = Decimal(0)
HEDGE = Decimal("0.1")  # "about", "nearly", "just over": a tenth of the value
WORDED = Decimal("0.05")  # "doubled" is 2 ± 0.1; a fraction in words ("a third") likewise: a twentieth
_DOWN = Context(prec=28, rounding=ROUND_FLOOR, traps=[])
_UP = Context(prec=28, rounding=ROUND_CEILING, traps=[])
_Op = Callable[[Context, Decimal, Decimal], Decimal]
_End = tuple[Decimal, bool]


@dataclass(slots=True, frozen=True)
class Interval:
    """All numbers from ``low`` to ``high``; an end that is open is itself left out.

    Raises ValueError where ``low`` is above ``high``.

    >>> Interval(Decimal(2), Decimal(3), low_open=True)
    Interval('(2, 3]')
    """

    low: Decimal
    high: Decimal
    low_open: bool = False
    high_open: bool = False

    def __post_init__(self) -> None:
        if not self.low <= self.high:
            raise ValueError(f"the low end {self.low} is above the high end {self.high}")

    def __repr__(self) -> str:
        left, right = "[("[self.low_open], "])"[self.high_open]
        return f"Interval('{left}{self.low}, {self.high}{right}')"

    def __add__(self, other: Interval) -> Interval:
        return Interval(
            _DOWN.add(self.low, other.low),
            _UP.add(self.high, other.high),
            self.low_open or other.low_open,
            self.high_open or other.high_open,
        )

    def __neg__(self) -> Interval:
        return Interval(-self.high, -self.low, self.high_open, self.low_open)

    def __sub__(self, other: Interval) -> Interval:
        return self + -other

    def __mul__(self, other: Interval) -> Interval:
        return _corners(self, other, _times)

    def __truediv__(self, other: Interval) -> Interval:
        """The quotient: the whole line if zero lies inside ``other``; ZeroDivisionError if it is zero."""
        if other.low == other.high == 0:
            raise ZeroDivisionError("division by an interval that is zero")
        if other.low < 0 < other.high:
            return Interval(-INFINITY, INFINITY)
        return _corners(self, other, _over)

    def contains(self, value: Decimal) -> bool:
        """Whether ``value`` lies inside.

        >>> Interval(Decimal(0), Decimal(2), high_open=True).contains(Decimal(2))
        False
        """
        above = value > self.low or (value == self.low and not self.low_open)
        return above and (value < self.high or (value == self.high and not self.high_open))

    def overlaps(self, other: Interval) -> bool:
        """Whether some number lies in both.

        >>> Interval(Decimal(1), Decimal(2)).overlaps(Interval(Decimal(2), Decimal(3), low_open=True))
        False
        """
        return not (self.below(other) or other.below(self))

    def below(self, other: Interval) -> bool:
        """Whether every number here is less than every number there."""
        touching = self.high == other.low and (self.high_open or other.low_open)
        return self.high < other.low or touching

    def within(self, other: Interval) -> bool:
        """Whether every number here lies there too."""
        low = self.low > other.low or (self.low == other.low and (self.low_open or not other.low_open))
        high = self.high < other.high or (self.high == other.high and (self.high_open or not other.high_open))
        return low and high

    def ends(self) -> tuple[Decimal | None, Decimal | None]:
        """The ends as a record prints them: None for an infinite one."""
        return (
            None if self.low.is_infinite() else self.low,
            None if self.high.is_infinite() else self.high,
        )


def point(value: Decimal | int) -> Interval:
    """The interval that holds one number.

    >>> point(3) + point(4)
    Interval('[7, 7]')
    """
    number = Decimal(value)
    return Interval(number, number)


def total(parts: Iterable[Interval]) -> Interval:
    """The sum of several.

    >>> total([point(58), point(41), point(21)])
    Interval('[120, 120]')
    """
    result = point(0)
    for part in parts:
        result = result + part
    return result


def _times(context: Context, a: Decimal, b: Decimal) -> Decimal:
    return ZERO if a == 0 or b == 0 else context.multiply(a, b)


def _over(context: Context, a: Decimal, b: Decimal) -> Decimal:
    return ZERO if a == 0 and b != 0 else context.divide(a, b)


def _corners(a: Interval, b: Interval, op: _Op) -> Interval:
    """The hull of ``op`` over the four pairs of ends: enough, since it is monotonic in each operand."""
    zero_side = (
        Decimal("-0") if b.low < 0 else ZERO
    )  # a divisor that ends at zero is reached from its own side
    lows: list[_End] = []
    highs: list[_End] = []
    for x, x_open in ((a.low, a.low_open), (a.high, a.high_open)):
        for y, y_open in ((b.low, b.low_open), (b.high, b.high_open)):
            divisor = y if y != 0 else zero_side
            low, high = op(_DOWN, x, divisor), op(_UP, x, divisor)
            if low.is_nan():
                continue
            # a closed zero is reached whatever the other end does; an infinite end never is
            reached = (x == 0 and not x_open) or (op is _times and y == 0 and not y_open)
            end_open = (x_open or y_open) and not reached
            lows.append((low, end_open))
            highs.append((high, end_open))
    low, low_open = min(lows)
    high, high_open = max(highs, key=lambda end: (end[0], not end[1]))
    return Interval(low, high, low_open, high_open)


def half_step(value: Decimal, step: Decimal | None) -> Decimal:
    """Half the weight of the last digit that means something, in the unit of ``value``.

    ``step`` is the weight of the last printed digit, None for a number in words: a whole one counts as
    written out, a fraction ("a third") gets a twentieth either way. Zeros that end a number written out
    (step 1) may be rounding, but never beyond the second significant digit.

    >>> [str(half_step(Decimal(n), Decimal(1))) for n in ("4000", "62000", "1150", "20", "7")]
    ['50', '500', '5', '0.5', '0.5']
    >>> str(half_step(Decimal("1.2E9"), Decimal("1E8")))
    '5E+7'
    """
    whole = value == value.to_integral_value()
    if step is None:
        if not whole:
            return abs(value) * WORDED
        step = Decimal(1)
    weight = step
    if step == 1 and value != 0 and whole:
        digits = abs(int(value))
        second = 10 ** max(len(str(digits)) - 2, 0)
        zeros = 1
        while zeros < second and digits % (zeros * 10) == 0:
            zeros *= 10
        weight = Decimal(zeros)
    return weight / 2


def printed(reading: Reading) -> Interval:
    """A reading taken at its word: no rounding and no hedge, but bounds and leanings as they are.

    Raises ValueError where the printed low end is above the high end.
    """
    return _bounded(reading, ZERO, ZERO)


def plain(reading: Reading) -> Interval:
    """The printed ends and nothing else: a bound ("up to 70") or a leaning ("nearly 6,000") is its number.

    Raises ValueError where the printed low end is above the high end.

    >>> from nkclaims.model.values import Quantity
    >>> plain(Quantity(low=None, high=Decimal(70), modifier="at_most"))
    Interval('[70, 70]')
    """
    low = reading.high if reading.low is None else reading.low
    high = reading.low if reading.high is None else reading.high
    return Interval(-INFINITY, INFINITY) if low is None or high is None else Interval(low, high)


def widest(reading: Reading) -> Interval:
    """Everything a reading may stand for: half its last printed digit and a tenth for a hedge, either way.

    >>> from nkclaims.model.values import Quantity
    >>> widest(Quantity(low=Decimal(4000), high=Decimal(4000), step=Decimal(1)))
    Interval('[3950, 4050]')
    >>> widest(Quantity(low=Decimal(6000), high=Decimal(6000), step=Decimal(1), lean="below"))
    Interval('[5400.0, 6000)')
    """
    low = ZERO if reading.low is None else _slack(reading.low, reading)
    high = ZERO if reading.high is None else _slack(reading.high, reading)
    return _bounded(reading, low, high)


def _slack(value: Decimal, reading: Reading) -> Decimal:
    hedge = abs(value) * HEDGE if reading.approx else ZERO
    if reading.modifier in ("exact", "about", "between"):
        if reading.step is None and isinstance(reading, Percentage):
            return abs(value) * WORDED + hedge  # "half", "two thirds" of something are seldom meant exactly
        return half_step(value, reading.step) + hedge
    return hedge  # a bound is where its writer put it


def _bounded(reading: Reading, low_slack: Decimal, high_slack: Decimal) -> Interval:
    low, high = reading.low, reading.high
    if low is None and high is None:
        return Interval(-INFINITY, INFINITY)
    if low is None:
        assert high is not None
        top = high + high_slack
        return Interval(min(ZERO, top) if top >= 0 else -INFINITY, top, False, reading.modifier == "under")
    if high is None:
        return Interval(low - low_slack, INFINITY, reading.modifier == "over")
    if reading.lean is not None and low == high:
        return _leaning(low, reading.lean)
    return Interval(low - low_slack, high + high_slack)


def _leaning(value: Decimal, lean: str) -> Interval:
    """Nearly x is [0.9x, x), just over x is (x, 1.1x]; a minus sign turns them round."""
    near = value * (1 - HEDGE) if lean == "below" else value * (1 + HEDGE)
    if value == 0:
        return point(0)
    if near < value:
        return Interval(near, value, high_open=True)
    return Interval(value, near, low_open=True)


def change_size(change: Change) -> Interval:
    """What the size of a change may stand for, in its own unit (a factor, percent, points or an amount).

    "Doubled" is 2 ± 0.1, "nearly doubled" [1.8, 2), "more than doubled" (2, 3); of a fall the factor is below
    one and the words lean the other way: "nearly halved" is (0.5, 0.55], "more than halved" (0, 0.5).
    Raises ValueError where no size is given.

    >>> change_size(Change(factor=Decimal(2), modifier="over"))
    Interval('(2, 3)')
    >>> change_size(Change(factor=Decimal("0.5"), direction="fall", lean="below"))
    Interval('(0.5, 0.55]')
    """
    if change.factor is not None:
        return _factor(change, change.factor)
    size = next((n for n in (change.percent, change.points, change.delta) if n is not None), None)
    if size is None:
        raise ValueError("a change without a size")
    slack = WORDED * size if change.step is None else half_step(size, change.step)
    slack += size * HEDGE if change.approx else ZERO
    if change.modifier in ("at_least", "over", "order"):
        return Interval(size, INFINITY, change.modifier == "over")
    if change.modifier in ("at_most", "under"):
        return Interval(ZERO, size, False, change.modifier == "under")
    return _leaning(size, change.lean) if change.lean else Interval(size - slack, size + slack)


def _factor(change: Change, factor: Decimal) -> Interval:
    falls = factor < 1
    if change.lean is not None:
        near = factor * (1 + HEDGE if (change.lean == "below") == falls else 1 - HEDGE)
        low, high = sorted((factor, near))
        return Interval(low, high, low == factor, high == factor)
    if change.modifier in ("over", "at_least"):
        opened = change.modifier == "over"
        if falls:
            return Interval(ZERO, factor, True, opened)
        return Interval(factor, factor + 1, opened, True)
    if change.modifier in ("under", "at_most"):
        return Interval(factor, Decimal(1)) if falls else Interval(Decimal(1), factor)
    slack = factor * (WORDED + (HEDGE if change.approx else ZERO))
    return Interval(factor - slack, factor + slack)


def agreement(stated: Interval, computed: Interval, loosest: Interval) -> Verdict:
    """Do a stated number and the same number worked out agree?

    stated    what is said, at its widest       computed  from the operands taken at their word
    loosest   from the operands at their widest

    >>> agreement(change_size_of_two := Interval(Decimal("1.9"), Decimal("2.1")), point(2), point(2))
    'consistent'
    >>> agreement(change_size_of_two, point(3), Interval(Decimal("2.8"), Decimal("3.3")))
    'inconsistent'
    """
    if stated.overlaps(computed):
        return "consistent"
    return "by_rounding" if stated.overlaps(loosest) else "inconsistent"


def containment(limit: Interval, computed: Interval, loosest: Interval) -> Verdict:
    """Does a number stay within what is possible? Tension: only the extreme of a bound is beyond it.

    >>> share = Interval(Decimal(0), Decimal(100))
    >>> containment(share, Interval(Decimal(0), Decimal(140)), Interval(Decimal(0), Decimal(140)))
    'tension'
    >>> containment(share, point(144), Interval(Decimal(143), Decimal(145)))
    'inconsistent'
    """
    if computed.within(limit):
        return "consistent"
    if not loosest.overlaps(limit):
        return "inconsistent"
    return "tension" if computed.overlaps(limit) else "by_rounding"
