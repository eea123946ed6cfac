const MAX_ANSWERS = 1000;
/** Longer texts are rare, and a thousand of them would fill the memory. */
const MAX_LENGTH = 200;

/** Keeps the first thousand answers: a column of a million cells has few different mistakes and sets, and working one out is dear. */
export function memoized<T>(explain: (text: string) => T): (text: string) => T {
  const answers = new Map<string, T>();
  return (text) => {
    const known = answers.get(text);
    if (known !== undefined) return known;
    const answer = explain(text);
    if (answers.size < MAX_ANSWERS && text.length <= MAX_LENGTH) answers.set(text, answer);
    return answer;
  };
}
