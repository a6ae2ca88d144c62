// Whether names can be read in every theme: the contrast of their letters with the page, as WCAG reckons it; and whether names of
// which the colours differ can be told without any colour.
import path from "node:path";
import { until } from "./code.mjs";

const READABLE = 4.5;

export async function checkThemes(code, window, { file, top, signs, themes }, claim, picture) {
  await window.runThrough("View: Close All Editors");
  await window.open(file);
  await window.goTo(path.join(code.home, "articles", file), top);
  const words = Object.keys(signs);
  for (const theme of themes) {
    const before = (await lookOf(window.page, words[0]))?.plain;
    await window.run("Preferences: Color Theme");
    await window.input.fill(theme);
    await window.page.locator(".quick-input-list").getByText(theme, { exact: true }).first().click();
    await until(async () => (await lookOf(window.page, words[0]))?.plain !== before, theme);
    await until(async () => stands(await lookOf(window.page, words[0])), `the colours of ${theme}`);
    const colours = new Map();
    for (const [word, wanted] of Object.entries(signs)) {
      const look = await until(() => lookOf(window.page, word), word);
      const contrast = contrastOf(look.color, look.background);
      const sign = ["bold", "italic", "underlined"].filter((one) => look[one]).join(" ");
      console.log(`  ${theme}: ${word} ${contrast.toFixed(1)} ${sign}`);
      claim(contrast >= READABLE, `${theme}: ${word} has a contrast of ${contrast.toFixed(1)}`);
      claim(look.color !== look.plain, `${theme}: ${word} has the colour of any other word`);
      claim(sign === wanted, `${theme}: ${word} is ${sign || "plain"}`);
      if (!colours.has(sign)) colours.set(sign, look.color);
      const several = sign === "bold italic underlined";
      claim(several || colours.get(sign) === look.color, `${theme}: ${word} differs by its colour alone`);
    }
    await picture(theme);
  }
}

// Whether a word has the colour of a name: after a change that comes a moment later.
export function coloured(page, word) {
  return until(async () => stands(await lookOf(page, word)), `the colour of ${word}`);
}

// Whether the colours of the theme are there.
function stands(look) {
  return look && look.color !== look.plain;
}

function lookOf(page, word) {
  return page.evaluate((wanted) => {
    const span = [...document.querySelectorAll(".view-line span span")].find((one) => one.textContent.includes(wanted));
    if (!span) return null;
    const { color, fontStyle, fontWeight, textDecorationLine } = getComputedStyle(span);
    const plain = getComputedStyle(document.querySelector(".view-line .mtk1")).color;
    const background = getComputedStyle(document.querySelector(".monaco-editor .monaco-editor-background")).backgroundColor;
    const underlined = textDecorationLine.includes("underline");
    return { color, plain, background, bold: fontWeight >= 600, italic: fontStyle === "italic", underlined };
  }, word);
}

function contrastOf(one, other) {
  const [dark, light] = [one, other].map(luminance).sort((left, right) => left - right);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(color) {
  const [red, green, blue] = color.match(/[\d.]+/g).slice(0, 3).map((part) => {
    const value = part / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
