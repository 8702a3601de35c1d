class Doubler {
    public static int twice(int a) {
        int b = a;
        return b + a;
    }
}
