"""The service that answers the world: Django behind waitress, on this machine's loopback unless told otherwise."""

import logging
import signal
import socket
import sys
from collections.abc import Callable
from types import FrameType

from django.core.handlers.wsgi import WSGIHandler
from waitress import create_server

from overtone.desk.configure import open_desk
from overtone.desk.postman import Postman, delivering
from overtone.errors import DeskError
from overtone.settings import Settings

THREADS = 4
LARGEST = 16_384  # bytes of a request; a form has a few hundred


def application(settings: Settings) -> WSGIHandler:
    """The pages over the database of a workspace; DeskError where it cannot be used."""
    open_desk(settings)
    _keep_addresses_out_of_the_log()
    return WSGIHandler()


def serve(
    settings: Settings, host: str, port: int, started: Callable[[str], None], postman: Postman | None = None
) -> None:
    """Answer until SIGTERM or Ctrl-C, and then finish what was begun; `started` is told the address, once it listens.

    The postman, if there is one, takes the letters to the mail server meanwhile.

    DeskError where the port cannot be had or the database cannot be used. Not for the open network: put a proxy that
    speaks TLS before it and name that in `desk.proxy`.
    """
    pages = application(settings)
    with _listening(host, port) as listening:
        server = create_server(
            pages,
            sockets=[listening],
            threads=THREADS,
            ident=None,
            max_request_body_size=LARGEST,
            max_request_header_size=LARGEST,
            trusted_proxy=settings.proxy or None,
            trusted_proxy_headers={"x-forwarded-for", "x-forwarded-proto"} if settings.proxy else set(),
            clear_untrusted_proxy_headers=True,
        )
        signal.signal(signal.SIGTERM, _stop)
        started(f"http://{_written(host)}:{listening.getsockname()[1]}/")
        with delivering(postman):
            server.run()
        server.close()


def _listening(host: str, port: int) -> socket.socket:
    try:
        return socket.create_server((host, port), family=socket.AF_INET6 if ":" in host else socket.AF_INET)
    except OSError as error:
        raise DeskError(
            f"cannot listen ({error.strerror or error})",
            where=f"{host}:{port}",
            next_step="name another --port, or end the program that has this one",
        ) from error


def _stop(number: int, frame: FrameType | None) -> None:
    raise SystemExit(0)


def _written(host: str) -> str:
    return f"[{host}]" if ":" in host else host


class _Fault(logging.Formatter):
    """What broke, without the address of the page: it may hold a reader's secret."""

    def format(self, record: logging.LogRecord) -> str:
        """The traceback alone."""
        return f"overtone desk: a page broke\n{self.formatException(record.exc_info)}" if record.exc_info else ""


def _keep_addresses_out_of_the_log() -> None:
    """Django logs the path of each refused or broken request; only breaks are told here, and without it."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(_Fault())
    log = logging.getLogger("django")
    log.handlers, log.propagate = [handler], False
    log.setLevel(logging.ERROR)
    logging.getLogger("django.security").setLevel(logging.CRITICAL)
