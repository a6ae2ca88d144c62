// What the server's commands answer, as far as it is shown; docs/protocol.md describes all of it.
import type { Location, Range, WorkspaceEdit } from "vscode-languageclient";

export interface Commands {
  entities: Entities;
  status: { text: string; gazetteer: { title: string; entities: number } };
  nextMention: Step;
  previousMention: Step;
  counterparts: { text: string; counterparts: Counterpart[] };
  explain: { surface: string; candidates: string[]; text: string };
  replace: { from: string; to: string; edit: WorkspaceEdit; changed: number; summary: string };
  newEntity: {
    id: string;
    spellings: { language: string; texts: string[] }[];
    forms: string[];
    nominatives: { text: string }[];
    edit: WorkspaceEdit | null;
    refused: string | null;
  };
  decide: { edit: WorkspaceEdit };
  showEntity: { entities: string[]; title: string; markdown: string };
}

export interface Entities {
  uri: string;
  mentions: number;
  ambiguous: number;
  entities: Entity[];
}

export interface Entity {
  id: string;
  type: string;
  title: string;
  names: { language: string; text: string }[];
  description: string | null;
  count: number;
  ambiguous: number;
  project: { mentions: number; documents: number } | null;
  first: Range;
}

export interface Step {
  uri: string;
  range: Range;
  entity: string | null;
  candidates: string[];
  title: string;
  index: number;
  count: number;
  wrapped: boolean;
}

export interface Counterpart {
  entity: string;
  language: string;
  text: string;
  form: string | null;
  places: Location[];
}
