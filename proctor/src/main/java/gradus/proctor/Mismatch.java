package gradus.proctor;

import gradus.proctor.transcript.Event.Finding;
import gradus.proctor.transcript.Event.Frame;
import gradus.proctor.transcript.Event.Kind;
import gradus.proctor.transcript.Vocabulary;
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
        signs.forEach(Vocabulary::require);
        return new Mismatch(new Finding(kind, call, expected, got, why, signs, List.of()));
    }

    /// What came out of the learner's code instead of a result.
    static Mismatch thrown(String call, String expected, Throwable surface, String why) {
        // An initializer's own error says nothing of what went wrong in it.
        Throwable thrown = surface instanceof ExceptionInInitializerError && surface.getCause() != null
                ? surface.getCause()
                : surface;
        var mismatch = new Mismatch(finding(call, expected, thrown, why));
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

    private static Finding finding(String call, String expected, Throwable thrown, String why) {
        String got = Show.thrown(thrown);
        List<Frame> frames = Frames.of(thrown);
        if (Todo.is(thrown)) {
            return new Finding(Kind.TO_DO, call, expected, got, why, List.of(), first(frames));
        }
        if (thrown instanceof StackOverflowError) {
            List<Frame> round = Frames.round(frames);
            return new Finding(
                    Kind.RECURSION, call, expected, got, why, List.of("round@" + round.size()), first(round));
        }
        List<String> door = Closed.signs(thrown);
        return door.isEmpty()
                ? new Finding(Kind.THREW, call, expected, got, why, List.of(), first(frames))
                : new Finding(Kind.FORBIDDEN, call, expected, got, why, door, first(frames));
    }

    private static List<Frame> first(List<Frame> frames) {
        return frames.stream().limit(8).toList();
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
