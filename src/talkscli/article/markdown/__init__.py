"""Markdown, with the marks that other tools add to it."""
