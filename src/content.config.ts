import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { collections as records, type CollectionName } from '#schema/collections.ts';

/** The name of the file is the id; Astro's own would drop dots and case. */
function loadFiles(name: CollectionName) {
  const { extension } = records[name];
  return glob({
    pattern: `*${extension}`,
    base: `./content/${name}`,
    generateId: ({ entry }) => entry.slice(0, -extension.length),
  });
}

export const collections = {
  patterns: defineCollection({ loader: loadFiles('patterns'), schema: records.patterns.schema }),
  edges: defineCollection({ loader: loadFiles('edges'), schema: records.edges.schema }),
  proposals: defineCollection({ loader: loadFiles('proposals'), schema: records.proposals.schema }),
  findings: defineCollection({ loader: loadFiles('findings'), schema: records.findings.schema }),
  guides: defineCollection({ loader: loadFiles('guides'), schema: records.guides.schema }),
  background: defineCollection({ loader: loadFiles('background'), schema: records.background.schema }),
  questions: defineCollection({ loader: loadFiles('questions'), schema: records.questions.schema }),
  needs: defineCollection({ loader: loadFiles('needs'), schema: records.needs.schema }),
  routes: defineCollection({ loader: loadFiles('routes'), schema: records.routes.schema }),
  samples: defineCollection({ loader: loadFiles('samples'), schema: records.samples.schema }),
  sources: defineCollection({ loader: loadFiles('sources'), schema: records.sources.schema }),
  rules: defineCollection({ loader: loadFiles('rules'), schema: records.rules.schema }),
};
