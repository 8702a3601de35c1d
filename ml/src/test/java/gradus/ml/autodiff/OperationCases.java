package gradus.ml.autodiff;

import gradus.ml.kernel.BinaryFunction;
import gradus.ml.kernel.UnaryFunction;
import gradus.ml.numbers.Rng;
import gradus.ml.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/// Test cases for the contract of operations: each operation on several shapes.
final class OperationCases {

    private OperationCases() {}

    /// @param operation expected operation of the result
    /// @param inputs where the derivative is taken: numbers with absolute value 0.5 to 1.5, where every
    ///     function here is differentiable
    record Case(Class<? extends Operation> operation, String name, List<Tensor> inputs, Function function) {

        @Override
        public String toString() {
            return operation.getSimpleName() + " " + name;
        }
    }

    /// From variables on a tape to a result.
    @FunctionalInterface
    interface Function {
        Variable of(Tape tape, List<Variable> inputs);
    }

    static List<Case> all() {
        var cases = new ArrayList<Case>();
        unary(cases);
        binary(cases);
        products(cases);
        reductions(cases);
        movements(cases);
        fused(cases);
        SoftmaxCases.addTo(cases);
        return cases;
    }

    private static void unary(List<Case> cases) {
        int[][] shapes = {{}, {1}, {0}, {17}, {3, 4}, {3, 0}, {2, 1, 5}};
        for (int[] shape : shapes) {
            add(cases, Operation.Leaf.class, "itself", (_, in) -> in.get(0), shape);
            for (UnaryFunction f : UnaryFunction.values()) {
                Tensor x = numbers(shape);
                Tensor positive = x.map(UnaryFunction.SQUARE).map(UnaryFunction.SQRT);
                boolean any = f != UnaryFunction.LOG && f != UnaryFunction.SQRT;
                cases.add(new Case(
                        Operation.Map.class,
                        f + " " + x.shape(),
                        List.of(any ? x : positive),
                        (_, in) -> in.get(0).map(f)));
            }
            add(cases, Operation.Affine.class, "affine", (_, in) -> in.get(0).affine(-2, 3), shape);
        }
    }

    private static void binary(List<Case> cases) {
        int[][][] pairs = {
            {{}, {}},
            {{1}, {1}},
            {{0}, {1}},
            {{0, 4}, {4}},
            {{3, 1}, {0}},
            {{3, 4}, {3, 4}},
            {{3, 4}, {4}},
            {{4}, {3, 4}},
            {{3, 1}, {1, 4}},
            {{3, 4}, {3, 1}},
            {{}, {2, 3}},
            {{2, 3}, {1}},
            {{1, 3}, {3}},
            {{2, 3, 4}, {3, 1}},
            {{1, 1, 4}, {2, 3, 1}},
            {{3, 2}, {4, 1, 2}}
        };
        for (int[][] pair : pairs) {
            for (BinaryFunction f : BinaryFunction.values()) {
                add(cases, Operation.Zip.class, f.name(), (_, in) -> zip(f, in.get(0), in.get(1)), pair);
            }
        }
        for (BinaryFunction f : BinaryFunction.values()) {
            add(cases, Operation.Zip.class, f + " of one twice", (_, in) -> zip(f, in.get(0), in.get(0)), new int[][] {
                {3, 4}
            });
        }
    }

    private static Variable zip(BinaryFunction f, Variable a, Variable b) {
        return switch (f) {
            case PLUS -> a.plus(b);
            case MINUS -> a.minus(b);
            case TIMES -> a.times(b);
            case DIVIDE -> a.dividedBy(b);
        };
    }

