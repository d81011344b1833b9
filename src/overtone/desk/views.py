"""The pages as Django calls them. Looking (GET, HEAD) never changes anything; only the buttons (POST) do.

Pages behind a secret link need no cookie: the secret is what proves the right to press, and RFC 8058 forbids asking
for more. The form of subscription has no secret, so it is protected against forgery by Django's cookie.
"""

from datetime import UTC, datetime

from django.conf import settings
from django.db import DatabaseError, connection
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.middleware.csrf import get_token
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from overtone.desk import pages, readers
from overtone.desk.abuse import in_time, looks_robotic, network_of, too_often
from overtone.desk.addresses import LONGEST, AddressError, masked, normal
from overtone.desk.models import Reader
from overtone.desk.postman import forget_done
from overtone.desk.tokens import form_stamp, hidden, read_token
from overtone.desk.wording import preferred
from overtone.settings import LANGUAGES

both = require_http_methods(["GET", "HEAD", "POST"])
TRAP = "website"  # a field that people do not see


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """The form in the language that the browser asks for."""
    answer = HttpResponseRedirect(f"/{_asked_language(request)}/")
    answer.headers["Vary"] = "Accept-Language"
    return answer


@require_safe
def health(request: HttpRequest) -> HttpResponse:
    """Whether the service works, for who watches over it: 200, or 503 where the database does not answer."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        return JsonResponse({"schema_version": 1, "status": "no database"}, status=503)
    return JsonResponse({"schema_version": 1, "status": "ok"})


@require_safe
def asset(request: HttpRequest, name: str) -> HttpResponse:
    """The style or the emblem; kept by browsers for good, since the name holds the digest."""
    if name not in pages.assets():
        return missing(request)
    body, kind = pages.assets()[name]
    return HttpResponse(body, content_type=kind, headers={"Cache-Control": "public, max-age=31536000, immutable"})


@both
def subscribe(request: HttpRequest, language: str) -> HttpResponse:
    """The form of subscription; pressed, it answers the same whether the address is known or not."""
    now = _now()
    if request.method != "POST":
        return _form(request, language)
    if looks_robotic(request.POST.get(TRAP, "")):
        return HttpResponseRedirect(f"/{language}/asked")
    try:
        address = normal(request.POST.get("address", ""))
    except AddressError as error:
        return _form(request, language, wrong=error.key)
    wanted = request.POST.get("language", language)
    if wanted not in LANGUAGES or not in_time(request.POST.get("stamp", ""), now):
        return _form(request, language, wrong="form.again")
    remote = request.META.get("REMOTE_ADDR", "")
    if too_often(remote, now):
        return _page("busy.html.j2", language, status=429)
    network = hidden("consent", network_of(remote)) if settings.DESK_CONSENT_NETWORK else ""
    readers.forget_unconfirmed(now)
    forget_done(now)
    readers.ask(address, wanted, now, network=network)
    return HttpResponseRedirect(f"/{language}/asked")


@require_safe
def asked(request: HttpRequest, language: str) -> HttpResponse:
    """Look into your mailbox."""
    return _page("asked.html.j2", language, path="asked")


@csrf_exempt
@both
def confirm(request: HttpRequest, language: str, token: str) -> HttpResponse:
    """One button; a program that follows the links of a mail only looks at it."""
    claim, now = read_token(token), _now()
    if claim is None:
        return _page("void.html.j2", language, status=404)
    if request.method == "POST":
        reader = readers.confirm(claim, now)
        if reader is None:
            return _page("void.html.j2", language, status=410)
        return HttpResponseRedirect(f"/{claim.language}/reader/{reader.key}")
    reader = Reader.objects.filter(key=claim.key, turn=claim.turn).first()
    if reader is not None and reader.state == Reader.State.ACTIVE:
        return _reader(reader, claim.language, path=f"confirm/{token}")
    if reader is None or claim.expired(now) or reader.state != Reader.State.PENDING:
        return _page("void.html.j2", language, status=410)
    return _page("confirm.html.j2", language, path=f"confirm/{token}", address=reader.address, wanted=claim.language)


@csrf_exempt
@both
def reader(request: HttpRequest, language: str, key: str) -> HttpResponse:
    """What is kept of a reader, and the language of the mails to change."""
    wanted = request.POST.get("language", "")
    if request.method == "POST" and wanted in LANGUAGES:
        moved = readers.move(key, wanted, _now())
        return (
            HttpResponseRedirect(f"/{wanted}/reader/{key}") if moved else _page("unknown.html.j2", language, status=404)
        )
    found = Reader.objects.filter(key=key).first()
    if found is None:
        return _page("unknown.html.j2", language, status=404)
    return _reader(found, language, path=f"reader/{key}")


@require_safe
def how_to_leave(request: HttpRequest, language: str) -> HttpResponse:
    """Where a reader's own button is found, for who came without the key."""
    return _page("how_to_leave.html.j2", language, path="unsubscribe/")


@csrf_exempt
@both
def leave(request: HttpRequest, language: str, key: str) -> HttpResponse:
    """One button; a mail program's one-click POST (RFC 8058) does the same, and a second one changes nothing."""
    if request.method == "POST":
        found = readers.leave(key, _now())
        if found is not None and request.POST.get("List-Unsubscribe") != "One-Click":
            return HttpResponseRedirect(f"/{language}/unsubscribe/{key}")
    else:
        found = Reader.objects.filter(key=key).first()
    if found is None:
        return _page("unknown.html.j2", language, status=404)
    reads = found.state in (Reader.State.ACTIVE, Reader.State.PENDING)
    return _page(
        "leave.html.j2" if reads else "left.html.j2",
        language,
        path=f"unsubscribe/{key}",
        address=masked(found.address),
    )


def missing(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """No such page, or a request that makes no sense."""
    return _page("error.html.j2", _asked_language(request), status=404, why="missing")


def forgery(request: HttpRequest, exception: Exception | None = None, reason: str = "") -> HttpResponse:
    """The cookie of the form did not come back."""
    return _page("error.html.j2", _asked_language(request), status=403, why="refused")


def broken(request: HttpRequest) -> HttpResponse:
    """A fault of ours."""
    return _page("error.html.j2", _asked_language(request), status=500, why="broken")


def _form(request: HttpRequest, language: str, wrong: str = "") -> HttpResponse:
    stamp = request.POST.get("stamp", "") if wrong.startswith("address.") else ""
    answer = _page(
        "subscribe.html.j2",
        language,
        status=422 if wrong else 200,
        wrong=wrong,
        typed=request.POST.get("address", "")[:LONGEST],
        chosen=request.POST.get("language", language),
        stamp=stamp or form_stamp(_now()),
        forgery=get_token(request),
        trap=TRAP,
    )
    # Under no-referrer a browser says "Origin: null" when it sends a form, which the check of forgery must refuse.
    answer.headers["Referrer-Policy"] = "same-origin"
    return answer


def _reader(found: Reader, language: str, path: str) -> HttpResponse:
    return _page("reader.html.j2", language, path=path, reader=found, address=masked(found.address))


def _page(template: str, language: str, *, status: int = 200, path: str = "", **values: object) -> HttpResponse:
    report = str(settings.DESK_REPORT)
    return HttpResponse(pages.page(template, language, path=path, report=report, **values), status=status)


def _asked_language(request: HttpRequest) -> str:
    first = request.path.split("/")[1]
    return first if first in LANGUAGES else preferred(request.META.get("HTTP_ACCEPT_LANGUAGE", ""))


def _now() -> datetime:
    return datetime.now(UTC)
