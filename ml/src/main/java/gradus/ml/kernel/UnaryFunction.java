package gradus.ml.kernel;

/// Elementwise functions of one argument, each with its derivative.
///
/// At the edge of a domain, the derivative is the one-sided limit, such as infinity for √x at 0, and outside
/// of it, as for the logarithm of a negative number, NaN.
///
/// These are the definitions, which the SIMD kernels agree with to the last bit. Exponentials, logarithms and
/// what is made of them are approximations by polynomials, within a few units in the last place of a `float`;
/// they are the same on every machine, which those of `Math` need not be.
public enum UnaryFunction {
    EXP {
        @Override
        public float apply(float x) {
            return PlainFunctions.exp(x);
        }

        @Override
        public float derivative(float x, float y) {
            return y;
        }
    },
    LOG {
        @Override
        public float apply(float x) {
            return PlainFunctions.log(x);
        }

        @Override
        public float derivative(float x, float y) {
            return x < 0 ? Float.NaN : 1 / Math.abs(x);
        }

        @Override
        float backward(float x, float y, float dy) {
            return x < 0 ? Float.NaN : dy / Math.abs(x);
        }
    },
    SQRT {
        @Override
        public float apply(float x) {
            return (float) Math.sqrt(x);
        }

        @Override
        public float derivative(float x, float y) {
            return 0.5f / Math.abs(y);
        }

        @Override
        float backward(float x, float y, float dy) {
            return dy * 0.5f / Math.abs(y);
        }
    },
    SQUARE {
        @Override
        public float apply(float x) {
            return x * x;
        }

        @Override
        public float derivative(float x, float y) {
            return 2 * x;
        }
    },
    TANH {
        @Override
        public float apply(float x) {
            return PlainFunctions.tanh(x);
        }

        @Override
        public float derivative(float x, float y) {
            return 1 - y * y;
        }
    },
    /// Logistic sigmoid, `1 / (1 + exp(−x))`, between 0 and 1.
    SIGMOID {
        @Override
        public float apply(float x) {
            return PlainFunctions.sigmoid(x);
        }

        @Override
        public float derivative(float x, float y) {
            return y * (1 - y);
        }
    },
    /// Rectified linear unit, `max(x, 0)`. At 0, where it is not differentiable, the derivative is taken as
    /// 0.
    RELU {
        @Override
        public float apply(float x) {
            return Math.max(x, 0);
        }

        @Override
        public float derivative(float x, float y) {
            return x > 0 ? 1 : 0;
        }

        /// Where the function is flat, an infinite gradient gives 0 as well.
        @Override
        float backward(float x, float y, float dy) {
            return x > 0 ? dy : 0;
        }
    },
    /// Gaussian error linear unit, `x·Φ(x)` with the standard normal cdf Φ; the exact form, not the tanh
    /// approximation: D. Hendrycks and K. Gimpel, "Gaussian Error Linear Units", 2016.
    GELU {
        @Override
        public float apply(float x) {
            return PlainFunctions.gelu(x);
        }

        @Override
        public float derivative(float x, float y) {
            return PlainFunctions.geluDerivative(x);
        }
    };

    /// The value at `x`.
    public abstract float apply(float x);

    /// The derivative at `x`, where the value is `y`. Each function uses whichever of the two is cheaper.
    public abstract float derivative(float x, float y);

    /// The gradient at `x`, where the value is `y`, for the gradient `dy` of the value: the two in the order
    /// that loses the least digits.
    float backward(float x, float y, float dy) {
        return dy * derivative(x, y);
    }
}
