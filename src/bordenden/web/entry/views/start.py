"""The start page: what this is, in three sentences; the way in; in demo mode the cast to come in as."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from bordenden.people.queries import demo_logins
from bordenden.web.entry import demo
from bordenden.web.entry.coming_in import enter
from bordenden.web.threshold.login_form import LoginForm
from bordenden.web.threshold.opens import public


@public
def start(request: HttpRequest) -> HttpResponse:
    """A POST comes in as one of the cast; it does not exist outside the demo."""
    if request.method == "POST":
        return _come_in(request)
    if demo.is_open(request):
        return render(request, "entry/start.html", {"cast": demo_logins(), "login_form": None})
    if request.user.is_authenticated:
        return HttpResponseRedirect(reverse("home"))
    return render(request, "entry/start.html", {"cast": (), "login_form": LoginForm()})


def _come_in(request: HttpRequest) -> HttpResponse:
    if not demo.is_open(request):
        raise Http404
    try:
        chosen = UUID(request.POST.get("login", ""))
    except ValueError as error:
        raise Http404 from error
    login = demo_logins().filter(pk=chosen).first()
    if login is None:
        raise Http404
    enter(request, login)
    response = HttpResponseRedirect(reverse("home"))
    response.status_code = 303
    return response
