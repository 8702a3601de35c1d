final class NearestNeighbour {

    public static int predict(double[][] rows, int[] labels, double[] query) {
        if (rows.length != labels.length) {
            throw new IllegalArgumentException(rows.length + " rows, " + labels.length + " labels");
        }
        double[][] typical = new double[rows.length][];
        for (int i = 0; i < rows.length; i++) {
            typical[i] = meanOf(rows, labels, labels[i]);
        }
        return labels[nearest(typical, query)];
    }

    private static double[] meanOf(double[][] rows, int[] labels, int label) {
        double[] mean = new double[rows[0].length];
        int count = 0;
        for (int i = 0; i < rows.length; i++) {
            if (labels[i] == label) {
                count++;
                for (int j = 0; j < mean.length; j++) {
                    mean[j] += rows[i][j];
                }
            }
        }
        for (int j = 0; j < mean.length; j++) {
            mean[j] /= count;
        }
        return mean;
    }
}
