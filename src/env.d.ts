// An import at the top would make this a module, and the declaration no global one.
declare namespace App {
  interface Locals {
    /** Sources of the page being rendered, by id: what a mark in the prose is numbered from. */
    // eslint-disable-next-line @typescript-eslint/consistent-type-imports -- see above
    citations?: ReadonlyMap<string, import('#model/view/citations.ts').NumberedSource>;
    /** Finds the figure of a sample for a mark in the prose. */
    // eslint-disable-next-line @typescript-eslint/consistent-type-imports -- see above
    showSample?: (id: string, region: string) => import('#model/view/sample-figure.ts').SampleFigure | undefined;
  }
}
