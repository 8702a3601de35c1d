final class NearestNeighbour {

    public static int nearest(double[][] rows, double[] query) {
        if (rows.length == 0) {
            throw new IllegalArgumentException("no rows");
        }
        for (double[] row : rows) {
            if (row.length != query.length) {
                throw new IllegalArgumentException(
                        row.length + " features in a row, " + query.length + " in the query");
            }
        }
        int best = 0;
        double least = within(rows[0], query, Double.MAX_VALUE);
        for (int i = 1; i < rows.length; i++) {
            double distance = within(rows[i], query, least);
            if (distance < least) {
                least = distance;
                best = i;
            }
        }
        return best;
    }

    /// Stops adding as soon as the row cannot win any more.
    private static double within(double[] row, double[] query, double limit) {
        double sum = 0;
        for (int j = 0; j < row.length && sum < limit; j++) {
            double difference = Math.abs(row[j] - query[j]);
            sum += difference * difference;
        }
        return sum;
    }
}
