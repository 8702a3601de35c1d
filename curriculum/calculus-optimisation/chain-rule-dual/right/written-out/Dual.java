/// Every rule written out on both parts, the quotient with the square below, and the gradient with its own loops.
record Dual(double value, double derivative) {

    public Dual plus(Dual other) {
        double v = this.value + other.value;
        double d = this.derivative + other.derivative;
        return new Dual(v, d);
    }

    public Dual times(Dual other) {
        double first = derivative * other.value;
        double second = other.derivative * value;
        return new Dual(value * other.value, first + second);
    }

    public Dual dividedBy(Dual other) {
        double top = derivative * other.value - value * other.derivative;
        return new Dual(value / other.value, top / (other.value * other.value));
    }

    public Dual chain(double outerValue, double outerDerivative) {
        if (derivative == 0) {
            return new Dual(outerValue, 0);
        }
        return new Dual(outerValue, derivative * outerDerivative);
    }

    public Dual pow(double exponent) {
        if (exponent == 0 || derivative == 0) {
            return new Dual(Math.pow(value, exponent), 0);
        }
        double slope = exponent;
        if (exponent != 1) {
            slope = exponent * Math.pow(value, exponent - 1);
        }
        return new Dual(Math.pow(value, exponent), slope * derivative);
    }

    public Dual exp() {
        return new Dual(Math.exp(value), Math.exp(value) * derivative);
    }

    public Dual log() {
        if (derivative == 0) {
            return new Dual(Math.log(value), 0);
        }
        return new Dual(Math.log(value), derivative / value);
    }

    public Dual sin() {
        return new Dual(Math.sin(value), Math.cos(value) * derivative);
    }

    public Dual cos() {
        return new Dual(Math.cos(value), -derivative * Math.sin(value));
    }

    public static double directionalDerivative(Function<Dual[], Dual> f, Vector x, Vector direction) {
        int n = x.size();
        if (direction.size() != n) {
            throw new IllegalArgumentException(n + " inputs, but " + direction.size() + " derivatives");
        }
        Dual[] inputs = new Dual[n];
        for (int i = 0; i < n; i++) {
            inputs[i] = new Dual(x.get(i), direction.get(i));
        }
        Dual result = f.apply(inputs);
        return result.derivative();
    }

    public static Vector gradient(Function<Dual[], Dual> f, Vector x) {
        double[] partials = new double[x.size()];
        for (int i = 0; i < x.size(); i++) {
            Dual[] inputs = new Dual[x.size()];
            for (int j = 0; j < x.size(); j++) {
                if (j == i) {
                    inputs[j] = variable(x.get(j));
                } else {
                    inputs[j] = constant(x.get(j));
                }
            }
            partials[i] = f.apply(inputs).derivative();
        }
        return Vector.of(partials);
    }
}
