package gradus.judge.diagnose;

import gradus.proctor.transcript.Event.Finding;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The call of a finding, as its check wrote it: code, code and then words, or words only.
final class CallText {

    private static final int MAX_LENGTH = 100;

    private static final Pattern START = Pattern.compile("(?:new )?[\\w.]+\\(");

    private CallText() {}

    /// The call at the beginning of a sentence, its code in code marks: "`sum(x)` with x = {1}". What a check
    /// describes in words stays words. Of one that's too long, the name of the method.
    static String marked(Finding finding) {
        String call = finding.call();
        if (call.isEmpty()) {
            return "A call";
        }
        int code = codeLength(call);
        if (call.length() > MAX_LENGTH) {
            return code > 0 && !call.startsWith("new ")
                    ? "A call of `" + name(call.substring(0, code)) + "`"
                    : "A call";
        }
        return code == 0
                ? Character.toUpperCase(call.charAt(0)) + call.substring(1)
                : "`" + call.substring(0, code) + "`" + call.substring(code);
    }

    /// The method that a chain of calls ends with; with its class if it's the only one.
    private static String name(String code) {
        String first = code.substring(0, code.indexOf('('));
        String last = lastMethod(code);
        return first.endsWith(last) ? first : last;
    }

    /// Whether the finding's call is code, so that it can be said to return something.
    static boolean isCode(Finding finding) {
        return codeLength(finding.call()) > 0;
    }

    /// The length of the chain of calls that `text` begins with: 6 of "sum(x) with x = {1}".
    private static int codeLength(String text) {
        Matcher start = START.matcher(text);
        if (!start.lookingAt()) {
            return 0;
        }
        int depth = 0;
        for (int i = 0; i < text.length(); i++) {
            depth += text.charAt(i) == '(' ? 1 : text.charAt(i) == ')' ? -1 : 0;
            if (depth == 0 && text.charAt(i) == ')' && !text.startsWith(".", i + 1)) {
                return i + 1;
            }
        }
        return text.length();
    }

    /// The name of the last method called at the outermost level: the one before its opening parenthesis.
    static String method(Finding finding) {
        return lastMethod(finding.call());
    }

    private static String lastMethod(String call) {
        int depth = 0;
        for (int i = call.length() - 1; i >= 0; i--) {
            depth += call.charAt(i) == ')' ? 1 : 0;
            if (call.charAt(i) == '(' && --depth == 0) {
                int from = i;
                while (from > 0 && Character.isJavaIdentifierPart(call.charAt(from - 1))) {
                    from--;
                }
                if (from < i) {
                    return call.substring(from, i);
                }
            }
        }
        return call;
    }
}
