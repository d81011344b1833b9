"""Which page stands at which address; `links.py` makes the same addresses."""

from django.urls import path, re_path

from overtone.desk import views

LANG = "(?P<language>en|ru|be)"
CLAIM = "[A-Za-z0-9._-]{20,200}"
KEY = "(?P<key>[A-Za-z0-9_-]{20,43})"

urlpatterns = [
    path("", views.home, name="home"),
    path("health", views.health, name="health"),
    path("assets/<str:name>", views.asset, name="asset"),
    re_path(rf"^{LANG}/$", views.subscribe, name="subscribe"),
    re_path(rf"^{LANG}/asked$", views.asked, name="asked"),
    re_path(rf"^{LANG}/confirm/(?P<token>{CLAIM})$", views.confirm, name="confirm"),
    re_path(rf"^{LANG}/reader/{KEY}$", views.reader, name="reader"),
    re_path(rf"^{LANG}/unsubscribe/$", views.how_to_leave, name="how-to-leave"),
    re_path(rf"^{LANG}/unsubscribe/{KEY}$", views.leave, name="leave"),
]
handler400 = "overtone.desk.views.missing"
handler403 = "overtone.desk.views.forgery"
handler404 = "overtone.desk.views.missing"
handler500 = "overtone.desk.views.broken"
