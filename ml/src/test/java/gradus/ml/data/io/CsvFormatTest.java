package gradus.ml.data.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import gradus.ml.data.DataType;
import gradus.ml.data.NumberColumn;
import gradus.ml.data.StringColumn;
import gradus.ml.data.Table;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

class CsvFormatTest {

    private static final CsvFormat DEFAULT = CsvFormat.DEFAULT;

    record Setting(String name, UnaryOperator<CsvFormat> change) {
        @Override
        public String toString() {
            return name;
        }
    }

    static final List<Setting> REFUSED = List.of(
            new Setting("a line break as separator", format -> format.withSeparator('\n')),
            new Setting("a separator that is not ASCII", format -> format.withSeparator('¦')),
            new Setting(
                    "runs of spaces with another separator",
                    format -> new CsvFormat(
                            new CsvDialect(',', true, Optional.empty(), Optional.empty(), Optional.empty()),
                            format.decimal(),
                            format.thousands(),
                            format.charset(),
                            format.header(),
                            0,
                            false,
                            format.missingValues(),
                            format.dataTypes())),
            new Setting("the quote as separator", format -> format.withSeparator('"')),
            new Setting("the separator as quote", format -> format.withQuote(',')),
            new Setting("the separator as comment", format -> format.withComment(',')),
            new Setting("the quote as escape", format -> format.withEscape('"')),
            new Setting("a digit as decimal mark", format -> format.withDecimal('5')),
            new Setting("a sign as thousands separator", format -> format.withThousands('-')),
            new Setting("the exponent as decimal mark", format -> format.withDecimal('e')),
            new Setting("the quote as thousands separator", format -> format.withThousands('"')),
            new Setting("the decimal mark as thousands separator", format -> format.withThousands('.')),
            new Setting(
                    "the thousands separator as decimal mark",
                    format -> format.withThousands(',').withDecimal(',')),
            new Setting(
                    "the comment as decimal mark",
                    format -> format.withComment('#').withDecimal('#')),
            new Setting("skipping less than nothing", format -> format.withSkipRows(-1)),
            new Setting("no names", CsvFormat::withNames),
            new Setting("a blank name", format -> format.withNames("a", " ")),
            new Setting("a name twice", format -> format.withNames("a", "a")));

    @ParameterizedTest
    @FieldSource("REFUSED")
    void aSettingIsCheckedWhenItIsMade(Setting setting) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> setting.change.apply(DEFAULT))
                .withMessageContaining(", got ");
    }

    @Test
    void eachSettingKeepsTheOthers() {
        CsvFormat format = DEFAULT.withSeparator(';')
                .withQuote('\'')
                .withEscape('\\')
                .withComment('#')
                .withDecimal(',')
                .withThousands('.')
                .withCharset(StandardCharsets.ISO_8859_1)
                .withNames("a", "b")
                .withSkipRows(2)
                .withFill()
                .withoutMissingValues()
                .withMissingValues("-")
                .withDataType("a", DataType.STRINGS)
                .withDataType("b", DataType.NUMBERS);

        assertThat(format.separator()).isEqualTo(';');
        assertThat(format.dialect())
                .isEqualTo(new CsvDialect(';', false, Optional.of('\''), Optional.of('\\'), Optional.of('#')));
        assertThat(format.decimal()).isEqualTo(',');
        assertThat(format.thousands()).contains('.');
        assertThat(format.charset()).isEqualTo(StandardCharsets.ISO_8859_1);
        assertThat(format.header()).isEqualTo(new CsvFormat.Header.Names(List.of("a", "b")));
        assertThat(format.skipRows()).isEqualTo(2);
        assertThat(format.fill()).isTrue();
        assertThat(format.missingValues()).containsExactly("-");
        assertThat(format.dataTypes()).hasSize(2);
        assertThat(Csv.parse("x\ny\n'\\'1.000,5';-#\n2\n;1.000,5\n", format))
                .isEqualTo(Table.of("a", StringColumn.of("'1.000,5", "2", ""))
                        .withColumn("b", NumberColumn.of(0, 0, 1000.5).withMissing(0, 1)));
    }

    @Test
    void furtherMissingValuesKeepTheEmptyField() {
        assertThat(Csv.parse("x,y\n1,a\n,b\n-999,c\n", DEFAULT.withMissingValues("-999"))
                        .column("x"))
                .isEqualTo(NumberColumn.of(1, 0, 0).withMissing(1, 2));
        assertThat(Csv.parse("x,y\n1,a\n,b\nNA,c\n", DEFAULT.withoutMissingValues())
                        .column("x"))
                .isEqualTo(StringColumn.of("1", "", "NA"));
    }

    @ParameterizedTest
    @CsvSource({
        "'1,234', 1234",
        "'-1,234,567.5', -1234567.5",
        "'12,34,567', 1234567",
        "' 1,000 ', 1000",
        "999, 999",
        "'+1,000e2', 100000"
    })
    void digitsMayBeGrouped(String text, double value) {
        assertThat(Csv.parse("x\n\"" + text + "\"\n", DEFAULT.withThousands(','))
                        .column("x"))
                .isEqualTo(NumberColumn.of(value));
    }

    @ParameterizedTest
    @CsvSource({"'1,5'", "'1,23'", "',123'", "'1234,567'", "'1,234,5'", "'1,2,345'", "'1,234.5,678'", "'1,,234'", "'1,'"
    })
    void aWrongGroupMakesAString(String text) {
        assertThat(Csv.parse("x\n\"" + text + "\"\n", DEFAULT.withThousands(','))
                        .column("x"))
                .isEqualTo(StringColumn.of(text));
    }

    @ParameterizedTest
    @CsvSource({"' '", "'\u00A0'", "'\u202F'", "''''"})
    void anyCharacterMayGroupDigits(char separator) {
        CsvFormat format = DEFAULT.withThousands(separator).withDecimal(',').withSeparator(';');

        assertThat(Csv.parse("x;y\n1" + separator + "234,5;0\n", format).column("x"))
                .isEqualTo(NumberColumn.of(1234.5));
    }

    @Test
    void aDecimalPointIsNoDigitWhereTheMarkIsAComma() {
        CsvFormat format = DEFAULT.withSeparator(';').withDecimal(',');

        assertThat(Csv.parse("x;y\n1.5;2,5\n", format))
                .isEqualTo(Table.of("x", StringColumn.of("1.5")).withColumn("y", NumberColumn.of(2.5)));
        assertThat(Csv.parse("x,y\n\"1,5\",2\n", DEFAULT.withDecimal(',')).column("x"))
                .isEqualTo(NumberColumn.of(1.5));
    }
}
