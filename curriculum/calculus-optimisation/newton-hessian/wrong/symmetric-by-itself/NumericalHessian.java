class NumericalHessian {

    public static Matrix hessianFromGradient(UnaryOperator<Vector> gradient, Vector x) {
        return Gradient.jacobian(gradient, x);
    }
}