    private static void products(List<Case> cases) {
        int[][][] pairs = {
            {{1, 1}, {1, 1}},
            {{0, 4}, {4, 5}},
            {{3, 0}, {0, 5}},
            {{2, 3, 4}, {4, 0}},
            {{0, 3, 4}, {1, 4, 2}},
            {{3, 4}, {4, 5}},
            {{1, 4}, {4, 1}},
            {{2, 3, 4}, {4, 5}},
            {{1, 3, 4}, {4, 5}},
            {{3, 4}, {2, 4, 5}},
            {{2, 3, 4}, {2, 4, 2}},
            {{2, 3, 4}, {1, 4, 2}},
            {{2, 1, 3, 4}, {3, 4, 2}}
        };
        for (int[][] pair : pairs) {
            add(cases, Operation.MatMul.class, "matmul", (_, in) -> in.get(0).matmul(in.get(1)), pair);
        }
        add(cases, Operation.MatMul.class, "of one twice", (_, in) -> in.get(0).matmul(in.get(0)), new int[][] {{3, 3}
        });
        int[][][] layers = {
            {{5, 3}, {3, 4}, {4}},
            {{2, 5, 3}, {3, 4}, {4}},
            {{1, 3}, {3, 4}, {4}},
            {{3}, {3, 4}, {4}},
            {{0, 3}, {3, 4}, {4}},
            {{4, 1}, {1, 1}, {1}}
        };
        for (int[][] layer : layers) {
            add(
                    cases,
                    Operation.Linear.class,
                    "linear",
                    (_, in) -> VariableOps.linear(in.get(0), in.get(1), in.get(2)),
                    layer);
        }
    }

    private static void reductions(List<Case> cases) {
        int[] empty = {0, 3};
        add(cases, Operation.Sum.class, "sum", (_, in) -> in.get(0).sum(), empty);
        add(cases, Operation.Sum.class, "sum 0", (_, in) -> in.get(0).sum(0), empty);
        add(cases, Operation.Mean.class, "mean 1", (_, in) -> in.get(0).mean(1), empty);
        add(cases, Operation.Max.class, "max", (_, in) -> in.get(0).max(), empty);
        for (int[] shape : new int[][] {{1}, {4}, {3, 4}, {3, 1}, {2, 3, 4}, {2, 1, 3, 2}}) {
            add(cases, Operation.Sum.class, "sum", (_, in) -> in.get(0).sum(), shape);
            add(cases, Operation.Mean.class, "mean", (_, in) -> in.get(0).mean(), shape);
            for (int axis = 0; axis < shape.length; axis++) {
                int along = axis;
                add(
                        cases,
                        Operation.Sum.class,
                        "sum " + axis,
                        (_, in) -> in.get(0).sum(along),
                        shape);
                add(
                        cases,
                        Operation.Mean.class,
                        "mean " + axis,
                        (_, in) -> in.get(0).mean(along),
                        shape);
            }
            // Far apart, so that a finite difference does not change which element is the maximum.
            Tensor apart = numbers(shape);
            int[] order = Rng.of(7).permutation(apart.elementCount());
            for (int i = 0; i < order.length; i++) {
                apart.data()[i] = 0.1f * order[i];
            }
            cases.add(new Case(
                    Operation.Max.class,
                    "max " + apart.shape(),
                    List.of(apart),
                    (_, in) -> in.get(0).max()));
        }
    }

