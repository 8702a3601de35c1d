package gradus.course;

/// Turns a formula in TeX into HTML with MathML beside it.
public interface Typesetter {

    /// @throws BadFormula if `tex` is not a formula; its message says what is wrong and where
    String typeset(String tex, boolean display);

    /// A formula that cannot be read.
    final class BadFormula extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public BadFormula(String message) {
            super(message);
        }
    }
}
