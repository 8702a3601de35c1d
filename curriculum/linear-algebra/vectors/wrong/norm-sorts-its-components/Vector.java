class Vector {

    public double norm() {
        java.util.Arrays.sort(components);
        double largest = Math.max(-components[0], components[components.length - 1]);
        if (largest <= 0) {
            return 0;
        }
        double sum = 0;
        for (double component : components) {
            double ratio = component / largest;
            sum += ratio * ratio;
        }
        return largest * Math.sqrt(sum);
    }
}
