"""Reports of bounces as mail servers write them, made up after RFC 3464, RFC 5965 and RFC 3834."""

WHOSE = "abcdefghij234567abcd"
BACK = f"bounces+{WHOSE}@example.org"


def dsn(status: str, *, action: str = "failed", to: str = BACK, words: str = "smtp; 550 no") -> bytes:
    """A delivery status notification."""
    return f"""\
From: Mail Delivery System <MAILER-DAEMON@mx.example.net>
To: {to}
Subject: Undelivered Mail Returned to Sender
Auto-Submitted: auto-replied
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="b"

--b
Content-Type: text/plain; charset=utf-8

I could not deliver your message.
--b
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.example.net

Final-Recipient: rfc822; reader@example.net
Action: {action}
Status: {status}
Diagnostic-Code: {words}

--b
Content-Type: message/rfc822

From: Overtone <weekly@example.org>
Subject: the mail

text
--b--
""".encode()


def complaint(to: str = "abuse@example.org") -> bytes:
    """A report of abuse; whose mail it was stands in the mail that is quoted."""
    return f"""\
From: feedback@mx.example.net
To: {to}
Subject: complaint
MIME-Version: 1.0
Content-Type: multipart/report; report-type=feedback-report; boundary="b"

--b
Content-Type: text/plain

This is a report.
--b
Content-Type: message/feedback-report

Feedback-Type: abuse
User-Agent: made-up/1

--b
Content-Type: message/rfc822

Return-Path: <{BACK}>
From: Overtone <weekly@example.org>
Subject: the mail

text
--b--
""".encode()


def free(words: str, *, sender: str = "MAILER-DAEMON@mx.example.net", to: str = BACK, more: str = "") -> bytes:
    """A report in free words, or any other mail."""
    return f"From: {sender}\nTo: {to}\nSubject: failure notice\n{more}\n{words}\n".encode()
