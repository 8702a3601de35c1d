package gradus.judge.diagnose;

import gradus.judge.Verdict;
import gradus.proctor.transcript.Event.Finding;
import gradus.proctor.transcript.Event.StackFrame;
import java.util.Map;

/// Explains a call that the sandbox blocked: what it was, where, why it is blocked, and what to do instead.
final class SandboxViolations {

    private record Violation(String what, String why) {}

    private static final Map<String, Violation> VIOLATIONS = Map.of(
            "program",
            new Violation(
                    "starting another program",
                    "A check runs only your program, and it can't start another one. Write what you need in Java."),
            "network",
            new Violation(
                    "a network connection",
                    "A check has no network, so its result depends only on your code. Your code gets what it needs"
                            + " as arguments."),
            "file",
            new Violation(
                    "a file that the sandbox blocks",
                    "A check can't read your files or write any. Your code gets what it needs as arguments. Run"
                            + " figures and programs of your own in your workspace."),
            "native",
            new Violation(
                    "native code",
                    "Native code could do anything to the program around it. Write what you need in Java."),
            "reflection",
            new Violation(
                    "private members of other classes by reflection",
                    "Reflection on the platform, the checks and the library is blocked. Call their public methods."),
            "module",
            new Violation(
                    "a class that labs can't use", "Labs can use java.base and the library. Write it with those."));

    private SandboxViolations() {}

    static Verdict.Forbidden verdict(Finding finding) {
        String name = finding.symptoms().isEmpty() ? "" : finding.symptoms().getFirst();
        String call = finding.symptoms().size() < 2 ? "" : finding.symptoms().get(1);
        Violation violation =
                VIOLATIONS.getOrDefault(name, new Violation("something that the sandbox blocks", "Do without it."));
        return new Verdict.Forbidden(
                violation.what + (call.isEmpty() ? "" : ", using `" + call + "`") + where(finding), violation.why);
    }

    private static String where(Finding finding) {
        if (finding.stackTrace().isEmpty()) {
            return "";
        }
        StackFrame frame = finding.stackTrace().getFirst();
        return " in " + ExceptionExplainer.location(frame);
    }
}
