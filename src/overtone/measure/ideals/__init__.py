"""Positions of states from their votes: ordinal probit over time, drawn by Metropolis steps within Gibbs."""
