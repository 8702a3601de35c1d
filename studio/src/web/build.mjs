// Bundles the studio's scripts, styles and fonts into the resources of the program. Names carry a hash of the content;
// manifest.json says which name an asset has now, and SOURCES.sha256 what the bundle was made from.
import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { basename, dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import subset from 'subset-font'

const here = dirname(fileURLToPath(import.meta.url))
const out = join(here, '../main/resources/gradus/studio/web/assets')
const modules = join(here, 'node_modules')

const hash = (data) => createHash('sha256').update(data).digest('hex')

async function files(folder) {
  const entries = await readdir(folder, { withFileTypes: true })
  const found = await Promise.all(
    entries.map((e) => (e.isDirectory() ? files(join(folder, e.name)) : [join(folder, e.name)])),
  )
  return found.flat()
}

/** The hash of every source, in the order of their names; the test of the bundle computes the same. */
async function sourcesHash() {
  const sources = [...(await files(join(here, 'src'))), ...['build.mjs', 'package.json', 'package-lock.json'].map((f) => join(here, f))]
  const lines = await Promise.all(
    sources.map(async (f) => `${relative(here, f).replaceAll('\\', '/')} ${hash(await readFile(f))}\n`),
  )
  return hash(lines.sort().join(''))
}

/** The letters of English prose and of the punctuation and arithmetic in it. */
function letters(from, to, more) {
  let text = more
  for (let code = from; code <= to; code++) text += String.fromCharCode(code)
  return text
}

async function font(style, text, wght) {
  const file = join(modules, `@fontsource-variable/literata/files/literata-latin-wght-${style}.woff2`)
  return subset(await readFile(file), text, { targetFormat: 'woff2', noLayoutClosure: true, variationAxes: { wght } })
}

/** KaTeX names each font in three formats; every browser that runs the studio reads the smallest. */
const woff2Only = {
  name: 'woff2-only',
  setup(b) {
    b.onLoad({ filter: /katex\.css$/ }, async ({ path }) => ({
      contents: (await readFile(path, 'utf8')).replace(/,\s*url\([^)]*\.(woff|ttf)\)\s*format\("\w+"\)/g, ''),
      loader: 'css',
    }))
  },
}

await rm(out, { recursive: true, force: true })
await mkdir(join(here, 'made'), { recursive: true })
await mkdir(out, { recursive: true })
const common = '\u00a0«»·×÷±°²³½¼–—‘’“”…−→éè'
await writeFile(join(here, 'made/literata.woff2'), await font('normal', letters(32, 126, common), { min: 400, max: 700 }))
await writeFile(join(here, 'made/literata-italic.woff2'), await font('italic', letters(32, 126, '–—‘’“”…'), 400))

const result = await build({
  absWorkingDir: here,
  entryPoints: {
    app: 'src/app.js',
    lesson: 'src/lesson.js',
    preview: 'src/preview.js',
    style: 'src/style/app.css',
    katex: 'node_modules/katex/dist/katex.css',
  },
  bundle: true,
  format: 'esm',
  splitting: true,
  minify: true,
  target: ['es2022', 'chrome123', 'firefox120', 'safari17.5'],
  legalComments: 'none',
  metafile: true,
  outdir: out,
  entryNames: '[name]-[hash]',
  chunkNames: '[name]-[hash]',
  assetNames: '[name]-[hash]',
  loader: { '.woff2': 'file', '.svg': 'file' },
  plugins: [woff2Only],
})

const manifest = {}
for (const [path, made] of Object.entries(result.metafile.outputs)) {
  const name = basename(path)
  if (made.entryPoint && !made.entryPoint.includes('editor.js')) {
    manifest[basename(made.entryPoint)] = name
  } else if (/^literata-[A-Z0-9]+\.woff2$/.test(name)) {
    manifest['literata.woff2'] = name
  }
}
const mark = await readFile(join(here, 'src/mark.svg'))
const markName = `mark-${hash(mark).slice(0, 8).toUpperCase()}.svg`
await writeFile(join(out, markName), mark)
manifest['mark.svg'] = markName
await writeFile(join(out, 'manifest.json'), JSON.stringify(manifest, null, 2) + '\n')
await writeFile(join(out, 'SOURCES.sha256'), (await sourcesHash()) + '\n')

/** The licence of every package of which anything is in the bundle. */
const packages = new Set(
  Object.keys(result.metafile.inputs)
    .map((f) => /node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(f)?.[1])
    .filter(Boolean)
    .concat('@fontsource-variable/literata'),
)
const notes = []
for (const name of [...packages].sort()) {
  const about = JSON.parse(await readFile(join(modules, name, 'package.json'), 'utf8'))
  const licence = (await readdir(join(modules, name))).find((f) => /^licen[cs]e/i.test(f))
  const text = licence ? await readFile(join(modules, name, licence), 'utf8') : ''
  notes.push(`${name} ${about.version} (${about.license})\n\n${text.trim()}\n`)
}
await writeFile(join(out, 'LICENSES.txt'), notes.join(`\n${'-'.repeat(78)}\n\n`))
