package gradus.course.read.question;

import gradus.course.prose.Passage;
import gradus.course.read.file.FaultCollector;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A line in a question's list of answers: `- ~ 7 :: (signed-sum) You added the differences.`
///
/// @param bullet the mark after the dash: `[ ]`, `[x]`, `=`, `~`, `*`, `?`, or a number and a dot
/// @param text the answer
/// @param feedback the feedback, if there is any
record AnswerLine(String bullet, String text, Optional<String> misconception, Optional<String> feedback, int line) {

    private static final Pattern START = Pattern.compile("^- (\\[[ x]]|=|~|\\*|\\?|\\d+\\.) (.*)$");
    private static final Pattern NAMED = Pattern.compile("^\\(([a-z0-9]+(?:-[a-z0-9]+)*)\\)\\s+(.*)$", Pattern.DOTALL);

    /// The line within `passage`, from 0, on which its answers begin.
    static int start(Passage passage) {
        List<String> lines = passage.lines();
        boolean[] code = Passage.insideFence(lines);
        for (int i = 0; i < lines.size(); i++) {
            if (!code[i] && START.matcher(lines.get(i)).matches()) {
                return i;
            }
        }
        return lines.size();
    }

    /// The line within `passage`, from 0, before which the answers that begin on line `start` end: they are
    /// items of a list, with their indented lines.
    static int end(Passage passage, int start) {
        List<String> lines = passage.lines();
        int end = start;
        for (int i = start; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.startsWith("- ") || line.startsWith("  ") && !line.isBlank()) {
                end = i + 1;
            } else if (!line.isBlank()) {
                return end;
            }
        }
        return end;
    }

    /// The answers in `passage`. Reports anything else as a fault.
    static List<AnswerLine> parseAll(Passage passage, FaultCollector faults) {
        var found = new ArrayList<AnswerLine>();
        List<String> lines = passage.lines();
        int at = 0;
        while (at < lines.size()) {
            Matcher start = START.matcher(lines.get(at));
            int line = passage.line() + at;
            String first = lines.get(at++);
            if (start.matches()) {
                var text = new StringBuilder(start.group(2));
                while (at < lines.size() && lines.get(at).startsWith("  ")) {
                    text.append('\n').append(lines.get(at++).strip());
                }
                found.add(of(start.group(1), text.toString(), line));
            } else if (!first.isBlank()) {
                faults.add(
                        passage.file(),
                        line,
                        "Expected an answer, as in \"- [x] Row 1 :: why\", not \"" + first
                                + "\"; the answers must come last in a question.");
            }
        }
        return found;
    }

    boolean hasBullet(String... bullets) {
        return List.of(bullets).contains(bullet);
    }

    boolean isNumbered() {
        return bullet.endsWith(".");
    }

    /// The answer, without its backticks if it is code.
    String withoutBackticks() {
        return isCode() ? text.substring(1, text.length() - 1) : text;
    }

    boolean isCode() {
        return text.length() > 2 && text.startsWith("`") && text.indexOf('`', 1) == text.length() - 1;
    }

    private static AnswerLine of(String bullet, String text, int line) {
        if (bullet.equals("*") || bullet.equals("?")) {
            return new AnswerLine(bullet, text.strip(), Optional.empty(), Optional.of(text.strip()), line);
        }
        int separator = separatorIndex(text);
        String feedback = separator < 0 ? "" : text.substring(separator + 4).strip();
        Matcher named = NAMED.matcher(feedback);
        boolean wrong = bullet.equals("[ ]") || bullet.equals("~");
        Optional<String> misconception = wrong && named.matches() ? Optional.of(named.group(1)) : Optional.empty();
        String rest = misconception.isPresent() ? named.group(2).strip() : feedback;
        return new AnswerLine(
                bullet,
                (separator < 0 ? text : text.substring(0, separator)).strip(),
                misconception,
                rest.isEmpty() ? Optional.empty() : Optional.of(rest),
                line);
    }

    /// The index of the first ` :: ` outside of code; −1 if there is none.
    private static int separatorIndex(String text) {
        boolean code = false;
        for (int i = 0; i < text.length(); i++) {
            code ^= text.charAt(i) == '`';
            if (!code && (text.startsWith(" :: ", i) || text.startsWith(" ::\n", i))) {
                return i;
            }
        }
        return -1;
    }
}
