/**
 * What a tidy rule is: a sentence that teaches, a way to look, and the proof that it fires.
 */

/** Every text file of the repository by its path from the root, with forward slashes. */
export type Tree = ReadonlyMap<string, string>;

/** Where and what: "packages/x/y.ts:12 says …". */
export type Finding = { path: string; line?: number; what: string };

export type TidyRule = {
  /** Kebab-case; the name of its test. */
  name: string;
  /** One or two sentences: why the house keeps this rule, and what to do instead. */
  lesson: string;
  find: (tree: Tree) => Finding[];
  /** Small trees, each of which the rule must report. */
  bad: Record<string, string>[];
  /** A small tree that comes close and must pass. */
  good: Record<string, string>;
};

/** Looks at each line of each chosen file; `what` says why the line offends, or null. */
export function findInLines(
  tree: Tree,
  chosen: (path: string) => boolean,
  offence: (line: string, path: string) => string | null,
  prepare: (text: string) => string = (text) => text,
): Finding[] {
  const findings: Finding[] = [];
  for (const [path, text] of tree) {
    if (!chosen(path)) continue;
    prepare(text)
      .split('\n')
      .forEach((line, index) => {
        const what = offence(line, path);
        if (what !== null) findings.push({ path, line: index + 1, what });
      });
  }
  return findings;
}

/** A word that the rule may not write out, or it would find itself: `split('Al·ly')`. */
export function join(marked: string): string {
  return marked.replaceAll('·', '');
}
