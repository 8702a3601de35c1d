package gradus.ml.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import gradus.ml.linalg.Matrix;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecipeTest {

    private final Table table = Table.of("age", NumberColumn.of(20, 40, 0, 1000).withMissing(2))
            .with("town", TextColumn.of("Ulm", "Bonn", "Ulm", "Kiel"))
            .with("member", FlagColumn.of(true, false, true, false));

    private final Recipe recipe =
            Recipe.of(Impute.mean("age"), new OneHot("town").with(OneHot.Unknown.ZEROS), new Standardise("age"));

    @Test
    void aTableBecomesAMatrixWithNamesForItsColumns() {
        Recipe.Fitted fitted = recipe.fit(table.head(3));

        assertThat(fitted.features()).containsExactly("age", "town=Bonn", "town=Ulm", "member");
        assertThat(fitted.matrix(table.rows(1, 3)).columns(1, 2, 3)).isEqualTo(Matrix.of(new double[][] {
            {1, 0, 0}, {0, 0, 0}
        }));
        assertThat(fitted.matrix(table.head(0)).shape()).isEqualTo("(0, 4)");
    }

    @Test
    void nothingOfTheTestIsLearned() {
        var seen = new ArrayList<Table>();
        Encoder spy = training -> {
            seen.add(training);
            return encoded -> encoded;
        };
        Split split = new Split(new int[] {0, 1, 2}, new int[] {3});

        Recipe.Fitted fitted = Recipe.of(spy).fit(table, split);

        assertThat(seen).containsExactly(table.rows(0, 1, 2));
        fitted.transform(table.rows(3));
        assertThat(seen).hasSize(1);
        Table poisoned = table.with("age", NumberColumn.of(20, 40, 0, -1e9).withMissing(2))
                .with("town", TextColumn.of("Ulm", "Bonn", "Ulm", "Jena"));
        assertThat(recipe.fit(poisoned, split).matrix(table))
                .isEqualTo(recipe.fit(table, split).matrix(table));
    }

    @Test
    void eachStepLearnsFromWhatThoseBeforeItMake() {
        var filled = new ArrayList<Integer>();
        Encoder spy = training -> {
            filled.add(training.numbers("age").missing());
            return encoded -> encoded;
        };
        Recipe.of(spy, Impute.mean("age"), spy).fit(table);

        assertThat(filled).containsExactly(1, 0);
    }

    @Test
    void columnsThatTheRecipeDoesNotKnowArePassedOver() {
        Recipe.Fitted fitted = recipe.fit(table);

        assertThat(fitted.matrix(table.with("extra", TextColumn.of("a", "b", "c", "d"))))
                .isEqualTo(fitted.matrix(table));
        assertThat(fitted.matrix(table.select("town", "member", "age"))).isEqualTo(fitted.matrix(table));
    }

    @Test
    void aRecipeWithoutStepsTakesNumbersAsTheyAre() {
        Table numbers = Table.of("a", NumberColumn.of(1, 2));

        assertThat(Recipe.of().fit(numbers).matrix(numbers)).isEqualTo(numbers.matrix());
        assertThat(Recipe.of()
                        .fit(Table.empty().with("a", NumberColumn.of(1)).without("a"))
                        .features())
                .isEmpty();
    }

    @Test
    void whatIsNotANumberInTheEndIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Recipe.of().fit(table).matrix(table))
                .withMessageContaining("\"age\" is missing at row 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Recipe.of(Impute.mean()).fit(table).matrix(table))
                .withMessage("column \"town\" holds text, and numbers are needed");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> recipe.fit(table.head(0)))
                .withMessage("a recipe learns from at least 1 row, got 0");
    }

    @Test
    void oneRowIsEnough() {
        assertThat(recipe.fit(table.head(1)).matrix(table.head(1))).isEqualTo(Matrix.of(new double[][] {{0, 1, 1}}));
    }

    @Test
    void labelsArePlacesInTheListOfClasses() {
        Labels labels = Labels.of(table.column("town"));

        assertThat(labels.classes()).containsExactly("Bonn", "Kiel", "Ulm");
        assertThat(labels.codes()).containsExactly(2, 0, 2, 1);
        assertThat(labels.name(3)).isEqualTo("Kiel");
        assertThat(Labels.of(NumberColumn.of(10, 9, 10)).classes()).containsExactly("9", "10");
        assertThat(Labels.of(table.column("town"), List.of("Ulm", "Kiel", "Bonn")))
                .isEqualTo(new Labels(List.of("Ulm", "Kiel", "Bonn"), new int[] {0, 2, 0, 1}));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Labels.of(table.column("town"), List.of("Ulm")))
                .withMessage("\"Bonn\" at row 1 is none of the classes [Ulm]");
        assertThatIllegalArgumentException().isThrownBy(() -> Labels.of(table.column("age")));
        assertThatIllegalArgumentException().isThrownBy(() -> new Labels(List.of("a"), new int[] {1}));
        assertThat(Labels.of(TextColumn.of()).classes()).isEmpty();
    }
}
