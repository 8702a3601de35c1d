import { java } from '@codemirror/lang-java'
import { indentUnit, syntaxHighlighting } from '@codemirror/language'
import { diagnosticCount, setDiagnostics } from '@codemirror/lint'
import { EditorState, RangeSetBuilder } from '@codemirror/state'
import { Decoration, ViewPlugin, drawSelection } from '@codemirror/view'
import { classHighlighter } from '@lezer/highlight'
import { EditorView, basicSetup } from 'codemirror'

/** What is wrapped goes on below the text of its line, not below the line's indentation. */
const hangingIndent = ViewPlugin.fromClass(
  class {
    constructor(view) {
      this.decorations = this.built(view)
    }

    update({ docChanged, viewportChanged, view }) {
      if (docChanged || viewportChanged) this.decorations = this.built(view)
    }

    built({ state, visibleRanges }) {
      const builder = new RangeSetBuilder()
      for (const { from, to } of visibleRanges) {
        for (let at = from; at <= to; ) {
          const line = state.doc.lineAt(at)
          const [start] = /^ *(\/\/\/? )?/.exec(line.text)
          if (start) builder.add(line.from, line.from, Decoration.line({ attributes: { style: `--indent: ${start.length}ch` } }))
          at = line.to + 1
        }
      }
      return builder.finish()
    }
  },
  { decorations: (plugin) => plugin.decorations },
)

/** The editor; it shows one file at a time. Calls `changed` after every change that the user makes. */
export function openEditor(parent, changed) {
  let silent = false
  const extensions = (label) => [
    basicSetup,
    // A blinking cursor keeps the browser drawing sixty frames a second, and the verdict waits for the next of them.
    drawSelection({ cursorBlinkRate: 0 }),
    java(),
    EditorView.lineWrapping,
    hangingIndent,
    indentUnit.of('    '),
    EditorState.tabSize.of(4),
    syntaxHighlighting(classHighlighter),
    EditorView.contentAttributes.of({ 'aria-label': label }),
    EditorView.updateListener.of((update) => {
      if (update.docChanged && !silent) changed()
    }),
  ]
  const view = new EditorView({ parent })
  view.scrollDOM.tabIndex = 0
  const quietly = (work) => {
    silent = true
    work()
    silent = false
  }
  const position = (line, column) => {
    const at = view.state.doc.line(Math.min(Math.max(line, 1), view.state.doc.lines))
    return Math.min(at.from + Math.max(column - 1, 0), at.to)
  }
  return {
    fresh: (text, label) => EditorState.create({ doc: text, extensions: extensions(label) }),
    state: () => view.state,
    text: () => view.state.doc.toString(),
    show: (state) => quietly(() => view.setState(state)),
    /** Replaces the text and keeps the cursor near where it was. */
    replace: (text) =>
      quietly(() => {
        const anchor = Math.min(view.state.selection.main.head, text.length)
        view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: text }, selection: { anchor } })
      }),
    mark: (problems) =>
      quietly(() => {
        const marks = problems.map(({ place, message, plain }) => {
          const from = position(place.line, place.column || 1)
          const word = /^\w+/.exec(view.state.sliceDoc(from, from + 80))?.[0].length ?? 1
          const to = Math.min(from + word, view.state.doc.length)
          return { from: Math.min(from, to), to, severity: 'error', message: plain || message }
        })
        if (marks.length || diagnosticCount(view.state)) view.dispatch(setDiagnostics(view.state, marks))
      }),
    /** Puts the cursor there and shows what is around it, without taking the focus. */
    lookAt: (at) => view.dispatch({ selection: { anchor: at }, effects: EditorView.scrollIntoView(at, { y: 'center' }) }),
    goTo: (line, column) => {
      const at = position(line, column)
      view.dispatch({ selection: { anchor: at }, effects: EditorView.scrollIntoView(at, { y: 'center' }) })
      view.focus()
    },
  }
}
