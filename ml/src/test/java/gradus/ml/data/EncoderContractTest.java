package gradus.ml.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/// What holds for every encoder: a new one is tested by being listed.
class EncoderContractTest {

    static final List<Encoder> ENCODERS = List.of(
            new Standardise("x", "y"),
            new Standardise(),
            new MinMax("x", "y"),
            new MinMax(),
            new OneHot("t"),
            new OneHot().with(OneHot.Unknown.ZEROS).droppingFirst(),
            new OneHot("t").with(OneHot.Unknown.OWN_COLUMN),
            new Ordinal("t", "a", "b", "c"),
            Impute.mean(),
            Impute.median("x").withFlag(),
            Impute.mostFrequent(),
            Impute.constant(0),
            Impute.constant("none"),
            new Polynomial(2),
            new Polynomial(3, "x", "y"),
            Recipe.of(Impute.mean("x"), new OneHot("t"), new Polynomial(2, "x", "y"), new Standardise()));

    private static final Table TRAINING = Table.of(
                    "x", NumberColumn.of(1, 2, 4, 9, 0).withMissing(4))
            .with("t", TextColumn.of("b", "a", "b", "c", "a"))
            .with("y", NumberColumn.of(5, 5, 5, 5, 5));

    private static final Table OTHER = Table.of("y", NumberColumn.of(5, -100))
            .with("x", NumberColumn.of(1000, 2))
            .with("t", TextColumn.of("a", "b"));

    private static Table ordered(Table table) {
        return table.select("x", "t", "y");
    }

    @ParameterizedTest
    @FieldSource("ENCODERS")
    void rowsStayAsManyAndInTheirOrder(Encoder encoder) {
        Encoder.Fitted fitted = encoder.fit(TRAINING);
        int[] order = {3, 1, 1, 4, 0, 2};

        Table encoded = fitted.transform(TRAINING);
        assertThat(encoded.rows()).isEqualTo(5);
        assertThat(fitted.transform(TRAINING.rows(order))).isEqualTo(encoded.rows(order));
    }

    @ParameterizedTest
    @FieldSource("ENCODERS")
    void whatIsTransformedChangesNothingThatWasLearned(Encoder encoder) {
        Encoder.Fitted fitted = encoder.fit(TRAINING);
        Table before = fitted.transform(TRAINING);

        fitted.transform(ordered(OTHER));
        assertThat(fitted.transform(TRAINING)).isEqualTo(before);
        assertThat(encoder.fit(TRAINING).transform(TRAINING)).isEqualTo(before);
    }

    @ParameterizedTest
    @FieldSource("ENCODERS")
    void eachRowIsEncodedByItself(Encoder encoder) {
        Encoder.Fitted fitted = encoder.fit(TRAINING);
        Table both = fitted.transform(ordered(OTHER));

        assertThat(fitted.transform(ordered(OTHER).rows(0))).isEqualTo(both.rows(0));
        assertThat(fitted.transform(ordered(OTHER).rows(1))).isEqualTo(both.rows(1));
    }

    @ParameterizedTest
    @FieldSource("ENCODERS")
    void everyTableHasTheSameColumnsAfterwardsAndThoseOfNoRowsToo(Encoder encoder) {
        Encoder.Fitted fitted = encoder.fit(TRAINING);
        List<String> names = fitted.transform(TRAINING).names();

        assertThat(fitted.transform(ordered(OTHER)).names()).isEqualTo(names);
        Table none = fitted.transform(TRAINING.head(0));
        assertThat(none.names()).isEqualTo(names);
        assertThat(none.rows()).isZero();
    }

    @ParameterizedTest
    @FieldSource("ENCODERS")
    void aColumnThatIsNotThereIsRefused(Encoder encoder) {
        Encoder.Fitted fitted = encoder.fit(TRAINING);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> fitted.transform(Table.of("z", NumberColumn.of(1))))
                .withMessageStartingWith("no column \"")
                .withMessageEndingWith("\"; there are [z]");
    }

    @ParameterizedTest
    @FieldSource("ENCODERS")
    void aColumnThatHasBecomeAnotherKindIsRefused(Encoder encoder) {
        Encoder.Fitted fitted = encoder.fit(TRAINING);
        Table changed =
                Table.of("x", TextColumn.of("1")).with("t", NumberColumn.of(1)).with("y", TextColumn.of("5"));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> fitted.transform(changed))
                .withMessageContaining(" holds ");
    }
}
