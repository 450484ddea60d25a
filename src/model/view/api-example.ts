/** A program that reads the data: standard library only, concurrent, and stops at the first failure. `root` ends with a slash. */
export function renderApiExample(root: string): string {
  return `import asyncio
import json
from urllib.request import urlopen

ROOT = "${root}"


def read(path):
    with urlopen(ROOT + path, timeout=30) as answer:
        document = json.load(answer)
    if not document["schema_version"].startswith("1."):
        raise SystemExit("another version of the contract")
    return document


async def fetch(path):
    return await asyncio.to_thread(read, path)


async def main():
    edges = await fetch("edges.json")
    async with asyncio.TaskGroup() as group:
        tasks = [
            group.create_task(fetch(f"edges/{entry['id']}.json"))
            for entry in edges["entries"]
        ]
    for edge in (task.result() for task in tasks):
        trust = edge["verification"]["state"]
        print(edge["current"]["status"], trust, edge["id"])


asyncio.run(main())
`;
}
