// The interface in another language than English: what the palette, the view, the status, a question and a card say there. The words
// are those of the extension's own tables.
import fs from "node:fs";
import path from "node:path";
import { PATIENCE } from "./code.mjs";

const EXTENSION = "editors/vscode";

export async function checkLanguages(code, window, articles, { file, word, languages }, picture) {
  for (const [language, card] of Object.entries(languages)) {
    const manifest = read(`package.nls.${language}.json`);
    const words = read(`l10n/bundle.l10n.${language}.json`);
    code.setLanguage(language);
    await code.show(articles);
    await window.open(file);
    await window.card(path.join(articles, file), word, card);
    await window.runThrough(`Onomast: ${manifest["command.showEntities"]}`);
    const view = window.page.locator(".part.sidebar");
    for (const text of [manifest["view.entities"], words["People"], words["Places"]]) {
      await view.getByText(text, { exact: true }).first().waitFor({ timeout: PATIENCE });
    }
    // Its words, whatever the numbers are.
    const said = new RegExp(words["{0} names, {1} of them different"].replace(/\{\d\}/g, "\\d+"));
    await window.page.locator("#status\\.languageStatus").hover();
    await window.page.locator(".hover-language-status", { hasText: said }).first().waitFor({ timeout: PATIENCE });
    await window.goTo(path.join(articles, file), word);
    await window.run(`Onomast: ${manifest["command.thisIs"]}`);
    const [first] = await window.choices(words["“{0}” is…"].replace("{0}", word));
    console.log(`  ${language}: ${manifest["command.thisIs"]} ${first.replaceAll("\n", " ")}`);
    await window.page.keyboard.press("Enter");
    await window.choices(`${word} = `).then((places) => {
      const right = [words["Here"], words["In this whole text"]];
      if (right.some((text, index) => places[index] !== text)) throw new Error(`${language}: ${places} for ${right}`);
    });
    await picture(`language-${language}`);
    await window.page.keyboard.press("Escape");
  }
  code.setLanguage("en");
}

function read(file) {
  return JSON.parse(fs.readFileSync(path.join(EXTENSION, file), "utf8"));
}
