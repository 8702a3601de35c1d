package gradus.proctor.probes;

import gradus.proctor.diagnosis.Copies;
import gradus.proctor.failure.CheckFault;
import gradus.proctor.format.JavaLiterals;
import java.util.Arrays;
import java.util.function.Function;
import java.util.function.IntUnaryOperator;

/// An argument of a probed member: how to make one out of numbers, and to read these again.
///
/// @param <P> what the definition takes: a plain array
/// @param <A> what the member takes: the same array, or an object made of it
public final class Argument<P, A> {

    /// A second argument for members that have only one.
    static final Argument<double[], double[]> NONE =
            new Argument<>(_ -> 0, double[]::clone, Function.identity(), Function.identity(), Argument::fill, _ -> "");

    private interface Writer<A> {
        void write(A argument, double[] cells);
    }

    private final IntUnaryOperator cells;
    private final Function<double[], P> plain;
    private final Function<P, A> make;
    private final Function<A, double[]> read;
    private final Writer<A> writer;
    private final Function<P, String> format;

    private Argument(
            IntUnaryOperator cells,
            Function<double[], P> plain,
            Function<P, A> make,
            Function<A, double[]> read,
            Writer<A> writer,
            Function<P, String> format) {
        this.cells = cells;
        this.plain = plain;
        this.make = make;
        this.read = read;
        this.writer = writer;
        this.format = format;
    }

    /// An array whose length is the size of the case.
    public static Argument<double[], double[]> array() {
        return of(Function.identity(), Function.identity(), size -> size, Argument::fill);
    }

    /// An array of one length, whatever the size of the case: a query, the weights of a fixed number of
    /// inputs.
    public static Argument<double[], double[]> array(int length) {
        CheckFault.requireAtLeast("the length of an argument", length, 1);
        return of(Function.identity(), Function.identity(), _ -> length, Argument::fill);
    }

    /// As many rows as the size of the case says, each of `columns` elements.
    public static Argument<double[][], double[][]> rows(int columns) {
        CheckFault.requireAtLeast("the number of columns", columns, 1);
        return new Argument<>(
                size -> size * columns,
                cells -> split(cells, columns),
                Function.identity(),
                Argument::joined,
                (rows, cells) -> {
                    double[][] others = split(cells, columns);
                    for (int i = 0; i < rows.length; i++) {
                        fill(rows[i], others[i]);
                    }
                },
                rows -> "{" + JavaLiterals.rows(rows) + "}");
    }

    /// An object that is made of an array of the case's size: `Argument.of(Vector::of, Vector::toArray)`.
    public static <V> Argument<double[], V> of(Function<double[], V> make, Function<V, double[]> read) {
        return of(make, read, size -> size, (_, _) -> {});
    }

    private static <V> Argument<double[], V> of(
            Function<double[], V> make, Function<V, double[]> read, IntUnaryOperator cells, Writer<V> writer) {
        return new Argument<>(
                cells, double[]::clone, make, read, writer, array -> "{" + JavaLiterals.elements(array) + "}");
    }

    /// How many numbers an argument of this size has.
    int cells(int size) {
        return cells.applyAsInt(size);
    }

    /// A new plain array of these numbers.
    P plain(double[] numbers) {
        return plain.apply(numbers);
    }

    /// A new argument of these numbers.
    A make(double[] numbers) {
        return make.apply(plain.apply(numbers));
    }

    /// A copy of the numbers in an argument.
    double[] read(A argument) {
        return Copies.deep(read.apply(argument));
    }

    /// Writes other numbers into an argument that is an array. Another object stays as it is.
    void write(A argument, double[] numbers) {
        writer.write(argument, numbers);
    }

    /// Writes other numbers than those that it has into an argument that is an array.
    void overwrite(A argument) {
        double[] others = read(argument);
        Copies.overwrite(others);
        write(argument, others);
    }

    String format(double[] numbers) {
        return format.apply(plain.apply(numbers));
    }

    private static double[] joined(double[][] rows) {
        int length = 0;
        for (double[] row : rows) {
            length += row.length;
        }
        double[] cells = new double[length];
        int filled = 0;
        for (double[] row : rows) {
            System.arraycopy(row, 0, cells, filled, row.length);
            filled += row.length;
        }
        return cells;
    }

    private static double[][] split(double[] cells, int columns) {
        double[][] rows = new double[cells.length / columns][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = Arrays.copyOfRange(cells, i * columns, (i + 1) * columns);
        }
        return rows;
    }

    private static void fill(double[] array, double[] cells) {
        System.arraycopy(cells, 0, array, 0, Math.min(array.length, cells.length));
    }
}
