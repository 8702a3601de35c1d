package gradus.judge.diagnose;

import gradus.judge.Verdict;
import gradus.proctor.transcript.Event.Finding;
import gradus.proctor.transcript.Event.StackFrame;
import java.util.Map;

/// What is said of a call that the sandbox refused: which, where, why it is closed, and what to do instead.
final class SandboxViolations {

    private record Violation(String what, String why) {}

    private static final Map<String, Violation> VIOLATIONS = Map.of(
            "program",
            new Violation(
                    "starting another program",
                    "A check runs one program, yours, and it may start no other. Write what you need in Java."),
            "network",
            new Violation(
                    "a connection to the network",
                    "A check has no network, so that its result depends on your code alone. What it needs is"
                            + " given as an argument."),
            "file",
            new Violation(
                    "a file that is closed to it",
                    "A check may not read your files or write any. What it needs is given as an argument; for a"
                            + " figure or a program of your own, run it in your workspace."),
            "native",
            new Violation(
                    "code that is not Java",
                    "Native code could do anything to the program around it. Write what you need in Java."),
            "reflection",
            new Violation(
                    "private members of other classes by reflection",
                    "The platform, the checks and the library are closed to reflection. Call their public methods."),
            "module",
            new Violation(
                    "a class that is not there for it",
                    "Labs may use java.base and the library, and nothing of the judge. Write it with those."));

    private SandboxViolations() {}

    static Verdict.Forbidden verdict(Finding finding) {
        String name = finding.symptoms().isEmpty() ? "" : finding.symptoms().getFirst();
        String call = finding.symptoms().size() < 2 ? "" : finding.symptoms().get(1);
        Violation violation =
                VIOLATIONS.getOrDefault(name, new Violation("something that is closed", "Do without it."));
        return new Verdict.Forbidden(
                violation.what + (call.isEmpty() ? "" : ", by `" + call + "`") + where(finding), violation.why);
    }

    private static String where(Finding finding) {
        if (finding.stackTrace().isEmpty()) {
            return "";
        }
        StackFrame stackFrame = finding.stackTrace().getFirst();
        return " in " + ExceptionExplainer.location(stackFrame);
    }
}
