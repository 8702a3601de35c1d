package gradus.ml.persistence;

import gradus.ml.linalg.Matrix;
import gradus.ml.linalg.Vector;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.ByteBuffer;
import java.util.List;

/// Writes records in the format of [ModelFile].
record RecordWriter(DataOutputStream out) {

    private static final int CHUNK = 1 << 13;

    /// Writes the name of a record, then the name and value of each component.
    ///
    /// @throws IllegalArgumentException if it contains a value that files do not have
    void write(Record model) throws IOException {
        SavedTypes.requireKnown(model);
        RecordComponent[] components = model.getClass().getRecordComponents();
        out.writeUTF(SavedTypes.name(model.getClass()));
        out.writeInt(components.length);
        for (RecordComponent component : components) {
            out.writeUTF(component.getName());
            writeValue(value(model, component));
        }
    }

    private static Object value(Record model, RecordComponent component) {
        try {
            return component.getAccessor().invoke(model);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot read " + component + " of a public record", e);
        }
    }

    private void writeValue(Object value) throws IOException {
        switch (value) {
            case Double number -> out.writeLong(Double.doubleToRawLongBits(number));
            case Integer number -> out.writeInt(number);
            case Long number -> out.writeLong(number);
            case Boolean flag -> out.writeBoolean(flag);
            case Enum<?> constant -> out.writeUTF(constant.name());
            case Vector vector -> {
                out.writeInt(vector.size());
                writeDoubles(vector.toArray());
            }
            case Matrix matrix -> {
                out.writeInt(matrix.rows());
                out.writeInt(matrix.columns());
                writeDoubles(matrix.flatten());
            }
            case List<?> list -> {
                out.writeInt(list.size());
                for (Object element : list) {
                    writeValue(element);
                }
            }
            case Record nested -> write(nested);
            default ->
                throw new IllegalArgumentException("a " + value.getClass().getName()
                        + " cannot be saved; saved models consist of numbers, vectors, matrices, lists and records");
        }
    }

    private void writeDoubles(double[] values) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(8 * Math.min(CHUNK, values.length));
        for (int i = 0; i < values.length; i += CHUNK) {
            int count = Math.min(CHUNK, values.length - i);
            bytes.clear().asDoubleBuffer().put(values, i, count);
            out.write(bytes.array(), 0, 8 * count);
        }
    }
}
