package gradus.ml.kernel;

/// Functions of two numbers: what a kernel applies to the numbers of two arrays, pair by pair.
public enum Binary {
    PLUS {
        @Override
        public float of(float a, float b) {
            return a + b;
        }
    },
    MINUS {
        @Override
        public float of(float a, float b) {
            return a - b;
        }
    },
    TIMES {
        @Override
        public float of(float a, float b) {
            return a * b;
        }
    },
    DIVIDE {
        @Override
        public float of(float a, float b) {
            return a / b;
        }
    };

    /// The function's value.
    public abstract float of(float a, float b);
}
