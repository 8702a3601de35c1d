package gradus.course.cut;

import static gradus.course.cut.MergerTest.LIBRARY;
import static gradus.course.cut.MergerTest.OF_LIBRARY;
import static gradus.course.cut.MergerTest.merge;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import gradus.course.MemberId;
import gradus.course.Rename;
import gradus.course.Source;
import gradus.course.cut.Merged.Remark;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Names that the library has changed, and fields that a learner has added.
class MergerChangesTest {

    @Test
    void aMemberThatTheLibraryHasRenamedRunsUnderBothNames() {
        String mine = LIBRARY.replace("public int size()", "public int count()")
                .replace("return numbers.length;", "return 42;")
                .replace("formatted(size())", "formatted(count())");
        var rename = new Rename("gradus.ml.sums.Range", "count", MemberId.parse("size"));

        Merged merged = Merger.merge(
                LibraryClass.of(OF_LIBRARY),
                Source.of("gradus.ml.sums.Range", mine),
                List.of(MemberId.parse("size"), MemberId.parse("text")),
                List.of(rename));

        assertThat(merged.source().text())
                .contains("public int size() { return count(); }", "        return 42;")
                .doesNotContain("numbers.length");
        assertThat(merged.remarks()).containsExactly(new Remark.Renamed(MemberId.parse("size"), 26, "count"));
        assertThat(InMemoryCompiler.complaints(merged.source())).isEmpty();
    }

    @Test
    void anEarlierNameThatTheLibraryHasGivenToSomethingElseIsNotTaken() {
        String mine = LIBRARY.replace("public int size()", "public int sum(String other)");
        var rename = new Rename("gradus.ml.sums.Range", "sum", MemberId.parse("size"));

        assertThat(Merger.merge(
                                LibraryClass.of(OF_LIBRARY),
                                Source.of("gradus.ml.sums.Range", mine),
                                List.of(MemberId.parse("size")),
                                List.of(rename))
                        .remarks())
                .containsExactly(new Remark.Missing(MemberId.parse("size"), 6, "public int size()"));
    }

    @Test
    void membersThatNeedTheFilesOwnFieldsAreRefused() {
        String mine = LIBRARY.replace("int[] numbers;", "int[] numbers;\n    private int all;")
                .replace("this.numbers = numbers.clone();", "this.numbers = numbers; all = total(numbers);")
                .replace("return total(numbers);", "return all;");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> merge(mine, "sum()"))
                .withMessageContaining("has a field of its own, all, which only its own constructors set");
        assertThat(merge(mine.replace("private int all;", "private int all = 7;"), "sum()")
                        .isLearners(9))
                .isTrue();
    }

    @Test
    void anInitializerRunsOnceOrForAFieldOfTheLearners() {
        String block =
                "private static final int[] ONES = new int[3];\n\n    static {\n        ONES[0] = 1;\n    }\n\n    ";
        String grown = LIBRARY.replace("private final int[] numbers;", block + "private final int[] numbers;");
        String mine = grown.replace("return total(numbers);", "return MINE[0] + ONES[0];")
                .replace(block, block + block.replace("ONES", "MINE"));

        Merged merged = Merger.merge(
                Source.of("gradus.ml.sums.Range", grown),
                Source.of("gradus.ml.sums.Range", mine),
                List.of(MemberId.parse("sum()")));

        assertThat(merged.source().text().split("ONES\\[0\\] = 1", -1)).hasSize(2);
        assertThat(merged.source().text()).contains("MINE[0] = 1");
        assertThat(InMemoryCompiler.complaints(merged.source())).isEmpty();
    }
}
