package gradus.ml.kernel;

import gradus.ml.numbers.ErrorFunction;

/// Elementwise functions of one argument, each with its derivative.
///
/// At the edge of a domain, the derivative is the one-sided limit, such as infinity for √x at 0, and outside
/// of it, as for the logarithm of a negative number, NaN.
///
/// These are the definitions. The SIMD kernels agree with them to a few units in the last place of a `float`.
public enum UnaryFunction {
    EXP {
        @Override
        public float apply(float x) {
            return (float) Math.exp(x);
        }

        @Override
        public float derivative(float x, float y) {
            return y;
        }
    },
    LOG {
        @Override
        public float apply(float x) {
            return (float) Math.log(x);
        }

        @Override
        public float derivative(float x, float y) {
            return x < 0 ? Float.NaN : 1 / Math.abs(x);
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
            return (float) Math.tanh(x);
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
            return (float) (1 / (1 + Math.exp(-x)));
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
    },
    /// Gaussian error linear unit, `x·Φ(x)` with the standard normal cdf Φ; the exact form, not the tanh
    /// approximation: D. Hendrycks and K. Gimpel, "Gaussian Error Linear Units", 2016.
    GELU {
        @Override
        public float apply(float x) {
            double cdf = normalCdf(x);
            // Minus infinity times the cdf, 0, is −0 here.
            return cdf == 0 ? -0f : (float) (x * cdf);
        }

        @Override
        public float derivative(float x, float y) {
            double density = Math.exp(-0.5 * x * x) / Math.sqrt(2 * Math.PI);
            // Infinity times the density, 0, is 0 here.
            return (float) (density == 0 ? normalCdf(x) : normalCdf(x) + x * density);
        }
    };

    /// The value at `x`.
    public abstract float apply(float x);

    /// The derivative at `x`, where the value is `y`. Each function uses whichever of the two is cheaper.
    public abstract float derivative(float x, float y);

    private static double normalCdf(double x) {
        return 0.5 * ErrorFunction.complement(-x / Math.sqrt(2));
    }
}
