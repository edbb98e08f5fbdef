"""Who might join a project, what they lived on, the meetings to hear of it, and the referral."""

import bordenden.foundation.ids
import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("intake", "0001_initial"),
        ("pathways", "0006_supervisors"),
        ("people", "0004_notices"),
        ("programmes", "0007_in_and_out"),
    ]

    operations = [
        migrations.CreateModel(
            name="Candidate",
            fields=[
                ("id", models.UUIDField(default=bordenden.foundation.ids.new_id, primary_key=True, serialize=False)),
                ("target_group", models.CharField(blank=True, max_length=20)),
                ("vocational_education", models.BooleanField(blank=True, null=True)),
                ("registered_at", models.DateTimeField()),
                ("closed_at", models.DateTimeField(blank=True, null=True)),
                (
                    "ended_as",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("enrolled", "Er begyndt i projektet"),
                            ("not_eligible", "Kan ikke være med efter reglerne"),
                            ("declined", "Har sagt nej tak"),
                            ("other", "Andet"),
                        ],
                        max_length=12,
                    ),
                ),
                (
                    "municipality",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.municipality",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="candidacies", to="people.person"
                    ),
                ),
                (
                    "project",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="candidates",
                        to="programmes.project",
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(fields=["project", "closed_at"], name="candidate_by_project"),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("closed_at__isnull", True)),
                        fields=("project", "person"),
                        name="one_open_candidacy_a_person_and_project",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("closed_at__isnull", True), ("ended_as", "")),
                            models.Q(("closed_at__isnull", False), models.Q(("ended_as", ""), _negated=True)),
                            _connector="OR",
                        ),
                        name="a_closed_candidacy_says_how",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="InformationMeeting",
            fields=[
                ("id", models.UUIDField(default=bordenden.foundation.ids.new_id, primary_key=True, serialize=False)),
                (
                    "kind",
                    models.CharField(
                        choices=[("information", "Informationsmøde"), ("citizens", "Borgermøde")], max_length=12
                    ),
                ),
                ("title", models.CharField(max_length=120)),
                ("place", models.CharField(max_length=120)),
                ("starts_at", models.DateTimeField()),
                ("ends_at", models.DateTimeField()),
                ("cancelled_at", models.DateTimeField(blank=True, null=True)),
                (
                    "municipality",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.municipality",
                    ),
                ),
                (
                    "project",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="information_meetings",
                        to="programmes.project",
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(fields=["project", "starts_at"], name="information_by_project"),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("project", "kind", "starts_at", "place"),
                        name="one_information_meeting_a_time_and_place",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("ends_at__gt", models.F("starts_at"))),
                        name="information_ends_after_it_starts",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Invitation",
            fields=[
                ("id", models.UUIDField(default=bordenden.foundation.ids.new_id, primary_key=True, serialize=False)),
                ("invited_at", models.DateTimeField()),
                (
                    "attendance",
                    models.CharField(
                        blank=True,
                        choices=[("came", "Kom"), ("excused", "Kunne ikke denne gang"), ("away", "Kom ikke")],
                        max_length=12,
                    ),
                ),
                (
                    "interest",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("wants", "Vil gerne være med"),
                            ("thinks", "Vil tænke over det"),
                            ("no", "Nej tak"),
                        ],
                        max_length=12,
                    ),
                ),
                ("noted_at", models.DateTimeField(blank=True, null=True)),
                (
                    "candidate",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="invitations", to="intake.candidate"
                    ),
                ),
                (
                    "meeting",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="invitations",
                        to="intake.informationmeeting",
                    ),
                ),
                (
                    "municipality",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.municipality",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("meeting", "candidate"), name="invited_once_a_meeting"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Referral",
            fields=[
                ("id", models.UUIDField(default=bordenden.foundation.ids.new_id, primary_key=True, serialize=False)),
                ("track", models.CharField(choices=[("udd", "Uddannelse"), ("job", "Job")], max_length=3)),
                ("prepared_at", models.DateTimeField()),
                ("match_reasons", models.TextField(blank=True)),
                ("verdict", models.JSONField(default=dict)),
                ("hope", models.TextField(blank=True)),
                (
                    "towards",
                    models.CharField(blank=True, choices=[("udd", "Uddannelse"), ("job", "Job")], max_length=3),
                ),
                ("declared_on", models.DateField(blank=True, null=True)),
                ("on_paper", models.BooleanField(default=False)),
                ("consented_at", models.DateTimeField(blank=True, null=True)),
                ("declined_at", models.DateTimeField(blank=True, null=True)),
                ("withdrawn_at", models.DateTimeField(blank=True, null=True)),
                (
                    "candidate",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="referral", to="intake.candidate"
                    ),
                ),
                (
                    "enrolment",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="referral",
                        to="pathways.enrolment",
                    ),
                ),
                (
                    "municipality",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.municipality",
                    ),
                ),
                (
                    "table",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="pathways.table"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("consented_at__isnull", True),
                            models.Q(
                                ("declared_on__isnull", False),
                                models.Q(("towards", ""), _negated=True),
                                models.Q(("hope", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="whoever_takes_part_has_declared_and_hopes",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("consented_at__isnull", True), ("declined_at__isnull", True), _connector="OR"
                        ),
                        name="either_yes_or_no",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("withdrawn_at__isnull", True), ("consented_at__isnull", False), _connector="OR"
                        ),
                        name="only_a_consent_is_withdrawn",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="BenefitPeriod",
            fields=[
                ("id", models.UUIDField(default=bordenden.foundation.ids.new_id, primary_key=True, serialize=False)),
                ("benefit", models.CharField(max_length=40)),
                ("starts_on", models.DateField()),
                ("ends_on", models.DateField(blank=True, null=True)),
                (
                    "municipality",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.municipality",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="benefit_periods",
                        to="people.person",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("person", "benefit", "starts_on"), name="one_period_a_person_benefit_and_start"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("ends_on__isnull", True), ("ends_on__gte", models.F("starts_on")), _connector="OR"
                        ),
                        name="benefit_ends_after_it_starts",
                    ),
                ],
            },
        ),
    ]
