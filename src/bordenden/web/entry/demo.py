"""When the demo may let anybody in: only in demo mode, and only from this very machine."""

from ipaddress import ip_address

from django.conf import settings
from django.http import HttpRequest

_FORWARDED = ("HTTP_X_FORWARDED_FOR", "HTTP_X_FORWARDED_HOST", "HTTP_X_REAL_IP", "HTTP_FORWARDED")


def is_open(request: HttpRequest) -> bool:
    """False for a request from elsewhere, or one that a proxy on this machine has passed on."""
    if not settings.DEMO or any(header in request.META for header in _FORWARDED):
        return False
    try:
        return ip_address(request.META.get("REMOTE_ADDR", "")).is_loopback
    except ValueError:
        return False
