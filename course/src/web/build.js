// Makes katex.js for Rhino: KaTeX's own bundle, in the JavaScript of 2009, with `self` where the bundle looks for it.
import { readFileSync, mkdirSync, writeFileSync, copyFileSync } from "node:fs";
import { createRequire } from "node:module";
import { transformSync } from "@babel/core";
import { minify } from "terser";

const require = createRequire(import.meta.url);
const version = require("katex/package.json").version;
const to = new URL("../main/resources/gradus/course/formula/", import.meta.url);

const old = transformSync(readFileSync(require.resolve("katex/dist/katex.js"), "utf8"), {
  presets: [["@babel/preset-env", {}]],
  sourceType: "script",
  configFile: false,
  compact: true,
  comments: false,
}).code;
const small = await minify(old, { ecma: 5, compress: true, mangle: true, format: { ascii_only: true, max_line_len: 4000 } });

mkdirSync(to, { recursive: true });
writeFileSync(
  new URL("katex.js", to),
  `/* KaTeX ${version}, MIT licence, see katex.LICENSE; made by course/src/web/build.js */\nvar self=this;\n${small.code}\n`,
);
copyFileSync(require.resolve("katex/LICENSE"), new URL("katex.LICENSE", to));
