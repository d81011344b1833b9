"""Benchmarks: every figure of accuracy or speed, measured beside a peer or baseline in the same run."""
