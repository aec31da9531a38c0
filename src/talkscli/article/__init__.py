"""A document as read: headed blocks of text, whatever format it came in."""
