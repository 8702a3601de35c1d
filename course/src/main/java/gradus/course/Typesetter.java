package gradus.course;

/// Turns a formula in TeX into HTML with MathML beside it.
public interface Typesetter {

    /// @throws InvalidFormulaException if `tex` is not a formula; its message says what is wrong and where
    String typeset(String tex, boolean display);

    /// A formula that cannot be read.
    final class InvalidFormulaException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public InvalidFormulaException(String message) {
            super(message);
        }
    }
}
