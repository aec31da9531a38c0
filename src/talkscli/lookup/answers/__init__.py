"""Answers that are found by more than the words of a question: by roles, speakers, shapes, headings, the story."""
