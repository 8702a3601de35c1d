package gradus.course.read;

import gradus.course.prose.CodeFence;
import gradus.course.prose.MarkdownParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.FencedCodeBlock;

/// The programs in a Markdown file, with the fences that say what they print, for a tool that writes these.
/// Everything else of the text stays byte for byte.
public final class ProgramFences {

    private static final Pattern LINE = Pattern.compile("[^\n]*\n|[^\n]+$");
    private static final Pattern BACKTICKS = Pattern.compile("(?m)^\\s*(`{3,})");

    private final List<String> lines;
    private final List<Program> programs = new ArrayList<>();

    private ProgramFences(List<String> lines) {
        this.lines = lines;
    }

    /// A program, and its output fence.
    ///
    /// @param line the number of the program's first line, from 1
    /// @param output what its output fence says; empty if there is none
    /// @param fence the index of the first line of its own fence
    /// @param end the index of the line after its own fence
    /// @param outputFence the index of the line after `end` that opens the output fence, or `outputEnd`
    /// @param outputEnd the index of the line after the output fence
    public record Program(
            int line, String code, Optional<String> output, int fence, int end, int outputFence, int outputEnd) {}

    /// The programs of a text, which may begin with front matter.
    ///
    /// @throws IllegalArgumentException if a fence isn't closed; the message is a sentence
    public static ProgramFences of(String text) {
        List<String> lines =
                LINE.matcher(text).results().map(found -> found.group()).toList();
        var fences = new ProgramFences(lines);
        int body = fences.bodyStart();
        MarkdownParser.parse(String.join("", lines.subList(body, lines.size()))).accept(new AbstractVisitor() {
            @Override
            public void visit(FencedCodeBlock block) {
                if (CodeFence.isProgram(block)) {
                    fences.add(block, body);
                }
            }
        });
        return fences;
    }

    public List<Program> programs() {
        return List.copyOf(programs);
    }

    /// The text in which each of these programs prints what it is mapped to.
    public String filled(Map<Program, String> outputs) {
        var text = new StringBuilder();
        int at = 0;
        for (Program program : programs) {
            String output = outputs.get(program);
            if (output != null) {
                lines.subList(at, program.end()).forEach(text::append);
                text.append(outputFence(program, output));
                at = program.outputEnd();
            }
        }
        lines.subList(at, lines.size()).forEach(text::append);
        return text.toString();
    }

    private String outputFence(Program program, String output) {
        String opening = lines.get(program.fence());
        String end = opening.endsWith("\r\n") ? "\r\n" : "\n";
        String indent = opening.substring(0, opening.indexOf("java")).replaceAll("[`~]+\\s*$", "");
        String margin = indent.replaceAll("[^>\\s]", " ");
        boolean there = program.output().isPresent();
        String before = there
                ? String.join("", lines.subList(program.end(), program.outputFence()))
                : (lines.get(program.end() - 1).endsWith("\n") ? "" : end) + margin.stripTrailing() + end;
        String ticks = ticks(output);
        boolean keep = there && ticks.length() == 3;
        var fence = new StringBuilder(before);
        fence.append(keep ? lines.get(program.outputFence()) : margin + ticks + "output" + end);
        output.lines()
                .forEach(line -> fence.append(line.isEmpty() ? margin.stripTrailing() : margin + line)
                        .append(end));
        return fence.append(keep ? lines.get(program.outputEnd() - 1) : margin + ticks + end)
                .toString();
    }

    /// A fence that is longer than any in the output.
    private static String ticks(String output) {
        int longest = BACKTICKS
                .matcher(output)
                .results()
                .mapToInt(found -> found.group(1).length())
                .max()
                .orElse(2);
        return "`".repeat(longest + 1);
    }

    private void add(FencedCodeBlock block, int body) {
        int fence = body + MarkdownParser.line(block);
        int end = end(block, body);
        boolean follows = CodeFence.isOutput(block.getNext());
        FencedCodeBlock output = follows ? (FencedCodeBlock) block.getNext() : block;
        int outputEnd = end(output, body);
        programs.add(new Program(
                fence + 2,
                block.getLiteral(),
                follows ? Optional.of(output.getLiteral()) : Optional.empty(),
                fence,
                end,
                follows ? body + MarkdownParser.line(output) : end,
                outputEnd));
    }

    private static int end(FencedCodeBlock block, int body) {
        if (block.getClosingFenceLength() == null) {
            throw new IllegalArgumentException("The fence on line " + (body + MarkdownParser.line(block) + 1)
                    + " is not closed; end it with a line of ```.");
        }
        return body + block.getSourceSpans().getLast().getLineIndex() + 1;
    }

    /// The index of the line after the front matter.
    private int bodyStart() {
        if (lines.isEmpty() || !lines.getFirst().strip().equals("---")) {
            return 0;
        }
        for (int i = 1; i < lines.size(); i++) {
            if (lines.get(i).stripTrailing().equals("---")) {
                return i + 1;
            }
        }
        return 0;
    }
}
