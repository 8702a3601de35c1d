package gradus.bench;

/// Runs all benchmarks of the library, one after another.
public final class All {

    public static void main(String[] arguments) throws Exception {
        Gemm.main(arguments);
        Elementwise.main(arguments);
        Mlp.main(arguments);
        Gpt.main(arguments);
        Classic.main(arguments);
        Linear.main(arguments);
        Small.main(arguments);
        Digits.main(arguments);
        Austen.main(arguments);
    }

    private All() {}
}
