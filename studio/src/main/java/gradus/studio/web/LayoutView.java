package gradus.studio.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What every page shares: title, navigation, theme and assets.
///
/// @param title the page's title
/// @param section the navigation entry it belongs to: `today`, `map`, `runs`, `progress`, or empty
/// @param theme `light`, `dark`, or `auto` to follow the system
/// @param version in a preview, the version of the course that the page shows; else empty
/// @param notices what has happened to the journal since the last page
public record LayoutView(
        String title, String section, String theme, Assets assets, String version, List<String> notices) {

    private static final Map<String, String> THEMES = Map.of("light", "light", "dark", "dark");

    static String theme(@Nullable String remembered) {
        return remembered == null ? "auto" : THEMES.getOrDefault(remembered, "auto");
    }
}
