// The hands and eyes of a reader at the window of VS Code: keys, the palette, menus, and what the window then shows.
import fs from "node:fs";
import { PATIENCE, until } from "./code.mjs";

const shown = { state: "visible", timeout: PATIENCE };
const gone = { state: "hidden", timeout: PATIENCE };

export class Window {
  constructor(page) {
    this.page = page;
    this.input = page.locator(".quick-input-widget input").first();
  }

  // A command of the palette, by the words that it has there.
  async run(command) {
    await this.palette(`>${command}`);
    await this.page.locator(".quick-input-list").getByText(command, { exact: true }).first().click();
  }

  // The same, where nothing is asked afterwards.
  async runThrough(command) {
    await this.run(command);
    await this.input.waitFor(gone);
  }

  async palette(text) {
    // Once more where it closes at once, because something else has just taken the focus.
    await until(async () => {
      await this.page.keyboard.press("F1");
      return this.input.fill(text, { timeout: 5_000 }).then(() => true, () => false);
    }, "the palette");
  }

  // Leaves the window to the editor.
  async clearSides() {
    for (const [part, key] of [["sidebar", "Control+B"], ["panel", "Control+J"]]) {
      const place = this.page.locator(`.part.${part}`);
      if (!(await place.isVisible())) continue;
      await this.page.keyboard.press(key);
      await place.waitFor(gone);
    }
  }

  rows(text) {
    return this.page.locator(".quick-input-list .monaco-list-row", { hasText: text });
  }

  async open(file) {
    // A file that has just been made is not found at once, and a search that is under way does not look again.
    await until(async () => {
      await this.palette(file);
      return this.rows(file).first().waitFor({ timeout: 5_000 }).then(() => true, () => false);
    }, `the file ${file}`);
    await this.page.keyboard.press("Enter");
    await this.page.locator(".tab.active", { hasText: file }).waitFor(shown);
    await this.page.locator(".view-line").first().waitFor(shown);
    // A text is shown before the keys go to it.
    await this.page.waitForFunction(() => document.activeElement?.closest(".part.editor .monaco-editor"), null, { timeout: PATIENCE });
  }

  // The cursor on the second letter of a word of a file that is open; `nth` of them, from 0.
  async goTo(path, word, nth = 0) {
    const text = fs.readFileSync(path, "utf8");
    let at = text.indexOf(word);
    for (let passed = 0; passed < nth; passed += 1) at = text.indexOf(word, at + 1);
    if (at < 0) throw new Error(`${word} does not stand in ${path}`);
    const lines = text.slice(0, at).split("\n");
    await this.palette(`:${lines.length}:${lines.at(-1).length + 2}`);
    await this.page.keyboard.press("Enter");
    await this.input.waitFor(gone);
    await this.at(lines.length);
  }

  async at(line) {
    await this.page.locator(".statusbar-item", { hasText: `Ln ${line}, ` }).waitFor(shown);
  }

  // Answers a question of the extension, once it is asked.
  async answer(question, text) {
    await this.asked(question);
    if (text !== undefined) await this.input.fill(text);
    await this.page.keyboard.press("Enter");
  }

  async choose(question, row) {
    await this.asked(question);
    await this.rows(row).first().click();
  }

  async asked(question) {
    await this.page.locator(".quick-input-widget", { hasText: question }).waitFor(shown);
  }

  async choices(question) {
    await this.asked(question);
    return this.rows("").allInnerTexts();
  }

  // What a dialog says; its button is then pressed.
  async confirm(button) {
    const box = this.page.locator(".monaco-dialog-box");
    await box.waitFor(shown);
    const text = await box.innerText();
    await box.locator(".monaco-button", { hasText: button }).click();
    await box.waitFor(gone);
    return text;
  }

  async click(word) {
    const { x, y } = await this.middleOf(word);
    await this.page.mouse.click(x, y);
  }

  // A way through the menu of the right mouse button on a word.
  async menu(word, ...way) {
    const { x, y } = await this.middleOf(word);
    await this.page.mouse.click(x, y, { button: "right" });
    // A click too soon after a menu has come up counts for nothing; a key does.
    for (const entry of way) await this.page.locator(".monaco-menu .action-item", { hasText: entry }).last().hover();
    await this.page.keyboard.press("Enter");
  }

