"""Both ends of Demo.Job in Python: work for a background process, and a way to await it.

It runs in Embedded Python, where `import iris` is the server itself, and it has to be
on the Python path of the server, so that Demo.Job can import it.
"""

import asyncio
import json
from dataclasses import dataclass
from typing import Any

import iris

POLL = 0.1


# region work
async def greet(names: list[str]) -> list[str]:
    """Runs on a loop of its own, in the process that JOB started."""

    async def one(name: str) -> str:
        await asyncio.sleep(0.01)
        return f"Hello, {name}"

    return await asyncio.gather(*(one(name) for name in names))


JOBS = {"greet": greet}
# endregion


# region handle
class JobError(Exception):
    """The job did not start, or did not end well."""


@dataclass(frozen=True)
class Job:
    """A background process that runs one function of a module's JOBS."""

    ticket: int

    @classmethod
    def start(cls, module: str, function: str, *args: Any, timeout: int = 5) -> "Job":
        """Blocks for up to `timeout` seconds, as JOB itself does."""
        ticket = iris.cls("Demo.Job").Start(module, function, json.dumps(args), timeout)
        if not ticket:
            raise JobError(f"no process for {module}:{function} within {timeout} s")
        return cls(ticket)

    async def wait(self) -> Any:
        """Return the value of the function. Giving up does not stop the process."""
        jobs = iris.cls("Demo.Job")
        while (state := jobs.State(self.ticket)) in ("starting", "running"):
            await asyncio.sleep(POLL)
        if state != "ended":
            raise JobError(f"{state}: {jobs.Error(self.ticket)}")
        answer = json.loads(jobs.Answer(self.ticket))
        if "traceback" in answer:
            raise JobError(answer["traceback"])
        return answer["value"]
# endregion


async def main() -> None:
    job = Job.start("work", "greet", ["Python", "JOB"])
    async with asyncio.timeout(10):
        assert await job.wait() == ["Hello, Python", "Hello, JOB"]


if __name__ == "__main__":
    asyncio.run(main())
