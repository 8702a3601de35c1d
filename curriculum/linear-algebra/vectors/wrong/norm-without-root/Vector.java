class Vector {

    public double norm() {
        double sum = 0;
        for (double component : components) {
            sum += component * component;
        }
        return sum;
    }
}
