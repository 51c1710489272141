"""The one place that uses the network, and only when ``nkclaims rates update`` asks for it."""

from __future__ import annotations

import http.client
import urllib.error
import urllib.request

from nkclaims.errors import TableError

ECB_HISTORY = "https://www.ecb.europa.eu/stats/eurofxref/eurofxref-hist.zip"
"""The ECB's whole history since 1999, about 600 kB; free of charge, the source to be named."""
LARGEST = 50_000_000
_CHUNK = 65_536


def download(url: str, *, timeout: float = 60.0) -> bytes:
    """The whole body at an http or https address.

    Raises TableError where the address cannot be reached, answers with an error, is cut short, or sends more
    than 50 MB. ``timeout`` is in seconds, for each wait on the network.
    """
    if not url.lower().startswith(("http://", "https://")):
        raise TableError("the address must begin with http:// or https://", where=url)
    request = urllib.request.Request(url, headers={"User-Agent": "nkclaims"})
    try:
        with urllib.request.urlopen(request, timeout=timeout) as answer:
            return _read(answer, url)
    except urllib.error.HTTPError as error:
        error.close()  # it holds the connection
        raise TableError(f"the server answered {error.code} {error.reason}", where=url) from error
    except http.client.IncompleteRead as error:
        raise TableError("the connection was cut before the end: try again", where=url) from error
    except (OSError, http.client.HTTPException, ValueError) as error:
        reason = getattr(error, "reason", error)
        raise TableError(f"cannot be reached ({reason}): try again", where=url) from error


def _read(answer: http.client.HTTPResponse, url: str) -> bytes:
    body = bytearray()
    length = answer.headers.get("Content-Length")
    while chunk := answer.read(_CHUNK):
        body += chunk
        if len(body) > LARGEST:
            raise TableError("sends more than a table of rates can be", where=url)
    if length and length.isdecimal() and len(body) < int(length):
        raise TableError("the connection was cut before the end: try again", where=url)
    return bytes(body)
