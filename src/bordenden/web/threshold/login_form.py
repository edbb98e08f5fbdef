"""The login form and its page, shown by the entry door and wherever a login has run out."""

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _

LONGEST_NAME = 60
LONGEST_PASSWORD = 200


class LoginForm(forms.Form):
    """User name and password; `next` and `carried` travel along unseen."""

    username = forms.CharField(
        label=_("Brugernavn"),
        max_length=LONGEST_NAME,
        widget=forms.TextInput(attrs={"autocomplete": "username", "autocapitalize": "none", "spellcheck": "false"}),
        error_messages={"required": _("Skriv dit brugernavn.")},
    )
    password = forms.CharField(
        label=_("Adgangskode"),
        max_length=LONGEST_PASSWORD,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
        error_messages={"required": _("Skriv din adgangskode.")},
    )
    next = forms.CharField(required=False, widget=forms.HiddenInput)
    carried = forms.CharField(required=False, widget=forms.HiddenInput, strip=False)


def login_page(request: HttpRequest, form: LoginForm, status: int, *, why: str = "") -> HttpResponse:
    """The login page; `why` is "expired" or "too_long" when it comes in the middle of something."""
    return render(request, "entry/login.html", {"form": form, "why": why}, status=status)
