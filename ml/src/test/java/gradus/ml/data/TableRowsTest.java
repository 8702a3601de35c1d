package gradus.ml.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import gradus.ml.linalg.Vector;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class TableRowsTest {

    private final Table rooms = Table.of("name", StringColumn.of("A", "B", "C"))
            .withColumn("area", NumberColumn.of(20, 30, 0).withMissing(2))
            .withColumn("height", NumberColumn.of(2, 3, 2.5))
            .withColumn("bright", BooleanColumn.of(true, false, true));

    @Test
    void aColumnBecomesAVector() {
        assertThat(rooms.vector("height")).isEqualTo(Vector.of(2, 3, 2.5));
        assertThat(rooms.vector("bright")).isEqualTo(Vector.of(1, 0, 1));
        assertThat(rooms.vector("height").selectRows(2, 0, 0)).isEqualTo(Vector.of(2.5, 2, 2));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rooms.vector("area"))
                .withMessage("a vector cannot hold missing values, but \"area\" is missing at row 2; impute it with "
                        + "Imputer, or drop the row with dropMissing");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rooms.vector("name"))
                .withMessage("column \"name\" holds strings, expected numbers");
    }

    @Test
    void aRowFunctionReadsColumnsByName() {
        Table derived = rooms.derive("volume", row -> row.getDouble("area") * row.getDouble("height"))
                .derive("known area", row -> row.isMissing("area") ? 0 : row.getDouble("area"))
                .deriveString("label", row -> row.getString("name") + row.getString("area"))
                .deriveBoolean("large", row -> row.getDouble("area") > 25);

        assertThat(derived.column("volume"))
                .isEqualTo(NumberColumn.of(40, 90, 0).withMissing(2));
        assertThat(derived.column("known area")).isEqualTo(NumberColumn.of(20, 30, 0));
        assertThat(derived.column("label"))
                .isEqualTo(StringColumn.of("A20", "B30", "").withMissing(2));
        assertThat(derived.column("large"))
                .isEqualTo(BooleanColumn.of(false, true, false).withMissing(2));
        assertThat(rooms.derive("height", row -> -row.getDouble("height")).columnNames())
                .isEqualTo(rooms.columnNames());
    }

    @Test
    void aRowFunctionThatFailsIsNotTakenForAMissingValue() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rooms.derive("x", row -> row.getDouble("aera")))
                .withMessageStartingWith("no column \"aera\"");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rooms.derive("x", row -> 1 / (row.getDouble("height") - 3)))
                .withMessage(
                        "values of column \"x\" must be finite, got Infinity at row 1; filter such rows out first, "
                                + "or change the function");
    }

    @Test
    void rowsWithMissingValuesAreDropped() {
        assertThat(rooms.dropMissing()).isEqualTo(rooms.head(2));
        assertThat(rooms.dropMissing("height", "name")).isEqualTo(rooms);
        assertThatIllegalArgumentException().isThrownBy(() -> rooms.dropMissing("depth"));
    }

    @Test
    void appendedTablesHaveTheSameColumns() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rooms.appendRows(rooms.drop("name")))
                .withMessage("appended tables must have the columns [name, area, height, bright], got [area, height, "
                        + "bright]; select or rename columns first");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rooms.appendRows(rooms.rename("name", "nam")))
                .withMessageStartingWith("no column \"name\"");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rooms.appendRows(rooms.withColumn("name", NumberColumn.of(1, 2, 3))))
                .withMessage("column \"name\" must have one data type in all tables, got strings and numbers; convert "
                        + "one first");
    }

    @Test
    void theStringThatIsNoNumberIsNamed() {
        Table table = Table.of(
                        "x", StringColumn.of("1", "n/a", " 2.5e3", "", "-").withMissing(3))
                .withColumn("zip", StringColumn.of("01067", "1", "2", "3", "4"))
                .withColumn("town", StringColumn.of("Ulm", "Bonn", "Kiel", "Jena", "Trier"));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> table.numberColumn("x"))
                .withMessage("column \"x\" holds strings, expected numbers; 2 values are no numbers, the first is "
                        + "\"n/a\" at row 1; correct them, or read them as missing values");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> table.head(4).numberColumn("x"))
                .withMessage("column \"x\" holds strings, expected numbers; \"n/a\" at row 1 is no number; correct it, "
                        + "or read it as a missing value");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> table.toMatrix("zip"))
                .withMessage("column \"zip\" holds strings, expected numbers, though all are numbers; convert it with "
                        + "toNumberColumn");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> table.numberColumn("town"))
                .withMessage("column \"town\" holds strings, expected numbers");
    }

    @Test
    void stringsAreConvertedToDates() {
        StringColumn dates = StringColumn.of("31.05.1906", "29.02.2024", "").withMissing(2);

        assertThat(dates.toDateColumn("dd.MM.yyyy"))
                .isEqualTo(DateColumn.of(LocalDate.of(1906, 5, 31), LocalDate.of(2024, 2, 29), LocalDate.EPOCH)
                        .withMissing(2));
        assertThat(StringColumn.of("5/31/06", "Mar 1 1999").selectRows(0).toDateColumn("M/d/yy"))
                .isEqualTo(DateColumn.of(LocalDate.of(2006, 5, 31)));
        assertThat(StringColumn.of("1 Mar 1999").toDateColumn("d MMM yyyy"))
                .isEqualTo(DateColumn.of(LocalDate.of(1999, 3, 1)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StringColumn.of("01.02.2023", "31.02.2023").toDateColumn("dd.MM.yyyy"))
                .withMessage("\"31.02.2023\" at row 1 is no date in the format \"dd.MM.yyyy\" (in which 31 May 1906 is "
                        + "\"31.05.1906\"); correct it, make it missing with withMissing, or change the format");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StringColumn.of("2023-01-01").toDateColumn("yyyy-MM-dd HH"))
                .withMessageContaining("impossible, because it has parts that a date lacks");
        assertThatIllegalArgumentException().isThrownBy(() -> StringColumn.of().toDateColumn("bbb"));
    }

    @Test
    void epochDaysAreThoseOfDates() {
        assertThat(DateColumn.ofEpochDays(LocalDate.MAX.toEpochDay()).get(0)).isEqualTo(LocalDate.MAX);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DateColumn.ofEpochDays(0, Long.MAX_VALUE))
                .withMessage("epoch days must be from -365243219162 to 365241780471, got 9223372036854775807 at row 1; "
                        + "convert seconds or other units to days first");
    }

    @Test
    void stringsAreConvertedToNumbers() {
        assertThat(StringColumn.of("007", " 2.5e3", "x").withMissing(2).toNumberColumn())
                .isEqualTo(NumberColumn.of(7, 2500, 0).withMissing(2));
        for (String text : new String[] {"", "x", "1,5", "1e999", "NaN", "0x1p3", "1d"}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> StringColumn.of("1", text).toNumberColumn())
                    .withMessage(
                            "\"" + text + "\" at row 1 is no finite decimal number; correct it, or make it missing "
                                    + "with withMissing");
        }
    }
}
