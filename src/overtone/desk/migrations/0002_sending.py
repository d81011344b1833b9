"""Sends, their outbox, what came back, and the pulse."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("desk", "0001_readers"),
    ]

    operations = [
        migrations.CreateModel(
            name="Pulse",
            fields=[
                ("name", models.CharField(default="outbox", max_length=10, primary_key=True, serialize=False)),
                ("number", models.PositiveBigIntegerField(default=0)),
            ],
        ),
        migrations.CreateModel(
            name="Message",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("recipient", models.PositiveBigIntegerField()),
                ("token", models.CharField(max_length=24, unique=True)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("queued", "Queued"),
                            ("sending", "Sending"),
                            ("sent", "Sent"),
                            ("failed", "Failed"),
                            ("excluded", "Excluded"),
                            ("unknown", "Unknown"),
                        ],
                        default="queued",
                        max_length=8,
                    ),
                ),
                ("attempts", models.PositiveSmallIntegerField(default=0)),
                ("due_at", models.DateTimeField()),
                ("answer", models.CharField(blank=True, default="", max_length=300)),
                (
                    "reader",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="messages",
                        to="desk.reader",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Bounce",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[("hard", "Hard"), ("soft", "Soft"), ("complaint", "Complaint")], max_length=9
                    ),
                ),
                ("status", models.CharField(blank=True, default="", max_length=12)),
                ("diagnostic", models.CharField(blank=True, default="", max_length=300)),
                ("digest", models.CharField(max_length=64, unique=True)),
                ("learnt_at", models.DateTimeField()),
                (
                    "message",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="bounces", to="desk.message"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Send",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=80, unique=True)),
                ("kind", models.CharField(max_length=10)),
                ("key", models.CharField(max_length=60)),
                (
                    "language",
                    models.CharField(
                        choices=[("en", "English"), ("ru", "русский"), ("be", "беларуская")], max_length=2
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("prepared", "Prepared"),
                            ("approved", "Approved"),
                            ("running", "Running"),
                            ("paused", "Paused"),
                            ("done", "Done"),
                            ("cancelled", "Cancelled"),
                        ],
                        default="prepared",
                        max_length=9,
                    ),
                ),
                (
                    "on_crash",
                    models.CharField(
                        choices=[("requeue", "Requeue"), ("park", "Park")], default="requeue", max_length=7
                    ),
                ),
                ("subject", models.CharField(max_length=300)),
                ("html", models.BinaryField()),
                ("text", models.BinaryField()),
                ("sender", models.CharField(max_length=320)),
                ("bounces", models.CharField(max_length=254)),
                ("unsubscribe", models.CharField(max_length=300)),
                ("archive", models.CharField(max_length=300)),
                ("candidates", models.PositiveIntegerField()),
                ("two_persons", models.BooleanField()),
                ("prepared_by", models.CharField(max_length=80)),
                ("prepared_at", models.DateTimeField()),
                ("approved_by", models.CharField(blank=True, default="", max_length=80)),
                ("approved_at", models.DateTimeField(null=True)),
                ("deadline", models.DateTimeField()),
                ("finished_at", models.DateTimeField(null=True)),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("two_persons", False),
                            models.Q(("approved_by", models.F("prepared_by")), _negated=True),
                            _connector="OR",
                        ),
                        name="send_two_persons",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("approved_by", ""), _negated=True),
                            ("state__in", ("prepared", "cancelled")),
                            _connector="OR",
                        ),
                        name="send_approved_before_it_runs",
                    ),
                ],
            },
        ),
        migrations.AddField(
            model_name="message",
            name="send",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="messages", to="desk.send"
            ),
        ),
        migrations.AddIndex(
            model_name="message",
            index=models.Index(fields=["send", "state", "due_at"], name="message_due"),
        ),
        migrations.AddConstraint(
            model_name="message",
            constraint=models.UniqueConstraint(fields=("send", "recipient"), name="message_once_a_recipient"),
        ),
    ]
