package gradus.checks.matrices;

import static gradus.proctor.assertions.Expect.calling;
import static gradus.proctor.assertions.Expect.unchanged;
import static gradus.proctor.property.Property.forAll;

import gradus.ml.linalg.Matrix;
import gradus.ml.linalg.Vector;
import gradus.proctor.assertions.Clause;
import gradus.proctor.property.Gen;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// Shapes that don't match, shapes without rows or columns, and immutability.
class MatrixChecks {

    private static final String WHY = "these sizes don't fit, and the message must have all of them";

    @Test
    @DisplayName("the products throw and name the sizes of both if the inner sizes differ")
    @Clause("shapes")
    void productsRefuseOtherSizes() {
        Matrix a = Matrix.zeros(2, 3);
        calling("Matrix.zeros(2, 3).times(Vector.of(1, 2, 3, 4, 5))", () -> a.times(Vector.of(1, 2, 3, 4, 5)))
                .failsSaying(IllegalArgumentException.class, "2 3 5", WHY);
        calling("Matrix.zeros(2, 3).times(Vector.of(1, 2))", () -> a.times(Vector.of(1, 2)))
                .failsSaying(IllegalArgumentException.class, "2 3", WHY);
        calling("Matrix.zeros(2, 3).times(Matrix.zeros(4, 5))", () -> a.times(Matrix.zeros(4, 5)))
                .failsSaying(IllegalArgumentException.class, "2 3 4 5", WHY);
        calling("Matrix.zeros(2, 3).times(Matrix.zeros(2, 3))", () -> a.times(a))
                .failsSaying(IllegalArgumentException.class, "2 3", WHY);
    }

    @Test
    @DisplayName("transposeTimes throws and names the sizes of both if the numbers of rows differ")
    @Clause("shapes")
    void transposedProductsRefuseOtherSizes() {
        Matrix a = Matrix.zeros(2, 3);
        calling(
                        "Matrix.zeros(2, 3).transposeTimes(Vector.of(1, 2, 3, 4, 5))",
                        () -> a.transposeTimes(Vector.of(1, 2, 3, 4, 5)))
                .failsSaying(IllegalArgumentException.class, "2 3 5", WHY);
        calling("Matrix.zeros(2, 3).transposeTimes(Vector.of(1, 2, 3))", () -> a.transposeTimes(Vector.of(1, 2, 3)))
                .failsSaying(IllegalArgumentException.class, "2 3", WHY);
        calling("Matrix.zeros(2, 3).transposeTimes(Vector.of(1))", () -> a.transposeTimes(Vector.of(1)))
                .failsSaying(IllegalArgumentException.class, "1 2 3", WHY);
        calling("Matrix.zeros(2, 3).transposeTimes(Matrix.zeros(4, 5))", () -> a.transposeTimes(Matrix.zeros(4, 5)))
                .failsSaying(IllegalArgumentException.class, "2 3 4 5", WHY);
        calling("Matrix.zeros(2, 3).transposeTimes(Matrix.zeros(1, 4))", () -> a.transposeTimes(Matrix.zeros(1, 4)))
                .failsSaying(IllegalArgumentException.class, "1 2 3 4", WHY);
        calling("Matrix.zeros(2, 3).transposeTimes(Matrix.zeros(3, 2))", () -> a.transposeTimes(Matrix.zeros(3, 2)))
                .failsSaying(IllegalArgumentException.class, "2 3", WHY);
    }

    @Test
    @DisplayName("hstack throws and names the sizes of both if the numbers of rows differ")
    @Clause("shapes")
    void hstackRefusesOtherRows() {
        calling(
                        "Matrix.zeros(2, 3).hstack(Matrix.zeros(4, 5))",
                        () -> Matrix.zeros(2, 3).hstack(Matrix.zeros(4, 5)))
                .failsSaying(IllegalArgumentException.class, "2 3 4 5", WHY);
        calling(
                        "Matrix.zeros(4, 5).hstack(Matrix.zeros(2, 3))",
                        () -> Matrix.zeros(4, 5).hstack(Matrix.zeros(2, 3)))
                .failsSaying(IllegalArgumentException.class, "2 3 4 5", WHY);
    }

