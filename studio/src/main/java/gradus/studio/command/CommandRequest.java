package gradus.studio.command;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A command, and what it needs to know of the terminal in which it was typed.
///
/// @param program the program that asks; only the same one may answer
/// @param arguments the words of the command
/// @param variables the environment variables that a command may read
/// @param interactive whether the output is a terminal
/// @param width the number of columns
/// @param charset the charset of the output
record CommandRequest(
        String program,
        List<String> arguments,
        Map<String, String> variables,
        boolean interactive,
        int width,
        String charset) {

    private static final int MOST_WORDS = 100;

    void write(DataOutput output) throws IOException {
        output.writeUTF(program);
        output.writeInt(arguments.size());
        for (String argument : arguments) {
            output.writeUTF(argument);
        }
        output.writeInt(variables.size());
        for (Map.Entry<String, String> variable : variables.entrySet()) {
            output.writeUTF(variable.getKey());
            output.writeUTF(variable.getValue());
        }
        output.writeBoolean(interactive);
        output.writeInt(width);
        output.writeUTF(charset);
    }

    /// @throws IOException if what comes is no request
    static CommandRequest read(DataInput input) throws IOException {
        String program = input.readUTF();
        var arguments = new ArrayList<String>();
        for (int left = count(input); left > 0; left--) {
            arguments.add(input.readUTF());
        }
        var variables = new LinkedHashMap<String, String>();
        for (int left = count(input); left > 0; left--) {
            variables.put(input.readUTF(), input.readUTF());
        }
        return new CommandRequest(program, arguments, variables, input.readBoolean(), input.readInt(), input.readUTF());
    }

    private static int count(DataInput input) throws IOException {
        int count = input.readInt();
        if (count < 0 || count > MOST_WORDS) {
            throw new IOException("a request of " + count + " words");
        }
        return count;
    }
}
