final class NearestNeighbour {

    public static int predict(double[][] rows, int[] labels, double[] query) {
        if (rows.length != labels.length) {
            throw new IllegalArgumentException(rows.length + " rows, " + labels.length + " labels");
        }
        return nearest(rows, query);
    }
}