    private static void movements(List<Case> cases) {
        for (int[] shape : new int[][] {{2, 3, 4}, {1, 1, 1}, {3, 1, 2}, {2, 0, 4}}) {
            add(cases, Operation.Reshape.class, "reshape", (_, in) -> in.get(0).reshape(-1, 1), shape);
            add(
                    cases,
                    Operation.Transpose.class,
                    "transpose",
                    (_, in) -> in.get(0).transpose(),
                    shape);
            add(cases, Operation.Transpose.class, "order", (_, in) -> in.get(0).transpose(2, 0, 1), shape);
            add(
                    cases,
                    Operation.Reshape.class,
                    "reshape of a view",
                    (_, in) -> in.get(0).transpose(1, 2, 0).reshape(-1),
                    shape);
            for (int axis = 0; axis < 3; axis++) {
                int along = axis;
                int size = shape[axis];
                add(
                        cases,
                        Operation.Slice.class,
                        "slice " + axis,
                        (_, in) -> in.get(0).slice(along, size / 2, size),
                        shape);
                add(
                        cases,
                        Operation.Concat.class,
                        "concat " + axis,
                        (_, in) -> VariableOps.concat(along, in.get(0), in.get(1), in.get(0)),
                        shape,
                        shape);
            }
        }
        add(
                cases,
                Operation.Concat.class,
                "of other sizes",
                (_, in) -> VariableOps.concat(-1, in.get(0), in.get(1)),
                new int[][] {{2, 3}, {2, 1}});
        for (int[] rows : new int[][] {{}, {0}, {2, 0, 2, 2, 1}}) {
            add(
                    cases,
                    Operation.Gather.class,
                    "of " + rows.length,
                    (tape, in) -> VariableOps.gather(tape, in.get(0), rows),
                    new int[][] {{4, 3}});
        }
        for (int axis = 0; axis < 3; axis++) {
            int along = axis;
            add(
                    cases,
                    Operation.Gather.class,
                    "along " + axis,
                    (_, in) -> in.get(0).gather(along, 1, 0, 1),
                    new int[][] {{2, 3, 4}});
        }
        for (int[][] pair : new int[][][] {{{3, 4}, {3, 4}}, {{3, 1}, {4}}, {{}, {2, 3, 4}}, {{3, 4}, {1}}}) {
            Tensor mask = Tensor.of(new float[] {0, 1, -2, 0, 1, 1, 0, 0, 0, 0.5f, 0, 1}, 3, 4);
            boolean small = pair[1].length > 2;
            add(
                    cases,
                    Operation.Where.class,
                    "where",
                    (_, in) -> VariableOps.where(small ? mask.slice(1, 0, 1) : mask, in.get(0), in.get(1)),
                    pair);
        }
    }

    private static void fused(List<Case> cases) {
        for (int[] shape : new int[][] {{5}, {0, 5}, {3, 4}, {1, 17}, {2, 3, 4}}) {
            int[] row = {shape[shape.length - 1]};
            add(
                    cases,
                    Operation.LayerNorm.class,
                    "norm",
                    (_, in) -> VariableOps.layerNorm(in.get(0), in.get(1), in.get(2), 1e-3f),
                    shape,
                    row,
                    row);
        }
        for (int[] shape : new int[][] {{2, 4, 12}, {1, 5, 12}, {1, 1, 12}, {3, 2, 6}, {0, 2, 6}, {2, 0, 6}}) {
            for (int heads = 1; heads <= shape[2] / 6; heads++) {
                int headCount = heads;
                add(
                        cases,
                        Operation.CausalSelfAttention.class,
                        "heads " + heads,
                        (_, in) -> VariableOps.causalSelfAttention(in.get(0), headCount),
                        shape);
            }
        }
    }

    static void add(
            List<Case> cases, Class<? extends Operation> operation, String name, Function function, int[]... shapes) {
        var inputs = new ArrayList<Tensor>();
        var text = new StringBuilder(name);
        for (int[] shape : shapes) {
            Tensor input = numbers(shape);
            inputs.add(input.affine(inputs.size() % 2 == 0 ? 1 : -1, 0));
            text.append(' ').append(input.shape());
        }
        cases.add(new Case(operation, text.toString(), inputs, function));
    }

    private static Tensor numbers(int... shape) {
        Tensor numbers = Tensor.zeros(shape);
        Rng rng = Rng.of(numbers.elementCount() + 31L * numbers.rank());
        for (int i = 0; i < numbers.elementCount(); i++) {
            double size = rng.nextDouble(0.5, 1.5);
            numbers.data()[i] = (float) (rng.nextBoolean() ? size : -size);
        }
        return numbers;
    }
}
