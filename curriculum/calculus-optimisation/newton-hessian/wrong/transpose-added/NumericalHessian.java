class NumericalHessian {

    public static Matrix hessianFromGradient(UnaryOperator<Vector> gradient, Vector x) {
        Matrix jacobian = Gradient.jacobian(gradient, x);
        return jacobian.plus(jacobian.transpose());
    }
}
