/**
 * Syntax highlighting for code that isn't editable: small enough to load at once. It uses the editor's classes, so both
 * look alike; the editor's own parser loads with the editor.
 */
const JAVA_WORDS =
  'abstract assert break case catch class continue default do else enum extends final finally for if implements import instanceof interface module native new non-sealed package permits private protected public record return sealed static strictfp super switch synchronized this throw throws transient try var void volatile when while with yield boolean byte char double float int long short'
const PYTHON_WORDS =
  'and as assert async await break case class continue def del elif else except finally for from global if import in is lambda match nonlocal not or pass raise return try while with yield'

const words = (list) => `\\b(?:${list.replaceAll(' ', '|')})\\b`
const rules = (parts) => new RegExp(Object.entries(parts).map(([name, rule]) => `(?<${name}>${rule})`).join('|'), 'g')

const NUMBER = '\\b(?:0[xXbB][\\da-fA-F_]+|\\d[\\d_]*(?:\\.\\d[\\d_]*)?(?:[eE][-+]?\\d+)?)[lLfFdD]?\\b'
const LANGUAGES = {
  java: rules({
    hole: '\\bHOLE\\b',
    comment: '//.*|/\\*[\\s\\S]*?\\*/',
    string: '"""[\\s\\S]*?"""|"(?:\\\\.|[^"\\\\\\n])*"|\'(?:\\\\.|[^\'\\\\\\n])*\'',
    meta: '@(?!interface)\\w+',
    number: NUMBER,
    bool: words('true false'),
    null: words('null'),
    keyword: words(JAVA_WORDS),
    typeName: '\\b[A-Z]\\w*\\b',
    definition: '(?<=\\b(?:boolean|byte|char|double|float|int|long|short|void|var|[A-Z]\\w*(?:<[^<>()]*>)?)(?:\\[\\])* )[a-z]\\w*(?=\\s*[=;,):(])',
  }),
  python: rules({
    hole: '\\bHOLE\\b',
    comment: '#.*',
    string: '[rbfRBF]{0,2}(?:"""[\\s\\S]*?"""|\'\'\'[\\s\\S]*?\'\'\'|"(?:\\\\.|[^"\\\\\\n])*"|\'(?:\\\\.|[^\'\\\\\\n])*\')',
    meta: '(?<=^\\s*)@[\\w.]+',
    number: NUMBER,
    bool: words('True False'),
    null: words('None'),
    keyword: words(PYTHON_WORDS),
    typeName: '\\b[A-Z]\\w*\\b',
    definition: '(?<=\\bdef )\\w+',
  }),
}

/** Whether code in this language can be highlighted. */
export const knows = (language) => language in LANGUAGES

/** Highlights the code in `pre`. */
export function highlight(pre, language) {
  const code = pre.querySelector('code') ?? pre
  const text = code.textContent
  const coloured = document.createDocumentFragment()
  let at = 0
  for (const match of text.matchAll(LANGUAGES[language])) {
    const span = document.createElement('span')
    span.className = `tok-${Object.keys(match.groups).find((name) => match.groups[name] !== undefined)}`
    span.textContent = match[0]
    coloured.append(text.slice(at, match.index), span)
    at = match.index + match[0].length
  }
  coloured.append(text.slice(at))
  code.replaceChildren(coloured)
}
