"""How much memory a stream of short documents takes, and how quick it is, through the command itself.

    python scripts/measure_stream.py [COUNT ...]        default: 1000 10000 100000

Every document has words and numbers that no other has, so that whatever keeps words for ever shows. Prints
for each count the peak of the resident set, documents and words a second, and claims found.
"""

from __future__ import annotations

import json
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from random import Random

COUNTS = (1_000, 10_000, 100_000)
COMMAND = [sys.executable, "-c", "from nkclaims.cli import main; main()"]
SYLLABLES = "ba co du fe gi ho ja ke lo mi nu pa qui ro sa te vu wo xa yo ze bri cla dro fle gri".split()


def documents(count: int) -> Iterator[str]:
    """JSON lines, each with new names and new numbers."""
    random = Random(count)
    for number in range(count):
        name, town, thing = ("".join(random.choices(SYLLABLES, k=5)) + str(number % 7) for _ in range(3))
        text = (
            f"{name.title()} of {town.title()} paid ${random.randint(1, 10**6):,} for {random.randint(2, 999)} "
            f"{thing}s in March 20{random.randint(10, 25)}, {random.randint(1, 99)}.{number % 10} per cent more than "
            f"the {random.randint(1, 10**6):,} roubles that Mr {town[::-1].title()} was fined, he said on Tuesday. "
            f"Prices at {name[::-1].title()} doubled from {number + 3} to {2 * number + 6} euros a {thing}."
        )
        yield json.dumps({"id": f"d{number}", "text": text, "published": "2025-10-30"}) + "\n"


def measure(count: int) -> str:
    """One row of the table."""
    started = time.perf_counter()
    command = [*COMMAND, "extract", "--input-format", "jsonl", "-"]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    assert process.stdin is not None and process.stdout is not None
    words = [0]

    def feed(stream: object) -> None:
        for line in documents(count):
            words[0] += line.count(" ")
            process.stdin.write(line.encode())  # type: ignore[union-attr]
        process.stdin.close()  # type: ignore[union-attr]

    feeder = threading.Thread(target=feed, args=(process.stdin,))
    feeder.start()
    claims = errors = 0
    peak = 0
    for number, line in enumerate(process.stdout):
        claims += line.startswith(b'{"record":"claim"')
        errors += line.startswith(b'{"record":"error"')
        if number % 1000 == 0:
            peak = max(peak, peak_of(process.pid))
    feeder.join()
    process.wait()
    seconds = time.perf_counter() - started
    return (
        f"{count:>9,} documents: peak {peak / 1024:6.1f} MB, {count / seconds:6,.0f} documents/s, "
        f"{words[0] / seconds:8,.0f} words/s, {claims:,} claims, {errors} errors, exit {process.returncode}"
    )


def peak_of(process: int) -> int:
    """The peak of a process's resident set in KiB, as Linux counts it; 0 where it is gone."""
    try:
        status = Path(f"/proc/{process}/status").read_text()
    except OSError:
        return 0
    return next((int(row.split()[1]) for row in status.splitlines() if row.startswith("VmHWM")), 0)


if __name__ == "__main__":
    for wanted in [int(argument) for argument in sys.argv[1:]] or COUNTS:
        print(measure(wanted), flush=True)
