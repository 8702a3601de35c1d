package gradus.studio.json;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import gradus.course.Lab;
import gradus.course.Profile;
import gradus.course.Question;
import gradus.course.Section;
import gradus.judge.FigureReply;
import gradus.judge.ProgressEvent;
import gradus.judge.SnippetRunner;
import gradus.judge.Verdict;
import gradus.mastery.Attempt;
import gradus.mastery.Recommendation;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.ser.std.ToStringSerializer;

/// Converts records to JSON and back. Members of a sealed family have a field `type` with their simple name.
/// An empty optional is null, times are ISO 8601, and paths are written as the file system writes them.
public final class Json {

    private static final List<Class<?>> FAMILIES = List.of(
            Attempt.class,
            FigureReply.class,
            Lab.class,
            Profile.class,
            ProgressEvent.class,
            Question.class,
            Recommendation.class,
            Section.Block.class,
            SnippetRunner.Result.class,
            Verdict.class,
            Verdict.Integration.class,
            Verdict.Outcome.class);

    private static final JsonMapper MAPPER = mapper();

    private Json() {}

    public static String write(Object value) {
        return MAPPER.writeValueAsString(value);
    }

    /// @throws IllegalArgumentException if `json` doesn't represent a `type`
    public static <T> T read(String json, Class<T> type) {
        try {
            return MAPPER.readValue(json, type);
        } catch (JacksonException e) {
            throw notA(type, json, e);
        }
    }

    /// The same, where a field that is missing or null is a fault, unless it is an optional.
    ///
    /// @throws IllegalArgumentException if `json` doesn't represent a whole `type`
    public static <T> T readWhole(String json, Class<T> type) {
        try {
            return MAPPER.readerFor(type)
                    .with(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
                    .readValue(json);
        } catch (JacksonException e) {
            throw notA(type, json, e);
        }
    }

    private static IllegalArgumentException notA(Class<?> type, String json, JacksonException e) {
        return new IllegalArgumentException(
                "expected " + type.getSimpleName() + " in JSON, got \"" + json + "\": " + e.getOriginalMessage(), e);
    }

    private static JsonMapper mapper() {
        JsonMapper.Builder builder = JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
        for (Class<?> family : FAMILIES) {
            builder.addMixIn(family, TypeByName.class);
            builder.registerSubtypes(members(family).toList());
        }
        builder.addModule(new RecordModule().addSerializer(Path.class, ToStringSerializer.instance));
        return builder.build();
    }

    /// The members of a sealed family, with those of the families within it.
    private static Stream<Class<?>> members(Class<?> family) {
        return family.isSealed()
                ? Stream.of(family.getPermittedSubclasses()).flatMap(Json::members)
                : Stream.of(family);
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "type")
    private interface TypeByName {}
}