    @Test
    @DisplayName("shapes without rows or columns are fine")
    @Clause("empty")
    void emptyShapes() {
        String swap = "rows and columns swap; `of` can't know the columns of no rows, but `from` and `zeros` are told";
        String outer = "the outer sizes remain, as `from` and `zeros` can say, and a sum of no products is 0";
        shape("Matrix.identity(0)", () -> Matrix.identity(0), "(0, 0)", "no rows and no columns");
        shape("Matrix.zeros(2, 0).transpose()", () -> Matrix.zeros(2, 0).transpose(), "(0, 2)", swap);
        shape("Matrix.zeros(0, 2).transpose()", () -> Matrix.zeros(0, 2).transpose(), "(2, 0)", swap);
        shape(
                "Matrix.zeros(0, 2).hstack(Matrix.zeros(0, 3))",
                () -> Matrix.zeros(0, 2).hstack(Matrix.zeros(0, 3)),
                "(0, 5)",
                "the numbers of columns add up");
        shape(
                "Matrix.zeros(0, 2).times(Matrix.zeros(2, 3))",
                () -> Matrix.zeros(0, 2).times(Matrix.zeros(2, 3)),
                "(0, 3)",
                outer);
        shape(
                "Matrix.zeros(2, 0).transposeTimes(Matrix.zeros(2, 3))",
                () -> Matrix.zeros(2, 0).transposeTimes(Matrix.zeros(2, 3)),
                "(0, 3)",
                outer);
        calling(
                        "Matrix.zeros(2, 0).times(Matrix.zeros(0, 3))",
                        () -> Matrix.zeros(2, 0).times(Matrix.zeros(0, 3)).toArray())
                .gives(new double[2][3], outer);
        calling(
                        "Matrix.zeros(2, 0).times(Vector.of())",
                        () -> Matrix.zeros(2, 0).times(Vector.of()).toArray())
                .gives(new double[2], outer);
        calling(
                        "Matrix.zeros(0, 3).transposeTimes(Vector.of())",
                        () -> Matrix.zeros(0, 3).transposeTimes(Vector.of()).toArray())
                .gives(new double[3], outer);
    }

    private static void shape(String call, Supplier<Matrix> matrix, String expected, String why) {
        calling(call + ".shape()", () -> matrix.get().shape()).gives(expected, why);
    }

    @Test
    @DisplayName("Vector.from asks once for each index, in ascending order")
    @Clause({"from", "negative"})
    void fromAsksInOrder() {
        List<Integer> asked = new ArrayList<>();
        calling(
                        "Vector.from(4, i -> …)",
                        () -> Vector.from(4, i -> {
                            asked.add(i);
                            return i;
                        }))
                .result();
        calling("the list of indices that Vector.from(4, …) asks for", () -> asked.toString())
                .gives("[0, 1, 2, 3]", "a function may count or draw random numbers, so each call counts");
    }

    @Test
    @DisplayName("negative sizes throw")
    @Clause("negative")
    void negativeSizes() {
        String why = "nothing has a negative number of components or rows";
        calling("Vector.from(-1, i -> i)", () -> Vector.from(-1, i -> i)).fails(IllegalArgumentException.class, why);
        calling("Matrix.identity(-1)", () -> Matrix.identity(-1)).fails(IllegalArgumentException.class, why);
    }

    @Test
    @DisplayName("shapes with a 0 in them throw too if they don't match")
    @Clause({"shapes", "empty"})
    void emptyShapesMustMatchToo() {
        String why = "the inner sizes or the rows differ, even if there is nothing to compute";
        calling(
                        "Matrix.zeros(2, 3).times(Vector.of())",
                        () -> Matrix.zeros(2, 3).times(Vector.of()))
                .fails(IllegalArgumentException.class, why);
        calling(
                        "Matrix.zeros(0, 3).times(Vector.of(1, 2))",
                        () -> Matrix.zeros(0, 3).times(Vector.of(1, 2)))
                .fails(IllegalArgumentException.class, why);
        calling(
                        "Matrix.zeros(2, 0).times(Matrix.zeros(3, 4))",
                        () -> Matrix.zeros(2, 0).times(Matrix.zeros(3, 4)))
                .fails(IllegalArgumentException.class, why);
        calling(
                        "Matrix.zeros(2, 3).times(Matrix.zeros(0, 4))",
                        () -> Matrix.zeros(2, 3).times(Matrix.zeros(0, 4)))
                .fails(IllegalArgumentException.class, why);
        calling(
                        "Matrix.zeros(0, 3).transposeTimes(Matrix.zeros(2, 4))",
                        () -> Matrix.zeros(0, 3).transposeTimes(Matrix.zeros(2, 4)))
                .fails(IllegalArgumentException.class, why);
        calling(
                        "Matrix.zeros(0, 3).transposeTimes(Vector.of(1, 2))",
                        () -> Matrix.zeros(0, 3).transposeTimes(Vector.of(1, 2)))
                .fails(IllegalArgumentException.class, why);
        calling(
                        "Matrix.zeros(2, 0).hstack(Matrix.zeros(3, 1))",
                        () -> Matrix.zeros(2, 0).hstack(Matrix.zeros(3, 1)))
                .fails(IllegalArgumentException.class, why);
    }

