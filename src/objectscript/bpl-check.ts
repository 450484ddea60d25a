export { checkBpl } from './bpl/bpl-check.ts';
