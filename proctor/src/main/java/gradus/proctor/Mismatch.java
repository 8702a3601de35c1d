package gradus.proctor;

import gradus.proctor.transcript.Event.Finding;
import gradus.proctor.transcript.Event.Frame;
import gradus.proctor.transcript.Event.Kind;
import java.util.Arrays;
import java.util.List;

/// A failed expectation. Its message reads by itself in an IDE; its finding is what the judge explains.
public final class Mismatch extends AssertionError {

    private static final long serialVersionUID = 1L;

    private final transient Finding finding;

    private Mismatch(Finding finding) {
        super(sentence(finding));
        this.finding = finding;
    }

    static Mismatch of(Kind kind, String call, String expected, String got, String why, List<String> signs) {
        return new Mismatch(new Finding(kind, call, expected, got, why, signs, List.of()));
    }

    /// What came out of the learner's code instead of a result.
    static Mismatch thrown(String call, String expected, Throwable surface, String why) {
        // An initializer's own error says nothing of what went wrong in it.
        Throwable thrown = surface instanceof ExceptionInInitializerError && surface.getCause() != null
                ? surface.getCause()
                : surface;
        Kind kind = Todo.is(thrown) ? Kind.TO_DO : thrown instanceof StackOverflowError ? Kind.RECURSION : Kind.THREW;
        var mismatch =
                new Mismatch(new Finding(kind, call, expected, Show.thrown(thrown), why, List.of(), frames(thrown)));
        mismatch.setStackTrace(thrown.getStackTrace());
        return mismatch;
    }

    public Finding finding() {
        return finding;
    }

    /// The finding of whatever a check threw. Never throws itself, whatever the learner's own exception does
    /// when asked for its message.
    public static Finding findingOf(Throwable thrown) {
        try {
            return thrown instanceof Mismatch mismatch ? mismatch.finding : thrown("", "", thrown, "").finding;
        } catch (OutOfMemoryError e) {
            throw e;
        } catch (Throwable e) {
            String got = thrown.getClass().getName() + " (which cannot say what it is about)";
            return new Finding(Kind.THREW, "", "", got, "", List.of(), List.of());
        }
    }

    /// The frames in the library's and the lab's own code, innermost first; a stack that repeats is cut after
    /// eight.
    private static List<Frame> frames(Throwable thrown) {
        return Arrays.stream(thrown.getStackTrace())
                .filter(frame -> frame.getClassName().startsWith("gradus.ml.")
                        || frame.getClassName().startsWith("gradus.lab."))
                .limit(8)
                .map(frame -> new Frame(
                        frame.getClassName(),
                        frame.getMethodName(),
                        frame.getFileName() == null ? "" : frame.getFileName(),
                        frame.getLineNumber()))
                .toList();
    }

    private static String sentence(Finding finding) {
        var text = new StringBuilder(finding.call());
        if (!finding.expected().isEmpty()) {
            text.append(": expected ")
                    .append(finding.expected())
                    .append(", got ")
                    .append(finding.got());
        } else {
            text.append(": ").append(finding.got());
        }
        return finding.why().isEmpty()
                ? text.toString()
                : text.append(" (").append(finding.why()).append(')').toString();
    }
}
