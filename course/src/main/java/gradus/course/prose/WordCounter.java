package gradus.course.prose;

import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.CustomNode;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Image;
import org.commonmark.node.Node;
import org.commonmark.node.Text;

/// Counts the words of prose, the illustrations beside them, and the longest stretches of words without a
/// question, and without a question, a program or a figure. Fenced code doesn't count, and a formula is one word.
public final class WordCounter {

    private int words;
    private int figures;
    private int code;
    private int stretch;
    private int stretchLine;
    private int sinceQuestion;
    private int longestWithoutQuestion;
    private Stretch longest = new Stretch(0, 1);

    /// Consecutive words.
    ///
    /// @param line the line of the first, from 1
    public record Stretch(int words, int line) {}

    /// Counts a passage, which follows on those before it.
    public WordCounter add(Passage passage) {
        MarkdownParser.parse(passage.text()).accept(new Counter(passage));
        return this;
    }

    /// Here is something to do.
    public void pause() {
        stretch = 0;
    }

    /// Here is a question.
    public void ask() {
        pause();
        sinceQuestion = 0;
    }

    public int words() {
        return words;
    }

    /// The number of figures and of pieces of fenced code, without the output of programs.
    public int illustrations() {
        return figures + code;
    }

    /// The most consecutive words without a question.
    public int longestWithoutQuestion() {
        return longestWithoutQuestion;
    }

    /// The most consecutive words without a question, a program or a figure.
    public Stretch longest() {
        return longest;
    }

    private void count(int more, int line) {
        if (more > 0) {
            stretchLine = stretch == 0 ? line : stretchLine;
            words += more;
            stretch += more;
            sinceQuestion += more;
            longestWithoutQuestion = Math.max(longestWithoutQuestion, sinceQuestion);
            longest = stretch > longest.words() ? new Stretch(stretch, stretchLine) : longest;
        }
    }

    private final class Counter extends AbstractVisitor {

        private final Passage passage;

        Counter(Passage passage) {
            this.passage = passage;
        }

        @Override
        public void visit(Text text) {
            for (String word : text.getLiteral().split("\\s+")) {
                count(word.codePoints().anyMatch(Character::isLetterOrDigit) ? 1 : 0, line(text));
            }
        }

        @Override
        public void visit(Code code) {
            count(1, line(code));
        }

        @Override
        public void visit(CustomNode node) {
            count(node instanceof MarkdownParser.InlineFormula ? 1 : 0, line(node));
            visitChildren(node);
        }

        @Override
        public void visit(CustomBlock block) {
            count(block instanceof MarkdownParser.DisplayFormula ? 1 : 0, line(block));
            visitChildren(block);
        }

        @Override
        public void visit(FencedCodeBlock block) {
            code += CodeFence.isOutput(block) ? 0 : 1;
            if (CodeFence.isProgram(block)) {
                pause();
            }
        }

        @Override
        public void visit(Image image) {
            figures++;
            pause();
        }

        private int line(Node node) {
            return passage.line() + MarkdownParser.line(node);
        }
    }
}
