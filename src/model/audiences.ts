import type { AudienceName } from './routes.ts';

/** What the page of an audience is called, and says of itself. */
export interface AudienceTerm {
  title: string;
  /** Who it is for, and what they want to know. */
  question: string;
  introduction: string;
}

export const audienceTerms: Record<AudienceName, AudienceTerm> = {
  builders: {
    title: 'Build today',
    question: 'You write the code. What can you use now, and what will bite?',
    introduction:
      'For developers: what you need, the pattern that answers it, a sample to start from, and its limits and gotchas before you meet them.',
  },
  'product-team': {
    title: 'What to ask for',
    question: 'You decide what the platform gets. What is asked for, and how would you know it is done?',
    introduction:
      'For those who shape the product: the proposals by priority, what each would close, the criteria that would make it shipped, and how strong the evidence is.',
  },
  architects: {
    title: 'Risk',
    question: 'You answer for the design. What can go wrong, how bad is it, and what is the way round?',
    introduction:
      'For architects: the sharp edges by severity, how mature the answers are, the ways round, when each was last judged, and what is disputed.',
  },
  contributors: {
    title: 'What to fix',
    question: 'You have an hour, or an IRIS. What here still wants proof?',
    introduction:
      'For contributors: open questions and what would settle them, claims nobody has verified, reviews that fall due, samples nobody has run, and citations nobody has read live.',
  },
};
