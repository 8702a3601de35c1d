package gradus.ml.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/// The contract of [Column], for each data type. Rows 0 and 1 are equal and greater than row 2; row 3 is
/// another value.
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
    void equalValuesHaveEqualStringsAndDifferentValuesDifferentOnes(Column column) {
        assertThat(column.getString(0)).isEqualTo(column.getString(1)).isNotEqualTo(column.getString(2));
        assertThat(column.compare(0, 1)).isZero();
        assertThat(column.compare(0, 2)).isPositive();
        assertThat(column.compare(2, 0)).isNegative();
    }

    @ParameterizedTest
    @FieldSource("COLUMNS")
    void aMissingValueIsCountedAndHasNoValue(Column column) {
        Column withGap = column.withMissing(1);

        assertThat(column.missingCount()).isZero();
        assertThat(withGap.missingCount()).isEqualTo(1);
        assertThat(withGap.isMissing(1)).isTrue();
        assertThat(withGap.isMissing(0)).isFalse();
        assertThat(withGap.size()).isEqualTo(4);
        assertThat(withGap).isNotEqualTo(column);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> withGap.getString(1))
                .withMessage("the value at row 1 is missing; check isMissing first, or impute it with Imputer");
        assertThatIllegalArgumentException().isThrownBy(() -> withGap.compare(0, 1));
    }

    @ParameterizedTest
    @FieldSource("COLUMNS")
    void equalityIgnoresTheValuesUnderMissingOnes(Column column) {
        assertThat(column.withMissing(0, 1, 2, 3))
                .isEqualTo(column.selectRows(3, 2, 1, 0).withMissing(0, 1, 2, 3))
                .hasToString("[missing, missing, missing, missing]");
        assertThat(column.withMissing(0, 1, 2, 3).distinctCount()).isZero();
        assertThat(column.withMissing(2, 3).distinctCount()).isEqualTo(1);
    }

    @ParameterizedTest
    @FieldSource("COLUMNS")
    void rowsAreSelectedInTheRequestedOrderWithTheirMissingValues(Column column) {
        Column selected = column.withMissing(3).selectRows(3, 0, 0);

        assertThat(selected.size()).isEqualTo(3);
        assertThat(selected.isMissing(0)).isTrue();
        assertThat(selected.getString(1)).isEqualTo(column.getString(0));
        assertThat(selected.getString(2)).isEqualTo(column.getString(0));
        assertThat(selected.dataType()).isEqualTo(column.dataType());
        assertThat(column.selectRows().size()).isZero();
        assertThat(column.selectRows(0, 1, 2, 3)).isEqualTo(column).hasSameHashCodeAs(column);
    }

    @ParameterizedTest
    @FieldSource("COLUMNS")
    void aShiftMovesValuesDownOrUp(Column column) {
        Column gaps = column.withMissing(2);

        assertThat(gaps.shift(1)).isEqualTo(gaps.selectRows(0, 0, 1, 2).withMissing(0));
        assertThat(gaps.shift(-2)).isEqualTo(gaps.selectRows(2, 3, 0, 0).withMissing(2, 3));
        assertThat(gaps.shift(0)).isEqualTo(gaps);
        for (int periods : new int[] {4, -4, Integer.MAX_VALUE, Integer.MIN_VALUE}) {
            assertThat(column.shift(periods)).isEqualTo(column.withMissing(0, 1, 2, 3));
        }
        assertThat(column.selectRows().shift(1).size()).isZero();
    }

    @ParameterizedTest
    @FieldSource("COLUMNS")
    void aTableAppendsItsRows(Column column) {
        Table first = Table.of("a", column).withColumn("b", column.withMissing(0));
        Table second = Table.of("b", column.withMissing(3)).withColumn("a", column);

        Table appended = first.appendRows(second, first.head(0), first.head(1));

        assertThat(appended.column("a")).isEqualTo(column.selectRows(0, 1, 2, 3, 0, 1, 2, 3, 0));
        assertThat(appended.column("b"))
                .isEqualTo(column.selectRows(0, 1, 2, 3, 0, 1, 2, 3, 0).withMissing(0, 7, 8));
        assertThat(first.appendRows()).isEqualTo(first);
    }

    @ParameterizedTest
    @FieldSource("COLUMNS")
    void aRowIndexOutOfRangeThrows(Column column) {
        for (int row : new int[] {-1, 4}) {
            String message = "no row " + row + " in a column of 4 rows";
            assertThatThrownBy(() -> column.isMissing(row))
                    .isInstanceOf(IndexOutOfBoundsException.class)
                    .hasMessage(message);
            assertThatThrownBy(() -> column.selectRows(0, row)).hasMessage(message);
            assertThatThrownBy(() -> column.withMissing(row)).hasMessage(message);
            assertThatThrownBy(() -> column.getString(row)).isInstanceOf(IndexOutOfBoundsException.class);
        }
    }
}
