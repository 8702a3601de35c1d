package gradus.judge.local;

import gradus.course.CaseProgram;
import gradus.judge.AnswerBehaviour.CaseResult;
import gradus.judge.javac.Javac;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The report of the cases of a program: the code that writes it in the child, a line for each case, and the reader
/// of these lines.
///
/// Each line begins with a seal, which is new for each run, so what an answer prints isn't taken for a result.
final class CaseReport {

    private static final String REPORTER = """
            import gradus.proctor.format.ValueFormatter;

            public final class CaseReporter {
                public interface Case {
                    Object value() throws Throwable;
                }

                public static void report(String seal, Case... cases) {
                    for (Case each : cases) {
                        String line;
                        try {
                            line = "=" + ValueFormatter.format(each.value());
                        } catch (Throwable thrown) {
                            line = "!" + ValueFormatter.formatThrowable(thrown);
                        }
                        System.out.print("\\n" + seal + line.replace("\\n", "\\\\n").replace("\\r", "\\\\r") + "\\n");
                    }
                }
            }
            """;

    private CaseReport() {}

    /// The classes that a program needs to report, compiled.
    static Map<String, byte[]> classes(Javac compiler) {
        return compiler.compileOrThrow(Map.of("CaseReporter.java", REPORTER), Map.of());
    }

    /// `code` with a main method that reports the cases.
    static String source(CaseProgram program, String code, String seal) {
        return code + "\nvoid main() {\nCaseReporter.report(\"" + seal + "\", () -> "
                + String.join(",\n() -> ", program.cases()) + ");\n}\n";
    }

    /// The results that stand in the output of a run.
    static List<CaseResult> read(String output, String seal) {
        var results = new ArrayList<CaseResult>();
        for (String line : output.lines().toList()) {
            if (line.startsWith(seal + "=")) {
                results.add(new CaseResult.Gave(line.substring(seal.length() + 1)));
            } else if (line.startsWith(seal + "!")) {
                results.add(new CaseResult.Threw(line.substring(seal.length() + 1)));
            }
        }
        return results;
    }
}
