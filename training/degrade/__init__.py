"""Faults made from good pictures the way the physics makes them."""
