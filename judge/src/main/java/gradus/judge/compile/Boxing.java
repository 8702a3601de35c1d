package gradus.judge.compile;

import static java.lang.constant.ConstantDescs.CD_Boolean;
import static java.lang.constant.ConstantDescs.CD_Byte;
import static java.lang.constant.ConstantDescs.CD_Character;
import static java.lang.constant.ConstantDescs.CD_Double;
import static java.lang.constant.ConstantDescs.CD_Float;
import static java.lang.constant.ConstantDescs.CD_Integer;
import static java.lang.constant.ConstantDescs.CD_Long;
import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_Short;
import static java.lang.constant.ConstantDescs.CD_void;

import java.lang.classfile.CodeBuilder;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;

/// Code that boxes and unboxes primitive values.
final class Boxing {

    private Boxing() {}

    /// Whether [#convert] can make a value of one type one of the other.
    static boolean converts(ClassDesc from, ClassDesc to) {
        if (from.isPrimitive() == to.isPrimitive()) {
            return !from.isPrimitive() || from.equals(to);
        }
        return from.isPrimitive() ? !from.equals(CD_void) && isBoxOrAbove(to, from) : from.equals(box(to));
    }

    private static boolean isBoxOrAbove(ClassDesc type, ClassDesc primitive) {
        return type.equals(box(primitive)) || type.equals(CD_Object);
    }

    /// Boxes or unboxes a value if one of the types is primitive and the other isn't.
    static void convert(CodeBuilder code, ClassDesc from, ClassDesc to) {
        if (from.isPrimitive() && !to.isPrimitive()) {
            box(code, from);
        } else if (to.isPrimitive() && !from.isPrimitive()) {
            unbox(code, to);
        }
    }

    static void box(CodeBuilder code, ClassDesc primitive) {
        ClassDesc box = box(primitive);
        code.invokestatic(box, "valueOf", MethodTypeDesc.of(box, primitive));
    }

    static void unbox(CodeBuilder code, ClassDesc primitive) {
        ClassDesc box = box(primitive);
        code.checkcast(box);
        code.invokevirtual(box, primitive.displayName() + "Value", MethodTypeDesc.of(primitive));
    }

    private static ClassDesc box(ClassDesc primitive) {
        return switch (primitive.descriptorString()) {
            case "Z" -> CD_Boolean;
            case "B" -> CD_Byte;
            case "C" -> CD_Character;
            case "S" -> CD_Short;
            case "I" -> CD_Integer;
            case "J" -> CD_Long;
            case "F" -> CD_Float;
            case "D" -> CD_Double;
            default -> throw new IllegalArgumentException(primitive.displayName() + " is no primitive type");
        };
    }
}
