package gradus.proctor.failure;

import gradus.proctor.format.ValueFormatter;
import gradus.proctor.transcript.Event.FailureKind;
import gradus.proctor.transcript.Event.Finding;
import gradus.proctor.transcript.Event.StackFrame;
import gradus.proctor.transcript.SymptomCatalogue;
import java.util.List;

/// A failed expectation. Its message reads by itself in an IDE; its finding is what the judge explains.
public final class AssertionFailure extends AssertionError {

    private static final long serialVersionUID = 1L;

    private final transient Finding finding;

    private AssertionFailure(Finding finding) {
        super(messageOf(finding));
        this.finding = finding;
    }

    public static AssertionFailure of(
            FailureKind failureKind, String call, String expected, String got, String why, List<String> symptoms) {
        symptoms.forEach(SymptomCatalogue::requireKnown);
        return new AssertionFailure(new Finding(failureKind, call, expected, got, why, symptoms, List.of()));
    }

    /// What came out of the learner's code instead of a result.
    public static AssertionFailure ofThrowable(String call, String expected, Throwable wrapper, String why) {
        // An initializer's own error says nothing of what went wrong in it.
        Throwable thrown = wrapper instanceof ExceptionInInitializerError && wrapper.getCause() != null
                ? wrapper.getCause()
                : wrapper;
        var failure = new AssertionFailure(diagnose(call, expected, thrown, why));
        failure.setStackTrace(thrown.getStackTrace());
        return failure;
    }

    public Finding finding() {
        return finding;
    }

    /// The finding of whatever a check threw. Never throws itself, whatever the learner's own exception does
    /// when asked for its message.
    public static Finding findingOf(Throwable thrown) {
        try {
            return thrown instanceof AssertionFailure assertionFailure
                    ? assertionFailure.finding
                    : ofThrowable("", "", thrown, "").finding;
        } catch (OutOfMemoryError e) {
            throw e;
        } catch (Throwable e) {
            String got = thrown.getClass().getName() + " (which cannot say what it is about)";
            return new Finding(FailureKind.THREW, "", "", got, "", List.of(), List.of());
        }
    }

    private static Finding diagnose(String call, String expected, Throwable thrown, String why) {
        String got = ValueFormatter.formatThrowable(thrown);
        List<StackFrame> frames = LearnerStackTrace.of(thrown);
        if (TodoMarker.isTodo(thrown)) {
            return new Finding(FailureKind.TO_DO, call, expected, got, why, List.of(), innermost(frames));
        }
        if (thrown instanceof StackOverflowError) {
            List<StackFrame> cycle = LearnerStackTrace.recursionCycle(frames);
            return new Finding(
                    FailureKind.RECURSION,
                    call,
                    expected,
                    got,
                    why,
                    List.of("round@" + cycle.size()),
                    innermost(cycle));
        }
        List<String> denial = SandboxDenial.symptoms(thrown);
        return denial.isEmpty()
                ? new Finding(FailureKind.THREW, call, expected, got, why, List.of(), innermost(frames))
                : new Finding(FailureKind.FORBIDDEN, call, expected, got, why, denial, innermost(frames));
    }

    private static List<StackFrame> innermost(List<StackFrame> frames) {
        return frames.stream().limit(8).toList();
    }

    private static String messageOf(Finding finding) {
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
