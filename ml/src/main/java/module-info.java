/// The library that the course builds: plain Java, no dependency but the JDK.
module gradus.ml {
    requires jdk.incubator.vector;

    exports gradus.ml.calculus;
    exports gradus.ml.classic;
    exports gradus.ml.data;
    exports gradus.ml.kernel;
    exports gradus.ml.linalg;
    exports gradus.ml.numbers;
    exports gradus.ml.optimise;
    exports gradus.ml.score;
}
