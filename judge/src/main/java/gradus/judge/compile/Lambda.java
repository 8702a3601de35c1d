package gradus.judge.compile;

import static java.lang.constant.ConstantDescs.CD_void;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.List;
import java.util.Optional;

/// A lambda expression or method reference in compiled code.
///
/// @param implemented the method of the interface that it implements
/// @param captured the types of the values that it captures, with `this` first if it uses it
/// @param exact the type of the interface's method for this use, where the interface may have its erasure
/// @param body the method with its code
record Lambda(
        LambdaGroup.Interface implemented,
        List<ClassDesc> captured,
        MethodTypeDesc exact,
        DirectMethodHandleDesc body) {

    /// The lambda that `call` makes; empty if it makes something else, or one whose values would have to be
    /// converted in an unusual way.
    static Optional<Lambda> of(InvokeDynamicInstruction call) {
        DirectMethodHandleDesc bootstrap = call.bootstrapMethod();
        if (!bootstrap.owner().descriptorString().equals("Ljava/lang/invoke/LambdaMetafactory;")
                || !bootstrap.methodName().equals("metafactory")
                || !(call.bootstrapArgs().get(0) instanceof MethodTypeDesc erased)
                || !(call.bootstrapArgs().get(1) instanceof DirectMethodHandleDesc body)
                || !(call.bootstrapArgs().get(2) instanceof MethodTypeDesc exact)
                || body.owner().isArray()) {
            return Optional.empty();
        }
        MethodTypeDesc factory = call.typeSymbol();
        var implemented =
                new LambdaGroup.Interface(factory.returnType(), call.name().stringValue(), erased);
        var lambda = new Lambda(implemented, factory.parameterList(), exact, body);
        return lambda.fits() ? Optional.of(lambda) : Optional.empty();
    }

    /// Whether values only have to be boxed and unboxed on their way to the method and back.
    private boolean fits() {
        MethodTypeDesc called = body.invocationType();
        int captures = captured.size();
        if (called.parameterCount() != captures + exact.parameterCount()) {
            return false;
        }
        for (int i = 0; i < exact.parameterCount(); i++) {
            if (!Boxing.converts(exact.parameterType(i), called.parameterType(captures + i))) {
                return false;
            }
        }
        return exact.returnType().equals(CD_void) || Boxing.converts(called.returnType(), exact.returnType());
    }

    /// The type of the method that makes it, which takes what it captures.
    MethodTypeDesc factoryType() {
        return MethodTypeDesc.of(implemented.type(), captured);
    }

    /// Appends code that runs it and returns its result.
    ///
    /// @param captures appends code that loads a captured value, as an object
    void run(CodeBuilder code, java.util.function.IntConsumer captures) {
        boolean creates = body.kind() == DirectMethodHandleDesc.Kind.CONSTRUCTOR;
        if (creates) {
            code.new_(body.owner()).dup();
        }
        for (int i = 0; i < captured.size(); i++) {
            captures.accept(i);
            if (captured.get(i).isPrimitive()) {
                Boxing.unbox(code, captured.get(i));
            } else {
                code.checkcast(captured.get(i));
            }
        }
        for (int i = 0; i < exact.parameterCount(); i++) {
            ClassDesc argument = exact.parameterType(i);
            code.loadLocal(TypeKind.from(argument), code.parameterSlot(i));
            if (!argument.isPrimitive()) {
                code.checkcast(argument);
            }
            Boxing.convert(code, argument, body.invocationType().parameterType(captured.size() + i));
        }
        invoke(code);
        ClassDesc result = body.invocationType().returnType();
        if (!exact.returnType().equals(CD_void)) {
            Boxing.convert(code, result, exact.returnType());
        } else if (!result.equals(CD_void)) {
            drop(code, result);
        }
        code.return_(TypeKind.from(exact.returnType()));
    }

    private static void drop(CodeBuilder code, ClassDesc type) {
        if (TypeKind.from(type).slotSize() == 2) {
            code.pop2();
        } else {
            code.pop();
        }
    }

    /// Calls the method as its handle says. A private method is called like others: the class of a lambda is
    /// a nest mate of the class that it stands in.
    private void invoke(CodeBuilder code) {
        MethodTypeDesc type = MethodTypeDesc.ofDescriptor(body.lookupDescriptor());
        switch (body.kind()) {
            case STATIC, INTERFACE_STATIC ->
                code.invokestatic(body.owner(), body.methodName(), type, body.isOwnerInterface());
            case CONSTRUCTOR -> code.invokespecial(body.owner(), "<init>", type);
            case VIRTUAL, SPECIAL -> code.invokevirtual(body.owner(), body.methodName(), type);
            case INTERFACE_VIRTUAL, INTERFACE_SPECIAL -> code.invokeinterface(body.owner(), body.methodName(), type);
            case GETTER, SETTER, STATIC_GETTER, STATIC_SETTER ->
                throw new IllegalArgumentException(body + " isn't a method");
        }
    }
}
