package gradus.course.measure;

import gradus.course.prose.MarkdownParser;
import gradus.course.prose.Passage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;

/// How readable the prose of a lesson is: that of `lesson.md`, without code, formulas and the questions of its own
/// grammar.
public final class ProseMeasure {

    private static final List<String> ASKING = List.of("predict", "steps");

    private ProseMeasure() {}

    /// The readability of the lesson in `folder`.
    public static Readability readability(Path folder) {
        Path file = folder.resolve("lesson.md");
        try {
            String text = Files.readString(file).replace("\r\n", "\n");
            int end = text.indexOf("\n---\n", 3);
            var body = new Passage(file, 1, end < 0 ? text : text.substring(end + 5));
            return Readability.of(body.splitByHeading(2).stream()
                    .map(section -> section.id().map(ASKING::contains).orElse(false)
                            ? section.body().beforeHeadings(3)
                            : section.body())
                    .map(ProseMeasure::plain)
                    .collect(Collectors.joining("\n")));
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
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
