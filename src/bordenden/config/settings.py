"""Django's settings, read from the environment; what a municipality may change is listed in docs/operations."""

import os
from pathlib import Path

from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured
from django.utils.translation import gettext_lazy as _

from bordenden.config.database import database
from bordenden.config.mail import mail

DEMO = os.environ.get("BORDENDEN_DEMO") == "1"
LOCAL = DEMO or os.environ.get("BORDENDEN_LOCAL") == "1"
BEHIND_PROXY = os.environ.get("BORDENDEN_BEHIND_PROXY") == "1"
DEBUG = False
VAR = Path(os.environ.get("BORDENDEN_VAR", "var"))
(VAR / "static").mkdir(parents=True, exist_ok=True)

SECRET_KEY = os.environ.get("BORDENDEN_SECRET_KEY", "made-up-and-only-for-the-demo" if LOCAL else "")
if not SECRET_KEY:
    raise ImproperlyConfigured("Set BORDENDEN_SECRET_KEY to a long random text, or BORDENDEN_DEMO=1 for the demo.")
ALLOWED_HOSTS = os.environ.get("BORDENDEN_HOSTS", "127.0.0.1 localhost [::1]").split()
HERE_ONLY = set(ALLOWED_HOSTS) <= {"127.0.0.1", "localhost", "[::1]", "testserver"}
if DEMO and not HERE_ONLY:
    raise ImproperlyConfigured("The demo lets anybody in: it answers on this machine only. Unset BORDENDEN_HOSTS.")
if not HERE_ONLY and "BORDENDEN_SECRET_KEY" not in os.environ:
    raise ImproperlyConfigured("A key that everybody can read signs nothing: set BORDENDEN_SECRET_KEY.")

INSTALLED_APPS = [
    "bordenden.cli",
    "bordenden.rounds",
    "bordenden.web.design",
    "bordenden.web.parts",
    "bordenden.web.entry",
    "bordenden.web.citizen",
    "bordenden.web.guest",
    "bordenden.web.staff",
    "bordenden.web.insight",
    "bordenden.evaluation",
    "bordenden.meetings",
    "bordenden.families",
    "bordenden.mentors",
    "bordenden.followup",
    "bordenden.moves",
    "bordenden.reviews",
    "bordenden.plans",
    "bordenden.contactlog",
    "bordenden.exchange",
    "bordenden.intake",
    "bordenden.assessments",
    "bordenden.offers",
    "bordenden.supervision",
    "bordenden.pathways",
    "bordenden.programmes",
    "bordenden.people",
    "bordenden.drafts",
    "bordenden.post",
    "bordenden.audit",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
    "django.forms",
    "axes",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "csp.middleware.CSPMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "bordenden.web.threshold.middleware.no_store",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "bordenden.web.threshold.middleware.chosen_language",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "bordenden.web.threshold.middleware.EveryViewNamesItsAct",
    "axes.middleware.AxesMiddleware",
]

ROOT_URLCONF = "bordenden.web.urls"
WSGI_APPLICATION = "bordenden.config.wsgi.application"
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.csrf",
                "django.template.context_processors.i18n",
                "bordenden.web.threshold.surroundings.surroundings",
            ],
            "builtins": [
                "bordenden.web.design.extending",
                "bordenden.web.design.translated",
                "django.templatetags.static",
                "bordenden.web.threshold.form_mark",
            ],
        },
    }
]

DATABASES = {"default": database(os.environ.get("BORDENDEN_DATABASE", f"sqlite:///{VAR / 'bordenden.sqlite3'}"))}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
# Group commit pays where one process holds the file; PostgreSQL groups commits by itself.
AUDIT_WRITER = os.environ.get(
    "BORDENDEN_AUDIT_WRITER", "group" if DATABASES["default"]["ENGINE"].endswith("sqlite3") else "direct"
)

AUTH_USER_MODEL = "people.Login"
AUTHENTICATION_BACKENDS = ["axes.backends.AxesStandaloneBackend", "bordenden.access.backends.LoginBackend"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator",
     "OPTIONS": {"user_attributes": ["username"]}},
]  # fmt: skip
LOGIN_URL = "login"
LOGIN_REDIRECT_URL = "home"
LOGOUT_REDIRECT_URL = "start"
# The pair of account and address is locked; the account alone never is, or anybody could lock its owner out.
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_CLIENT_IP_CALLABLE = "bordenden.access.caller.address"
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = 0.25
AXES_RESET_ON_SUCCESS = True
AXES_VERBOSE = False
AXES_LOCKOUT_CALLABLE = "bordenden.web.entry.views.login.locked"
# A try that was refused unseen is not counted: it would keep the wait alive for ever.
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False
# axes writes down what was posted; a text carried over the login is nobody's business.
AXES_SENSITIVE_PARAMETERS = ["username", "ip_address", "next", "carried", "writer", "csrfmiddlewaretoken"]
# Nor is a password that somebody wants to change, or the one wanted instead.
AXES_SENSITIVE_PARAMETERS += ["old", "new", "again"]

