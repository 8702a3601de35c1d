package gradus.course.measure;

import gradus.course.prose.MarkdownParser;
import gradus.course.prose.Passage;
import gradus.course.prose.ProseRenderer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;

/// Measures of the prose of a lesson: that of `lesson.md`, without code, formulas and the questions of its own
/// grammar.
///
/// @param words the number of words, as the limits of a lesson count them
/// @param readability of the prose, without code and formulas
/// @param longestStretch the most words between two questions: sentences that end in a question mark, or
///     questions that the page asks
public record ProseMeasure(int words, Readability readability, int longestStretch) {

    private static final List<String> ASKING = List.of("predict", "steps");

    /// Measures the prose of the lesson in `folder`.
    public static ProseMeasure of(Path folder) {
        Path file = folder.resolve("lesson.md");
        try {
            String text = Files.readString(file).replace("\r\n", "\n");
            int end = text.indexOf("\n---\n", 3);
            return of(new Passage(file, 1, end < 0 ? text : text.substring(end + 5)));
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }

    private static ProseMeasure of(Passage body) {
        var prose = new StringBuilder();
        int words = 0;
        int longest = 0;
        int stretch = 0;
        for (Passage.HeadedPassage section : body.splitByHeading(2)) {
            boolean asks = section.id().map(ASKING::contains).orElse(false);
            Passage passage = asks ? section.body().beforeHeadings(3) : section.body();
            words += ProseRenderer.wordCount(passage);
            String text = plain(passage);
            for (String sentence : Readability.sentences(text)) {
                stretch += Readability.words(sentence).size();
                longest = Math.max(longest, stretch);
                stretch = sentence.endsWith("?") ? 0 : stretch;
            }
            stretch = asks && !section.body().splitByHeading(3).isEmpty() ? 0 : stretch;
            prose.append(text).append('\n');
        }
        return new ProseMeasure(words, Readability.of(prose.toString()), longest);
    }

    /// The words of a passage, a paragraph or item a line.
    static String plain(Passage passage) {
        var text = new StringBuilder();
        MarkdownParser.parse(passage.text()).accept(new AbstractVisitor() {
            @Override
            public void visit(Text node) {
                text.append(node.getLiteral());
            }

            @Override
            public void visit(Code node) {
                text.append(' ');
            }

            @Override
            public void visit(SoftLineBreak node) {
                text.append(' ');
            }

            @Override
            public void visit(HardLineBreak node) {
                text.append(' ');
            }

            @Override
            public void visit(Paragraph node) {
                visitChildren(node);
                text.append('\n');
            }

            @Override
            public void visit(Heading node) {
                text.append('\n');
            }

            @Override
            public void visit(FencedCodeBlock node) {
                text.append('\n');
            }

            @Override
            public void visit(Image node) {
                text.append('\n');
            }
        });
        return text.toString();
    }
}
