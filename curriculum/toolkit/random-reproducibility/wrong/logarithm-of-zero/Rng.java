public final class Rng {

    public double gaussian() {
        double radius = Math.sqrt(-2 * Math.log(nextDouble()));
        return radius * Math.cos(2 * Math.PI * nextDouble());
    }
}
