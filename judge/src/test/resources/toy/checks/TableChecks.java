package gradus.checks.table;

import static gradus.proctor.assertions.Expect.calling;
import static gradus.proctor.assertions.Expect.unchanged;

import gradus.ml.toy.Table;
import gradus.proctor.assertions.Growth;
import gradus.proctor.assertions.Purity;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class TableChecks {

    private static final double[][] ROWS = {{1, 2.5, 7}, {3, 4.5, 5}, {8.5, 2, 6}, {0.5, 9, 4}};

    @Test
    @DisplayName("the mean of each column")
    void means() {
        calling("Table.means({{1, 2.5, 7}, {3, 4.5, 5}, {8.5, 2, 6}, {0.5, 9, 4}})", () -> Table.means(rows()))
                .gives(new double[] {3.25, 4.5, 5.5}, "each column's sum, divided by 4");
    }

    @Test
    @DisplayName("natural logarithms")
    void logs() {
        calling("Table.logs({2, 3, 10})", () -> Table.logs(new double[] {2, 3, 10}))
                .gives(new double[] {Math.log(2), Math.log(3), Math.log(10)}, "to base e");
    }

    @Test
    @DisplayName("square roots")
    void roots() {
        calling("Table.roots({2, 9, 5})", () -> Table.roots(new double[] {2, 9, 5}))
                .gives(new double[] {Math.sqrt(2), 3, Math.sqrt(5)}, "the root of each");
    }

    @Test
    @DisplayName("twice a table")
    void doubled() {
        double[][] expected = {{2, 5, 14}, {6, 9, 10}, {17, 4, 12}, {1, 18, 8}};
        calling("Table.doubled(rows)", () -> Table.doubled(rows())).gives(expected, "each number is doubled");
    }

    @Test
    @DisplayName("twice a square table")
    void doubledSquare() {
        double[][] square = {{1, 2, 3}, {4, 5, 6}, {7, 8, 10}};
        calling("Table.doubled({{1, 2, 3}, {4, 5, 6}, {7, 8, 10}})", () -> Table.doubled(square))
                .gives(new double[][] {{2, 4, 6}, {8, 10, 12}, {14, 16, 20}}, "each number is doubled");
    }

    @Test
    @DisplayName("the rows stay as they were, and the result is a table of its own")
    void leavesRows() {
        double[][] given = rows();
        double[][] result = calling("Table.doubled(rows)", () -> Table.doubled(given)).result();
        unchanged("rows after doubled(rows)", ROWS, given);
        Purity.sharesNoArray("Table.doubled(rows)", given, result);
        Purity.repeatable("Table.doubled(rows)", () -> Table.doubled(rows()));
    }

    @Test
    @DisplayName("chance comes from the seed")
    void seeded() {
        Purity.seeded(seed -> "Table.noise(" + seed + ", 5)", seed -> Table.noise(seed, 5));
    }

    @Test
    @DisplayName("a total takes time in proportion to its numbers")
    void fast() {
        Growth.ofTime("Table.total(n numbers)", n -> () -> Table.total(new double[n]))
                .atMost(Growth.Order.LINEAR, "each number is added once");
    }

    @Test
    @DisplayName("a total makes nothing")
    void lean() {
        double[] x = new double[1000];
        Growth.allocatesAtMost("Table.total(1000 numbers)", 1000, () -> Table.total(x), "a sum is one number");
    }

    private static double[][] rows() {
        double[][] copy = new double[ROWS.length][];
        for (int i = 0; i < copy.length; i++) {
            copy[i] = ROWS[i].clone();
        }
        return copy;
    }
}
