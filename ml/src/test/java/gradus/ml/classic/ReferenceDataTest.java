package gradus.ml.classic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gradus.ml.linalg.Matrix;
import gradus.ml.linalg.Vector;
import org.junit.jupiter.api.Test;

/// Least squares on data sets that were made to test it: nearly dependent columns, and polynomials of high
/// degree. The expected numbers are the certified values of the Statistical Reference Datasets of the
/// National Institute of Standards and Technology (NIST), or were computed with 80 digits as the solution of
/// the normal equations of exactly these doubles.
class ReferenceDataTest {

    /// J. Longley, "An Appraisal of Least Squares Programs for the Electronic Computer from the Viewpoint of
    /// the User", JASA 62 (1967), 819–841: employment, price deflator, product, unemployed, armed forces,
    /// population, year.
    private static final Matrix LONGLEY = Matrix.of(new double[][] {
        {60323, 83.0, 234289, 2356, 1590, 107608, 1947},
        {61122, 88.5, 259426, 2325, 1456, 108632, 1948},
        {60171, 88.2, 258054, 3682, 1616, 109773, 1949},
        {61187, 89.5, 284599, 3351, 1650, 110929, 1950},
        {63221, 96.2, 328975, 2099, 3099, 112075, 1951},
        {63639, 98.1, 346999, 1932, 3594, 113270, 1952},
        {64989, 99.0, 365385, 1870, 3547, 115094, 1953},
        {63761, 100.0, 363112, 3578, 3350, 116219, 1954},
        {66019, 101.2, 397469, 2904, 3048, 117388, 1955},
        {67857, 104.6, 419180, 2822, 2857, 118734, 1956},
        {68169, 108.4, 442769, 2936, 2798, 120445, 1957},
        {66513, 110.8, 444546, 4681, 2637, 121950, 1958},
        {68655, 112.6, 482704, 3813, 2552, 123366, 1959},
        {69564, 114.2, 502601, 3931, 2514, 125368, 1960},
        {69331, 115.7, 518173, 4806, 2572, 127852, 1961},
        {70551, 116.9, 554894, 4007, 2827, 130081, 1962}
    });

    @Test
    void employmentOfLongleyHasTheCertifiedCoefficientsAndErrors() {
        var model = new LinearRegression().fit(LONGLEY.selectColumns(1, 2, 3, 4, 5, 6), LONGLEY.column(0));

        assertDigits(11, model.intercept(), -3482258.63459582);
        assertDigits(
                11,
                model.coefficients(),
                15.0618722713733,
                -0.0358191792925910,
                -2.02022980381683,
                -1.03322686717359,
                -0.0511041056535807,
                1829.15146461355);
        assertDigits(11, model.interceptStandardError(), 890420.383607373);
        assertDigits(
                11,
                model.standardErrors(),
                84.9149257747669,
                0.0334910077722432,
                0.488399681651699,
                0.214274163161675,
                0.226073200069370,
                455.478499142212);
        assertDigits(12, model.residuals().norm() / 3, 304.854073561965);
    }

    @Test
    void thePolynomialOfWamplerHasCoefficientsOfOne() {
        // R. Wampler, "A Report of the Accuracy of Some Widely-Used Least Squares Computer Programs" (1970).
        Matrix powers = Matrix.from(21, 5, (i, j) -> Math.pow(i, j + 1));
        Vector sums = Vector.from(21, i -> 1 + powers.row(i).dot(Vector.of(1, 1, 1, 1, 1)));
        var model = new LinearRegression().fit(powers, sums);

        assertDigits(8, model.intercept(), 1);
        assertDigits(8, model.coefficients(), 1, 1, 1, 1, 1);
    }

    @Test
    void cubesOfTheYearHaveTheDigitsThatTheirDependenceLeaves() {
        Matrix years = Matrix.from(71, 3, (i, j) -> Math.pow(1950 + i, j + 1));
        Vector y = Vector.from(71, i -> Math.cos(i / 10.0));

        assertDigits(
                10,
                new LinearRegression().fit(years, y).coefficients(),
                -332.65379781021082,
                0.16590357978416772,
                -2.7575061357102103e-5);
        assertDigits(
                10,
                new Ridge(1).fit(years, y).coefficients(),
                -0.0077130964299965528,
                -0.0016839689976895572,
                5.6675073292406585e-7);
    }

    @Test
    void clockTimesHaveAllDigits() {
        Matrix milliseconds = Matrix.from(50, 1, (i, _) -> 1.7e12 + 10 * i + i * i % 7);
        Vector y = Vector.from(50, i -> Math.sin(i));
        var model = new LinearRegression().fit(milliseconds, y);

        assertDigits(14, model.coefficients(), -0.00040488976484706406);
        assertDigits(13, model.standardErrors(), 0.00070545210939914296);
        assertDigits(14, model.intercept(), 688312600.34326551);
        assertDigits(13, model.interceptStandardError(), 1199268586.1527615);
    }

    private static void assertDigits(int digits, Vector actual, double... expected) {
        for (int i = 0; i < expected.length; i++) {
            assertDigits(digits, actual.get(i), expected[i]);
        }
    }

    private static void assertDigits(int digits, double actual, double expected) {
        assertThat(actual).isCloseTo(expected, within(Math.abs(expected) * Math.pow(10, -digits)));
    }
}
