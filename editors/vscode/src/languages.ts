// For which documents the server is started. The list is also that of `activationEvents`.
import type { TextDocument } from "vscode";

export const LANGUAGES = ["plaintext", "markdown", "xml", "html", "latex", "tex", "bibtex"];

// Saved or not yet.
const texts = LANGUAGES.flatMap((language) => ["file", "untitled"].map((scheme) => ({ scheme, language })));

// The last is the built-in gazetteer, which a definition opens.
const patterns = ["**/*.gazetteer.json", "**/gazetteer/*.json", "**/onomast/builtin-*/*.json"];
const gazetteers = patterns.map((pattern) => ({ scheme: "file", pattern }));

export const SELECTOR = [...texts, ...gazetteers];

export function isText(document: TextDocument): boolean {
  return texts.some(({ scheme, language }) => document.uri.scheme === scheme && document.languageId === language);
}
