package gradus.course.measure;

import com.sun.source.tree.Tree;
import gradus.course.Cut;
import gradus.course.Source;
import gradus.course.syntax.CutCode;
import gradus.course.syntax.SyntaxTree;

/// How much the learner writes, if as much as the library has.
public final class CutLines {

    private CutLines() {}

    /// The lines of code of the cut bodies and of the private members that only these use, without comments,
    /// blank lines and lines with only a brace.
    public static int of(Cut cut, Source source) {
        SyntaxTree syntax = SyntaxTree.parse(source);
        int lines = 0;
        for (Tree tree : CutCode.of(cut, source, syntax).trees()) {
            lines += (int) syntax.text(tree)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("//") && !line.matches("[{};]+"))
                    .count();
        }
        return lines;
    }
}
