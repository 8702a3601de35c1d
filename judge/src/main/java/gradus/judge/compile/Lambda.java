package gradus.judge.compile;

import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.List;
import java.util.Optional;

/// A lambda expression in compiled code.
///
/// @param implemented the method of the interface that it implements
/// @param captured the types of the values that it captures, with `this` first if it uses it
/// @param argumentTypes the types of its parameters, where the interface may have their erasure
/// @param body the method with its code
record Lambda(
        LambdaGroup.Interface implemented,
        List<ClassDesc> captured,
        List<ClassDesc> argumentTypes,
        DirectMethodHandleDesc body) {

    /// The lambda that `call` makes; empty if it makes something else, such as a method reference.
    static Optional<Lambda> of(ClassDesc owner, InvokeDynamicInstruction call) {
        DirectMethodHandleDesc bootstrap = call.bootstrapMethod();
        if (!bootstrap.owner().descriptorString().equals("Ljava/lang/invoke/LambdaMetafactory;")
                || !bootstrap.methodName().equals("metafactory")
                || !(call.bootstrapArgs().get(0) instanceof MethodTypeDesc erased)
                || !(call.bootstrapArgs().get(1) instanceof DirectMethodHandleDesc body)
                || !(call.bootstrapArgs().get(2) instanceof MethodTypeDesc exact)
                || !body.owner().equals(owner)
                || !body.methodName().startsWith("lambda$")) {
            return Optional.empty();
        }
        MethodTypeDesc factory = call.typeSymbol();
        MethodTypeDesc type = body.invocationType();
        int captures = factory.parameterCount();
        // The compiler makes the method of a lambda so. If it ever converts anything there, that's not for here.
        boolean fits =
                type.parameterList().subList(captures, type.parameterCount()).equals(exact.parameterList())
                        && type.returnType().equals(exact.returnType());
        if (!fits) {
            return Optional.empty();
        }
        var implemented =
                new LambdaGroup.Interface(factory.returnType(), call.name().stringValue(), erased);
        return Optional.of(new Lambda(implemented, factory.parameterList(), exact.parameterList(), body));
    }

    /// Whether its method is an instance method of the class that it stands in.
    boolean isOfInstance() {
        return body.kind() != DirectMethodHandleDesc.Kind.STATIC;
    }

    /// The type of the method that makes it, which takes what it captures.
    MethodTypeDesc factoryType() {
        return MethodTypeDesc.of(implemented.type(), captured);
    }
}
