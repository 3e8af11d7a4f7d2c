"""Where pushes may go: the push services of browsers, over https, and nothing inside anybody's network.

A subscription's address comes from a phone, so it is an address that a stranger may choose. It is looked at when it is
saved, and the address that its name resolves to again when the connection is made. Source: PUSH 4 "SSRF".
"""

from __future__ import annotations

import ipaddress
from dataclasses import dataclass
from urllib.parse import urlsplit

LONGEST = 2048
# A leading dot: the host or any below it.
SERVICES = (
    "fcm.googleapis.com",
    "updates.push.services.mozilla.com",
    ".push.services.mozilla.com",
    ".push.apple.com",
    ".notify.windows.com",
)
# IPv4 addresses in other clothes, which `is_global` lets through.
_NAT64 = ipaddress.ip_network("64:ff9b::/96")


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
        if len(endpoint) > LONGEST or not endpoint.isascii() or not endpoint.isprintable() or " " in endpoint:
            raise BadEndpoint("This is no push address.")
        try:
            parts = urlsplit(endpoint)
            port = parts.port
        except ValueError as error:
            raise BadEndpoint("This is no push address.") from error
        host = parts.hostname or ""
        host = f"[{host}]" if ":" in host else host
        if parts.username is not None or parts.password is not None or parts.fragment or "\\" in endpoint:
            raise BadEndpoint("A push address holds no name, password or fragment.")
        origin = f"{parts.scheme}://{host}" + (f":{port}" if port not in (None, 443) else "")
        if origin in self.extra:
            return origin
        if parts.scheme != "https" or port not in (None, 443):
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
        return (self.private and origin in self.extra) or (found.is_global and found not in _NAT64)
