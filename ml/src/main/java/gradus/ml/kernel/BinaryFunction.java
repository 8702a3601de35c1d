package gradus.ml.kernel;

/// Elementwise functions of two arguments, applied to corresponding elements of two arrays.
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

    /// The value of the function.
    public abstract float apply(float a, float b);
}
