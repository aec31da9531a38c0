"""Lines of a conversation: what each means after what was said before, and the reply to it."""