# A note not copied to the journal after so many working days, and a draft so many days old, are said to be so.
JOURNAL_WORKDAYS = int(os.environ.get("BORDENDEN_JOURNAL_DAYS", "3"))
OLD_DRAFT_DAYS = int(os.environ.get("BORDENDEN_DRAFT_DAYS", "30"))
# A plan that is agreed is put into her hands, on paper, within so many days.
HANDOVER_DAYS = int(os.environ.get("BORDENDEN_HANDOVER_DAYS", "14"))
# A proposal gives no caseworker more open courses than this; what a human decides is not held back.
CASELOAD_MOST = int(os.environ.get("BORDENDEN_CASELOAD_MOST", "90"))

# Letters out. Whoever has not said how they leave the machine keeps them on it.
MAIL = os.environ.get("BORDENDEN_MAIL", "folder")
MAIL_LEAVES, MAIL_FOLDER = MAIL != "folder", VAR / "mail"
globals().update(mail(MAIL, MAIL_FOLDER))
DEFAULT_FROM_EMAIL = os.environ.get("BORDENDEN_MAIL_FROM", "ingen-svar@localhost")
# What a letter says of where to log in: the address of the house itself, and nothing behind it.
SITE = os.environ.get("BORDENDEN_SITE", "http://127.0.0.1:8000/")
if MAIL_LEAVES and DEMO:
    raise ImproperlyConfigured("The demo sends no e-mail: everybody in it is made up. Unset BORDENDEN_MAIL.")
if MAIL_LEAVES and not {"BORDENDEN_SITE", "BORDENDEN_MAIL_FROM"} <= os.environ.keys():
    raise ImproperlyConfigured(
        "An e-mail says where to log in and whom it is from: set BORDENDEN_SITE and _MAIL_FROM."
    )
# The rounds go in a thread of this process; else in a process of their own, `bordenden worker`.
EMBEDDED_WORKER = os.environ.get("BORDENDEN_WORKER") == "1"

SESSION_ENGINE = "bordenden.access.sessions"
SESSION_COOKIE_AGE = 8 * 60 * 60
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = LANGUAGE_COOKIE_SECURE = not LOCAL
SESSION_COOKIE_NAME = "sessionid" if LOCAL else "__Host-sessionid"
CSRF_COOKIE_NAME = "csrftoken" if LOCAL else "__Host-csrftoken"
CSRF_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "bordenden.web.entry.views.refused.csrf"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SECURE_SSL_REDIRECT = not LOCAL
SECURE_HSTS_SECONDS = 0 if LOCAL else 31_536_000
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if BEHIND_PROXY else None
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "object-src": [NONE],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
        "form-action": [SELF],
    }
}
DATA_UPLOAD_MAX_MEMORY_SIZE = 1_000_000
# A file with people in it never touches the disk on its way; what is larger than this is not taken in at all.
FILE_UPLOAD_HANDLERS = ["django.core.files.uploadhandler.MemoryFileUploadHandler"]
FILE_UPLOAD_MAX_MEMORY_SIZE = 10_500_000
# What is laid on the table: a folder that no server shows, beside the database and saved with it.
FILES = VAR / "files"

LANGUAGE_CODE = "da"
LANGUAGES = [("da", _("Dansk")), ("en", _("Engelsk"))]
FORMAT_MODULE_PATH = "bordenden.config.formats"
LOCALE_PATHS = [Path(__file__).resolve().parent.parent / "locale"]
LANGUAGE_COOKIE_NAME = "sprog"
LANGUAGE_COOKIE_HTTPONLY = True
LANGUAGE_COOKIE_SAMESITE = "Lax"
LANGUAGE_COOKIE_AGE = 365 * 24 * 60 * 60
USE_I18N = True
TIME_ZONE = "Europe/Copenhagen"
USE_TZ = True

STATIC_URL = "/static/"
STATIC_ROOT = VAR / "static"
WHITENOISE_USE_FINDERS = LOCAL
WHITENOISE_MAX_AGE = 600 if LOCAL else 31_536_000
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if LOCAL
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}

# Identifiers only: no texts, no names, no query strings.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "plain": {
            "()": "bordenden.config.logs.WithoutWords",
            "format": "{asctime} {levelname} {name} {message}",
            "style": "{",
        }
    },
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "plain"}},
    "root": {"handlers": ["stderr"], "level": "WARNING"},
}
