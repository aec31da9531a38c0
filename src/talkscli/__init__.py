"""Answers questions from a store of facts, and shows where each answer comes from."""

__version__ = "0.1.0"
