// While somebody types, VS Code asks for proposals at the first letter of a word, and while it waits for the answer at no further one.
// The first letters of a name get none; if the letter with which there are some falls into that wait, nobody would ask any more.
import { commands, window, type Position, type TextDocument } from "vscode";
import type { CompletionMiddleware } from "vscode-languageclient";

// Milliseconds: in so many VS Code has asked by itself, where it does; and a letter may be so late in coming here.
const BY_ITSELF = 50;
const LATE = 1_000;

export function askOn(): CompletionMiddleware {
  let turns = 0;
  return {
    provideCompletionItem: async (document, position, context, token, next) => {
      const turn = (turns += 1);
      const found = await next(document, position, context, token);
      if (found && (Array.isArray(found) ? found : found.items).length > 0) return found;
      // Once: what is asked twice in one place passes for asked by hand.
      let asked = false;
      const askAgain = () => {
        if (asked || turn !== turns || !hasGoneOn(document, position)) return;
        asked = true;
        void propose();
      };
      const soon = () => setTimeout(askAgain, BY_ITSELF);
      const keys = window.onDidChangeTextEditorSelection(soon);
      setTimeout(() => keys.dispose(), LATE);
      soon();
      return found;
    },
  };
}

// Whether the word in which the cursor was has become longer.
function hasGoneOn(document: TextDocument, from: Position): boolean {
  const editor = window.activeTextEditor;
  if (editor?.document !== document || !editor.selection.isEmpty) return false;
  const at = editor.selection.active;
  if (at.line !== from.line || at.character <= from.character) return false;
  return /^\p{L}+$/u.test(document.lineAt(at.line).text.slice(from.character, at.character));
}

// As while typing: where there is nothing, nothing is said of it.
function propose(): Thenable<unknown> {
  return commands.executeCommand("editor.action.triggerSuggest", { auto: true });
}
