package gradus.ml.kernel;

/// Functions of two numbers: what a kernel applies to the numbers of two arrays, pair by pair.
public enum BinaryFunction {
    PLUS {
        @Override
        public float apply(float a, float b) {
            return a + b;
        }
    },
    MINUS {
        @Override
        public float apply(float a, float b) {
            return a - b;
        }
    },
    TIMES {
        @Override
        public float apply(float a, float b) {
            return a * b;
        }
    },
    DIVIDE {
        @Override
        public float apply(float a, float b) {
            return a / b;
        }
    };

    /// The function's value.
    public abstract float apply(float a, float b);
}
