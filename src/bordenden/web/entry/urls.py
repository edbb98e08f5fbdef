"""Addresses of this door."""

from django.urls import path

from bordenden.web.entry.views.accessibility import accessibility
from bordenden.web.entry.views.calendar import calendar
from bordenden.web.entry.views.home import home
from bordenden.web.entry.views.language import language
from bordenden.web.entry.views.leave import leave
from bordenden.web.entry.views.login import login
from bordenden.web.entry.views.logout import logout
from bordenden.web.entry.views.own_assessment import own_assessment
from bordenden.web.entry.views.password import password
from bordenden.web.entry.views.start import start

urlpatterns = [
    path("", start, name="start"),
    path("log-ind/", login, name="login"),
    path("log-ud/", logout, name="logout"),
    path("luk/", leave, name="leave"),
    path("kalender/", calendar, name="calendar"),
    path("sprog/", language, name="language"),
    path("hjem/", home, name="home"),
    path("min-vurdering/", own_assessment, name="own_assessment"),
    path("adgangskode/", password, name="password"),
    path("was", accessibility, name="accessibility"),
]
