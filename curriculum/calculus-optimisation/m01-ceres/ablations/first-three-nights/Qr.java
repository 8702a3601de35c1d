final class Qr {

    public Vector leastSquares(Vector b) {
        int n = r.columns();
        Matrix first = Matrix.from(n, n, (row, column) -> {
            double sum = 0;
            for (int k = 0; k < n; k++) {
                sum += q.get(row, k) * r.get(k, column);
            }
            return sum;
        });
        return Lu.of(first).solve(Vector.from(n, b::get));
    }
}
