final class NearestNeighbour {

    public static int nearest(double[][] rows, double[] query) {
        int best = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < rows.length; i++) {
            double distance = 0;
            for (int j = 0; j < query.length; j++) {
                distance += Math.pow(rows[i][j] - query[j], 2);
            }
            if (distance < least) {
                least = distance;
                best = i;
            }
        }
        return best;
    }

    public static int predict(double[][] rows, int[] labels, double[] query) {
        return labels[nearest(rows, query)];
    }
}
