final class NearestNeighbour {

    public static int nearest(double[][] rows, double[] query) {
        if (rows.length == 0) {
            throw new IllegalArgumentException("no rows");
        }
        int best = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < rows.length; i++) {
            if (rows[i].length != query.length) {
                throw new IllegalArgumentException(
                        rows[i].length + " features in a row, " + query.length + " in the query");
            }
            double distance = 0;
            for (int j = 0; j < query.length; j++) {
                distance += rows[i][j] - query[j];
            }
            distance *= distance;
            if (distance < least) {
                least = distance;
                best = i;
            }
        }
        return best;
    }
}
