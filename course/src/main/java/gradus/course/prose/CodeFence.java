package gradus.course.prose;

import java.util.Set;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Node;

/// What the info string of fenced code says of it.
public final class CodeFence {

    /// A program that the page runs.
    public static final String PROGRAM = "java run";

    /// A program that stands beside the Python that prints the same.
    public static final String PANEL = "java run panel";

    /// What the program before it prints.
    public static final String OUTPUT = "output";

    private static final Set<String> PROGRAMS = Set.of(PROGRAM, PANEL);

    private CodeFence() {}

    /// The info string, with single spaces; empty if there is none.
    public static String info(FencedCodeBlock code) {
        return code.getInfo() == null ? "" : code.getInfo().strip().replaceAll("\\s+", " ");
    }

    /// Whether the code is a program that prints something.
    public static boolean isProgram(FencedCodeBlock code) {
        return PROGRAMS.contains(info(code));
    }

    /// Whether this is the output of a program.
    public static boolean isOutput(Node node) {
        return node instanceof FencedCodeBlock code && info(code).equals(OUTPUT);
    }
}
