"""Makes Pyodide run asyncio as CPython does, then runs one program.

Pyodide replaces the event loop, time.sleep and asyncio.run by versions that hand control to the host between
steps. With them a blocking call does not block, which is what the samples are about. Here CPython's own
BaseEventLoop runs over a selector that can only sleep, and the replaced functions are put back.
"""

import asyncio
import atexit
import gc
import linecache
import os
import runpy
import sys
import time
import traceback
from asyncio import base_events, events

from pyodide import webloop


class IdleForever(RuntimeError):
    """Nothing is scheduled that could wake the loop: the program would wait without end."""


class SleepingSelector:
    """Waits for time alone, because there is no file descriptor to wait for."""

    def select(self, timeout=None):
        if timeout is None:
            raise IdleForever("idle for ever: every task waits for something that nobody will do")
        if timeout > 0:
            time.sleep(timeout)
        return []

    def close(self):
        pass


class PlainEventLoop(base_events.BaseEventLoop):
    """The event loop of CPython without input and output."""

    def __init__(self):
        super().__init__()
        self._selector = SleepingSelector()
        self._clock_resolution = time.get_clock_info("monotonic").resolution

    def _process_events(self, event_list):
        pass

    def _write_to_self(self):
        pass

    async def shutdown_default_executor(self, timeout=None):
        # The base class starts a thread to wait for the workers, and there are no threads to wait for.
        self._executor_shutdown_called = True


class PlainPolicy(events._BaseDefaultEventLoopPolicy):
    _loop_factory = PlainEventLoop


def install():
    """Puts CPython's asyncio in the place of Pyodide's."""
    time.sleep = webloop._orig_sleep
    asyncio.run = webloop._orig_run
    asyncio.runners.run = webloop._orig_run
    events._set_running_loop(None)
    events._set_event_loop_policy(PlainPolicy())
    asyncio.EventLoop = PlainEventLoop


def run(path):
    """Runs a program as `python path` does and returns its exit code. The traceback begins at the program."""
    os.chdir(os.path.dirname(path))
    sys.argv = [os.path.basename(path)]
    sys.path.insert(0, os.path.dirname(path))
    code = 0
    try:
        runpy.run_path(os.path.basename(path), run_name="__main__")
    except SystemExit as stop:
        code = exit_code(stop)
    except BaseException as error:  # noqa: BLE001, as the interpreter itself does
        print_trimmed(error, os.path.basename(path))
        code = 1
    finally:
        atexit._run_exitfuncs()
        # What was never awaited is reported when it is collected: do it while somebody listens.
        gc.collect()
        sys.stdout.flush()
        sys.stderr.flush()
    return code


def exit_code(stop):
    if stop.code is None:
        return 0
    if isinstance(stop.code, int):
        return stop.code & 0xFF
    print(stop.code, file=sys.stderr)
    return 1


def print_trimmed(error, name):
    """Prints the traceback without the frames of this file and of runpy."""
    trace = error.__traceback__
    while trace is not None and trace.tb_frame.f_code.co_filename != name:
        trace = trace.tb_next
    linecache.checkcache()
    traceback.print_exception(type(error), error, trace, file=sys.stderr)
