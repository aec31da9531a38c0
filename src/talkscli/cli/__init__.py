"""The command line: a command parses, calls one function, and hands the result to render."""
