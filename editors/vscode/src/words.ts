// Words of the interface that are made of data.
import { l10n } from "vscode";
import type { Entity } from "./answers";

const NAMES: Record<string, () => string> = {
  person: () => l10n.t("People"),
  place: () => l10n.t("Places"),
  organization: () => l10n.t("Organizations"),
  event: () => l10n.t("Events"),
  treaty: () => l10n.t("Treaties"),
  ship: () => l10n.t("Ships"),
  publication: () => l10n.t("Publications"),
  group: () => l10n.t("Groups"),
  other: () => l10n.t("Other names"),
};

// In this order types are listed.
export const TYPES = Object.keys(NAMES);

export function typeName(type: string): string {
  return (NAMES[type] ?? NAMES["other"]!)();
}

const ONE: Record<string, () => string> = {
  person: () => l10n.t("A person"),
  place: () => l10n.t("A place"),
  organization: () => l10n.t("An organization"),
  event: () => l10n.t("An event"),
  treaty: () => l10n.t("A treaty"),
  ship: () => l10n.t("A ship"),
  publication: () => l10n.t("A newspaper, journal or book"),
  group: () => l10n.t("A group of people"),
  other: () => l10n.t("Something else"),
};

export function oneOf(type: string): string {
  return (ONE[type] ?? ONE["other"]!)();
}

const ICONS: Record<string, string> = {
  person: "person",
  place: "location",
  organization: "organization",
  event: "calendar",
  treaty: "law",
  ship: "rocket",
  publication: "book",
  group: "jersey",
  other: "tag",
};

export function iconOf(type: string): string {
  return ICONS[type] ?? "tag";
}

// All main names but the title: who looks for Çiçerin finds Чичерин.
export function otherNames({ names, title }: Entity): string {
  return [...new Set(names.map(({ text }) => text))].filter((text) => text !== title).join(" · ");
}

// Here, and in the project where that has more. What is not sure is not among the mentions of the project.
export function counts({ count, ambiguous, project }: Entity): string {
  if (ambiguous > 0) return `${count} + ${ambiguous}?`;
  return project && project.mentions > count ? l10n.t("{0} of {1}", count, project.mentions) : `${count}`;
}

export function inProject({ project }: Entity): string | null {
  return project && l10n.t("In the project: {0} mentions in {1} texts", project.mentions, project.documents);
}