    @Test
    @DisplayName("a matrix may be multiplied by itself and stand beside itself")
    @Clause({"matrix-product", "transpose-times", "hstack"})
    void withItself() {
        Matrix x = Matrix.of(new double[] {1, 2}, new double[] {3, 4}, new double[] {5, 7});
        Matrix square = Matrix.of(new double[] {1, 2}, new double[] {3, 4});
        String name = "x = {{1, 2}, {3, 4}, {5, 7}}";
        calling(
                        "x.transposeTimes(x).toArray() for " + name,
                        () -> x.transposeTimes(x).toArray())
                .gives(new double[][] {{35, 49}, {49, 69}}, "each entry is a product of two columns of x");
        calling("x.hstack(x).toArray() for " + name, () -> x.hstack(x).toArray())
                .gives(new double[][] {{1, 2, 1, 2}, {3, 4, 3, 4}, {5, 7, 5, 7}}, "the rows of x, each twice");
        calling(
                        "a.times(a).toArray() for a = {{1, 2}, {3, 4}}",
                        () -> square.times(square).toArray())
                .gives(new double[][] {{7, 10}, {15, 22}}, "each entry is a row times a column of a");
    }

    @Test
    @DisplayName("products of tiny numbers keep their digits")
    @Clause("accuracy")
    void tinyNumbers() {
        forAll(Gen.ints(-60, -40)).cases(20).check(power -> {
            double x = Math.scalb(1.5, power);
            Matrix row = Matrix.of(new double[] {x, -x / 1024});
            Matrix column = Matrix.of(new double[] {x}, new double[] {-x / 1024});
            String why = "a 1 picks each number, however tiny, with all its digits";
            String entries = "{" + x + ", " + -x / 1024 + "}";
            calling(
                            "the row " + entries + " times the identity",
                            () -> row.times(Matrix.identity(2)).toArray())
                    .within(1e-9, 0)
                    .gives(new double[][] {{x, -x / 1024}}, why);
            calling(
                            "the row " + entries + " times (0, 1)",
                            () -> row.times(Vector.of(0, 1)).toArray())
                    .within(1e-9, 0)
                    .gives(new double[] {-x / 1024}, why);
            calling(
                            "the identity, transposed, times the column " + entries,
                            () -> Matrix.identity(2).transposeTimes(column).toArray())
                    .within(1e-9, 0)
                    .gives(new double[][] {{x}, {-x / 1024}}, why);
        });
    }

    @Test
    @DisplayName("no method changes its matrix or its argument")
    @Clause("unchanged")
    void nothingChanges() {
        double[][] before = {{1, 2}, {3, 4}};
        double[][] beforeOther = {{-4, 5}, {6, 7}};
        Matrix a = Matrix.of(before);
        Matrix b = Matrix.of(beforeOther);
        Vector x = Vector.of(8, 9);
        calling("a.transpose()", a::transpose).result();
        unchanged("a after a.transpose()", before, a.toArray());
        calling("a.hstack(b)", () -> a.hstack(b)).result();
        unchanged("a after a.hstack(b)", before, a.toArray());
        unchanged("b after a.hstack(b)", beforeOther, b.toArray());
        calling("a.times(b)", () -> a.times(b)).result();
        unchanged("a after a.times(b)", before, a.toArray());
        unchanged("b after a.times(b)", beforeOther, b.toArray());
        calling("a.transposeTimes(b)", () -> a.transposeTimes(b)).result();
        unchanged("a after a.transposeTimes(b)", before, a.toArray());
        unchanged("b after a.transposeTimes(b)", beforeOther, b.toArray());
        calling("a.times(x)", () -> a.times(x)).result();
        unchanged("a after a.times(x)", before, a.toArray());
        unchanged("x after a.times(x)", new double[] {8, 9}, x.toArray());
        calling("a.transposeTimes(x)", () -> a.transposeTimes(x)).result();
        unchanged("a after a.transposeTimes(x)", before, a.toArray());
        unchanged("x after a.transposeTimes(x)", new double[] {8, 9}, x.toArray());
    }
}
