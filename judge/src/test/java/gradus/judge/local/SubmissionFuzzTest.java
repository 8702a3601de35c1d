package gradus.judge.local;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.judge.LearnerParts;
import gradus.judge.Verdict;
import java.nio.file.Path;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Fuzzes the judge with random sources: each gets a verdict, and none is a judge fault.
class SubmissionFuzzTest {

    private static final String[] PIECES = {
        "{",
        "}",
        "(",
        ")",
        ";",
        "\"",
        "'",
        "/*",
        "*/",
        "//",
        "\\u",
        "\\u000a",
        "@",
        "<",
        ">",
        "0x",
        "1e999",
        "\0",
        "\uD800",
        "\uFEFF",
        "🎲",
        "sealed ",
        "static ",
        "return ",
        "record ",
        "while (true) ",
        "null",
        "this",
        "--",
        "\"\"\""
    };

    private static final String SIGNS = "+-*/%<>=&|^!0123456789";

    @TempDir
    Path folder;

    private final Random chance = new Random(13);

    @Test
    void everySourceGetsAVerdict() {
        judge(60);
    }

    @Test
    @Tag("hostile")
    void everyOneOfThousandsOfSourcesGetsAVerdict() {
        judge(3_000);
    }

    private void judge(int count) {
        var verdicts = new TreeMap<String, Integer>();
        try (LocalJudge judge = LocalJudge.oneShot(ToyLibrary.judgePaths(folder))) {
            String right = ToyLibrary.reference("Numbers").text();
            for (int i = 0; i < count; i++) {
                boolean noise = i % 3 == 0;
                String source = noise ? noise() : i % 3 == 1 ? mutated(right) : miswritten(right);
                Verdict verdict =
                        judge.judge(ToyLibrary.numbers(), ToyLibrary.numbersAs(source), LearnerParts.NONE, _ -> {});
                assertThat(verdict).as(source).isNotInstanceOf(Verdict.JudgeFault.class);
                if (noise) {
                    assertThat(verdict).as(source).isNotInstanceOf(Verdict.Passed.class);
                }
                verdicts.merge(verdict.getClass().getSimpleName(), 1, Integer::sum);
            }
        }
        System.out.println("verdicts on sources that nobody meant: " + verdicts);
        assertThat(verdicts).containsKeys("DidNotCompile", "NotYet");
    }

    /// Any characters, including unpaired surrogates and NUL.
    private String noise() {
        var text = new StringBuilder();
        int length = 1 + chance.nextInt(400);
        for (int i = 0; i < length; i++) {
            text.append(chance.nextInt(3) == 0 ? piece() : String.valueOf((char) chance.nextInt(1 << 16)));
        }
        return text.toString();
    }

    /// The right source with another operator or digit.
    private String miswritten(String right) {
        int[] places = IntStream.range(right.indexOf("sum("), right.length())
                .filter(i -> SIGNS.indexOf(right.charAt(i)) >= 0)
                .toArray();
        var text = new StringBuilder(right);
        text.setCharAt(places[chance.nextInt(places.length)], SIGNS.charAt(chance.nextInt(SIGNS.length())));
        return text.toString();
    }

    /// The right source with up to two pieces removed, repeated, moved, or inserted.
    private String mutated(String right) {
        var text = new StringBuilder(right);
        for (int i = chance.nextInt(2); i >= 0; i--) {
            int from = chance.nextInt(text.length());
            int to = Math.min(text.length(), from + 1 + chance.nextInt(8));
            String piece = text.substring(from, to);
            switch (chance.nextInt(5)) {
                case 0 -> text.delete(from, to);
                case 1 -> text.insert(to, piece);
                case 2 -> text.delete(from, to).insert(chance.nextInt(text.length()), piece);
                case 3 -> text.setCharAt(from, (char) (text.charAt(from) ^ 1 << chance.nextInt(7)));
                default -> text.insert(from, piece());
            }
        }
        return text.toString();
    }

    private String piece() {
        return PIECES[chance.nextInt(PIECES.length)];
    }
}
