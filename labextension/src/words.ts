// The language of the desk. The server decides which; the sentences stand here in English.

let language: string | undefined;
let words: Record<string, string> = {};

/** Speak a language from now on; what has no translation is said in English. */
export function speak(code: string, translated: Record<string, string>): void {
  language = code;
  words = translated;
}

/** A sentence in the desk's language, with values in the places of their names in braces. */
export function say(sentence: string, values: Record<string, string | number> = {}): string {
  const said = words[sentence] ?? sentence;
  return said.replace(/\{(\w+)\}/g, (place, name) => String(values[name] ?? place));
}

/** Where times are to look as they do in the desk's language; the browser's own for English. */
export const locale = (): string | undefined => (language === 'en' ? undefined : language);
