class Adder {
    public static int add(int a, int b) {
        return b + a;
    }
}
