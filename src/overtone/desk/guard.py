"""What every answer of the service carries, whatever page it is: no store, no script, no frame, no referrer."""

from collections.abc import Callable

from django.conf import settings
from django.core.exceptions import DisallowedHost
from django.http import HttpRequest, HttpResponse

Answer = Callable[[HttpRequest], HttpResponse]
POLICY = (
    "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), interest-cohort=()",
    "X-Robots-Tag": "noindex, nofollow",
}


def headers(answer: Answer) -> Answer:
    """Django middleware: the headers on every answer, also on refusals; HTTPS only, once the address is HTTPS."""

    def guarded(request: HttpRequest) -> HttpResponse:
        try:
            request.get_host()
            response = answer(request)
        except DisallowedHost:
            response = HttpResponse("400 unknown host\n", status=400, content_type="text/plain")
        response.headers["Content-Length"] = str(len(response.content))
        for name, value in HEADERS.items():
            response.headers.setdefault(name, value)
        response.headers.setdefault("Cache-Control", "no-store")
        if settings.SECURE_HSTS_SECONDS:
            response.headers["Strict-Transport-Security"] = f"max-age={settings.SECURE_HSTS_SECONDS}"
        return response

    return guarded
