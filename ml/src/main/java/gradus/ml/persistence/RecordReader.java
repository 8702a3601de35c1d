package gradus.ml.persistence;

import gradus.ml.linalg.Matrix;
import gradus.ml.linalg.Vector;
import java.io.DataInputStream;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Reads records in the format of [ModelFile]. The declared type of each component says what follows in the
/// file.
///
/// @param size the size of the file: a larger array cannot be in it
record RecordReader(DataInputStream in, long size) {

    private static final int CHUNK = 1 << 13;

    /// Reads the name of a record, then the name and value of each component.
    Record read() throws IOException {
        Class<? extends Record> type = SavedTypes.require(in.readUTF());
        RecordComponent[] components = type.getRecordComponents();
        if (in.readInt() != components.length) {
            throw otherComponents(type, components);
        }
        Object[] values = new Object[components.length];
        for (int i = 0; i < values.length; i++) {
            if (!in.readUTF().equals(components[i].getName())) {
                throw otherComponents(type, components);
            }
            values[i] = readValue(components[i].getGenericType());
        }
        return construct(type, components, values);
    }

    private static UnknownModelException otherComponents(Class<?> type, RecordComponent[] components) {
        return new UnknownModelException("holds a " + SavedTypes.name(type)
                + " of another version of the library: the components of this one are "
                + Arrays.stream(components).map(RecordComponent::getName).toList()
                + "; use the version of the library that wrote it");
    }

    private static Record construct(Class<? extends Record> type, RecordComponent[] components, Object[] values) {
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class[]::new);
        try {
            return type.getConstructor(types).newInstance(values);
        } catch (InvocationTargetException e) {
            throw new IllegalArgumentException("the values do not make a " + SavedTypes.name(type), e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot make the public record " + type, e);
        }
    }

    private Object readValue(Type type) throws IOException {
        if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
            return readList(list.getActualTypeArguments()[0]);
        }
        if (type == double.class) {
            return Double.longBitsToDouble(in.readLong());
        }
        if (type == int.class || type == Integer.class) {
            return in.readInt();
        }
        if (type == long.class) {
            return in.readLong();
        }
        if (type == boolean.class) {
            return in.readBoolean();
        }
        if (type == Vector.class) {
            return Vector.of(readDoubles(in.readInt()));
        }
        if (type == Matrix.class) {
            int rows = in.readInt();
            int columns = in.readInt();
            return Matrix.of(rows, columns, readDoubles(Math.multiplyExact((long) rows, columns)));
        }
        Class<?> raw = (Class<?>) type;
        return raw.isEnum() ? readConstant(raw) : readRecord(raw);
    }

    private Record readRecord(Class<?> type) throws IOException {
        Record nested = read();
        if (!type.isInstance(nested)) {
            throw new UnknownModelException("holds a " + SavedTypes.name(nested.getClass()) + " where a "
                    + SavedTypes.name(type) + " belongs; use the version of the library that wrote it");
        }
        return nested;
    }

    private Object readConstant(Class<?> type) throws IOException {
        String name = in.readUTF();
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> ((Enum<?>) constant).name().equals(name))
                .findFirst()
                .orElseThrow(() -> new UnknownModelException("uses " + SavedTypes.name(type) + "." + name
                        + ", which this library does not have; use the version of the library that wrote it"));
    }

    private List<Object> readList(Type elementType) throws IOException {
        int count = requireSize(in.readInt(), 1);
        var elements = new ArrayList<Object>();
        for (int i = 0; i < count; i++) {
            elements.add(readValue(elementType));
        }
        return List.copyOf(elements);
    }

    private double[] readDoubles(long size) throws IOException {
        int count = requireSize(size, 8);
        double[] values = new double[count];
        byte[] bytes = new byte[8 * Math.min(CHUNK, count)];
        for (int i = 0; i < count; i += CHUNK) {
            int n = Math.min(CHUNK, count - i);
            in.readFully(bytes, 0, 8 * n);
            ByteBuffer.wrap(bytes, 0, 8 * n).asDoubleBuffer().get(values, i, n);
        }
        return values;
    }

    /// A number of elements for which the file has room.
    private int requireSize(long count, int elementBytes) {
        if (count < 0 || count > size / elementBytes || count > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException("a file of " + size + " bytes cannot hold " + count + " elements");
        }
        return (int) count;
    }
}
