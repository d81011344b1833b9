"""Who is meant by the source of an attribution: pronouns, surnames, titles, bodies; and the statements made of it."""
