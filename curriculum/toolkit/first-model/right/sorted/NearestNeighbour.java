import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

final class NearestNeighbour {

    private record Candidate(int index, double distance) {}

    public static int nearest(double[][] rows, double[] query) {
        List<Candidate> candidates = new ArrayList<>();
        for (double[] row : rows) {
            if (row.length != query.length) {
                throw new IllegalArgumentException(
                        row.length + " features in a row, " + query.length + " in the query");
            }
            double distance = 0;
            for (int j = 0; j < row.length; j++) {
                distance = Math.hypot(distance, row[j] - query[j]);
            }
            candidates.add(new Candidate(candidates.size(), distance));
        }
        if (candidates.isEmpty()) {
            throw new IllegalArgumentException("no rows");
        }
        candidates.sort(Comparator.comparingDouble(Candidate::distance));
        return candidates.getFirst().index();
    }
}
