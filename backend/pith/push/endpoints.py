"""Where pushes may go: the push services of browsers, over https, and nothing inside anybody's network.

A subscription's address comes from a phone, so it is an address that a stranger may choose. It is looked at when it is
saved, and the address that its name resolves to again when the connection is made. Source: PUSH 4 "SSRF".
"""

from __future__ import annotations

import ipaddress
import re
from dataclasses import dataclass

LONGEST = 2048
# RFC 1035, 2.3.4: of a whole name; a label has up to 63.
LONGEST_NAME = 253
# A leading dot: the host or any below it.
SERVICES = (
    "fcm.googleapis.com",
    "updates.push.services.mozilla.com",
    ".push.services.mozilla.com",
    ".push.apple.com",
    ".notify.windows.com",
)
# Scheme, host, port; then a path or question in printable ASCII. No name and password, no fragment, no backslash.
_ADDRESS = re.compile(
    r"(?P<scheme>https?)://(?P<host>[\w-]{1,63}(?:\.[\w-]{1,63})*|\[[0-9A-Fa-f:.]+\])(?::(?P<port>[0-9]{1,5}))?"
    r"(?:[/?][!-\[\]-~]*)?",
    re.ASCII,
)
# All of IPv6 that is given to the public. Beside it stand many ways to write an IPv4 address, and `is_global` knows but
# some of them; of what lies within, 6to4 is one more, and the other is for examples.
_PUBLIC_V6 = ipaddress.IPv6Network("2000::/3")
_NOT_PUBLIC_V6 = (ipaddress.IPv6Network("2002::/16"), ipaddress.IPv6Network("3fff::/20"))


class BadEndpoint(ValueError):
    """An address that no push is sent to. The message is one sentence."""


@dataclass(frozen=True)
class Guard:
    """`extra`: origins beside the known services (`https://push.example.org:8443`). `private`: whether those may stand
    in a private network."""

    extra: frozenset[str] = frozenset()
    private: bool = False

    def check(self, endpoint: str) -> str:
        """The origin of a push address that may be used. Raises BadEndpoint."""
        found = _ADDRESS.fullmatch(endpoint) if len(endpoint) <= LONGEST and "#" not in endpoint else None
        if found is None or len(found["host"]) > LONGEST_NAME:
            raise BadEndpoint("This is no push address.")
        scheme, host, port = found["scheme"], found["host"].lower(), int(found["port"] or 443)
        origin = f"{scheme}://{host}" + (f":{port}" if port != 443 else "")
        if origin in self.extra:
            return origin
        if scheme != "https" or port != 443:
            raise BadEndpoint("Pushes go over https, port 443.")
        if not any(host == one or (one.startswith(".") and host.endswith(one)) for one in SERVICES):
            raise BadEndpoint("This is not the address of a push service that is known here.")
        return origin

    def may_connect(self, address: str, origin: str) -> bool:
        """Whether a push to `origin` may connect to this address (IPv4 or IPv6), whatever a name server says."""
        try:
            found = ipaddress.ip_address(address.split("%")[0])
        except ValueError:
            return False
        if found.is_multicast or found.is_unspecified:
            return False
        return (self.private and origin in self.extra) or _is_public(found)


def _is_public(address: ipaddress.IPv4Address | ipaddress.IPv6Address) -> bool:
    if isinstance(address, ipaddress.IPv4Address):
        return address.is_global
    if address.ipv4_mapped is not None:
        return address.ipv4_mapped.is_global
    public = address in _PUBLIC_V6 and not any(address in one for one in _NOT_PUBLIC_V6)
    return public and address.is_global
