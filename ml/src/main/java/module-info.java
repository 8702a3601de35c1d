/// The library that the course builds: plain Java, no dependency but the JDK.
module gradus.ml {
    requires jdk.incubator.vector;

    exports gradus.ml.autodiff;
    exports gradus.ml.calculus;
    exports gradus.ml.calibration;
    exports gradus.ml.classic;
    exports gradus.ml.data;
    exports gradus.ml.data.io;
    exports gradus.ml.data.preprocess;
    exports gradus.ml.data.split;
    exports gradus.ml.kernel;
    exports gradus.ml.linalg;
    exports gradus.ml.nn;
    exports gradus.ml.numbers;
    exports gradus.ml.optimise;
    exports gradus.ml.persistence;
    exports gradus.ml.score;
    exports gradus.ml.selection;
    exports gradus.ml.stats;
    exports gradus.ml.tensor;
    exports gradus.ml.transformer;
}
