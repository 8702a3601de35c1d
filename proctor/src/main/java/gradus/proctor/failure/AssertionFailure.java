package gradus.proctor.failure;

import gradus.proctor.format.ValueFormatter;
import gradus.proctor.transcript.Event.FailureKind;
import gradus.proctor.transcript.Event.Finding;
import gradus.proctor.transcript.Event.StackFrame;
import gradus.proctor.transcript.SymptomCatalogue;
import java.util.List;
import java.util.function.Supplier;

/// A failed assertion of a check. Its message is for an IDE; its finding is what the judge explains.
public final class AssertionFailure extends AssertionError {

    private static final long serialVersionUID = 1L;

    private final transient Finding finding;

    /// A copy from a serialised object is not.
    private final transient boolean genuine;

    private AssertionFailure(Finding finding) {
        super(messageOf(finding));
        this.finding = finding;
        this.genuine = Origin.isTrusted();
    }

    /// Throws what isn't for an assertion to judge: a failure or a fault that a check has made within the call, and the
    /// end of memory. One that the learner's code has made is an exception like any other.
    public static void passOn(Throwable thrown) {
        switch (thrown) {
            case AssertionFailure failure when failure.genuine -> throw failure;
            case CheckFault fault when fault.isGenuine() -> throw fault;
            case OutOfMemoryError end -> throw end;
            default -> {
                // The assertion judges it.
            }
        }
    }

    public static AssertionFailure of(
            FailureKind kind, String call, String expected, String got, String why, List<String> symptoms) {
        symptoms.forEach(SymptomCatalogue::requireKnown);
        return new AssertionFailure(new Finding(kind, call, expected, got, why, symptoms, List.of()));
    }

    /// The failure of a call that threw an exception or error.
    ///
    /// @param call the call that threw; may be empty
    /// @param expected the exception that was expected; empty if a result was
    public static AssertionFailure ofThrowable(String call, String expected, Throwable wrapper, String why) {
        // The error of an initializer doesn't say what went wrong in it; its cause does.
        Throwable thrown = wrapper instanceof ExceptionInInitializerError && wrapper.getCause() != null
                ? wrapper.getCause()
                : wrapper;
        var failure = new AssertionFailure(diagnose(call, expected, thrown, why));
        failure.setStackTrace(thrown.getStackTrace());
        return failure;
    }

    /// The failure of a case that threw: the one that a check made, or that of any other exception.
    ///
    /// @param value the case in words
    public static AssertionFailure ofCase(Supplier<String> value, Throwable thrown) {
        try {
            passOn(thrown);
        } catch (AssertionFailure failure) {
            return failure;
        }
        return ofThrowable(value.get(), "", thrown, "");
    }

    public Finding finding() {
        return finding;
    }

    /// The finding for any throwable of a check. Never throws, even if the learner's own exception throws
    /// when asked for its message.
    public static Finding findingOf(Throwable thrown) {
        try {
            return thrown instanceof AssertionFailure failure && failure.genuine
                    ? failure.finding
                    : ofThrowable("", "", thrown, "").finding;
        } catch (OutOfMemoryError e) {
            throw e;
        } catch (Throwable e) {
            String got = thrown.getClass().getName() + " (whose message can't be read)";
            return new Finding(FailureKind.THREW, "", "", got, "", List.of(), List.of());
        }
    }

    private static Finding diagnose(String call, String expected, Throwable thrown, String why) {
        String got = ValueFormatter.formatThrowable(thrown);
        List<StackFrame> frames = LearnerStackTrace.of(thrown);
        if (TodoDetector.isTodo(thrown)) {
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
