"""What measured values amount to: verdicts, each with its ground or the reason why none is given."""
