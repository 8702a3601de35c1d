package gradus.ml.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/// What holds for every kind of column. Each has two equal values, then two others; row 1 is greater than
/// row 3.
class ColumnContractTest {

    static final List<Column> COLUMNS = List.of(
            NumberColumn.of(2, 2, -0.5, 1e300),
            StringColumn.of("b", "b", "a", "é, \"quoted\""),
            BooleanColumn.of(true, true, false, false),
            DateColumn.of(
                    LocalDate.of(1906, 5, 31),
                    LocalDate.of(1906, 5, 31),
                    LocalDate.of(1905, 1, 1),
                    LocalDate.of(2025, 11, 25)));

    @ParameterizedTest
    @FieldSource("COLUMNS")
    void equalValuesHaveOneTextAndDifferentValuesTwo(Column column) {
        assertThat(column.getString(0)).isEqualTo(column.getString(1)).isNotEqualTo(column.getString(2));
        assertThat(column.compare(0, 1)).isZero();
        assertThat(column.compare(0, 2)).isPositive();
        assertThat(column.compare(2, 0)).isNegative();
    }

    @ParameterizedTest
    @FieldSource("COLUMNS")
    void aMissingValueIsCountedAndHasNoValue(Column column) {
        Column gap = column.withMissing(1);

        assertThat(column.missingCount()).isZero();
        assertThat(gap.missingCount()).isEqualTo(1);
        assertThat(gap.isMissing(1)).isTrue();
        assertThat(gap.isMissing(0)).isFalse();
        assertThat(gap.size()).isEqualTo(4);
        assertThat(gap).isNotEqualTo(column);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> gap.getString(1))
                .withMessage("the value at row 1 is missing; ask isMissing first, or fill it in");
        assertThatIllegalArgumentException().isThrownBy(() -> gap.compare(0, 1));
    }

    @ParameterizedTest
    @FieldSource("COLUMNS")
    void whatAMissingValueWasBeforeIsForgotten(Column column) {
        assertThat(column.withMissing(0, 1, 2, 3))
                .isEqualTo(column.selectRows(3, 2, 1, 0).withMissing(0, 1, 2, 3))
                .hasToString("[missing, missing, missing, missing]");
        assertThat(column.withMissing(0, 1, 2, 3).distinctCount()).isZero();
        assertThat(column.withMissing(2, 3).distinctCount()).isEqualTo(1);
    }

    @ParameterizedTest
    @FieldSource("COLUMNS")
    void rowsArePickedInTheOrderAskedForWithTheirGaps(Column column) {
        Column picked = column.withMissing(3).selectRows(3, 0, 0);

        assertThat(picked.size()).isEqualTo(3);
        assertThat(picked.isMissing(0)).isTrue();
        assertThat(picked.getString(1)).isEqualTo(column.getString(0));
        assertThat(picked.getString(2)).isEqualTo(column.getString(0));
        assertThat(picked.dataType()).isEqualTo(column.dataType());
        assertThat(column.selectRows().size()).isZero();
        assertThat(column.selectRows(0, 1, 2, 3)).isEqualTo(column).hasSameHashCodeAs(column);
    }

    @ParameterizedTest
    @FieldSource("COLUMNS")
    void aRowThatIsNotThereIsRefused(Column column) {
        for (int row : new int[] {-1, 4}) {
            String sentence = "no row " + row + " in a column of 4 rows";
            assertThatThrownBy(() -> column.isMissing(row))
                    .isInstanceOf(IndexOutOfBoundsException.class)
                    .hasMessage(sentence);
            assertThatThrownBy(() -> column.selectRows(0, row)).hasMessage(sentence);
            assertThatThrownBy(() -> column.withMissing(row)).hasMessage(sentence);
            assertThatThrownBy(() -> column.getString(row)).isInstanceOf(IndexOutOfBoundsException.class);
        }
    }
}
