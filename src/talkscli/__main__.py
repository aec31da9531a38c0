"""`python -m talkscli`, and where the `talks` command begins: whatever happens, one exit code and no traceback."""

import gc
import os
import sys


def run() -> None:
    """Run the command line of this process and end it with the exit code."""
    gc.set_threshold(100_000)  # a run is short: there is next to nothing to collect, and looking for it takes 5 ms
    try:
        from talkscli.cli.app import main

        code = main()
        _flush()
    except KeyboardInterrupt:  # Ctrl-C while modules are loaded, or at the very end
        code = 130
    os._exit(code)  # all is written and closed; to tidy up its modules would take Python another 10 ms


def _flush() -> None:
    for stream in (sys.stdout, sys.stderr):
        try:
            if stream is not None:
                stream.flush()
        except (OSError, ValueError):
            pass  # main() has said so already, or the reader has gone


if __name__ == "__main__":
    run()
