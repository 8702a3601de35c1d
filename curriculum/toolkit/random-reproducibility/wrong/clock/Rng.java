import java.util.Random;

public final class Rng {

    public double gaussian() {
        return new Random().nextGaussian();
    }
}
