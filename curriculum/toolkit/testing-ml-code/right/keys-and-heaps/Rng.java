class Rng {

    public void shuffle(int[] items) {
        // A random key for each item; the order of the keys is the order of the items
        var keyed = new java.util.TreeMap<Long, Integer>();
        for (int item : items) {
            long key = nextLong();
            while (keyed.containsKey(key)) {
                key = nextLong();
            }
            keyed.put(key, item);
        }
        int place = 0;
        for (int item : keyed.values()) {
            items[place++] = item;
        }
    }
}
