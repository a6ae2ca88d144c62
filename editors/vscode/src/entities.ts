// The view of the names of the text in front: by type, with counts.
import {
  EventEmitter,
  l10n,
  MarkdownString,
  ThemeIcon,
  TreeItem,
  TreeItemCollapsibleState,
  window,
  type Disposable,
  type TreeDataProvider,
} from "vscode";
import type { Entity } from "./answers";
import type { Names } from "./names";
import { counts, iconOf, inProject, otherNames, typeName, TYPES } from "./words";

export type Node = { type: string } | { entity: Entity; uri: string };

class Provider implements TreeDataProvider<Node> {
  private readonly emitter = new EventEmitter<void>();
  readonly onDidChangeTreeData = this.emitter.event;

  constructor(private readonly names: Names) {
    names.onDidChange(() => this.emitter.fire());
  }

  getChildren(node?: Node): Node[] {
    const { entities = [], uri = "" } = this.names.current ?? {};
    if (!node) return TYPES.filter((type) => entities.some((entity) => entity.type === type)).map((type) => ({ type }));
    if ("entity" in node) return [];
    return entities.filter(({ type }) => type === node.type).map((entity) => ({ entity, uri }));
  }

  getTreeItem(node: Node): TreeItem {
    return "entity" in node ? itemOf(node) : this.groupOf(node.type);
  }

  private groupOf(type: string): TreeItem {
    const item = new TreeItem(typeName(type), TreeItemCollapsibleState.Expanded);
    item.id = type;
    item.iconPath = new ThemeIcon(iconOf(type));
    item.description = `${this.getChildren({ type }).length}`;
    item.contextValue = "type";
    return item;
  }
}

function itemOf({ entity, uri }: { entity: Entity; uri: string }): TreeItem {
  const item = new TreeItem(entity.title);
  item.id = entity.id;
  item.description = counts(entity);
  item.contextValue = "entity";
  const tooltip = [entity.title, otherNames(entity), entity.description, inProject(entity)].filter(Boolean).join("\n\n");
  item.tooltip = new MarkdownString().appendText(tooltip);
  item.accessibilityInformation = { label: `${entity.title}, ${counts(entity)}` };
  item.command = { title: l10n.t("Go to the first mention"), command: "onomast.goTo", arguments: [uri, entity.first] };
  return item;
}

export function registerEntitiesView(names: Names): Disposable {
  const view = window.createTreeView("onomast.entities", { treeDataProvider: new Provider(names), showCollapseAll: true });
  names.onDidChange(() => {
    const { current } = names;
    view.message = current?.entities.length === 0 ? l10n.t("No names in this text.") : undefined;
    view.description = current && current.mentions > 0 ? `${current.mentions}` : undefined;
  });
  return view;
}
