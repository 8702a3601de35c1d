package gradus.course.prose;

import gradus.course.Panel;
import java.util.List;
import java.util.Set;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Block;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Node;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.commonmark.parser.SourceLine;
import org.commonmark.parser.beta.InlineContentParser;
import org.commonmark.parser.beta.InlineContentParserFactory;
import org.commonmark.parser.beta.ParsedInline;
import org.commonmark.parser.beta.Position;
import org.commonmark.parser.beta.Scanner;
import org.commonmark.parser.block.AbstractBlockParser;
import org.commonmark.parser.block.BlockContinue;
import org.commonmark.parser.block.BlockStart;
import org.commonmark.parser.block.ParserState;

/// Parses Markdown with tables and formulas. The text of a formula isn't treated as Markdown.
public final class MarkdownParser {

    static final List<TablesExtension> EXTENSIONS = List.of((TablesExtension) TablesExtension.create());

    private static final Parser PARSER = Parser.builder()
            .extensions(EXTENSIONS)
            .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
            .customInlineContentParserFactory(new DollarFactory())
            .customBlockParserFactory((state, matched) -> DisplayParser.start(state))
            .build();

    private MarkdownParser() {}

    /// The tree of `text`, in which each block and inline knows its line.
    public static Node parse(String text) {
        return PARSER.parse(text);
    }

    /// The line of `node` within its text, from 0.
    public static int line(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.getSourceSpans().isEmpty()) {
                return at.getSourceSpans().getFirst().getLineIndex();
            }
        }
        return 0;
    }

    /// An inline formula, `$…$`; without TeX if it isn't closed.
    public static final class InlineFormula extends CustomNode {
        public final String tex;
        public String html = "";

        InlineFormula(String tex) {
            this.tex = tex;
        }
    }

    /// A display formula, `$$…$$` on lines of its own; without TeX if it isn't closed.
    public static final class DisplayFormula extends CustomBlock {
        public String tex = "";
        public String html = "";
    }

    /// A figure, alone in its paragraph.
    public static final class FigureBlock extends CustomBlock {
        public final String name;
        public final String alt;

        /// The figure `name` with its alternative text.
        public FigureBlock(String name, String alt) {
            this.name = name;
            this.alt = alt;
        }
    }

    /// A Java program with its output, beside the Python that prints the same.
    public static final class PanelBlock extends CustomBlock {

        public final String java;
        public final String output;
        public final Panel panel;

        /// The program, what it prints, and the Python beside it.
        public PanelBlock(String java, String output, Panel panel) {
            this.java = java;
            this.output = output;
            this.panel = panel;
        }
    }

    private static final class DollarFactory implements InlineContentParserFactory {

        @Override
        public Set<Character> getTriggerCharacters() {
            return Set.of('$');
        }

        @Override
        public InlineContentParser create() {
            return state -> dollar(state.scanner());
        }
    }

    private static ParsedInline dollar(Scanner scanner) {
        scanner.next();
        Position from = scanner.position();
        while (scanner.hasNext() && scanner.peek() != '$') {
            if (scanner.peek() == '\\') {
                scanner.next();
            }
            if (scanner.hasNext()) {
                scanner.next();
            }
        }
        if (!scanner.hasNext()) {
            return ParsedInline.of(new InlineFormula(""), from);
        }
        String tex = scanner.getSource(from, scanner.position()).getContent();
        scanner.next();
        return ParsedInline.of(new InlineFormula(tex), scanner.position());
    }

    private static final class DisplayParser extends AbstractBlockParser {

        private final DisplayFormula block = new DisplayFormula();
        private final StringBuilder tex = new StringBuilder();
        private boolean closed;

        static BlockStart start(ParserState state) {
            int at = state.getNextNonSpaceIndex();
            String line = state.getLine().getContent().toString();
            return state.getIndent() < 4 && line.startsWith("$$", at)
                    ? BlockStart.of(new DisplayParser()).atIndex(at + 2)
                    : BlockStart.none();
        }

        @Override
        public Block getBlock() {
            return block;
        }

        @Override
        public BlockContinue tryContinue(ParserState state) {
            return closed ? BlockContinue.none() : BlockContinue.atIndex(state.getIndex());
        }

        @Override
        public void addLine(SourceLine line) {
            String text = line.getContent().toString().stripTrailing();
            closed = text.endsWith("$$");
            tex.append(closed ? text.substring(0, text.length() - 2) : text).append('\n');
        }

        @Override
        public void closeBlock() {
            block.tex = closed ? tex.toString().strip() : "";
        }
    }
}
