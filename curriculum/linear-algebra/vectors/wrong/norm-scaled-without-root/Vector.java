class Vector {

    public double norm() {
        double largest = largest();
        if (largest == 0) {
            return 0;
        }
        double sum = 0;
        for (double component : components) {
            double ratio = component / largest;
            sum += ratio * ratio;
        }
        return largest * sum;
    }
}
