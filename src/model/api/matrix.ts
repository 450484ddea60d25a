import type { ApiCell, ApiProof } from '#schema/api/matrix.ts';
import { cellTerms } from '../matrix-vocabulary.ts';
import { fixedRoutes } from '../routes.ts';
import { deriveMatrix, type CellProofLink, type MatrixCell, type MatrixRow } from '../view/matrix-page.ts';
import type { Api } from './api.ts';
import { deriveApiVerification } from './assessment.ts';
import { deriveLinks } from './links.ts';
import { renderCsvPath } from './paths.ts';
import { deriveRichText, renderPlainText } from './rich-text.ts';

/** The support matrix: every need on every route, with the present status of what bears each cell out. */
export function deriveApiMatrix(api: Api) {
  const { urlOf } = api;
  const { routes, rows, statuses, cellCount } = deriveMatrix(api.model);
  return {
    cell_count: cellCount,
    counts: statuses.map(({ status, mark, count, path }) => ({
      status,
      status_label: mark.word,
      count,
      links: { html: urlOf(path) },
    })),
    routes: routes.map(({ id, title, summary, path }) => ({
      id,
      title: renderPlainText(title),
      ...deriveRichText('summary', summary),
      links: { html: urlOf(path) },
    })),
    needs: rows.map((row) => deriveNeed(api, row)),
    links: { html: urlOf(fixedRoutes.matrix), csv: urlOf(renderCsvPath('matrix')) },
  };
}

function deriveNeed(api: Api, { id, title, question, path, best, cells }: MatrixRow) {
  return {
    id,
    title: renderPlainText(title),
    ...deriveRichText('question', question),
    best: {
      status: best.status ?? null,
      status_label: best.status === undefined ? null : cellTerms[best.status].word,
      routes: best.routes.map((route) => route.id),
      ...deriveRichText('sentence', best.sentence),
    },
    cells: cells.map((cell) => deriveCell(api, cell)),
    links: { html: api.urlOf(path) },
  };
}

function deriveCell(api: Api, { route, status, mark, note, proof, path }: MatrixCell): ApiCell {
  return {
    route: route.id,
    status,
    status_label: mark.word,
    ...deriveRichText('note', note),
    proof: proof.map((link) => deriveProof(api, link)),
    links: { html: api.urlOf(path) },
  };
}

function deriveProof(api: Api, { collection, id, title, mark }: CellProofLink): ApiProof {
  const claim = collection === 'samples' ? undefined : api.model.findClaim(id);
  const current = claim && api.model.currentOf(claim);
  return {
    entry: { collection, id, title: renderPlainText(title), links: deriveLinks(api, { collection, id }) },
    status: current?.status ?? null,
    status_label: mark?.word ?? null,
    maturity: current?.maturity ?? null,
    verification: current === undefined ? null : deriveApiVerification(api, current),
  };
}
