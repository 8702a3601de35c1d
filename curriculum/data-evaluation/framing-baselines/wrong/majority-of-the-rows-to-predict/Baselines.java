class Baselines {

    public static int majority(int[] labels, int from) {
        requireBothParts(from, labels.length);
        int best = Integer.MAX_VALUE;
        int most = 0;
        for (int row = from; row < labels.length; row++) {
            int count = 0;
            for (int other = from; other < labels.length; other++) {
                count += labels[other] == labels[row] ? 1 : 0;
            }
            if (count > most || count == most && labels[row] < best) {
                most = count;
                best = labels[row];
            }
        }
        return best;
    }
}