  // What Ctrl+. offers. Once more where the list closes at once, as the palette may.
  async offered() {
    const list = this.page.locator(".action-widget .monaco-list-row");
    await until(async () => {
      await this.page.keyboard.press("Control+.");
      return list.first().waitFor({ timeout: 5_000 }).then(() => true, () => false);
    }, "what is offered");
    return list;
  }

  // Once more where a click comes too soon after the list, and counts for nothing.
  async fix(title) {
    await until(async () => {
      const list = await this.offered();
      await list.filter({ hasText: title }).first().click();
      return list.first().waitFor({ ...gone, timeout: 5_000 }).then(() => true, () => false);
    }, `the end of what is offered, with "${title}" chosen`);
  }

  // Types, until something is proposed that can be taken with Enter. Asked for where it does not come by itself: VS Code asks for no
  // proposals while it still waits for others.
  async typeTo(text, proposed) {
    await this.page.keyboard.type(text);
    const proposal = this.page.locator(".suggest-widget .monaco-list-row.focused", { hasText: proposed });
    await until(async () => {
      if (await proposal.waitFor({ timeout: 5_000 }).then(() => true, () => false)) return true;
      await this.page.keyboard.press("Control+Space");
      return false;
    }, `the proposal of ${proposed}`);
    return proposal;
  }

  // Rests the mouse on a word until the card there has all of these parts. Away and back again, since VS Code asks but once.
  async hover(word, parts) {
    const { x, y } = await this.middleOf(word);
    const cards = this.page.locator(".monaco-hover:not(.hidden)");
    const card = parts.reduce((some, part) => some.filter({ hasText: part }), cards).first();
    await until(async () => {
      await this.page.mouse.move(x - 30, y + 200);
      await this.page.mouse.move(x, y, { steps: 5 });
      return card.waitFor({ timeout: 3_000 }).then(() => true, () => false);
    }, `a card of ${word} with ${parts}`);
  }

  // The same at the cursor, by keys.
  async card(path, word, parts) {
    await this.goTo(path, word);
    const cards = this.page.locator(".monaco-hover:not(.hidden)");
    const card = parts.reduce((some, part) => some.filter({ hasText: part }), cards).first();
    await until(async () => {
      await this.run("Show or Focus Hover");
      return card.waitFor({ timeout: 3_000 }).then(() => true, () => false);
    }, `a card of ${word} with ${parts}`);
    await this.page.keyboard.press("Escape");
  }

  async save(path, says) {
    await this.page.keyboard.press("Control+S");
    return written(path, says);
  }

  // A page stands in a frame within a frame, which come and go.
  async shownInAnyFrame(text) {
    const look = () => Promise.any(this.page.frames().map((frame) => frame.getByText(text).first().waitFor({ timeout: 1_000 })));
    await until(() => look().then(() => true, () => false), `a page with "${text}"`);
  }

  async middleOf(word) {
    const { x, y, width, height } = await this.boxOf(word);
    return { x: x + width / 2, y: y + height / 2 };
  }

  boxOf(word) {
    return this.page.waitForFunction((wanted) => {
      for (const line of document.querySelectorAll(".view-line")) {
        const texts = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
        for (let text; (text = texts.nextNode()); ) {
          const start = text.data.indexOf(wanted);
          if (start < 0) continue;
          const range = document.createRange();
          range.setStart(text, start);
          range.setEnd(text, start + wanted.length);
          const { x, y, width, height } = range.getBoundingClientRect();
          return { x, y, width, height };
        }
      }
      return null;
    }, word, { timeout: PATIENCE }).then((handle) => handle.jsonValue());
  }
}

// A file on disk, once it says that.
export function written(path, says) {
  const read = () => fs.existsSync(path) && fs.readFileSync(path, "utf8");
  return until(() => {
    const text = read();
    return text && says(text) ? text : null;
  }, `the right text in ${path}`).catch((error) => {
    throw new Error(`${error.message}: ${read()}`);
  });
}
