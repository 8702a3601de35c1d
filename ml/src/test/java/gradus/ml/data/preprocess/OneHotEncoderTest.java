package gradus.ml.data.preprocess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import gradus.ml.data.NumberColumn;
import gradus.ml.data.StringColumn;
import gradus.ml.data.Table;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OneHotEncoderTest {

    private final Table colours =
            Table.of("id", NumberColumn.of(1, 2, 3)).withColumn("c", StringColumn.of("red", "blue", "red"));
    private final Table unknown = Table.of("id", NumberColumn.of(9)).withColumn("c", StringColumn.of("green"));

    @Test
    void eachCategoryGetsAColumn() {
        assertThat(new OneHotEncoder("c").fit(colours).transform(colours))
                .isEqualTo(Table.of("id", NumberColumn.of(1, 2, 3))
                        .withColumn("c=blue", NumberColumn.of(0, 1, 0))
                        .withColumn("c=red", NumberColumn.of(1, 0, 1)));
        assertThat(new OneHotEncoder("c")
                        .withDropFirst()
                        .fit(colours)
                        .transform(colours)
                        .columnNames())
                .containsExactly("id", "c=red");
    }

    @Test
    void anUnknownCategoryThrowsUnlessAllowed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new OneHotEncoder("c").fit(colours).transform(unknown))
                .withMessage("\"c\" is \"green\" at row 0, an unknown category; the categories of the "
                        + "training set are [blue, red]; allow unknown categories with withHandleUnknown");
        assertThat(new OneHotEncoder("c")
                        .withHandleUnknown(OneHotEncoder.HandleUnknown.ZEROS)
                        .fit(colours)
                        .transform(unknown))
                .isEqualTo(Table.of("id", NumberColumn.of(9))
                        .withColumn("c=blue", NumberColumn.of(0))
                        .withColumn("c=red", NumberColumn.of(0)));
        assertThat(new OneHotEncoder("c")
                        .withHandleUnknown(OneHotEncoder.HandleUnknown.EXTRA_COLUMN)
                        .fit(colours)
                        .transform(unknown)
                        .numberColumn("c=?"))
                .isEqualTo(NumberColumn.of(1));
    }

    @Test
    void oneCategoryGivesAColumnOfOnesOrNoneIfTheFirstIsDropped() {
        Table one = colours.selectRows(0, 2);

        assertThat(new OneHotEncoder("c").fit(one).transform(one).column("c=red"))
                .isEqualTo(NumberColumn.of(1, 1));
        assertThat(new OneHotEncoder("c")
                        .withDropFirst()
                        .fit(one)
                        .transform(one)
                        .columnNames())
                .containsExactly("id");
        assertThat(new OneHotEncoder("c")
                        .withDropFirst()
                        .fit(one)
                        .transform(one.drop("id"))
                        .rows())
                .isEqualTo(2);
    }

    @Test
    void aCategoryCannotHaveTheNameOfTheExtraColumn() {
        Table table = Table.of("c", StringColumn.of("?", "a"));
        var encoder = new OneHotEncoder("c");

        assertThat(encoder.fit(table).transform(table).columnNames()).containsExactly("c=?", "c=a");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> encoder.withHandleUnknown(OneHotEncoder.HandleUnknown.EXTRA_COLUMN)
                        .fit(table))
                .withMessage("column \"c=?\" would stand for category \"?\" and for unknown categories; rename that "
                        + "category first, or use HandleUnknown.ZEROS");
    }

    @Test
    void ofManyCategoriesAMessageNamesTheNearest() {
        Table many = Table.of(
                "c",
                StringColumn.of(
                        IntStream.range(0, 100).mapToObj(i -> "town " + i).toList()));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new OneHotEncoder("c").fit(many).transform(Table.of("c", StringColumn.of("Town 77"))))
                .withMessageContaining(
                        "the nearest of the 100 categories of the training set are [town 77, town 17, town 27]; ");
    }

    @Test
    void aMissingCategoryThrowsUntilItIsImputed() {
        Table gap = colours.withColumn("c", colours.stringColumn("c").withMissing(0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new OneHotEncoder("c").fit(colours).transform(gap))
                .withMessage("\"c\" is missing at row 0; impute it with Imputer before OneHotEncoder");
        assertThat(Pipeline.of(Imputer.constant("unsaid"), new OneHotEncoder())
                        .fit(gap)
                        .featureNames())
                .containsExactly("id", "c=blue", "c=red", "c=unsaid");
    }

    @Test
    void anExistingColumnNameThrows() {
        Table taken = colours.withColumn("c=red", NumberColumn.of(0, 0, 0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new OneHotEncoder("c").fit(taken).transform(taken))
                .withMessage("cannot add column \"c=red\": the table already has one; rename that column first");
    }
}
