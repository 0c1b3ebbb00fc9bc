package io.patchbay;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.patchbay.testing.Markdown;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** What a page says exists, exists; what it shows can be read. */
class DocsTest {
    private static final Pattern PATH = Pattern.compile("(src|config|routes|\\.ci)(/[\\w.-]+)*|README\\.md|docker-compose\\.yml|pom\\.xml");
    private static final Pattern PACKAGE = Pattern.compile("io\\.patchbay(\\.[a-z]+)+");
    private static final String INVENTED = "acme";
    private static final Path DECISIONS = Path.of("src/docs/decisions");
    private static final int ONE_PAGE = 60;

    static Stream<Markdown> pages() {
        return Markdown.all().stream();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void blocks_can_be_read(Markdown page) throws IOException {
        assertThat(page.isBalanced()).as("every ``` of %s is closed", page.file()).isTrue();
        for (String json : page.blocks("json")) {
            assertThat(new ObjectMapper().readTree(json)).isNotNull();
        }
        page.blocks("yaml").forEach(yaml -> assertThat(new Load(LoadSettings.builder().build()).loadAllFromString(yaml)).isNotEmpty());
        for (String properties : page.blocks("properties")) {
            new Properties().load(new StringReader(properties));
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void paths_and_packages_exist(Markdown page) {
        List<String> named = page.spans().stream().filter(span -> !span.contains(INVENTED)).toList();
        assertThat(named.stream().filter(PATH.asMatchPredicate())).allSatisfy(path -> assertThat(Path.of(path)).exists());
        assertThat(named.stream().filter(PACKAGE.asMatchPredicate()))
                .allSatisfy(name -> assertThat(Path.of("src/main/java", name.split("\\."))).isDirectory());
    }

    @ParameterizedTest
    @MethodSource("pages")
    void links_lead_somewhere(Markdown page) {
        Set<String> headings = page.text().lines().filter(line -> line.startsWith("#"))
                .map(line -> "#" + line.replaceFirst("^#+ ", "").toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9 -]", "").replace(' ', '-'))
                .collect(Collectors.toSet());
        Path folder = page.file().toAbsolutePath().getParent();
        page.links().stream().filter(link -> !link.startsWith("https://")).forEach(link -> {
            if (link.startsWith("#")) {
                assertThat(headings).contains(link);
            } else {
                assertThat(folder.resolve(link)).exists();
            }
        });
    }

    @Test
    void a_decision_is_one_page_with_a_number_of_its_own() throws IOException {
        Set<String> numbers = new TreeSet<>();
        try (Stream<Path> all = Files.list(DECISIONS)) {
            for (Path decision : all.toList()) {
                String name = decision.getFileName().toString();
                assertThat(name).matches("\\d{4}-[a-z0-9-]+\\.md");
                assertThat(numbers.add(name.substring(0, 4))).as("%s has a number of its own", name).isTrue();
                assertThat(Files.readString(decision)).contains("Status: ", "## Context", "## Decision", "## Consequences");
                assertThat(Files.readAllLines(decision)).hasSizeLessThanOrEqualTo(ONE_PAGE);
            }
        }
        assertThat(numbers).isNotEmpty();
    }

    @Test
    void every_variable_of_the_log_is_explained_with_its_default() throws IOException {
        String page = Files.readString(Path.of("src/docs/logging.md"));
        Set<String> explained = rows(page, "\\| `(LOG_\\w+)` \\| `([\\w./]+)` \\|");
        assertThat(explained).isNotEmpty()
                .isEqualTo(rows(Files.readString(Path.of("config/log4j2.properties")), "\\$\\{env:(LOG_\\w+):-([\\w./]+)}"));
    }

    private static Set<String> rows(String text, String pattern) {
        return Pattern.compile(pattern).matcher(text).results().map(found -> found.group(1) + " " + found.group(2))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void every_key_of_a_log_line_is_explained() throws IOException {
        Set<String> explained = Pattern.compile("(?m)^\\| `(\\w+)` \\|").matcher(Files.readString(Path.of("src/docs/logging.md"))).results()
                .map(found -> found.group(1)).collect(Collectors.toSet());
        Set<String> used = new TreeSet<>();
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            for (Path source : sources.filter(file -> file.toString().endsWith(".java")).toList()) {
                Pattern.compile("addKeyValue\\(\"(\\w+)\"").matcher(Files.readString(source)).results().forEach(f -> used.add(f.group(1)));
            }
        }
        assertThat(used).isNotEmpty();
        assertThat(explained).containsAll(used);
    }
}
