package gradus.studio.web;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What is around every page.
///
/// @param title of the page
/// @param section the place in the navigation: `today`, `map`, `progress`, or empty
/// @param theme `light`, `dark`, or `auto` for what the machine prefers
public record PageFrame(String title, String section, String theme, Assets assets) {

    private static final Map<String, String> THEMES = Map.of("light", "light", "dark", "dark");

    static String theme(@Nullable String remembered) {
        return remembered == null ? "auto" : THEMES.getOrDefault(remembered, "auto");
    }
}
