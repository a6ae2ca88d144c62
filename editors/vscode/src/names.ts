// The entities of the text in front, kept up to date for all who show them.
import { EventEmitter, window, workspace, type Disposable, type Event } from "vscode";
import type { LanguageClient } from "vscode-languageclient/node";
import type { Entities } from "./answers";
import { ask } from "./client";
import { isText } from "./languages";

// Long enough that nobody sees the lists jump while typing.
const QUIET = 700;

export class Names implements Disposable {
  private readonly emitter = new EventEmitter<void>();
  readonly onDidChange = this.emitter.event;
  current: Entities | undefined;
  private timer: NodeJS.Timeout | undefined;
  private readonly subscriptions: Disposable[];

  constructor(private readonly client: LanguageClient, onNews: Event<void>) {
    const inFront = (uri: { toString(): string }) => uri.toString() === window.activeTextEditor?.document.uri.toString();
    this.subscriptions = [
      window.onDidChangeActiveTextEditor((editor) => editor && this.refresh()),
      workspace.onDidChangeTextDocument(({ document }) => inFront(document.uri) && this.later()),
      onNews(() => this.later()),
    ];
  }

  // Asks now. What is shown stays until the answer is there, or until another kind of document is in front.
  async refresh(): Promise<void> {
    clearTimeout(this.timer);
    const document = window.activeTextEditor?.document;
    if (!document || document.uri.scheme === "output") return; // a log in front is no reason to forget the text
    const answer = isText(document) ? await ask(this.client, "entities", document.uri).catch(() => null) : null;
    if (document !== window.activeTextEditor?.document) return;
    this.current = answer ?? undefined;
    this.emitter.fire();
  }

  private later(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.refresh(), QUIET);
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.subscriptions.forEach((subscription) => subscription.dispose());
    this.emitter.dispose();
  }
}
