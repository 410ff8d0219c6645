/** Which file is what, by its path; the rules ask these questions and no others. */

export const isTest = (path: string): boolean =>
  /\.test\.tsx?$/.test(path) ||
  path.startsWith('tests/') ||
  /\/(fixtures|golden|testing)\//.test(path);

/** Hand-written program text in any of our languages. */
export const isSource = (path: string): boolean =>
  /\.(ts|tsx|mts|mjs|cjs|css|sql|sh)$/.test(path) && !isGenerated(path);

export const isTypeScript = (path: string): boolean => /\.tsx?$/.test(path);

/** What a program wrote and a person reviews only as a difference. */
export const isGenerated = (path: string): boolean =>
  /(^|\/)(openapi\.json|schema\.sql|package-lock\.json)$/.test(path) ||
  path.includes('/generated/');

/** Sentences, sample records and rows of cases are as long as what they say. */
export const isTable = (path: string): boolean => /\/(copy|cases|fixtures|golden)\//.test(path);

/** What the product is made of: packages without their tests. */
export const isProduct = (path: string): boolean =>
  /^packages\/[^/]+\//.test(path) && !isTest(path) && !isGenerated(path);

export const isDomain = (path: string): boolean =>
  path.startsWith('packages/domain/src/') && path.endsWith('.ts') && !isTest(path);

export const isMarkdown = (path: string): boolean => path.endsWith('.md') && !isTable(path);

/** Comments become blanks, so that line numbers stay and words in prose do not count as code. */
export function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\/|(?<![:'"`\w/])\/\/[^\n]*/g, (comment) =>
    comment.replace(/[^\n]/g, ' '),
  );
}
