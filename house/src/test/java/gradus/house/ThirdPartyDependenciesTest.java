package gradus.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class ThirdPartyDependenciesTest {

    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([\\w.-]+:[\\w.-]+)` \\|[^|]*\\|([^|]*)\\|$");

    @Test
    void everyDependencyHasItsReason() throws Exception {
        assertThat(reasons().keySet())
                .as(
                        "dependencies with a reason in ARCHITECTURE.md must be those in the poms: add a row for a new one, and remove the row of one that is gone")
                .isEqualTo(inThePoms());
    }

    @Test
    void aReasonIsMoreThanAWord() {
        assertThat(reasons().values()).isNotEmpty().allMatch(reason -> reason.split(" ").length > 2);
    }

    private static Map<String, String> reasons() {
        Map<String, String> reasons = new TreeMap<>();
        ROW.matcher(House.text(Path.of("ARCHITECTURE.md")))
                .results()
                .forEach(row -> reasons.put(row.group(1), row.group(2).strip()));
        return reasons;
    }

    private static Set<String> inThePoms() throws Exception {
        Set<String> found = new TreeSet<>();
        for (Path pom : House.files("pom.xml")) {
            if (pom.getNameCount() <= 2) {
                addDependencies(pom, found);
            }
        }
        return found;
    }

    private static void addDependencies(Path pom, Set<String> found) throws Exception {
        NodeList all = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(House.ROOT.resolve(pom).toFile())
                .getElementsByTagName("dependency");
        for (int i = 0; i < all.getLength(); i++) {
            Element dependency = (Element) all.item(i);
            boolean isUsed =
                    !dependency.getParentNode().getParentNode().getNodeName().equals("dependencyManagement");
            String group = child(dependency, "groupId");
            if (isUsed && !group.equals("dev.gradus")) {
                found.add(group + ":" + child(dependency, "artifactId"));
            }
        }
    }

    private static String child(Element of, String name) {
        return of.getElementsByTagName(name).item(0).getTextContent().strip();
    }
}
