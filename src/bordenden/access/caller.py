"""From which address somebody tries to log in: what guessing is counted by."""

from ipaddress import ip_address

from django.conf import settings
from django.http import HttpRequest


def address(request: HttpRequest) -> str:
    """Behind our own proxy what the proxy wrote last; else, and when it wrote none, the connection's own.

    Without it everybody behind the proxy has the proxy's address, and five wrong guesses from anywhere would
    keep the owner of the account out. Whatever stands before the last entry the caller may have made up.
    """
    connected: str = request.META.get("REMOTE_ADDR", "")
    if not settings.BEHIND_PROXY:
        return connected
    passed_on = request.META.get("HTTP_X_FORWARDED_FOR", "").rpartition(",")[2].strip()
    try:
        return str(ip_address(passed_on))
    except ValueError:
        return connected
