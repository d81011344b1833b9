"""Briefs: findings become sections, and sections become whole sentences in three languages, each with its evidence."""
