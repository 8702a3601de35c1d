class Baselines {

    public static int majority(int[] labels, int from) {
        requireBothParts(from, labels.length);
        int most = 0;
        for (int row = 0; row < from; row++) {
            int count = 0;
            for (int other = 0; other < from; other++) {
                count += labels[other] == labels[row] ? 1 : 0;
            }
            most = Math.max(most, count);
        }
        return most;
    }
}
