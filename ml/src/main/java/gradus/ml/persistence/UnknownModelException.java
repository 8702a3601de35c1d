package gradus.ml.persistence;

import java.io.IOException;

/// An intact file whose model this version of the library does not have. The message continues a sentence
/// that begins with the name of the file.
final class UnknownModelException extends IOException {

    private static final long serialVersionUID = 1;

    UnknownModelException(String message) {
        super(message);
    }
}
